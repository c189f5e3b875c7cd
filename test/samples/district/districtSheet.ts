import { daysBetween } from '../civilDate';
import { AS_OF, countBy } from '../expected';
import type { ExpectedMatter, ExpectedSample, PlantedFinding } from '../expected';
import { eventLooks, noticeLooks, proceedingLooks } from '../registerLooks';
import { SampleWorkbook, columnName } from '../sampleWorkbook';
import type { CellContent } from '../sampleWorkbook';
import { DATE_FORMAT, HEADER_STYLE, LINE_STYLE, SECTION_STYLE, TITLE_STYLE, writeRegister, writeRow } from '../table';
import type { ColumnLook } from '../table';
import { DIRECTORY_LOOKS, directoryCells, unitDirectory } from '../words/directory';
import { DISTRICT } from '../words/units';
import { LIVELIHOOD_SHEET, REPORT_SHEET, districtSections } from './districtMatters';
import type { DistrictMatter, DistrictSection } from './districtMatters';
import { DISTRICT_STAFFING, districtEvents, districtNotices, districtProceedings } from './districtRegisters';

export const DISTRICT_FILE = '清江区重点工作督查台账（2026年）.xlsx';
const FIRST_ROW = 5;

/** 每列的表头；带斜杠的是两层：上层横向合并，下层各写各的。 */
const LOOKS: readonly ColumnLook[] = [
  { header: '序号', width: 5 },
  { header: '任务类别', width: 16 },
  { header: '工作任务', width: 32, align: 'left' },
  { header: '工作标准', width: 32, align: 'left' },
  { header: '责任分工/牵头单位', width: 20 },
  { header: '责任分工/配合\n单位', width: 22 },
  { header: '分管领导', width: 9 },
  { header: '责任人', width: 8 },
  { header: '联系电话', width: 13.5 },
  { header: '时间节点/启动\n时间', width: 11, format: DATE_FORMAT },
  { header: '时间节点/完成\n时限', width: 14, format: DATE_FORMAT },
  { header: '延期情况/延期至', width: 11, format: DATE_FORMAT },
  { header: '延期情况/批准人', width: 9 },
  { header: '目标进度/计划进度', width: 9, format: '0%' },
  { header: '目标进度/实际进度', width: 9, format: '0%' },
  { header: '进展情况', width: 34, align: 'left' },
  { header: '办理\n状态', width: 9 },
  { header: '办结时间', width: 11, format: DATE_FORMAT },
  { header: '备注', width: 12, align: 'left' },
];
const LAST = columnName(LOOKS.length);

function writeHeader(book: SampleWorkbook, sheet: string, title: string): void {
  book.put(sheet, 'A1', title);
  book.merge(sheet, 'A1', `${LAST}1`);
  book.style(sheet, 'A1', `${LAST}1`, TITLE_STYLE);
  book.height(sheet, 1, 36);
  book.put(sheet, 'A2', '填报单位：清江区人民政府督查室                              2026年10月');
  book.merge(sheet, 'A2', `${LAST}2`);
  book.style(sheet, 'A2', `${LAST}2`, LINE_STYLE);
  book.style(sheet, 'A3', `${LAST}4`, HEADER_STYLE);
  LOOKS.forEach(({ header }, index) => {
    const column = columnName(index + 1);
    const [top = '', bottom] = header.split('/');
    if (bottom === undefined) {
      book.put(sheet, `${column}3`, top);
      book.merge(sheet, `${column}3`, `${column}4`);
      return;
    }
    book.put(sheet, `${column}4`, bottom);
    if (LOOKS[index - 1]?.header.startsWith(`${top}/`)) return;
    book.put(sheet, `${column}3`, top);
    book.merge(sheet, `${column}3`, `${columnName(index + 2)}3`);
  });
  book.height(sheet, 3, 22);
  book.height(sheet, 4, 32);
}

function cellsOf(matter: DistrictMatter, category: string | null): CellContent[] {
  const { plan, task } = matter;
  const percent = (value: number | null): CellContent => (value === null ? null : value / 100);
  const note =
    plan.intention.startsWith('overdue') && plan.orders.length === 0
      ? '进度滞后'
      : plan.extension === null
        ? ''
        : '已批准延期';
  return [
    matter.id,
    category,
    task.title,
    task.requirement,
    matter.leadWritten,
    matter.coWritten,
    matter.leader,
    matter.person,
    matter.phone,
    plan.started === null ? null : { date: plan.started },
    plan.deadlineCell,
    plan.extension === null ? null : { date: plan.extension.until },
    plan.extension === null ? '' : '卓砚秋',
    percent(plan.planned),
    percent(plan.actual),
    matter.progress,
    plan.status,
    plan.closedOn === null ? null : { date: plan.closedOn },
    note,
  ];
}

function expectedOf(matter: DistrictMatter, row: number): ExpectedMatter {
  const { plan } = matter;
  const overdueDays =
    plan.deadline === null
      ? 0
      : plan.state === 'overdue'
        ? daysBetween(plan.deadline, AS_OF)
        : plan.state === 'closedLate'
          ? daysBetween(plan.deadline, plan.closedOn ?? AS_OF)
          : 0;
  return {
    id: String(matter.id),
    sheet: matter.sheet,
    row,
    intention: plan.intention,
    state: plan.state,
    stage: plan.stage,
    ...(plan.nextStep === undefined ? {} : { nextStep: plan.nextStep }),
    deadline: plan.deadline,
    deadlineFrom: plan.deadlineFrom,
    overdueDays,
    returned: false,
    classified: false,
    category: matter.category,
    leadUnit: matter.leadWritten.includes('\n') ? matter.leadWritten : matter.task.lead,
  };
}

