import type { Assessment, State } from '../assessment';
import type { CellRef } from '../cell';
import { foldText } from '../foldText';
import type { Settings } from '../ruleSet';
import { isCategoryRule, type CategoryRule, type Scheme } from './scheme';

const CLOSED: readonly State[] = ['closedOnTime', 'closedLate', 'closed'];
const NEVER_COUNTED: readonly State[] = ['recurring', 'suspended', 'notAssigned'];

/** Letters and marks that do not tell one category from another: numbering, quotes, brackets, spaces. */
function bare(text: string): string {
  return foldText(text)
    .replace(/[《》〈〉“”"'‘’【】]/g, '')
    .replace(/^\(?[一二三四五六七八九十\d]{1,3}\)?[、.,:]/, '')
    .replace(/^\([一二三四五六七八九十\d]{1,3}\)/, '');
}

/** The same name without the year, the level of government, and a closing 类, 事项, 任务, 办理, 工作. */
const core = (text: string): string =>
  bare(text)
    .replace(/^\d{4}年(度)?/, '')
    .replace(/^年度/, '')
    .replace(/^[省市州区县](?=.{4})/, '')
    .replace(/(类|事项|任务|办理|工作|情况)$/, '');

interface CategoryNames {
  readonly asWritten: ReadonlyMap<string, CategoryRule>;
  readonly inSubstance: ReadonlyMap<string, CategoryRule>;
}
/** A ledger repeats few categories in many rows: each scheme's names are worked out once. */
const namesOfScheme = new WeakMap<Scheme, CategoryNames>();

function categoryNames(scheme: Scheme): CategoryNames {
  const known = namesOfScheme.get(scheme);
  if (known !== undefined) return known;
  const asWritten = new Map<string, CategoryRule>();
  const inSubstance = new Map<string, CategoryRule>();
  for (const rule of scheme.rules.filter(isCategoryRule)) {
    for (const name of [rule.category, ...rule.aliases]) {
      if (!asWritten.has(bare(name))) asWritten.set(bare(name), rule);
      if (!inSubstance.has(core(name))) inSubstance.set(core(name), rule);
    }
  }
  const names = { asWritten, inSubstance };
  namesOfScheme.set(scheme, names);
  return names;
}

/** The scheme's rule for a category as the ledger writes it; null where the scheme does not know it. */
export function categoryRule(scheme: Scheme, written: string): CategoryRule | null {
  const { asWritten, inSubstance } = categoryNames(scheme);
  return asWritten.get(bare(written)) ?? inSubstance.get(core(written)) ?? null;
}

export interface CategoryCount {
  /** The unit undertook matters of this category. */
  readonly present: boolean;
  readonly counted: number;
  /** By sheet and row. */
  readonly unfinished: readonly Assessment[];
}

/**
 * 001 三(三): counted = closed, or past the effective deadline; at the annual review every matter
 * but recurring, suspended and not assigned. A matter not yet assigned is not yet undertaken.
 */
export function countCategory(
  rule: CategoryRule,
  scheme: Scheme,
  led: readonly Assessment[],
  settings: Settings,
): CategoryCount {
  const own = led.filter(
    ({ matter, state }) =>
      state !== 'notAssigned' && matter.category !== null && categoryRule(scheme, matter.category)?.id === rule.id,
  );
  const counted = own.filter(
    ({ state }) => !NEVER_COUNTED.includes(state) && (CLOSED.includes(state) || state === 'overdue' || settings.annual),
  );
  const unfinished = counted.filter(
    ({ state }) => !CLOSED.includes(state) || (settings.lateClosingUnfinished && state === 'closedLate'),
  );
  return {
    present: own.length > 0,
    counted: counted.length,
    unfinished: [...unfinished].sort(
      (a, b) => compareText(a.matter.sheet, b.matter.sheet) || a.matter.row - b.matter.row,
    ),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The cell a line about a matter points to. */
export const matterCell = ({ matter }: Assessment): CellRef =>
  matter.cells['title'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
