import { daysBetween } from '../civilDate';
import { AS_OF, countBy } from '../expected';
import type { ExpectedMatter, ExpectedSample, State } from '../expected';
import { SampleWorkbook, columnName } from '../sampleWorkbook';
import type { CellContent } from '../sampleWorkbook';
import { DATE_FORMAT, HEADER_STYLE, LINE_STYLE, TITLE_STYLE, bodyStyle, rowHeight, writeRow } from '../table';
import type { ColumnLook } from '../table';
import { BUREAU_LINES } from './bureauLines';
import type { BureauLine } from './bureauLines';

export const BUREAU_FILE = '河阳市交通运输局督查督办台账.xlsx';
const SHEET = '督查督办台账';
const FIRST_ROW = 4;
/** 分三个阶段、占三行的那件事排在第几。 */
const STAGED_ID = 31;
const EMPTY_ROWS = 600;

const LOOKS: readonly ColumnLook[] = [
  { header: '序号', width: 5 },
  { header: '督办事项', width: 32, align: 'left' },
  { header: '任务来源', width: 20 },
  { header: '批示领导', width: 10 },
  { header: '阶段任务', width: 28, align: 'left' },
  { header: '责任单位', width: 24 },
  { header: '交办时间', width: 12, format: DATE_FORMAT },
  { header: '办结时限', width: 16 },
  { header: '完成时间', width: 15, format: DATE_FORMAT },
  { header: '任务状态', width: 10 },
  { header: '当前进度', width: 32, align: 'left' },
  { header: '备注', width: 14, align: 'left' },
];

/** 阶段事项：立项已办结，主体已过时限未办结，竣工未到时限。 */
const STAGES = [
  ['完成立项和用地手续', '3月底前', '2026.3.25', '已办结'],
  ['完成主体工程', '8月底前', '', '办理中'],
  ['竣工验收并投入使用', '12月底前', '', '未启动'],
] as const;

const STATES: Readonly<Record<string, State>> = {
  'closed-on-time': 'closedOnTime',
  'closed-on-deadline': 'closedOnTime',
  'closed-late': 'closedLate',
  'closed-undated': 'closed',
  recurring: 'recurring',
  suspended: 'suspended',
  overdue: 'overdue',
  'overdue-working-days': 'overdue',
  'overdue-one-day': 'overdue',
  'due-soon': 'dueSoon',
  'in-progress': 'inProgress',
  'wrong-date': 'undetermined',
  'ambiguous-number': 'undetermined',
  'no-deadline': 'undetermined',
  unreadable: 'undetermined',
};

const PROGRESS: Readonly<Record<'done' | 'late' | 'soon' | 'mid', readonly string[]>> = {
  done: [
    '已完成，结果报局督查室',
    '按要求办结，材料已归档',
    '已落实到位，完成总结',
    '办结情况已书面回复来文单位',
    '已完成并在局务会上通报',
  ],
  late: [
    '资金尚未到位，进度滞后',
    '协调难度较大，正在加快推进',
    '已完成七成，剩余部分正在赶工',
    '方案调整，重新报批中',
  ],
  soon: ['主体工作完成，正在收尾', '正在组织验收', '材料汇总完成，待分管局长审签'],
  mid: [
    '按计划推进',
    '已完成摸底，正在组织实施',
    '方案已报分管局长审定',
    '正在征求相关科室意见',
    '完成年度任务的六成',
    '已召开两次专题会研究',
    '第三季度小结已报送',
  ],
};

function dateOrText(words: string): CellContent {
  if (words.startsWith('#')) return { date: words.slice(1) };
  return words;
}

/** 牵头的是第一个：分隔号、格内换行之前；带「牵头单位:」标签的取标签之后。 */
function leadOf(units: string): string {
  const plain = units.replace(/^牵头单位[:：]\n?/, '');
  return (plain.split(/[、，,；;/\n]/)[0] ?? plain).trim();
}

function progressOf(line: BureauLine, id: number): CellContent {
  if (line.intention === 'overdue' && line.status === '滞后') return { formula: '#REF!', error: '#REF!' };
  if (line.intention === 'suspended') return '等待属地政府意见，暂时挂起';
  const done = line.status.includes('办结') || line.status === '已完成';
  const words =
    PROGRESS[
      done ? 'done' : line.intention.startsWith('overdue') ? 'late' : line.intention === 'due-soon' ? 'soon' : 'mid'
    ];
  return words[id % words.length] as string;
}

function cellsOf(line: BureauLine, id: number): CellContent[] {
  const deadline = line.intention === 'ambiguous-number' ? Number(line.deadline) : line.deadline;
  return [
    id,
    line.title,
    line.source,
    line.leader,
    line.requirement,
    line.units,
    dateOrText(line.assigned),
    deadline,
    dateOrText(line.closed),
    line.status,
    progressOf(line, id),
    '',
  ];
}

function expectedOf(line: BureauLine, id: number, row: number): ExpectedMatter {
  const state = STATES[line.intention] as State;
  const deadline = line.deadlineReads === '' ? null : line.deadlineReads;
  const overdueDays =
    deadline === null
      ? 0
      : state === 'overdue'
        ? daysBetween(deadline, AS_OF)
        : state === 'closedLate'
          ? daysBetween(deadline, line.closedReads)
          : 0;
  return {
    id: String(id),
    sheet: SHEET,
    row,
    intention: line.intention,
    state,
    stage: 'assigned',
    deadline,
    deadlineFrom:
      state === 'recurring'
        ? 'recurring'
        : deadline === null
          ? 'none'
          : /^\d+(天|日内|个工作日)$/.test(line.deadline)
            ? 'days'
            : 'cell',
    overdueDays,
    returned: false,
    classified: false,
    category: null,
    leadUnit: leadOf(line.units),
  };
}

