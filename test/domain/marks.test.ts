import { areaAddress } from '../../src/domain/cell';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { lintConditionalFormula } from './conditionalFormula';
import type { MatterHistory } from '../../src/domain/assessment';
import { formatsInPortions, isOurMark, MARK_LOOKS, markOf, marksOf } from '../../src/domain/marks';
import { DEFAULT_SETTINGS, RULE_SET_IDS, type RuleSetId } from '../../src/domain/ruleSet';
import { atOnce } from '../../src/domain/portions';
import { ruleSets } from '../../src/rules';
import { day, notice, proceeding } from './builders';
import { assessRow, COLUMNS, connectionOf, serial, type Column, type SheetRow } from './markedRows';

const ALL = Object.keys(COLUMNS) as Column[];
const asOf = '2026-10-31' as CivilDate;
const overdue: SheetRow = { deadline: serial('2026-10-20') };

function mark(
  rows: readonly (SheetRow | { readonly cells: SheetRow; readonly history: Partial<MatterHistory> })[],
  columns: readonly Column[] = ALL,
  by: RuleSetId = 'dengzhou-2018',
) {
  const connection = connectionOf(columns);
  const judged = rows.map((row, index) => {
    const { cells, history } = 'history' in row ? row : { cells: row as SheetRow, history: {} };
    return assessRow(index + 4, cells, connection, asOf, by, history);
  });
  const histories = new Map(judged.map(({ history }) => [history.matter.key, history]));
  const formats = atOnce(
    formatsInPortions(
      connection,
      judged.map(({ assessment }) => assessment),
      histories,
      { asOf, rules: ruleSets[by].deadlines, settings: DEFAULT_SETTINGS },
    ),
  );
  return {
    formats,
    of: (name: string, live: boolean) =>
      formats
        .filter((format) => format.mark === name && format.live === live)
        .flatMap((format) => format.areas.map(areaAddress)),
  };
}

describe('标注跟着当天走，还是停在统计日期', () => {
  test('时限是真日期的行：随当天，整行从第一列到最后一列', () => {
    const { formats, of } = mark([overdue, overdue, { deadline: serial('2026-12-31') }]);
    expect(of('overdue', true)).toEqual(['B5:K7']);
    expect(formats.every(({ live, asOf: day }) => live && day === null)).toBe(true);
    expect(formats.map(({ mark: name }) => name)).toEqual(['ordered', 'reminded', 'overdue', 'dueSoon', 'closed']);
  });

  test('时限是文字日期的行：停在统计日期，公式里写明；没到期的不标', () => {
    const { formats, of } = mark([overdue, { deadline: '2026年10月20日' }, { deadline: '2026年12月底前' }, overdue]);
    expect(of('overdue', true)).toEqual(['B5:K5', 'B8:K8']);
    expect(of('overdue', false)).toEqual(['B6:K6']);
    const fixed = formats.find(({ live }) => !live);
    expect(fixed).toMatchObject({ formula: '=N("督查:逾期 2026-10-31")=0', asOf });
  });

  test('由登记簿定的行：停在统计日期', () => {
    const closed = { cells: overdue, history: { proceedings: [proceeding({ kind: 'closed' })] } };
    const extended = {
      cells: overdue,
      history: {
        proceedings: [proceeding({ kind: 'extension', newDeadline: day('2026-11-01'), approver: '王某' })],
      },
    };
    const suspended = {
      cells: { deadline: serial('2026-12-31') },
      history: { proceedings: [proceeding({ kind: 'suspended' })] },
    };
    const { of } = mark([closed, extended, suspended, overdue]);
    expect(of('closed', false)).toEqual(['B5:K5']);
    expect(of('dueSoon', false)).toEqual(['B6:K6']);
    expect(of('overdue', true)).toEqual(['B8:K8']);
  });

  test('登记和台账一致的延期：随当天', () => {
    const cells = { deadline: serial('2026-10-20'), extendedTo: serial('2026-11-10'), extensionApprover: '王某' };
    const proceedings = [proceeding({ kind: 'extension', newDeadline: day('2026-11-10'), approver: '王某' })];
    expect(mark([{ cells, history: { proceedings } }]).of('overdue', true)).toEqual(['B5:K5']);
  });

  test('已催办、已督办：台账有日期一栏的随当天，没有的停在统计日期', () => {
    const history = { notices: [notice({ date: day('2026-10-22') })] };
    const withColumn = mark([{ ...overdue, reminderOn: serial('2026-10-22') }]);
    expect(withColumn.of('reminded', true)).toEqual(['B5:K5']);
    expect(withColumn.of('reminded', false)).toEqual([]);
    const without = mark([{ cells: overdue, history }], ['title', 'deadline', 'closedOn', 'status']);
    expect(without.of('reminded', false)).toEqual(['B5:I5']);
    expect(without.of('overdue', true)).toEqual([]);
  });

  test('台账写了催办日期、登记簿没有：以登记簿为准，停在统计日期的逾期', () => {
    const { of } = mark([{ cells: { ...overdue, reminderOn: serial('2026-10-22') }, history: { notices: [] } }]);
    expect(of('overdue', false)).toEqual(['B5:K5']);
  });

  test('长期、待定、读不出的时限不标，办结了照标', () => {
    const { of } = mark([{ deadline: '长期坚持' }, { deadline: '待定', closedOn: serial('2026-10-10') }]);
    expect(of('closed', true)).toEqual(['B5:K6']);
    expect(of('overdue', false)).toEqual([]);
  });

  test('标注的先后：办结了不再标催办督办，督办先于催办先于逾期', () => {
    const of = (cells: SheetRow) => markOf(assessRow(4, cells, connectionOf(ALL), asOf, 'dengzhou-2018').assessment);
    const noticed = { ...overdue, reminderOn: serial('2026-10-22'), orderOn: serial('2026-10-27') };
    expect(of(noticed)).toBe('ordered');
    expect(of({ ...noticed, orderOn: '' })).toBe('reminded');
    expect(of({ ...noticed, closedOn: serial('2026-10-30') })).toBe('closed');
    expect(of(overdue)).toBe('overdue');
    expect(of({ deadline: serial('2026-11-03') })).toBe('dueSoon');
    expect(of({ deadline: serial('2026-11-04') })).toBeNull();
  });
});

