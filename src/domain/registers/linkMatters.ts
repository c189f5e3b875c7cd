import { foldText, isFolded } from '../foldText';
import { MattersByText, type ByText } from '../ledger/mattersByText';
import { namedMatters } from '../ledger/namedMatters';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import type { MatterReference } from './registers';

/**
 * Why a number or title of a register row leads to no matter: `notFound`, `several` of that number (or title) in the
 * workbook, `titleDiffers` where the number is there under another title, `noLedger` where 台账 names no connected sheet.
 */
export type LinkProblem = 'notFound' | 'several' | 'titleDiffers' | 'noLedger';

export interface Link {
  /** The number as written; null where the row names a title only. */
  readonly id: string | null;
  readonly matter: Matter | null;
  readonly problem: LinkProblem | null;
}

export interface MatterIndex {
  /** One link for each number written, or one for the title where there is no number; none for a row that names neither. */
  link(reference: MatterReference): readonly Link[];
}

/**
 * Joins 事项编号 and 事项 of register rows to matters (rules.md §8): by number and title where the title is given, by
 * number alone where it is unique in the workbook or in the ledger that 台账 names.
 *
 * Readings: a row of several numbers gives one title at most of theirs, so there the title only chooses between
 * matters of one number; where it gives as many titles as numbers, or several of which none fits, a number whose
 * matter has none of them is a contradiction. A row with a title and no number is linked where that title is unique. Titles joined by ； are
 * those of a letter on several matters: the ones without a number link by their own title.
 */
export const indexMatters = (matters: readonly Matter[]): MatterIndex => atOnce(indexInPortions(matters));

export function* indexInPortions(matters: readonly Matter[]): InPortions<MatterIndex> {
  const [first] = matters;
  if (first === undefined) return yield* indexOf(matters);
  let known = indexes.get(first);
  if (known === undefined || !isSame(known.matters, matters)) {
    indexes.set(first, (known = { matters, index: yield* indexOf(matters) }));
  }
  return known.index;
}

/** Of a list that differs in a few matters from one before, and is named after it (`nameAfter`). */
export function indexAfter(matters: readonly Matter[]): MatterIndex {
  const index = atOnce(indexOf(matters));
  const [first] = matters;
  if (first !== undefined) indexes.set(first, { matters, index });
  return index;
}

/** One index for the same matters, however many months are scored and registers joined by it; by their first one. */
const indexes = new WeakMap<Matter, { readonly matters: readonly Matter[]; readonly index: MatterIndex }>();

const isSame = (one: readonly Matter[], other: readonly Matter[]): boolean =>
  one === other || (one.length === other.length && one.every((matter, at) => matter === other[at]));

