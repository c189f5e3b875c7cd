import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Plan } from '../../src/domain/plan';
import { newWorkbook, openXlsx, type CellContent, type SheetModel, type WorkbookModel } from '../../src/host/xlsx';

export type Rows = readonly (readonly CellContent[])[];

/** Places in the ledger the deeds speak of. */
export const LEDGER = '督查台账';
export const FIRST_MATTER = 2;

const HEADER = [
  '序号',
  '督查事项',
  '牵头单位',
  '交办时间',
  '办结时限',
  '延期至',
  '延期批准人',
  '办结时间',
  '办理状态',
  '进展情况',
  '反馈时间',
  '催办单编号',
  '催办日期',
  '督办单编号',
  '督办日期',
  '字数',
  '任务来源',
];

const MATTERS: Rows = [
  [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', null, null, null, '推进中', '已进场'],
  [2, '=管网改造', '住建局', '2026-3-1', '2026-9-30', null, null, null, '推进中', null],
  [3, '河道清淤', '水利局', '2026-3-1', '2026-12-31', null, null, null, '推进中', '已招标'],
  [4, '校舍加固', '教育局', '2026-3-1', '2026.9.15', null, null, '2026-9-10', '已办结', null],
  [5, '绿道建设', '交通局', '2026-3-1', '2026-8-31', null, null, null, '推进中', null],
];

export function put(workbook: WorkbookModel, name: string, rows: Rows): SheetModel {
  const sheet = workbook.sheets.find((each) => each.name === name) ?? workbook.addSheet(name);
  rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  return sheet;
}

/** A ledger as offices keep it: title, a column of formulas, a total, a signature below, the clerk's own looks and rules. */
function ledgerBook(): WorkbookModel {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = LEDGER;
  put(workbook, LEDGER, [['河阳市督查台账（2026年）'], HEADER, ...MATTERS]);
  const last = FIRST_MATTER + MATTERS.length - 1;
  for (let row = FIRST_MATTER; row <= last; row += 1) sheet.setFormula(row, 15, `LEN(B${row + 1})`);
  sheet.setValue(FIRST_MATTER, 16, '市政府第5次常务会议');
  sheet.setValue(last + 1, 0, '合计');
  sheet.setFormula(last + 1, 15, `SUM(P${FIRST_MATTER + 1}:P${last + 1})`);
  sheet.setValue(last + 3, 0, '填表人：');
  const bordered = workbook.styleIndexOf({
    ...workbook.style(0),
    borders: { bottom: { style: 'thin', color: '#000000' }, top: { style: 'thin', color: '#000000' } },
  });
  const heading = workbook.styleIndexOf({ ...workbook.style(0), font: { bold: true }, fill: '#DDEBF7' });
  for (let column = 0; column < HEADER.length; column += 1) {
    sheet.setStyleIndex(1, column, heading);
    for (let row = FIRST_MATTER; row <= last; row += 1) sheet.setStyleIndex(row, column, bordered);
  }
  sheet.setMerges([{ top: 0, left: 0, bottom: 0, right: HEADER.length - 1 }]);
  sheet.setFrozen(2, 2);
  sheet.setColumnWidth(1, 36);
  sheet.setConditionalRules([
    {
      id: 'own',
      areas: [{ top: FIRST_MATTER, left: 1, bottom: last, right: 1 }],
      type: 'expression',
      formulas: ['LEN($B3)>20'],
      priority: 1,
      stopIfTrue: false,
      style: { fill: '#FFEB9C' },
      raw: null,
    },
  ]);
  sheet.setDataValidations([
    {
      areas: [{ top: FIRST_MATTER, left: 8, bottom: last, right: 8 }],
      type: 'list',
      formula1: '"推进中,已办结,逾期"',
      allowBlank: true,
      showDropDown: true,
    },
  ]);
  put(workbook, '说明', [['本表由综合科填写'], ['事项数']]).setFormula(1, 1, `COUNTA(${LEDGER}!B3:B7)`);
  return workbook;
}

/** Only the ledger and a sheet of the clerk's own. */
export const bareBook = (): Uint8Array => ledgerBook().save();

/** The same in an office that has used the add-in: every register is there, with rows, looks and a note of the clerk's. */
export function keptBook(): Uint8Array {
  const workbook = ledgerBook();
  put(workbook, '单位名录', [
    ['单位', '别名', '分管领导', '参加考核'],
    ['交通局', '市交通局', '副市长甲', '是'],
    ['住建局', null, '副市长乙', '是'],
    ['水利局', null, '副市长乙', '是'],
  ]);
  const letters = put(workbook, '文书登记簿', [
    [
      '文书',
      '编号',
      '日期',
      '主送单位',
      '事项编号',
      '事项',
      '答复期限',
      '上一文书',
      '状态',
      '签收日期',
      '回复日期',
      '经办人',
    ],
    ['催办单', '〔2026〕1号', '2026-9-20', '交通局', 5, '绿道建设', '2026-9-27', null, '已发', null, null, '张三'],
    ['督办通知单', '〔2026〕1号', '2026-10-8', '交通局', 5, '绿道建设', '2026-10-15', null, '已发', null, null, '张三'],
  ]);
  const proceedings = put(workbook, '办理登记', [
    ['日期', '事项编号', '事项', '单位', '类型', '内容', '新时限', '批准人', '经办人'],
    ['2026-8-1', 3, '河道清淤', '水利局', '进展', '已招标', null, null, '张三'],
  ]);
  put(workbook, '加减分登记', [
    ['日期', '单位', '类型', '事项编号', '分值', '依据', '备注'],
    ['2026-9-10', '交通局', '会议迟到', null, null, '安全例会', null],
  ]);
  const lined = workbook.styleIndexOf({
    ...workbook.style(0),
    borders: { bottom: { style: 'hair', color: '#7F7F7F' } },
    alignment: { wrapText: true },
  });
  for (const [sheet, end] of [
    [letters, 4],
    [proceedings, 30],
  ] as const) {
    // Rows lined beforehand, as offices print them: of letters one is left; proceedings have a note under them.
    for (let row = 1; row < end; row += 1)
      for (let column = 0; column < 9; column += 1) sheet.setStyleIndex(row, column, lined);
  }
  proceedings.setValue(20, 0, '注：本表每月归档');
  return workbook.save();
}

/** The ledger as an Excel table that ends with its last matter. */
export function tableBook(): Uint8Array {
  const workbook = newWorkbook();
  workbook.sheets[0]!.name = LEDGER;
  const columns = HEADER.slice(0, 9);
  put(workbook, LEDGER, [columns, ...MATTERS.map((row) => row.slice(0, 9))]);
  const parts = unzipSync(workbook.save());
  const sheetPart = Object.keys(parts).find((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))!;
  const edit = (name: string, change: (xml: string) => string): void => {
    parts[name] = strToU8(change(strFromU8(parts[name]!)));
  };
  const reference = `A1:I${MATTERS.length + 1}`;
  edit(sheetPart, (xml) =>
    xml
      .replace('</worksheet>', '<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts></worksheet>')
      .replace(
        '<worksheet ',
        '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
      )
      .replace(/( xmlns:r="[^"]*")(.*?)\1/, '$1$2'),
  );
  parts[sheetPart.replace('worksheets/', 'worksheets/_rels/') + '.rels'] = strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdTable" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
  );
  const names = columns.map((name, index) => `<tableColumn id="${index + 1}" name="${name}"/>`).join('');
  parts['xl/tables/table1.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="台账表" displayName="台账表" ref="${reference}" totalsRowShown="0"><autoFilter ref="${reference}"/><tableColumns count="${columns.length}">${names}</tableColumns></table>`,
  );
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
    ),
  );
  return zipSync(parts);
}

export function opened(bytes: Uint8Array): WorkbookModel {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(result.refusal.sentence);
  return result.workbook;
}

/** Puts a formula into a sheet of the clerk's own that reads each sheet this plan makes, and a name that points to it. */
export async function readElsewhere({ changes }: Plan): Promise<void> {
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem('说明');
    changes.forEach((change, index) => {
      if (change.kind !== 'addSheet') return;
      own.getRangeByIndexes(10 + index, 1, 1, 1).formulas = [[`=COUNTA('${change.name}'!A1:C20)`]];
      context.workbook.names.add(`引用${index + 1}`, `='${change.name}'!$A$1`);
    });
    await context.sync();
  });
}