describe('公式', () => {
  test.each(RULE_SET_IDS)('%s：不论台账有哪些栏，公式都是 Excel 认的，只引用本行', (by) => {
    const shapes: Column[][] = [
      ALL,
      ['title', 'deadline'],
      ['title', 'status'],
      ['title', 'deadline', 'extendedTo'],
      ['title', 'leaderDeadline', 'closedOn'],
    ];
    for (const columns of shapes) {
      for (const { formula } of mark([overdue, { deadline: '10月20日' }], columns, by).formats) {
        expect(lintConditionalFormula(formula)).toEqual([]);
        for (const [reference] of formula.matchAll(/\$?[A-Z]{1,3}\$?\d+/g))
          expect(reference).toMatch(/^\$[A-Z]{1,3}5$/);
      }
    }
  });

  test('认得出自己的标注，认不出别人的', () => {
    expect(marksOf('=AND(N("督查:临期")=0,$H5<TODAY())')).toEqual({ mark: 'dueSoon', asOf: null });
    expect(marksOf('=N("督查:已督办 2026-10-31")=0')).toEqual({ mark: 'ordered', asOf: '2026-10-31' });
    for (const other of ['=$H5<TODAY()', '=N("督查:别的")=0', '=$A1="督查:逾期"', ''])
      expect(isOurMark(other)).toBe(false);
  });

  test('行很零散时分成几条，每条的地址不超过 8192 个字符，合起来一行不少', () => {
    const rows = Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? overdue : { deadline: '2026年12月' }));
    const overdues = mark(rows).formats.filter((format) => format.mark === 'overdue');
    expect(overdues.length).toBeGreaterThan(1);
    for (const { areas, formula } of overdues) {
      expect(areas.map(areaAddress).join(',').length).toBeLessThanOrEqual(8192);
      expect(formula).toContain(`$D${areas[0]!.top + 1}`);
    }
    expect(overdues.flatMap(({ areas }) => areas)).toHaveLength(2000);
  });
});

describe('样子', () => {
  const channel = (hex: string) => {
    const value = parseInt(hex, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (color: string) =>
    0.2126 * channel(color.slice(1, 3)) + 0.7152 * channel(color.slice(3, 5)) + 0.0722 * channel(color.slice(5, 7));

  test.each(Object.entries(MARK_LOOKS))('%s 的字与底对比不低于 4.5 比 1', (_, look) => {
    const [light, dark] = [luminance(look.fill!), luminance(look.fontColor!)];
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  test('不看颜色也分得清，也都不同于没有标注', () => {
    const shapes = Object.values(MARK_LOOKS).map(({ bold, italic, underline, strikethrough }) =>
      [bold, italic, underline, strikethrough].map((each) => each ?? false).join(),
    );
    expect(new Set(shapes).size).toBe(shapes.length);
    expect(shapes).not.toContain('false,false,false,false');
  });
});
