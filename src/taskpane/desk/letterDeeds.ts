import { planSettings, settingsInForce } from '../../app/reading/connectLedger';
import { draftLetters, planIssue, type IssueRequest } from '../../app/letters/issueNotices';
import { withLayout, type PageChoice } from '../../app/letters/letterLayout';
import {
  askedEarlier,
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
import { planTurn, type NoticeTurn, type TurnOutcome } from '../../app/letters/noticeLife';
import { withOffice } from '../../app/office/officeSettings';
import { reprintLetters } from '../../app/letters/reprintLetters';
import { planTakingBack } from '../../app/letters/takeBackNotices';
import type { Following, LetterSettings } from '../../app/letters/makeLetters';
import type { Review } from '../../app/reading/review';
import type { Fonts } from '../../app/letters/letterLayout';
import type { Notice as Letter } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { letterName } from '../../domain/notices/remake';
import type { DraftOutcome } from '../../domain/notices/draft';
import type { Plan } from '../../domain/plan';
import { NEW_SETTINGS } from '../../app/office/workbookSettings';
import { PREVIEW } from '../words';
import { EARLIER, LETTERS_PREVIEW, OFFICE, RECORD, TURN } from '../words/letters';
import type { Desk } from './Desk';
import { planLines } from './planInWords';
import { previewOfLetters } from './previews';
import type { Delivery, DeskView, IssuePreview, PlannedLetters, Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** What 待发 shows for the clerk's choices: letters, numbered, and what is refused. Null before a review. */
export function lettersToIssue(view: DeskView): DraftOutcome | null {
  const { review, ledger, lettersFor, selected, choices, letterChoices } = view;
  if (review === null) return null;
  const { form, grouping, status, overrides } = letterChoices;
  const earlier = [...letterChoices.earlier.values()].filter((letter) => letter !== null);
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
    earlier,
  };
  return draftLetters(review, request);
}

/** Letters the given ones cite that are on no record and that the clerk was not asked about yet. */
export function earlierToAsk(view: DeskView, letters: readonly Letter[]): readonly EarlierAsked[] {
  const { review, letterChoices } = view;
  if (review === null) return [];
  return askedEarlier(review, letters).filter((asked) => !letterChoices.earlier.has(earlierKey(asked)));
}

/** Those the clerk was asked about already: she may look again. */
export function earlierAnswered(view: DeskView, letters: readonly Letter[]): readonly EarlierAsked[] {
  const { review, letterChoices } = view;
  if (review === null) return [];
  return askedEarlier(review, letters).filter((asked) => letterChoices.earlier.has(earlierKey(asked)));
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
  let register = review.registers.notices ?? [];
  for (const own of asked) {
    const key = earlierKey(own);
    const given = typed.get(key) ?? { number: '', on: own.on };
    const answer = takeEarlier(own, given, { style, issuedOn: review.asOf, register });
    answers.set(key, answer);
    if (answer.kind !== 'entered') continue;
    entered.push(answer.letter);
    register = [...(review.registers.notices ?? []), ...entriesEntered(review, entered)];
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
  const { review, choices, letterChoices } = desk.view();
  if (review === null || letters.length === 0) return;
  const delivery = deliveryOf(desk);
  const { status } = letterChoices;
  const cited = new Set(askedEarlier(review, letters).map(earlierKey));
  const earlier = [...letterChoices.earlier].flatMap(([key, letter]) => (letter && cited.has(key) ? [letter] : []));
  const plan = planIssue(review, letters, choices.office, earlier);
  const planAnew = (of: Review, again: readonly Letter[]): Plan => planIssue(of, again, choices.office, earlier);
  const issue: IssuePreview = {
    letters,
    redraft: (of) => lettersToIssue({ ...desk.view(), review: of })?.notices ?? [],
    planOf: async (of, again) => ({ plan: planAnew(of, again), further: [] }),
  };
  const issued = { ...previewOfLetters(plan, letters, choices.office), issue, written: () => forget(desk) };
  const blank = earlierBlank(desk.view(), letters);
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
        return anew === null ? null : withSheets(planAnew(of, again), anew.plans, again);
      },
    },
    letters: [],
    lines: [...issued.lines, ...sheets.flatMap(planLines)],
    notes: [...notes, LETTERS_PREVIEW.sheetsNote, ...sheetNotes(letters, made), ...others],
  });
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

/** Letters whose citation stays blank. */
function earlierBlank(view: DeskView, letters: readonly Letter[]): number {
  const { review, letterChoices } = view;
  if (review === null) return 0;
  const blank = (letter: Letter): boolean =>
    askedEarlier(review, [letter]).some((asked) => {
      const entered = letterChoices.earlier.get(earlierKey(asked));
      return (entered?.number ?? asked.number) === null;
    });
  return letters.filter(blank).length;
}

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
  return desk.making(letters.length, (following) => letterSheetsOf(desk, review, letters, following));
}

/** The worksheets of letters beside the sheets of that reading; null where it was stopped or refused (said). */
async function letterSheetsOf(
  desk: Desk,
  of: Review,
  letters: readonly Letter[],
  following?: Following,
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
  const made = await planLetterSheets(of.reading.survey, letters, settings, of.asOf, following);
  return made === null ? null : { ...made, problems };
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
    const made = await sheetPlans(desk, notices);
    const [plan, ...further] = made?.plans ?? [];
    const deed = LETTERS_PREVIEW.sheetsAgain(notices.length);
    const lines = [plan, ...further].flatMap((own) => (own === undefined ? [] : planLines(own)));
    const notes = made === null ? [] : sheetNotes(notices, made);
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
