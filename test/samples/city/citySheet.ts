import { AS_OF, countBy } from '../expected';
import type { ExpectedMatter, ExpectedSample, PlantedFinding } from '../expected';
import { SampleWorkbook, columnName } from '../sampleWorkbook';
import type { CellContent } from '../sampleWorkbook';
import { DATE_FORMAT, HEADER_STYLE, LINE_STYLE, TITLE_STYLE, writeRegister, writeRow } from '../table';
import type { ColumnLook } from '../table';
import { daysBetween } from '../civilDate';
import type { Iso } from '../civilDate';
import { eventLooks, noticeLooks, proceedingLooks } from '../registerLooks';
import { DIRECTORY_LOOKS, directoryCells, unitDirectory } from '../words/directory';
import { CITY } from '../words/units';
import { SHARED_ALIAS, UNKNOWN_UNIT, cityMatters, overdueDaysOf } from './cityMatters';
import type { CityMatter } from './cityMatters';
import { cityNotices, noticeCells } from './cityNotices';
import type { CityNotices } from './cityNotices';
import { cityProceedings, proceedingCells, repeatsItself } from './cityProceedings';
import { cityEvents, cityScores, eventCells } from './cityEvents';

export const CITY_FILE = '河阳市政府督查台账（2026年）.xlsx';
const SHEET = '督查台账';
const HEADER_ROW = 3;
const FIRST_ROW = 4;

const LOOKS: readonly ColumnLook[] = [
  { header: '序号', width: 5 },
  { header: '督查事项', width: 32, align: 'left' },
  { header: '事项类别', width: 17 },
  { header: '立项依据', width: 25 },
  { header: '批示领导', width: 9 },
  { header: '工作要求', width: 32, align: 'left' },
  { header: '牵头单位', width: 18 },
  { header: '配合单位', width: 20 },
  { header: '责任人', width: 8 },
  { header: '联系电话', width: 13.5 },
  { header: '交办时间', width: 11, format: DATE_FORMAT },
  { header: '交办单编号', width: 13 },
  { header: '办结时限', width: 11, format: DATE_FORMAT },
  { header: '延期至', width: 11, format: DATE_FORMAT },
  { header: '延期批准人', width: 11 },
  { header: '办结时间', width: 11, format: DATE_FORMAT },
  { header: '办理状态', width: 9 },
  { header: '逾期天数', width: 9, format: '0;;' },
  { header: '进展情况', width: 34, align: 'left' },
  { header: '催办单编号', width: 13 },
  { header: '催办日期', width: 11, format: DATE_FORMAT },
  { header: '督办单编号', width: 13 },
  { header: '督办日期', width: 11, format: DATE_FORMAT },
  { header: '密级', width: 6 },
  { header: '备注', width: 14, align: 'left' },
];

const STATUS_WORDS = ['未交办', '办理中', '正在办理', '报结待审', '已办结', '延期', '暂缓办理', '退回重报'];

const columnOf = (header: string): string => columnName(LOOKS.findIndex((look) => look.header === header) + 1);
const rowOf = (matter: CityMatter): number => FIRST_ROW + matter.id - 1;
const date = (iso: Iso | null | undefined): CellContent => (iso ? { date: iso } : null);

/** 办事员自己的公式：没办结、时限是日期的，数出逾期几天。缓存值是统计日期那天存盘时的。 */
function overdueFormula(matter: CityMatter): CellContent {
  const row = String(rowOf(matter));
  const { plan } = matter;
  const dates = [
    typeof plan.deadlineCell === 'string' ? null : (plan.deadlineCell?.date ?? null),
    plan.extension?.until ?? null,
  ];
  const latest = dates
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const shown =
    plan.closedOn !== null || dates[0] === null || latest === undefined ? '' : Math.max(0, daysBetween(latest, AS_OF));
  return {
    formula: `IF(OR(P${row}<>"",NOT(ISNUMBER(M${row}))),"",MAX(0,TODAY()-MAX(M${row}:N${row})))`,
    cached: shown,
  };
}

