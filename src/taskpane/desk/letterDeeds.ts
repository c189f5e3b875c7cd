import { planSettings, settingsInForce } from '../../app/reading/connectLedger';
import { issueInPortions, lettersInPortions } from '../../app/letters/issueNotices';
import { withLayout, type PageChoice } from '../../app/letters/letterLayout';
import {
  askedEarlier,
  askedInPortions,
  earlierKey,
  entriesEntered,
  takeEarlier,
  type EarlierAnswer,
  type EarlierAsked,
  type EarlierLetter,
  type EarlierTyped,
} from '../../app/letters/earlierLetters';
import { lettersOnRecord, type LetterOnRecord } from '../../app/letters/lettersOnRecord';
import type { LetterSheets } from '../../app/letters/letterSheets';
import type { NoticeTurn, TurnOutcome } from '../../app/letters/noticeLife';
import { withOffice } from '../../app/office/officeSettings';
import { reprintInPortions, reprintLetters } from '../../app/letters/reprintLetters';
import { takingBackInPortions } from '../../app/letters/takeBackNotices';
import type { LetterSettings } from '../../app/letters/makeLetters';
import type { Working } from '../../app/office/turns';
import type { Review } from '../../app/reading/review';
import type { Fonts } from '../../app/letters/letterLayout';
import type { Notice as Letter } from '../../domain/notices/notice';
import type { Assessment } from '../../domain/assessment';
import type { Office } from '../../domain/notices/office';
import { filter, forEach, type InPortions } from '../../domain/portions';
import { letterName } from '../../domain/notices/remake';
import type { DraftOutcome } from '../../domain/notices/draft';
import type { Plan } from '../../domain/plan';
import { NEW_SETTINGS } from '../../app/office/workbookSettings';
import { PREVIEW } from '../words';
import { EARLIER, LETTERS_PREVIEW, OFFICE, RECORD, TURN } from '../words/letters';
import type { Desk } from './Desk';
import { inSlices } from './inSlices';
import { planLines } from './planInWords';
import { previewOfLetters } from './previews';
import type { Delivery, DeskView, IssuePreview, LetterChoices, PlannedLetters, Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** What 待发 shows is made by. */
export type LetterWishes = Pick<DeskView, 'ledger' | 'letterChoices'> & {
  readonly office: Office;
  /** Keys of the matters; null: all of the ledger whose step is due. */
  readonly matters: ReadonlySet<string> | null;
};

export const wishesOf = ({ ledger, lettersFor, selected, choices, letterChoices }: DeskView): LetterWishes => ({
  ledger,
  letterChoices,
  office: choices.office,
  matters: lettersFor ?? (letterChoices.form === 'due' ? null : selected),
});

/** What 待发 shows for the clerk's choices: letters, numbered, and what is refused. */
export function* lettersToIssue(of: Review, wishes: LetterWishes): InPortions<DraftOutcome> {
  const { ledger, office, letterChoices } = wishes;
  const { form, grouping, status, overrides } = letterChoices;
  const isDue = ({ matter, nextStep }: Assessment): boolean =>
    nextStep !== null && (ledger === null || matter.sheet === ledger);
  const due = new Set<string>();
  if (wishes.matters === null) {
    yield* forEach(of.assessments, (own) => {
      if (isDue(own)) due.add(own.matter.key);
    });
  }
  const matters = wishes.matters ?? due;
  return yield* lettersInPortions(of, {
    form,
    matters,
    issuedOn: of.asOf,
    office,
    grouping,
    status,
    overrides,
    earlier: [...letterChoices.earlier.values()].filter((letter) => letter !== null),
  });
}

/** Letters that are cited and on no record: those the clerk was not asked about yet, and those she may look at again. */
export interface EarlierCited {
  readonly missing: readonly EarlierAsked[];
  readonly answered: readonly EarlierAsked[];
}

export function* earlierCited(
  of: Review,
  letters: readonly Letter[],
  known: LetterChoices['earlier'],
): InPortions<EarlierCited> {
  const asked = yield* askedInPortions(of, letters);
  if (known.size === 0) return { missing: asked, answered: [] };
  const [missing, answered]: [EarlierAsked[], EarlierAsked[]] = [[], []];
  yield* forEach(asked, (own) => void (known.has(earlierKey(own)) ? answered : missing).push(own));
  return { missing, answered };
}

/** Answers beside matters, read one after the other: a number given to one letter is not free for another. */
export function readEarlier(
  view: DeskView,
  asked: readonly EarlierAsked[],
  typed: ReadonlyMap<string, EarlierTyped>,
): ReadonlyMap<string, EarlierAnswer> {
  const { review, choices } = view;
  const answers = new Map<string, EarlierAnswer>();
  if (review === null) return answers;
  const style = { withOrdinal: choices.office.numberWithOrdinal, digits: choices.office.numberDigits };
  const entered: EarlierLetter[] = [];
  const register = [...(review.registers.notices ?? [])];
  for (const own of asked) {
    const key = earlierKey(own);
    const given = typed.get(key) ?? { number: '', on: own.on };
    const answer = takeEarlier(own, given, { style, issuedOn: review.asOf, register });
    answers.set(key, answer);
    if (answer.kind !== 'entered') continue;
    entered.push(answer.letter);
    register.push(...entriesEntered(review, entered.slice(-1), entered.length - 1));
  }
  return answers;
}

/** How letters are handed over here: as the clerk chose, in worksheets where the host has no downloads. */
export function deliveryOf(desk: Desk): Delivery {
  const { delivery } = desk.view().letterChoices;
  return desk.downloads || delivery === 'recordOnly' ? delivery : 'sheets';
}

/** Puts letters before the clerk: their rows on record, then files or worksheets as she chose. */
export async function previewIssue(desk: Desk, letters: readonly Letter[]): Promise<void> {
  const { choices, letterChoices } = desk.view();
  if (letters.length === 0) return;
  const planned = await desk.workOut((of) => plannedIssue(of, letters, letterChoices.earlier, choices.office));
  if (planned === null) return;
  const { plan, earlier, blank } = planned;
  const delivery = deliveryOf(desk);
  const { status } = letterChoices;
  const planAnew = (of: Review, again: readonly Letter[]): Promise<Plan> =>
    inSlices(issueInPortions(of, again, choices.office, earlier));
  const issue: IssuePreview = {
    letters,
    redraft: async (of) => (await inSlices(lettersToIssue(of, wishesOf(desk.view())))).notices,
    planOf: async (of, again) => ({ plan: await planAnew(of, again), further: [] }),
  };
  const issued = { ...previewOfLetters(plan, letters, choices.office), issue, written: () => forget(desk) };
  const notes = [
    status === 'draft' ? LETTERS_PREVIEW.draftNote : LETTERS_PREVIEW.sentNote,
    ...(earlier.length === 0 ? [] : [EARLIER.note(earlier.length)]),
    ...(blank === 0 ? [] : [EARLIER.blankNote(blank)]),
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
  const made = await sheetPlans(desk, letters);
  if (made === null) return;
  const sheets = made.plans;
  desk.propose({
    ...issued,
    ...withSheets(plan, sheets, letters),
    issue: {
      ...issue,
      planOf: async (of, again) => {
        const anew = await letterSheetsOf(desk, of, again);
        return anew === null ? null : withSheets(await planAnew(of, again), anew.plans, again);
      },
    },
    letters: [],
    lines: [...issued.lines, ...sheets.flatMap(planLines)],
    notes: [...notes, LETTERS_PREVIEW.sheetsNote, ...sheetNotes(letters, made), ...others],
  });
}

/** `blank`: letters whose citation stays blank. */
function* plannedIssue(
  of: Review,
  letters: readonly Letter[],
  known: LetterChoices['earlier'],
  office: Office,
): InPortions<{ readonly plan: Plan; readonly earlier: readonly EarlierLetter[]; readonly blank: number }> {
  const cited = new Set((yield* askedInPortions(of, letters)).map(earlierKey));
  const earlier = [...known].flatMap(([key, letter]) => (letter && cited.has(key) ? [letter] : []));
  const staysBlank = (letter: Letter): boolean =>
    askedEarlier(of, [letter]).some((asked) => (known.get(earlierKey(asked))?.number ?? asked.number) === null);
  const blank = (yield* filter(letters, staysBlank)).length;
  return { plan: yield* issueInPortions(of, letters, office, earlier), earlier, blank };
}

/** Few letters and their sheets are one action: taken back, or finished, together. */
function withSheets(plan: Plan, sheets: readonly Plan[], letters: readonly Letter[]): PlannedLetters {
  if (letters.length > LETTERS_TOGETHER) return { plan, further: sheets };
  return { plan: { ...plan, changes: [...plan.changes, ...sheets.flatMap(({ changes }) => changes)] }, further: [] };
}

/** More letters than these are written sheet by sheet: a request takes 5 MB. */
const LETTERS_TOGETHER = 50;

const sheetNotes = (letters: readonly Letter[], { unnumbered, problems }: MadeSheets): readonly string[] => [
  ...problems,
  ...(letters.length === 1 ? [] : [LETTERS_PREVIEW.pageNumbers]),
  ...(unnumbered === 0 ? [] : [LETTERS_PREVIEW.unnumbered(unnumbered)]),
];

/** What was entered is on record now. */
const forget = (desk: Desk): void => desk.chooseLetters({ earlier: new Map() });

/** How the letters look: the office's words, layout and own templates; null where they cannot be read (said). */
export async function letterSettings(desk: Desk): Promise<LetterSettings | null> {
  const { choices, connecting } = desk.view();
  const { letterLooks } = await import('../../app/letters/printLetters');
  const looks = await letterLooks(
    choices.office,
    connecting === null ? NEW_SETTINGS : settingsInForce(connecting.settings),
  );
  if (!looks.ok) desk.sayRefused(looks.refusal.sentence);
  else if (looks.value.problems.length > 0) desk.sayRefused(looks.value.problems.join(''));
  return looks.ok ? looks.value.settings : null;
}

interface MadeSheets extends LetterSheets {
  /** What is wrong with templates the workbook keeps. */
  readonly problems: readonly string[];
}

async function sheetPlans(desk: Desk, letters: readonly Letter[]): Promise<MadeSheets | null> {
  const { review } = desk.view();
  if (review === null) return null;
  return desk.making(letters.length, (working) => letterSheetsOf(desk, review, letters, working));
}

/** The worksheets of letters beside the sheets of that reading; null where it was refused (said). */
async function letterSheetsOf(
  desk: Desk,
  of: Review,
  letters: readonly Letter[],
  working: Working = inSlices,
): Promise<MadeSheets | null> {
  const { connecting, choices } = desk.view();
  if (connecting === null) return null;
  const [{ planLetterSheets }, { letterLooks }] = await Promise.all([
    import('../../app/letters/letterSheets'),
    import('../../app/letters/printLetters'),
  ]);
  const looks = await letterLooks(choices.office, settingsInForce(connecting.settings));
  if (!looks.ok) {
    desk.sayRefused(looks.refusal.sentence);
    return null;
  }
  const { settings, problems } = looks.value;
  return { ...(await planLetterSheets(of.reading.survey, letters, settings, of.asOf, working)), problems };
}

export function previewTurn(desk: Desk, outcome: TurnOutcome, turn: NoticeTurn['kind']): void {
  const count = outcome.letters.length;
  const { plan, refusals } = outcome;
  const deed = TURN.deed(RECORD.turn[turn], count);
  const notes = refusals.map(({ sentence }) => sentence);
  desk.propose({ ...PLAIN, plan, deed, summary: deed, lines: planLines(plan), notes });
}

/** Drafts off the register, the last of a sequence first. */
export const previewTakingBack = (desk: Desk, letters: readonly LetterOnRecord[]): Promise<boolean> =>
  desk.proposeComputed(function* (of) {
    const { plan, refusals, letters: taken } = yield* takingBackInPortions(of, letters);
    const deed = TURN.takeBack(taken.length);
    const notes = refusals.map(({ sentence }) => sentence);
    return { ...PLAIN, plan, deed, summary: deed, lines: planLines(plan), notes };
  });

/** 补打 under the same numbers, as files or worksheets. Answers why letters were left out. */
export async function reprint(desk: Desk, letters: readonly LetterOnRecord[]): Promise<readonly string[]> {
  const { office } = desk.view().choices;
  const made = await desk.workOut((of) => reprintInPortions(of, letters, office));
  if (made === null) return [];
  const { notices, refusals } = made;
  const delivery = deliveryOf(desk);
  if (notices.length > 0 && delivery !== 'sheets') {
    await desk.makeFiles(notices, delivery === 'zip' ? 'zip' : 'joined');
  } else if (notices.length > 0) {
    const sheets = await sheetPlans(desk, notices);
    const [plan, ...further] = sheets?.plans ?? [];
    const deed = LETTERS_PREVIEW.sheetsAgain(notices.length);
    const lines = [plan, ...further].flatMap((own) => (own === undefined ? [] : planLines(own)));
    const notes = sheets === null ? [] : sheetNotes(notices, sheets);
    if (plan !== undefined) desk.propose({ ...PLAIN, plan, further, deed, summary: deed, lines, notes });
  }
  return refusals.map(({ sentence }) => sentence);
}

/** Hands over the letters a notice offers: they are on record, and nothing of them was given out. */
export async function makeOffered(desk: Desk): Promise<void> {
  const { review, notice } = desk.view();
  const names = notice?.letters;
  if (review === null || names === undefined) return;
  const refused = await reprint(
    desk,
    lettersOnRecord(review).filter((letter) => names.has(letterName(letter))),
  );
  if (refused.length > 0) desk.sayRefused(refused.join(''));
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
  void desk.choose({ ...choices, office });
  const plan = planSettings(connecting.survey, settings);
  desk.propose({ ...PLAIN, plan, deed: OFFICE.save, summary: OFFICE.deed, lines: planLines(plan) });
}

/** A plan that keeps or drops one template. */
export const previewTemplate = (desk: Desk, plan: Plan, deed: string): void =>
  desk.propose({ ...PLAIN, plan, deed, summary: deed, lines: planLines(plan) });