function* indexOf(matters: readonly Matter[]): InPortions<MatterIndex> {
  const named = yield* namedMatters(matters);
  const byId = named.carriedOver ? yield* formerNumbersToo(matters) : named.byNumber;
  const sheets = new Map<string, string>();
  for (const sheet of named.sheets) sheets.set(sheet, foldText(sheet));
  for (const { formerly } of named.carriedOver ? matters : []) {
    if (formerly !== undefined) sheets.set(formerly.sheet, foldText(formerly.sheet));
  }
  const ledgers = new Set(sheets.values());
  const byTitle = (title: string): readonly Matter[] => named.byTitle.get(title);

  function within(found: readonly Matter[], ledger: string | null): readonly Matter[] {
    if (ledger === null) return found;
    return found.filter(
      ({ sheet, formerly }) =>
        sheets.get(sheet) === ledger || (formerly !== undefined && sheets.get(formerly.sheet) === ledger),
    );
  }

  /** A row of titles only: the whole text where a matter is called so, else each title of several. */
  function byTitles(named: string, sheet: string | null): readonly Link[] {
    const whole = within(byTitle(named), sheet);
    if (whole.length > 0 || !severalTitles(named)) return [only(null, whole)];
    return titlesIn(named).map((title) => only(null, within(byTitle(title), sheet)));
  }

  /** Matters without a number in a row that also gives numbers: found by their titles. */
  function unnumbered(named: string, sheet: string | null, numbered: readonly Link[]): readonly Link[] {
    return titlesIn(named).flatMap((title) => {
      const found = within(byTitle(title), sheet).filter(({ id }) => id === null);
      return found.length === 1 && !numbered.some(({ matter }) => matter === found[0]) ? [only(null, found)] : [];
    });
  }

  /** Titles joined by ； are those of the numbers: as many, or none of them any number's. */
  function contradicts(named: string, ids: readonly string[], sheet: string | null): boolean {
    if (ids.length < 2 || !severalTitles(named)) return false;
    const found = ids.flatMap((id) => within(byId.get(foldText(id)), sheet));
    if (found.some((matter) => matter.title !== null && foldText(matter.title) === named)) return false;
    return titlesIn(named).length === ids.length || !found.some((matter) => agrees(matter, named, true));
  }

  function lookUp({ ids, title, ledger }: MatterReference): readonly Link[] {
    const sheet = ledger === null || ledger.trim() === '' ? null : foldText(ledger);
    const named = title === null || title.trim() === '' ? null : foldText(title);
    if (sheet !== null && !ledgers.has(sheet)) {
      const problem = 'noLedger';
      return ids.length === 0
        ? [{ id: null, matter: null, problem }]
        : ids.map((id) => ({ id, matter: null, problem }));
    }
    if (ids.length === 0) {
      return named === null ? [] : byTitles(named, sheet);
    }
    const strict = named !== null && contradicts(named, ids, sheet);
    const numbered = ids.map((id, place) => {
      const found = within(byId.get(foldText(id)), sheet);
      if (named === null || found.length === 0) return only(id, found);
      const agreeing = found.filter((matter) => agrees(matter, named, ids.length > 1 || severalTitles(named)));
      // A number that repeats in the ledger stands in the row as often as it has matters there: each has its turn.
      const turns = ids.length === 1 ? 1 : ids.filter((own) => foldText(own) === foldText(id)).length;
      if (turns > 1 && turns === agreeing.length) {
        const turn = ids.slice(0, place).filter((own) => foldText(own) === foldText(id)).length;
        return only(id, agreeing.slice(turn, turn + 1));
      }
      if (agreeing.length > 0) return only(id, agreeing);
      return ids.length > 1 && !strict ? only(id, found) : { id, matter: null, problem: 'titleDiffers' as const };
    });
    return named === null || !severalTitles(named) ? numbered : [...numbered, ...unnumbered(named, sheet, numbered)];
  }

  /** One number and, letter by letter, the title that matter has: most rows. Null where a closer look is needed. */
  function asWritten({ ids, title, ledger }: MatterReference): Link | null {
    const [id, another] = ids;
    if (id === undefined || another !== undefined || title === null || title === '' || !isFolded(title)) return null;
    const [matter, like] = byId.get(foldText(id));
    if (matter?.title !== title || like !== undefined) return null;
    return ledger === null || ledger === matter.sheet ? { id, matter, problem: null } : null;
  }

  return {
    link(reference) {
      const plain = asWritten(reference);
      return plain === null ? lookUp(reference) : [plain];
    },
  };
}

/** Matters carried over by the numbers of the year before as well. */
function* formerNumbersToo(matters: readonly Matter[]): InPortions<ByText> {
  const byNumber = new MattersByText();
  yield* forEach(matters, (matter) => {
    const { id, formerly } = matter;
    if (id !== null) byNumber.add(foldText(id), matter);
    if (formerly !== undefined && formerly.id !== null) byNumber.add(foldText(formerly.id), matter);
  });
  return byNumber;
}

/** Folding turns the full-width ； of a joined row into a half-width one. */
const TITLES = /[；;]/;
const severalTitles = (named: string): boolean => TITLES.test(named);
/** Each title of a row of several, as folded. */
export const titlesIn = (named: string): readonly string[] =>
  named
    .split(TITLES)
    .map((title) => title.trim())
    .filter((title) => title !== '');

/** A matter without a title contradicts none. */
function agrees(matter: Matter, title: string, amongSeveral: boolean): boolean {
  if (matter.title === null) return true;
  const own = foldText(matter.title);
  return amongSeveral ? title.includes(own) : title === own;
}

function only(id: string | null, found: readonly Matter[]): Link {
  if (found.length === 1) return { id, matter: found[0] ?? null, problem: null };
  return { id, matter: null, problem: found.length === 0 ? 'notFound' : 'several' };
}