/** 写一张台账的数据：章节行横贯全表，民生实事那张的类别竖着合并，章节之间有的空一行。 */
function writeSections(book: SampleWorkbook, sheet: string, sections: readonly DistrictSection[]): ExpectedMatter[] {
  const expected: ExpectedMatter[] = [];
  let row = FIRST_ROW;
  sections.forEach((section, index) => {
    if (sheet === LIVELIHOOD_SHEET && index > 0) {
      book.height(sheet, row, 8);
      row += 1;
    }
    book.put(sheet, `A${String(row)}`, section.title);
    book.style(sheet, `A${String(row)}`, `${LAST}${String(row)}`, SECTION_STYLE);
    book.merge(sheet, `A${String(row)}`, `${LAST}${String(row)}`);
    book.height(sheet, row, 24);
    row += 1;
    const first = row;
    for (const matter of section.matters) {
      const merged = sheet === LIVELIHOOD_SHEET && row > first;
      writeRow(book, sheet, row, cellsOf(matter, merged ? null : matter.category), LOOKS);
      expected.push(expectedOf(matter, row));
      row += 1;
    }
    if (sheet === LIVELIHOOD_SHEET) book.merge(sheet, `B${String(first)}`, `B${String(row - 1)}`);
  });
  const closed = expected.filter(({ state }) => state.startsWith('closed')).length;
  book.put(sheet, `A${String(row)}`, '合计');
  book.merge(sheet, `A${String(row)}`, `B${String(row)}`);
  book.put(sheet, `C${String(row)}`, `共${String(expected.length)}项，已办结${String(closed)}项`);
  book.style(sheet, `A${String(row)}`, `${LAST}${String(row)}`, SECTION_STYLE);
  book.height(sheet, row, 24);
  book.put(sheet, `A${String(row + 2)}`, '填表人：邰一诺          审核人：佘雨桐          填表日期：2026年10月31日');
  book.merge(sheet, `A${String(row + 2)}`, `${LAST}${String(row + 2)}`);
  book.style(sheet, `A${String(row + 2)}`, `${LAST}${String(row + 2)}`, LINE_STYLE);
  book.validateList(sheet, `Q${String(FIRST_ROW)}:Q${String(row - 1)}`, [
    '未启动',
    '办理中',
    '正在办理',
    '达进度',
    '欠进度',
    '进展滞后',
    '延期',
    '暂缓办理',
    '已办结',
    '已完成',
    '已销号',
  ]);
  book.freeze(sheet, 3, 4);
  book.printSetup(sheet, 3, 4);
  return expected;
}

/** 做出区级样本：工作簿的字节，和制作者的本意。 */
export async function makeDistrict(): Promise<{ bytes: Uint8Array; expected: ExpectedSample }> {
  const sections = districtSections();
  const matters = sections.flatMap((section) => section.matters);
  const book = await SampleWorkbook.create('清江区重点工作督查台账（2026年）');
  const titles = [
    [REPORT_SHEET, '清江区2026年《政府工作报告》重点任务督查台账'],
    [LIVELIHOOD_SHEET, '清江区2026年民生实事及其他督查事项台账'],
  ] as const;
  const expected = titles.flatMap(([sheet, title]) => {
    book.addSheet(sheet);
    book.widths(
      sheet,
      LOOKS.map((look) => look.width),
    );
    writeHeader(book, sheet, title);
    return writeSections(
      book,
      sheet,
      sections.filter((section) => section.sheet === sheet),
    );
  });
  const units = unitDirectory(DISTRICT, DISTRICT_STAFFING, {});
  writeRegister(book, '单位名录', DIRECTORY_LOOKS, units.map(directoryCells));
  writeRegister(book, '文书登记簿', noticeLooks(true), districtNotices(matters));
  writeRegister(book, '办理登记', proceedingLooks(true), districtProceedings(matters));
  writeRegister(book, '加减分登记', eventLooks(true), districtEvents(matters));
  const planted: PlantedFinding[] = expected.flatMap((matter, index) => {
    const written = matters[index]?.leadWritten ?? '';
    const cell = (column: string): string => `${matter.sheet}!${column}${String(matter.row)}`;
    return [
      ...(matter.intention === 'no-deadline' ? [{ code: 'missing-deadline', cell: cell('K') }] : []),
      ...(written !== matter.leadUnit ? [{ code: 'unit-alias', cell: cell('E') }] : []),
      ...(matter.leadUnit === DISTRICT.collective ? [{ code: 'collective-unit', cell: cell('E') }] : []),
    ];
  });
  return {
    bytes: book.bytes(),
    expected: {
      file: DISTRICT_FILE,
      asOf: AS_OF,
      scheme: 'county-2023',
      ledgers: titles.map(([sheet]) => ({
        sheet,
        headerRows: [3, 4],
        matters: expected.filter((matter) => matter.sheet === sheet).length,
      })),
      byState: countBy(expected, ({ state }) => state),
      byIntention: countBy(expected, ({ intention }) => intention),
      hiddenRows: [],
      planted,
      matters: expected,
    },
  };
}