function cellsOf(matter: CityMatter, notices: CityNotices): CellContent[] {
  const { plan, task, id } = matter;
  const reminder = notices.reminder.get(id);
  const order = notices.order.get(id);
  return [
    id,
    task.title,
    matter.category,
    matter.source,
    matter.leader,
    task.requirement,
    matter.leadWritten,
    matter.coWritten,
    matter.person,
    matter.phone,
    date(plan.assigned),
    notices.assignmentNo.get(id) ?? '',
    plan.deadlineCell,
    date(plan.extension?.until),
    plan.extension?.approver ?? '',
    date(plan.closedOn),
    plan.status,
    overdueFormula(matter),
    matter.progress,
    reminder?.number ?? '',
    date(reminder?.date),
    order?.number ?? '',
    date(order?.date),
    plan.classified ? '秘密' : '',
    matter.note,
  ];
}

function expectedOf(matter: CityMatter): ExpectedMatter {
  const { plan } = matter;
  return {
    id: String(matter.id),
    sheet: SHEET,
    row: rowOf(matter),
    intention: plan.intention,
    state: plan.state,
    stage: plan.stage,
    nextStep: plan.nextStep,
    deadline: plan.deadline,
    deadlineFrom: plan.deadlineFrom,
    overdueDays: overdueDaysOf(plan.state, plan.deadline, plan.closedOn),
    returned: plan.returnedOn !== null,
    classified: plan.classified,
    category: matter.category,
    leadUnit: matter.leadWritten.includes('、') ? matter.leadWritten : matter.lead,
  };
}

function plantedIn(matters: readonly CityMatter[]): PlantedFinding[] {
  const at = (code: string, header: string, wanted: (matter: CityMatter) => boolean): PlantedFinding[] =>
    matters.filter(wanted).map((matter) => ({ code, cell: `${SHEET}!${columnOf(header)}${String(rowOf(matter))}` }));
  return [
    ...at('missing-deadline', '办结时限', ({ plan }) => plan.intention === 'no-deadline'),
    ...at('unreadable-date', '办结时限', ({ plan }) => plan.intention === 'unreadable-deadline'),
    ...at('closed-without-date', '办结时间', ({ plan }) => plan.intention === 'closed-undated'),
    ...at('extension-unapproved', '延期批准人', ({ plan }) => plan.intention === 'overdue-extension-unapproved'),
    ...at('unknown-unit', '牵头单位', ({ lead }) => lead === UNKNOWN_UNIT),
    ...at('ambiguous-alias', '配合单位', ({ coWritten }) => coWritten.startsWith(SHARED_ALIAS)),
    ...at('unit-alias', '牵头单位', ({ lead, leadWritten }) => leadWritten !== lead && !leadWritten.includes('、')),
    ...at('collective-unit', '牵头单位', ({ lead }) => lead === CITY.collective),
    ...at('notice-unregistered', '催办单编号', ({ plan }) => plan.intention === 'overdue-reminder-unregistered'),
    ...at('stale-progress', '进展情况', (matter) => repeatsItself(matter)),
    ...at('classified', '密级', ({ plan }) => plan.classified),
  ];
}

