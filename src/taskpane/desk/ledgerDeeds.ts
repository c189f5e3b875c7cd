import { planApprovalForm } from '../../app/ledger/approvalForm';
import { checkSheetInPortions } from '../../app/ledger/checkSheet';
import { planDirectory, type DirectoryDecision } from '../../app/ledger/directory';
import { planProceeding, type ProceedingRequest } from '../../app/registers/proceedings';
import { planRegister, type NewMatter, type OpenForm } from '../../app/ledger/registerMatter';
import type { Review } from '../../app/reading/review';
import { planValidations, type ListWish } from '../../app/ledger/validationLists';
import { PROCEEDING_KINDS } from '../../domain/registers/registers';
import { WORDS } from '../words';
import { CHECK_DEEDS, DIRECTORY, LISTS } from '../words/checks';
import { PROCEEDING, REGISTER } from '../words/registering';
import type { Desk } from './Desk';
import { previewOf } from './previews';

/** Sentences that say why nothing is put before the clerk; empty where a preview is. */
export type Refused = readonly string[];

const reviewIn = (desk: Desk): Review => {
  const { review } = desk.view();
  if (review === null) throw new Error('Nothing is reviewed yet');
  return review;
};

/** 台账核对 of the day; where someone wrote in the one that stands, a second sheet is offered and said to be one. */
export const previewCheckSheet = (desk: Desk): Promise<boolean> =>
  desk.proposeComputed(function* (of) {
    const outcome = yield* checkSheetInPortions(of);
    const plan = outcome.kind === 'ready' ? outcome.plan : outcome.second;
    return previewOf(plan, {
      deed: CHECK_DEEDS.sheetDeed,
      notes: outcome.kind === 'ready' ? [] : [outcome.sentence],
      summary: CHECK_DEEDS.sheetSummary(outcome.sheet),
    });
  });

/** 单位名录 as the clerk decided. */
export function previewDirectory(desk: Desk, decisions: readonly DirectoryDecision[]): Refused {
  const { plan, refusals } = planDirectory(reviewIn(desk), decisions);
  const notes = refusals.map(({ sentence }) => sentence);
  if (plan.changes.length === 0) return notes;
  const summary = DIRECTORY.summary(decisions.length);
  desk.propose(previewOf(plan, { notes, summary }), { under: 'directory' });
  return [];
}

/** Drop-down lists for these columns; what holds there now is read first. */
export async function previewLists(desk: Desk, wishes: readonly ListWish[]): Promise<Refused> {
  const outcome = await desk.lookUp(() => planValidations(reviewIn(desk), wishes));
  if (outcome === null) return [];
  const { plan, lines, refusals } = outcome;
  const sentences = refusals.map(({ sentence }) => sentence);
  if (plan.changes.length === 0 && sentences.length > 0) return sentences;
  const deed = LISTS.deed(plan.changes.length);
  const said = lines.map(({ place, offers }) => LISTS.line(place, offers));
  const replaced = lines.flatMap(({ place, replaces }) => (replaces ? [LISTS.replaces(place)] : []));
  desk.propose(previewOf(plan, { deed, lines: said, notes: [...replaced, ...sentences], summary: deed }), {
    under: 'lists',
  });
  return [];
}

/** New matters for the ledger; `written` is called when they are in it. */
export function previewRegister(
  desk: Desk,
  open: OpenForm,
  matters: readonly NewMatter[],
  written: () => void = () => undefined,
): Refused {
  const { today, choices } = desk.view();
  const outcome = planRegister(reviewIn(desk), open, matters, { today, handler: choices.office.handler });
  if (outcome.kind === 'refused') {
    return outcome.refusals.map(({ index, sentence }) =>
      index === null || matters.length === 1 ? sentence : REGISTER.refusalOf(index + 1, sentence),
    );
  }
  const { plan, candidates } = outcome;
  const summary = REGISTER.summary(candidates[0]?.matter?.title ?? '', candidates.length);
  const deed = REGISTER.go(candidates.length);
  desk.propose(previewOf(plan, { deed, summary }), { under: 'register', then: 'register', written });
  return [];
}

/** The sheet 立项审批单 of one new matter. */
export function previewApprovalForm(desk: Desk, open: OpenForm, matter: NewMatter): Refused {
  const { today, choices } = desk.view();
  const outcome = planApprovalForm(reviewIn(desk), open, matter, { today, office: choices.office });
  if (outcome.kind === 'refused') return [outcome.sentence];
  const summary = REGISTER.formSummary(outcome.sheet);
  const shown = previewOf(outcome.plan, { deed: CHECK_DEEDS.sheetDeed, summary });
  desk.propose(shown, { under: 'register', then: 'register' });
  return [];
}

/** A row under 办理登记 for each matter, and the ledger's own columns. */
export function previewProceeding(desk: Desk, request: Omit<ProceedingRequest, 'today' | 'handler'>): Refused {
  const { today, choices } = desk.view();
  const of = reviewIn(desk);
  const { plan, refusals, remarks } = planProceeding(of, { ...request, today, handler: choices.office.handler });
  const refused = refusals.map(({ sentence }) => sentence);
  if (plan.changes.length === 0) return refused;
  const left = new Set(refusals.map(({ matter }) => matter));
  const taken = of.matters.filter(({ key }) => request.matters.has(key) && !left.has(key));
  const first = taken[0];
  const name = first === undefined ? '' : first.classified ? WORDS.classifiedTitle : (first.title ?? WORDS.noTitle);
  desk.propose(
    previewOf(plan, {
      notes: [...refused, ...remarks],
      summary: PROCEEDING.summary(PROCEEDING_KINDS[request.kind], name, taken.length),
    }),
    { under: 'proceeding' },
  );
  return [];
}