function writeStaged(book: SampleWorkbook, row: number): ExpectedMatter {
  const units = '牵头单位:\n建设管理科\n责任单位:\n财务科\n综合运输科';
  const whole: CellContent[] = [STAGED_ID, '城区公交停保场建设', '重点项目', '岑知行'];
  STAGES.forEach(([task, deadline, closed, status], k) => {
    const cells = [
      ...(k === 0 ? whole : [null, null, null, null]),
      task,
      k === 0 ? units : null,
      k === 0 ? { date: '2026-01-26' } : null,
      deadline,
      closed,
      status,
    ];
    const phase = k === 0 ? '立项批复已取得' : k === 1 ? '钢结构吊装完成七成，较计划滞后' : '';
    writeRow(book, SHEET, row + k, [...cells, phase, ''], LOOKS);
    book.height(SHEET, row + k, 30);
  });
  for (const column of ['A', 'B', 'C', 'D', 'F', 'G'])
    book.merge(SHEET, `${column}${String(row)}`, `${column}${String(row + STAGES.length - 1)}`);
  return {
    id: String(STAGED_ID),
    sheet: SHEET,
    row,
    intention: 'staged-overdue',
    state: 'overdue',
    stage: 'assigned',
    deadline: '2026-08-31',
    deadlineFrom: 'cell',
    overdueDays: daysBetween('2026-08-31', AS_OF),
    returned: false,
    classified: false,
    category: null,
    leadUnit: '建设管理科',
  };
}

/** 做出局级样本：工作簿的字节，和制作者的本意。 */
export async function makeBureau(): Promise<{ bytes: Uint8Array; expected: ExpectedSample }> {
  const book = await SampleWorkbook.create('河阳市交通运输局督查督办台账');
  const last = columnName(LOOKS.length);
  book.addSheet(SHEET);
  book.widths(
    SHEET,
    LOOKS.map((look) => look.width),
  );
  book.put(SHEET, 'A1', '河阳市交通运输局督查督办台账（2026年度）');
  book.merge(SHEET, 'A1', `${last}1`);
  book.style(SHEET, 'A1', `${last}1`, TITLE_STYLE);
  book.height(SHEET, 1, 34);
  LOOKS.forEach((look, index) => {
    const cell = `${columnName(index + 1)}2`;
    book.put(SHEET, cell, look.header);
    book.style(SHEET, cell, cell, HEADER_STYLE);
  });
  book.height(SHEET, 2, 28);
  book.height(SHEET, 3, 6);

  const expected: ExpectedMatter[] = [];
  const planted: { code: string; cell: string }[] = [];
  let row = FIRST_ROW;
  BUREAU_LINES.forEach((line, index) => {
    if (index + 1 === STAGED_ID) {
      expected.push(writeStaged(book, row));
      row += STAGES.length;
    }
    const id = index + 1 < STAGED_ID ? index + 1 : index + 2;
    const cells = cellsOf(line, id);
    writeRow(book, SHEET, row, cells, LOOKS);
    book.height(SHEET, row, rowHeight(cells, LOOKS));
    expected.push(expectedOf(line, id, row));
    const plant = (code: string, column: string): unknown =>
      planted.push({ code, cell: `${SHEET}!${column}${String(row)}` });
    if (line.intention === 'ambiguous-number') plant('ambiguous-date', 'H');
    if (line.intention === 'wrong-date' || line.intention === 'unreadable') plant('unreadable-date', 'H');
    if (line.intention === 'no-deadline') plant('missing-deadline', 'H');
    if (line.intention === 'closed-undated') plant('closed-without-date', 'I');
    if (line.status === '滞后') plant('formula-error', 'K');
    if (line.units === '各科室') plant('collective-unit', 'F');
    row += 1;
  });
  const lastDataRow = row - 1;
  LOOKS.forEach((look, index) => {
    const column = columnName(index + 1);
    book.style(SHEET, `${column}${String(row)}`, `${column}${String(row + EMPTY_ROWS - 1)}`, bodyStyle(look));
  });
  book.freeze(SHEET, 2, 2);
  book.printSetup(SHEET, 1, 2);
  book.printArea(SHEET, `$A$1:$${last}$${String(lastDataRow)}`);
  writeInstructions(book);
  return {
    bytes: book.bytes(),
    expected: {
      file: BUREAU_FILE,
      asOf: AS_OF,
      scheme: 'bureau-2019',
      ledgers: [{ sheet: SHEET, headerRows: [2], matters: expected.length }],
      byState: countBy(expected, ({ state }) => state),
      byIntention: countBy(expected, ({ intention }) => intention),
      hiddenRows: [],
      planted,
      matters: expected,
    },
  };
}

function writeInstructions(book: SampleWorkbook): void {
  const sheet = '填表说明';
  book.addSheet(sheet);
  book.widths(sheet, [90]);
  [
    '填表说明',
    '1．各科室、局属各单位每月25日前更新“当前进度”，完成的填“完成时间”并报局督查室核销。',
    '2．“责任单位”第一个为牵头科室，其余为配合科室。',
    '3．办结时限以交办单或批示要求为准，不得自行改动；确需延期的，书面说明情况。',
    '4．联系人：局督查室佘雨桐，电话0399-5550100。',
  ].forEach((words, index) => {
    const cell = `A${String(index + 1)}`;
    book.put(sheet, cell, words);
    book.style(sheet, cell, cell, { ...LINE_STYLE, Alignment: { Vertical: 'center', WrapText: true } });
    book.height(sheet, index + 1, 24);
  });
}
