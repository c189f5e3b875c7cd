import { readHead, type BulletinHead } from '../../domain/bulletin/bulletinHead';
import { bulletinSheetName } from '../../domain/bulletin/bulletinSheet';
import { issuedBulletinsSchema, type IssuedBulletin, type IssuedBulletins } from '../../domain/bulletin/issuedBulletin';
import { periodOf } from '../../domain/bulletin/period';
import { publicationsOf, type Publication } from '../../domain/bulletin/publications';
import type { Change } from '../../domain/plan';
import { atOnce, type InPortions } from '../../domain/portions';
import type { UnitScore } from '../../domain/scoring/score';
import { OWN_PARTS, partData, partXml } from '../../excel/ownParts';
import { draftedInPortions, type BulletinDraft } from './publishBulletin';
import type { Review } from '../reading/review';
import type { WorkbookSettings } from '../office/workbookSettings';

/** Bulletins remembered; older ones are let go, their sheets stay. */
const MOST = 60;

/** What was chosen and written of the bulletins of this workbook, by sheet; a damaged part is none. */
function issuedBulletins({ reading }: Review): IssuedBulletins {
  const xml = reading.survey.parts.get('bulletins');
  const parsed = issuedBulletinsSchema.safeParse(xml === undefined ? undefined : partData(xml));
  return parsed.success ? parsed.data : {};
}

export const issuedBulletin = (of: Review, sheet: string): IssuedBulletin | null => issuedBulletins(of)[sheet] ?? null;

/** The sheet a publication of the review's date is written to. */
export const sheetOfPublication = (of: Review, { id, period }: Pick<Publication, 'id' | 'period'>): string =>
  bulletinSheetName(periodOf(period, of.asOf), id);

/** How the last bulletin was published, else as the workbook's settings say; its numbers are each bulletin's own. */
export function headInForce(of: Review, settings: WorkbookSettings): BulletinHead {
  const last = Object.values(issuedBulletins(of))
    .sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
    .at(-1);
  return last === undefined ? readHead(settings.office) : { ...last.head, bulletinNumber: '', bulletinIssue: '' };
}

/** The bulletin with the words and choices it was issued with, else as it starts. */
export const standingDraft = (...asked: Parameters<typeof standingInPortions>): BulletinDraft =>
  atOnce(standingInPortions(...asked));

export function* standingInPortions(
  of: Review,
  id: Publication['id'] = 'monthly',
  scores?: readonly UnitScore[],
): InPortions<BulletinDraft> {
  const publications = publicationsOf(of.ruleSet, of.asOf);
  const publication = publications.find((each) => each.id === id) ?? publications[0]!;
  const kept = issuedBulletin(of, sheetOfPublication(of, publication));
  return yield* draftedInPortions(of, {
    publication: publication.id,
    choices: null,
    ...(scores === undefined ? {} : { scores }),
    ...(kept === null ? {} : { words: wordsOf(kept), decided: kept, issuedOn: kept.issuedOn }),
  });
}

/** Words as a draft takes them. */
export const wordsOf = ({ words }: Pick<IssuedBulletin, 'words'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).flatMap(([slot, text]) => (text === undefined ? [] : [[slot, text]])));

/** Remembers a bulletin in the workbook's own part. */
export function rememberIssued(of: Review, sheet: string, issued: IssuedBulletin): readonly Change[] {
  const before = of.reading.survey.parts.get('bulletins') ?? null;
  const others = Object.entries(issuedBulletins(of)).filter(([name]) => name !== sheet);
  const after = partXml('bulletins', Object.fromEntries([...others.slice(1 - MOST), [sheet, issued]]));
  return before === after ? [] : [{ kind: 'setPart', namespace: OWN_PARTS.bulletins, before, after }];
}
