import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { PORTION, type InPortions } from '../portions';
import type { SheetSnapshot } from '../snapshot';
import type { Proceeding } from './registers';
import { RegisterRows, splitList } from './registerSheet';
import type { UnitDirectory } from './unitDirectory';
import { proceedingKind } from './words';

export const PROCEEDING_HEADERS = [
  '日期',
  '事项编号',
  '事项',
  '单位',
  '类型',
  '内容',
  '新时限',
  '批准人',
  '经办人',
  '台账',
] as const;

/** Reads 办理登记. A row that names no matter (整改报告 of a unit aside) says nothing and is a finding. */
export function* readProceedings(
  sheet: SheetSnapshot,
  directory: UnitDirectory,
  context: { readonly asOf: CivilDate; readonly date1904: boolean },
): InPortions<{ readonly entries: readonly Proceeding[]; readonly findings: readonly Finding[] }> {
  const { rows, findings } = RegisterRows.open(sheet, PROCEEDING_HEADERS, ['日期', '类型'], context);
  if (rows === null) return { entries: [], findings };
  const entries: Proceeding[] = [];
  for (const row of rows.filled()) {
    if (row % PORTION === 0) yield;
    const date = rows.neededDate(row, '日期');
    const word = rows.neededText(row, '类型');
    const kind = word === null ? null : proceedingKind(word);
    if (word !== null && kind === null) rows.problem(row, '类型', 'unknownWord');
    const matters = rows.matters(row);
    const unit = unitOf(rows.text(row, '单位'), directory);
    // 整改报告 answers a 通报批评 of the unit: it may be about no single matter.
    const aboutUnit = kind === 'rectificationReport' && unit !== null;
    const named = matters.ids.length > 0 || matters.title !== null || aboutUnit;
    if (!named) rows.problem(row, '事项编号', 'noMatter');
    if (date === null || kind === null || !named) continue;
    const newDeadline = rows.date(row, '新时限', date);
    if (kind === 'extension' && rows.text(row, '新时限') === '') rows.problem(row, '新时限', 'blank');
    entries.push({
      cell: rows.cell(row, '日期'),
      date,
      matters,
      unit,
      kind,
      content: rows.text(row, '内容'),
      newDeadline,
      approver: rows.textOrNull(row, '批准人'),
      handler: rows.textOrNull(row, '经办人'),
    });
  }
  return { entries, findings: rows.findings };
}

function unitOf(text: string, directory: UnitDirectory): string | null {
  if (text === '') return null;
  return splitList(text)
    .map((written) => {
      const found = directory.resolve(written);
      return found.kind === 'unit' || found.kind === 'alias' ? found.unit : written;
    })
    .join('、');
}
