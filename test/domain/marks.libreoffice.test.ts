import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../src/domain/calendar/civilDate';
import { liveCells } from '../../src/domain/liveCells';
import { liveFormula, liveMark } from '../../src/domain/liveMarks';
import { MARK_ORDER, markOf } from '../../src/domain/marks';
import type { LedgerConnection } from '../../src/domain/ledger/connection';
import { DEFAULT_SETTINGS, type RuleSetId } from '../../src/domain/ruleSet';
import { ruleSets } from '../../src/rules';
import { computed, findLibreOffice, type SheetValue } from './libreOffice';
import { assessRow, COLUMNS, connectionOf, serial, type Column, type SheetRow } from './markedRows';

const soffice = findLibreOffice();
if (soffice === null) console.log('本机没有 LibreOffice（soffice），条件格式公式的实算比对已跳过');

/** LibreOffice's TODAY(), which the formulas follow. */
function today(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

const ALL = Object.keys(COLUMNS) as Column[];
/** Every kind of deciding column there is or is not, and who must approve an extension. */
const LEDGERS: readonly { readonly by: RuleSetId; readonly connection: LedgerConnection }[] = [
  { by: 'dengzhou-2018', connection: connectionOf(ALL) },
  { by: 'county-2023', connection: connectionOf(ALL.filter((column) => column !== 'extensionApprover')) },
  { by: 'liangshan-2010', connection: connectionOf(ALL, '是否办结') },
  { by: 'bureau-2019', connection: connectionOf(['title', 'assignedOn', 'deadline', 'status'], '是否挂起') },
  { by: 'shangyu-2016', connection: connectionOf(['title', 'deadline', 'leaderDeadline', 'closedOn']) },
];
const ROWS_EACH = 160;

/** A day near `day`, some with a time of day; blank in `blanks` of ten. */
const near = (day: CivilDate, blanks: number) =>
  fc.oneof(
    { weight: blanks, arbitrary: fc.constant('' as const) },
    {
      weight: 10 - blanks,
      arbitrary: fc
        .tuple(fc.integer({ min: -12, max: 12 }), fc.constantFrom(0, 0, 0, 0.5, 0.999))
        .map(([days, time]) => serial(addDays(day, days)) + time),
    },
  );

function rowsAround(day: CivilDate): fc.Arbitrary<SheetRow> {
  return fc.record({
    assignedOn: near(day, 5),
    deadline: fc.oneof(
      { weight: 9, arbitrary: near(day, 1) },
      { weight: 1, arbitrary: fc.constantFrom('长期坚持', '待定', 2026.1, 15) },
    ),
    leaderDeadline: near(day, 7),
    extendedTo: near(day, 5),
    extensionApprover: fc.constantFrom(
      '',
      '王某',
      '同意',
      '不同意',
      '暂不同意',
      '待批',
      '待王市长批',
      '拟同意',
      '同意，待资金到位后办',
      '否',
      '—',
      '是',
    ),
    closedOn: fc.oneof({ weight: 5, arbitrary: near(day, 7) }, { weight: 1, arbitrary: fc.constant('见附件') }),
    status: fc.constantFrom(
      '',
      '',
      '正在办理',
      '未办结',
      '基本完成',
      '已办结',
      '办结',
      '销号',
      '超时办结',
      '挂起',
      '暂缓办理',
      '未交办',
      '退回重报',
      '是',
      '否',
      '报结待审',
      '已 办结',
    ),
    reminderOn: near(day, 8),
    orderOn: near(day, 8),
  });
}

(soffice === null ? describe.skip : describe)('条件格式的公式由 LibreOffice 实算', () => {
  test('五种台账各 160 行，逐行与程序判定的标注一致', () => {
    const day = today();
    const table: SheetValue[][] = [[]];
    const expected: (string | null)[] = [null];
    const formulasAt = Math.max(...Object.values(COLUMNS)) + 1;
    let compared = 0;
    for (const [at, { by, connection }] of LEDGERS.entries()) {
      const live = { connection, rules: ruleSets[by].deadlines, settings: DEFAULT_SETTINGS };
      for (const cells of fc.sample(rowsAround(day), { seed: 20261031 + at, numRuns: ROWS_EACH })) {
        const row = table.length;
        const { assessment } = assessRow(row, cells, connection, day, by);
        const seen = liveCells(assessment.matter, live);
        const mark = markOf(assessment);
        expect(seen && liveMark(seen, live, day)).toBe(mark);
        const line: SheetValue[] = Array.from({ length: formulasAt }, () => '');
        for (const [column, value] of Object.entries(cells)) {
          if (connection.columns[column as Column] !== undefined) line[COLUMNS[column as Column]] = value;
        }
        for (const each of MARK_ORDER) line.push(liveFormula(each, live, row) ?? '=FALSE');
        table.push(line);
        expected.push(mark);
        compared += 1;
      }
    }
    const answers = computed(soffice!, table);
    const differing = expected.flatMap((mark, row) => {
      if (row === 0) return [];
      const said = MARK_ORDER.filter((_, at) => answers[row]?.[formulasAt + at] === 'TRUE');
      return said.join() === (mark ?? '') ? [] : [{ row, mark, said, cells: table[row]?.slice(0, formulasAt) }];
    });
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(500);
    for (const mark of [null, ...MARK_ORDER]) {
      expect(expected.filter((each) => each === mark).length).toBeGreaterThan(15);
    }
  });
});
