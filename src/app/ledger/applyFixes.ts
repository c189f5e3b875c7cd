import { isDateFormat } from '../../domain/calendar/dateFormat';
import { cellName } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import type { Matter } from '../../domain/matter';
import type { Change, Plan } from '../../domain/plan';
import { atOnce, forEach, map, type InPortions } from '../../domain/portions';
import { formatAt, valueAt } from '../../domain/snapshot';
import { identityOf } from './identity';
import { dateFormatOf, holdsFormula, sheetOf } from './ledgerCells';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';

/** Why a finding is not put right by the add-in. */
export type FixRefusal = 'noFix' | 'formula' | 'indistinct' | 'sameCell' | 'changed';

export const FIX_REFUSALS: Readonly<Record<FixRefusal, string>> = {
  noFix: '没有可以代改的写法，请自行修改',
  formula: '这一格是公式，不能改成固定的内容，请修改公式',
  indistinct: '这一行与别的行分不开，没有改，请先给它们不同的序号',
  sameCell: '同一格已有一处修改，写入后再改这一处',
  changed: '这一格已经不是核对时的内容，没有改，请重新核对',
};

export interface FixOutcome {
  readonly plan: Plan;
  /** Before and after as a person reads them, in the order given. */
  readonly lines: readonly {
    readonly finding: Finding;
    readonly place: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly skipped: readonly { readonly finding: Finding; readonly why: FixRefusal; readonly sentence: string }[];
}

/**
 * The plan that carries out the fixes of these findings: one, or all of a kind. A date written as text becomes a real
 * date in its column's own format. Never on rows that cannot be told apart, never over a formula.
 */
export const planFixes = (of: Review, findings: readonly Finding[]): FixOutcome =>
  atOnce(fixesInPortions(of, findings));

export function* fixesInPortions(of: Review, findings: readonly Finding[]): InPortions<FixOutcome> {
  const matters = mattersByKey(of);
  const taken = new Set<string>();
  const touched = new Set<Matter>();
  const changes: Change[] = [];
  const lines: FixOutcome['lines'][number][] = [];
  const skipped: FixOutcome['skipped'][number][] = [];
  yield* forEach(findings, (finding) => {
    const matter = finding.matter === undefined ? undefined : matters.get(finding.matter);
    const why = refusalOf(of, finding, matter, taken);
    const { fix } = finding;
    if (why !== null || fix === undefined) {
      const sentence = `${cellName(finding.cell)}：${FIX_REFUSALS[why ?? 'noFix']}。`;
      skipped.push({ finding, why: why ?? 'noFix', sentence });
      return;
    }
    const place = cellName(fix.cell);
    taken.add(place);
    if (matter !== undefined) touched.add(matter);
    changes.push(changeOf(of, fix));
    lines.push({ finding, place, before: String(fix.before), after: fix.shown });
  });
  const expectations = (yield* map([...touched], (matter) => identityOf(of, matter))).flat();
  return { plan: { action: 'fix', asOf: of.asOf, expectations, changes }, lines, skipped };
}

function refusalOf(
  of: Review,
  { cell, fix }: Finding,
  matter: Matter | undefined,
  taken: ReadonlySet<string>,
): FixRefusal | null {
  if (holdsFormula(of, fix?.cell ?? cell)) return 'formula';
  if (fix === undefined) return 'noFix';
  if (matter?.distinct === false) return 'indistinct';
  if (taken.has(cellName(fix.cell))) return 'sameCell';
  const sheet = sheetOf(of, fix.cell.sheet);
  return sheet === undefined || valueAt(sheet, fix.cell.row, fix.cell.column) !== fix.before ? 'changed' : null;
}

function changeOf(of: Review, { cell, before, after, numberFormat }: NonNullable<Finding['fix']>): Change {
  if (numberFormat === undefined) return { kind: 'setCell', cell, before, after };
  const sheet = sheetOf(of, cell.sheet)!;
  const formatBefore = formatAt(sheet, cell.row, cell.column);
  const format = isDateFormat(formatBefore) ? formatBefore : dateFormatOf(sheet, cell.column);
  return { kind: 'setCell', cell, before, after, numberFormat: format, formatBefore };
}