/** 做出市级样本：工作簿的字节，和制作者的本意。 */
export async function makeCity(): Promise<{ bytes: Uint8Array; expected: ExpectedSample }> {
  const matters = cityMatters();
  const notices = cityNotices(matters);
  const units = unitDirectory(CITY, {}, { 资规: SHARED_ALIAS, 住建: SHARED_ALIAS });
  const events = cityEvents(units);
  const rectifications = events
    .filter(({ kind, date: on }) => kind === '通报批评' && on < '2026-10-10')
    .map(({ unit, basis }) => ({
      date: '2026-10-16',
      matter: null,
      unit,
      kind: '整改报告',
      content: `就通报批评（${basis}）报送整改报告`,
      until: null,
      approver: '',
    }));
  const book = await SampleWorkbook.create('河阳市政府督查台账（2026年）');
  const lastRow = FIRST_ROW + matters.length - 1;
  const lastColumn = columnName(LOOKS.length);
  const hidden = matters
    .filter(({ plan, id }) => plan.intention === 'closed-on-time' && id % 9 === 2)
    .slice(0, 6)
    .map(rowOf);

  book.addSheet(SHEET);
  book.widths(
    SHEET,
    LOOKS.map((look) => look.width),
  );
  book.put(SHEET, 'A1', '河阳市政府督查台账（2026年）');
  book.merge(SHEET, 'A1', `${lastColumn}1`);
  book.style(SHEET, 'A1', `${lastColumn}1`, TITLE_STYLE);
  book.height(SHEET, 1, 36);
  book.put(SHEET, 'A2', '单位：河阳市人民政府办公室政务督查室');
  book.merge(SHEET, 'A2', 'H2');
  book.put(SHEET, 'S2', '更新日期：2026年10月31日');
  book.merge(SHEET, 'S2', `${lastColumn}2`);
  book.style(SHEET, 'A2', 'H2', LINE_STYLE);
  book.style(SHEET, 'S2', `${lastColumn}2`, { ...LINE_STYLE, Alignment: { Horizontal: 'right', Vertical: 'center' } });
  book.height(SHEET, 2, 20);
  LOOKS.forEach((look, index) => {
    const cell = `${columnName(index + 1)}${String(HEADER_ROW)}`;
    book.put(SHEET, cell, look.header);
    book.style(SHEET, cell, cell, HEADER_STYLE);
  });
  book.height(SHEET, HEADER_ROW, 32);
  for (const matter of matters) writeRow(book, SHEET, rowOf(matter), cellsOf(matter, notices), LOOKS);
  book.put(
    SHEET,
    `A${String(lastRow + 2)}`,
    '填表人：佘雨桐        审核人：麦冬青        说明：“涉密”事项另册登记，本表仅列编号。',
  );
  book.merge(SHEET, `A${String(lastRow + 2)}`, `J${String(lastRow + 2)}`);
  book.style(SHEET, `A${String(lastRow + 2)}`, `J${String(lastRow + 2)}`, LINE_STYLE);
  hidden.forEach((row) => book.hideRow(SHEET, row));
  book.filter(SHEET, `A${String(HEADER_ROW)}:${lastColumn}${String(lastRow)}`);
  book.freeze(SHEET, 2, HEADER_ROW);
  const span = (header: string): string =>
    `${columnOf(header)}${String(FIRST_ROW)}:${columnOf(header)}${String(lastRow)}`;
  book.validateList(SHEET, span('办理状态'), STATUS_WORDS);
  book.conditional(SHEET, span('逾期天数'), {
    Type: 'data_bar',
    Criteria: '=',
    MinType: 'min',
    MaxType: 'max',
    BarColor: '#F8A5A5',
  });
  const grey = book.conditionalStyle({ Font: { Color: '808080' } });
  book.conditional(SHEET, span('办理状态'), {
    Type: 'formula',
    Criteria: `$Q${String(FIRST_ROW)}="暂缓办理"`,
    Format: grey,
  });
  const noDeadline = matters.find(({ plan }) => plan.intention === 'no-deadline') as CityMatter;
  book.comment(
    SHEET,
    `${columnOf('办结时限')}${String(rowOf(noDeadline))}`,
    '批示原件没有写时限，已请示分管领导，待定。',
  );
  book.printSetup(SHEET, HEADER_ROW, HEADER_ROW);

  writeRegister(book, '单位名录', DIRECTORY_LOOKS, units.map(directoryCells));
  writeRegister(book, '文书登记簿', noticeLooks(false), notices.rows.map(noticeCells));
  writeRegister(
    book,
    '办理登记',
    proceedingLooks(false),
    cityProceedings(matters, rectifications).map(proceedingCells),
  );
  writeRegister(book, '加减分登记', eventLooks(false), events.map(eventCells));

  const expected = matters.map(expectedOf);
  return {
    bytes: book.bytes(),
    expected: {
      file: CITY_FILE,
      asOf: AS_OF,
      scheme: 'dengzhou-2018',
      ledgers: [{ sheet: SHEET, headerRows: [HEADER_ROW], matters: matters.length }],
      byState: countBy(expected, ({ state }) => state),
      byIntention: countBy(expected, ({ intention }) => intention),
      hiddenRows: hidden,
      planted: plantedIn(matters),
      scores: cityScores(units, notices.rows, events),
      matters: expected,
    },
  };
}
