import type { RegisterKind } from './readRegister';
import type { Proceeding } from './registers';
import { splitList } from './registerSheet';
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

/** 办理登记. A row that names no matter (整改报告 of a unit aside) says nothing and is a finding. */
export const PROCEEDING_REGISTER: RegisterKind<Proceeding> = {
  headers: PROCEEDING_HEADERS,
  needed: ['日期', '类型'],
  entriesOf(rows, row, directory) {
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
    if (date === null || kind === null || !named) return [];
    const newDeadline = rows.date(row, '新时限', date);
    if (kind === 'extension' && rows.text(row, '新时限') === '') rows.problem(row, '新时限', 'blank');
    return [
      {
        cell: rows.cell(row, '日期'),
        date,
        matters,
        unit,
        kind,
        content: rows.text(row, '内容'),
        newDeadline,
        approver: rows.textOrNull(row, '批准人'),
        handler: rows.textOrNull(row, '经办人'),
      },
    ];
  },
};

function unitOf(text: string, directory: UnitDirectory): string | null {
  if (text === '') return null;
  return splitList(text)
    .map((written) => {
      const found = directory.resolve(written);
      return found.kind === 'unit' || found.kind === 'alias' ? found.unit : written;
    })
    .join('、');
}
