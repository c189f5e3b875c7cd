import { planSettings, settingsInForce } from '../../app/connectLedger';
import { draftLetters, planIssue, type IssueRequest } from '../../app/issueNotices';
import { layoutOf, withLayout, type PageChoice } from '../../app/letterLayout';
import type { LetterOnRecord } from '../../app/lettersOnRecord';
import { planTurn, type NoticeTurn, type TurnOutcome } from '../../app/noticeLife';
import { withOffice } from '../../app/officeSettings';
import { reprintLetters } from '../../app/reprintLetters';
import { planTakingBack } from '../../app/takeBackNotices';
import type { LetterSettings } from '../../app/makeLetters';
import type { Fonts } from '../../app/letterLayout';
import type { Notice as Letter } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { letterName } from '../../domain/notices/remake';
import type { DraftOutcome } from '../../domain/notices/draft';
import type { Plan } from '../../domain/plan';
import { PREVIEW } from '../words';
import { LETTERS_PREVIEW, OFFICE, RECORD, TURN } from '../words/letters';
import type { Desk } from './Desk';
import { planLines } from './planInWords';
import { previewOfLetters } from './previews';
import type { Delivery, DeskView, Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** What 待发 shows for the clerk's choices: letters, numbered, and what is refused. Null before a review. */
export function lettersToIssue(view: DeskView): DraftOutcome | null {
  const { review, ledger, lettersFor, selected, choices, letterChoices } = view;
  if (review === null) return null;
  const { form, grouping, status, overrides } = letterChoices;
  const due = (): ReadonlySet<string> =>
    new Set(
      review.assessments
        .filter(({ matter, nextStep }) => nextStep !== null && (ledger === null || matter.sheet === ledger))
        .map(({ matter }) => matter.key),
    );
  const matters = lettersFor ?? (form === 'due' ? due() : selected);
  const request: IssueRequest = {
    form,
    matters,
    issuedOn: review.asOf,
    office: choices.office,
    grouping,
    status,
    overrides,
  };
  return draftLetters(review, request);
}

/** How letters are handed over here: as the clerk chose, in worksheets where the host has no downloads. */
export function deliveryOf(desk: Desk): Delivery {
  const { delivery } = desk.view().letterChoices;
  return desk.downloads || delivery === 'recordOnly' ? delivery : 'sheets';
}

/** Puts letters before the clerk: their rows on record, then files or worksheets as she chose. */
export async function previewIssue(desk: Desk, letters: readonly Letter[]): Promise<void> {
  const { review, choices, letterChoices } = desk.view();
  if (review === null || letters.length === 0) return;
  const delivery = deliveryOf(desk);
  const { status } = letterChoices;
  const issued = previewOfLetters(planIssue(review, letters, choices.office), letters, choices.office);
  const notes = [
    status === 'draft' ? LETTERS_PREVIEW.draftNote : LETTERS_PREVIEW.sentNote,
    ...letters.flatMap((letter) =>
      letter.overrideReason === null ? [] : [LETTERS_PREVIEW.overriddenNote(letterName(letter), letter.overrideReason)],
    ),
  ];
  if (delivery === 'joined' || delivery === 'zip') {
    return desk.propose({ ...issued, delivery, notes: [...notes, ...issued.notes] });
  }
  const others = issued.notes.filter((note) => note !== PREVIEW.lettersFile);
  if (delivery === 'recordOnly') {
    return desk.propose({ ...issued, letters: [], notes: [...notes, LETTERS_PREVIEW.recordOnlyNote, ...others] });
  }
  const further = await sheetPlans(desk, letters);
  desk.propose({
    ...issued,
    letters: [],
    further,
    lines: [...issued.lines, ...further.flatMap(planLines)],
    notes: [...notes, LETTERS_PREVIEW.sheetsNote, ...others],
  });
}

/** How the letters look: the office's words, layout and own templates. One request, for the templates. */
export async function letterSettings(desk: Desk): Promise<LetterSettings> {
  const { choices, connecting } = desk.view();
  const { readTemplates } = await import('../../app/letterTemplates');
  const kept = await readTemplates();
  const layout = connecting === null ? {} : { layout: layoutOf(settingsInForce(connecting.settings)) };
  return { office: choices.office, ...layout, ...(kept.ok ? { templates: kept.value.templates } : {}) };
}

async function sheetPlans(desk: Desk, letters: readonly Letter[]): Promise<readonly Plan[]> {
  const { connecting, review } = desk.view();
  if (connecting === null || review === null) return [];
  const { planLetterSheets } = await import('../../app/letterSheets');
  return planLetterSheets(connecting.survey, letters, await letterSettings(desk), review.asOf);
}

/** What a turn would do to letters on record; null before a review. */
export function turnOf(view: DeskView, letters: readonly LetterOnRecord[], turn: NoticeTurn): TurnOutcome | null {
  return view.review === null ? null : planTurn(view.review, letters, turn, view.choices.office);
}

export function previewTurn(desk: Desk, outcome: TurnOutcome, turn: NoticeTurn['kind']): void {
  const count = outcome.letters.length;
  const { plan, refusals } = outcome;
  const deed = TURN.deed(RECORD.turn[turn], count);
  const notes = refusals.map(({ sentence }) => sentence);
  desk.propose({ ...PLAIN, plan, deed, summary: deed, lines: planLines(plan), notes });
}

/** Drafts off the register, the last of a sequence first. */
export function previewTakingBack(desk: Desk, letters: readonly LetterOnRecord[]): void {
  const { review } = desk.view();
  if (review === null) return;
  const { plan, refusals, letters: taken } = planTakingBack(review, letters);
  const deed = TURN.takeBack(taken.length);
  const notes = refusals.map(({ sentence }) => sentence);
  desk.propose({ ...PLAIN, plan, deed, summary: deed, lines: planLines(plan), notes });
}

/** 补打 under the same numbers, as files or worksheets. Answers why letters were left out. */
export async function reprint(desk: Desk, letters: readonly LetterOnRecord[]): Promise<readonly string[]> {
  const { review, choices } = desk.view();
  if (review === null) return [];
  const { notices, refusals } = reprintLetters(review, letters, choices.office);
  const delivery = deliveryOf(desk);
  if (notices.length > 0 && delivery !== 'sheets') {
    await desk.makeFiles(notices, delivery === 'zip' ? 'zip' : 'joined');
  } else if (notices.length > 0) {
    const [plan, ...further] = await sheetPlans(desk, notices);
    const deed = LETTERS_PREVIEW.sheetsAgain(notices.length);
    const lines = [plan, ...further].flatMap((own) => (own === undefined ? [] : planLines(own)));
    if (plan !== undefined) desk.propose({ ...PLAIN, plan, further, deed, summary: deed, lines });
  }
  return refusals.map(({ sentence }) => sentence);
}

/** Letters on record made again, to be looked at. */
export function letterAgain(
  view: DeskView,
  letter: LetterOnRecord,
): { readonly notice: Letter | null; readonly sentence: string } {
  if (view.review === null) return { notice: null, sentence: '' };
  const { notices, refusals } = reprintLetters(view.review, [letter], view.choices.office);
  return { notice: notices[0] ?? null, sentence: refusals[0]?.sentence ?? '' };
}

/** Keeps the office, its fonts and its page in the file, in one action. */
export function previewOffice(desk: Desk, office: Office, fonts: Fonts, page: PageChoice): void {
  const { connecting, choices } = desk.view();
  if (connecting === null || connecting.settings.kind === 'unreadable') return;
  const settings = withLayout(withOffice(settingsInForce(connecting.settings), office), fonts, page);
  desk.choose({ ...choices, office });
  const plan = planSettings(connecting.survey, settings);
  desk.propose({ ...PLAIN, plan, deed: OFFICE.save, summary: OFFICE.deed, lines: planLines(plan) });
}

/** A plan that keeps or drops one template. */
export const previewTemplate = (desk: Desk, plan: Plan, deed: string): void =>
  desk.propose({ ...PLAIN, plan, deed, summary: deed, lines: planLines(plan) });
