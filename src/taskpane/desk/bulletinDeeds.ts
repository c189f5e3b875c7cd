import { settingsInForce } from '../../app/reading/connectLedger';
import { issuedText, issuingInPortions, type BulletinIssuing } from '../../app/bulletin/issueBulletin';
import { headInForce, issuedBulletin, sheetOfPublication, wordsOf } from '../../app/bulletin/issuedBulletins';
import { bulletinDocument, draftedInPortions, type BulletinDraft } from '../../app/bulletin/publishBulletin';
import { bookStem } from '../../app/office/bookStem';
import type { Review } from '../../app/reading/review';
import type { BulletinHead } from '../../domain/bulletin/bulletinHead';
import type { BulletinText } from '../../domain/bulletin/bulletinText';
import { NOTHING_DECIDED, type Decided } from '../../domain/bulletin/candidates';
import { publicationsOf, type Publication } from '../../domain/bulletin/publications';
import { monthOf, type CivilDate } from '../../domain/calendar/civilDate';
import type { Office } from '../../domain/notices/office';
import type { InPortions } from '../../domain/portions';
import type { Plan } from '../../domain/plan';
import { PREVIEW } from '../words';
import { BULLETIN } from '../words/bulletin';
import type { Desk } from './Desk';
import type { MadeFile } from './files';
import { planLines } from './planInWords';
import type { BulletinEdit, DeskView, Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;
const NO_EDIT: BulletinEdit = { words: {}, decided: null, head: null, issuedOn: null };

/** A bulletin as the room shows it: what would be written now, and what was written. */
export interface BulletinShown {
  readonly publications: readonly Publication[];
  readonly publication: Publication;
  readonly sheet: string;
  readonly draft: BulletinDraft;
  readonly words: BulletinEdit['words'];
  readonly decided: Decided;
  readonly head: BulletinHead;
  readonly issuedOn: CivilDate;
  readonly issuing: BulletinIssuing;
  /** As its sheet says it; null where there is none, or it was rearranged. */
  readonly issued: BulletinText | null;
  /** The clerk has changed something since it was written, or it was not written yet. */
  readonly edited: boolean;
}

/** `edits`, `publication` and `today` as the desk has them. */
export function* bulletinShown(
  of: Review,
  { bulletin, connecting, today }: Pick<DeskView, 'bulletin' | 'connecting' | 'today'>,
): InPortions<BulletinShown> {
  const publications = publicationsOf(of.ruleSet, of.asOf);
  const publication = publications.find(({ id }) => id === bulletin.publication) ?? publications[0]!;
  const sheet = sheetOfPublication(of, publication);
  const kept = issuedBulletin(of, sheet);
  const edit = bulletin.edits.get(sheet);
  const { decided, head, issuedOn, words } = edit ?? NO_EDIT;
  const chosen = {
    words: edit === undefined && kept !== null ? wordsOf(kept) : words,
    decided: decided ?? kept ?? NOTHING_DECIDED,
    head: head ?? kept?.head ?? headInForce(of, settingsInForce(connecting?.settings ?? { kind: 'none' })),
    issuedOn: issuedOn ?? kept?.issuedOn ?? (today > of.asOf ? today : of.asOf),
  };
  const draft = yield* draftedInPortions(of, {
    publication: publication.id,
    choices: null,
    decided: chosen.decided,
    words: chosen.words,
    issuedOn: chosen.issuedOn,
  });
  return {
    publications,
    publication,
    sheet,
    draft,
    ...chosen,
    issuing: yield* issuingInPortions(of, draft, { ...chosen, replace: false }),
    issued: issuedText(of, draft),
    edited: edit !== undefined,
  };
}

/** Changes what is about to be written of the bulletin on show. */
export function editBulletin(desk: Desk, shown: BulletinShown, change: Partial<BulletinEdit>): void {
  const { edits } = desk.view().bulletin;
  const { words, decided, head, issuedOn } = shown;
  const edit: BulletinEdit = { words, decided, head, issuedOn, ...change };
  desk.atBulletin({ edits: new Map([...edits, [shown.sheet, edit]]) });
}

/** Makes the .docx of a bulletin's text. */
export async function fileOf(
  of: Review,
  text: BulletinText,
  { head, issuedOn, sheet }: Pick<BulletinShown, 'head' | 'issuedOn' | 'sheet'>,
  office: Office,
): Promise<MadeFile> {
  const name = BULLETIN.fileName(bookStem(of.reading.snapshot.name), sheet);
  return Promise.resolve(bulletinDocument({ text }, { office, head, issuedOn, issue: monthOf(of.asOf), name }));
}

/** Puts the bulletin before the clerk: the sheet, what it says of units on record, then its file. */
export async function previewBulletin(desk: Desk, shown: BulletinShown, replace: boolean): Promise<void> {
  const { review, choices } = desk.view();
  const { sheet, draft } = shown;
  const issuing = await desk.workOut((of) => issuingInPortions(of, draft, { ...shown, replace }));
  if (review === null || issuing === null) return;
  const again = issuing.standing === 'differs';
  const { edits } = desk.view().bulletin;
  desk.propose({
    ...PLAIN,
    plan: issuing.plan,
    deed: again ? BULLETIN.deedAgain(sheet) : BULLETIN.deed(sheet),
    summary: again ? BULLETIN.deedAgain(sheet) : BULLETIN.summary(sheet),
    lines: linesOf(issuing.plan),
    notes: [...issuing.notes, desk.downloads ? BULLETIN.fileNote : BULLETIN.noFile(sheet), BULLETIN.rememberedNote],
    ...(desk.downloads ? { file: () => fileOf(review, draft.text, shown, choices.office) } : {}),
    written: () => desk.atBulletin({ edits: new Map([...edits].filter(([name]) => name !== sheet)) }),
  });
}

/** The part that keeps words is no place of its own to the clerk. */
const linesOf = (plan: Plan): readonly string[] => planLines(plan).filter((line) => line !== PREVIEW.partLine);
