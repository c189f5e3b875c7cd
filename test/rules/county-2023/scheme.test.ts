import type { Matter } from '../../../src/domain/matter';
import type { EventKind, Registers, ScoreEvent } from '../../../src/domain/registers/registers';
import type { Settings } from '../../../src/domain/ruleSet';
import { schemeSchema } from '../../../src/domain/scoring/scheme';
import { scheme } from '../../../src/rules/county-2023/scheme';
import {
  about,
  blankDate,
  dateCell,
  day,
  directoryUnit,
  event,
  matter,
  mentions,
  notice,
  onDate,
  proceeding,
} from '../../domain/builders';
import { county, score, type Scored } from '../../domain/scoring/scoring';

const ASOF = '2026-10-31';
const WORK = '政府工作报告';

type State = 'done' | 'doneLate' | 'late' | 'running' | 'recurring' | 'suspended' | 'unassigned' | 'undated';

function inState(state: State): Partial<Matter> {
  switch (state) {
    case 'done':
      return { closedOn: onDate('2026-09-01') };
    case 'doneLate':
      return { closedOn: onDate('2026-10-25') };
    case 'late':
      return {};
    case 'running':
      return { deadline: onDate('2026-12-20') };
    case 'recurring':
      return { deadline: dateCell({ kind: 'recurring', text: '长期坚持' }) };
    case 'suspended':
      return { status: 'suspended' };
    case 'unassigned':
      return { status: 'notAssigned', assignedOn: blankDate };
    case 'undated':
      return { deadline: blankDate };
  }
}

/** Matters of the unit, one a pair of category and state, rows from 4. */
const matters = (...pairs: readonly (readonly [string | null, State])[]): readonly Matter[] =>
  pairs.map(([category, state], index) => matter({ row: 4 + index, category, ...inState(state) }));

interface Given {
  readonly asOf?: string;
  readonly matters?: readonly Matter[];
  readonly registers?: Partial<Registers>;
  readonly settings?: Partial<Settings>;
}
const scored = (given: Given): Scored =>
  score({
    ruleSet: county,
    asOf: ASOF,
    ...given,
    matters: given.matters ?? matters([WORK, 'done'], [WORK, 'running']),
  });

const events = (...rows: readonly Partial<ScoreEvent>[]): Partial<Registers> => ({
  events: rows.map((row, index) => event({ cell: { sheet: '加减分登记', row: index + 1, column: 0 }, ...row })),
});

test('方案合乎规则格式；六类分值合计80分', () => {
  expect(schemeSchema.safeParse(scheme).error).toBeUndefined();
  const weights = scheme.rules.flatMap((rule) => ('weight' in rule ? [rule.weight] : []));
  expect(weights.reduce((a, b) => a + b)).toBe(80);
});

describe('001 三(一)：“未落实承担政务督查工作科室的扣2分；未明确督查督办专职人员的扣3分”', () => {
  const entry = (over: Parameters<typeof directoryUnit>[1]): Scored =>
    scored({ registers: { directory: [directoryUnit('交通局', over)] } });

  test('有科室、有1人：不扣', () => {
    expect(entry({}).lines('交通局')).toEqual([]);
    expect(entry({}).of('交通局').remark).toBeNull();
  });
  test('承担科室为“无”：扣2分，指到单位名录', () => {
    const result = entry({ section: { kind: 'none' } });
    expect(result.lines('交通局')).toEqual(['noSection -2']);
    expect(result.of('交通局').lines[1]?.source?.sheet).toBe('单位名录');
  });
  test('督查人员数为0：扣3分', () => expect(entry({ officers: 0 }).lines('交通局')).toEqual(['noOfficer -3']));
  test('两格空白：不扣，备注说明', () => {
    const result = entry({ section: { kind: 'unknown' }, officers: null });
    expect(result.lines('交通局')).toEqual([]);
    expect(result.of('交通局').remark).toBe('承担科室未填，未扣分；督查人员数未填，未扣分');
  });
  test('没有单位名录：不扣，也无从说明', () => {
    expect(scored({}).of('交通局')).toMatchObject({ total: 100, remark: null });
  });
});

describe('001 三(二)1：无工作方案扣2分，台账资料不完整扣3分', () => {
  test.each<[EventKind, number]>([
    ['noWorkPlan', -2],
    ['ledgerIncomplete', -3],
  ])('%s 每单位只扣一次', (kind, points) => {
    const result = scored({ registers: events({ kind, date: day('2026-03-01') }, { kind }, { kind }) });
    expect(result.lines('交通局')).toEqual([`${kind} ${points}`]);
    expect(result.of('交通局').lines[1]?.date).toBe('2026-03-01');
  });
  test('没有登记：不扣', () => expect(scored({ registers: events() }).lines('交通局')).toEqual([]));
});

describe('001 三(二)2：“未按要求及时上报的每次扣1分，累计3次未完成上报任务的加扣2分，扣完为止”', () => {
  const missed = (count: number, settings: Partial<Settings> = {}, extra: readonly EventKind[] = []): Scored =>
    scored({
      settings,
      registers: events(
        ...extra.map((kind) => ({ kind })),
        ...Array.from({ length: count }, (_, index) => ({
          kind: 'reportLate' as const,
          date: day(`2026-0${1 + (index % 9)}-28`),
        })),
      ),
    });
  const points = (result: Scored): number => result.of('交通局').total! - 100;

  test('2次扣2分，没有加扣', () => expect(missed(2).lines('交通局')).toEqual(['reportLate -1', 'reportLate -1']));
  test('第3次加扣2分', () => {
    expect(missed(3).lines('交通局').slice(2)).toEqual(['reportLate -1', 'reportLateThird -2']);
  });
  test('第6次不再加扣；设定“每满3次”则再加扣', () => {
    expect(points(missed(6))).toBe(-8);
    expect(points(missed(6, { everyThirdReport: true }))).toBe(-10);
  });
  test('日期记为当月最后一天', () => {
    const result = scored({ registers: events({ kind: 'reportLate', date: day('2026-02-10') }) });
    expect(result.of('交通局').lines[1]).toMatchObject({ date: '2026-02-28' });
  });
  test('扣到15分整：没有保底一行', () => {
    expect(
      missed(13)
        .lines('交通局')
        .filter((line) => line.startsWith('blockFloor')),
    ).toEqual([]);
    expect(points(missed(13))).toBe(-15);
  });
  test('扣满15分为止：多扣的1分退回，自成一行', () => {
    expect(missed(9, {}, ['noWorkPlan', 'ledgerIncomplete']).lines('交通局').at(-1)).toBe('blockFloor 1');
    expect(points(missed(9, {}, ['noWorkPlan', 'ledgerIncomplete']))).toBe(-15);
  });

  const inMonth = (own: Partial<Matter>, date: string): readonly string[] => {
    const result = scored({
      matters: [matter({ category: WORK, ...own })],
      registers: events({ kind: 'reportLate', date: day(date) }),
    });
    return [...result.lines('交通局').filter((line) => line.startsWith('report')), ...result.notScored()];
  };
  test('当月有未办结事项：扣', () => expect(inMonth({}, '2026-03-31')).toEqual(['reportLate -1']));
  test('当月才交办（月末当天）：扣', () =>
    expect(inMonth({ assignedOn: onDate('2026-03-31') }, '2026-03-31')).toEqual(['reportLate -1']));
  test('下月1日才交办：不扣，并说明', () =>
    expect(inMonth({ assignedOn: onDate('2026-04-01') }, '2026-03-31')).toEqual(['noOpenMatter']));
  test('当月2日办结（1日尚未办结）：扣', () =>
    expect(inMonth({ closedOn: onDate('2026-03-02') }, '2026-03-31')).toEqual(['reportLate -1']));
  test('当月1日已办结：不扣，并说明', () =>
    expect(inMonth({ closedOn: onDate('2026-03-01') }, '2026-03-31')).toEqual(['noOpenMatter']));
  test('已办结而无办结日期：查不出当月是否未办结，不扣，并说明', () =>
    expect(inMonth({ status: 'closed' }, '2026-03-31')).toEqual(['noOpenMatter']));
});

describe('001 三(三)：未完成的按比例扣分', () => {
  test('应计=已办结或已过时限：未到期的不计', () => {
    const result = scored({ matters: matters([WORK, 'done'], [WORK, 'late'], [WORK, 'running']) });
    expect(result.lines('交通局')).toEqual([`category:${WORK} -40`]);
    expect(result.of('交通局').lines[1]?.message).toContain('应计2项，未完成1项（第5号事项“事项5”）');
    expect(result.of('交通局').lines[1]).toMatchObject({ date: ASOF, matter: '督查台账:5' });
  });
  test('时限当天不计，次日计', () => {
    const on = (asOf: string): readonly string[] => scored({ asOf, matters: matters([WORK, 'late']) }).lines('交通局');
    expect(on('2026-10-20')).toEqual([]);
    expect(on('2026-10-21')).toEqual([`category:${WORK} -80`]);
  });
  test('时限空白：月度不计；年终考评计为未完成', () => {
    const own = matters([WORK, 'done'], [WORK, 'undated']);
    expect(scored({ matters: own }).lines('交通局')).toEqual([]);
    expect(scored({ matters: own, settings: { annual: true } }).lines('交通局')).toEqual([`category:${WORK} -40`]);
  });
  test('年终考评：长期、暂缓、未交办的不计，其余都计', () => {
    const own = matters(
      [WORK, 'done'],
      [WORK, 'running'],
      [WORK, 'recurring'],
      [WORK, 'suspended'],
      [WORK, 'unassigned'],
    );
    expect(scored({ matters: own, settings: { annual: true } }).lines('交通局')).toEqual([`category:${WORK} -40`]);
    expect(scored({ matters: own }).lines('交通局')).toEqual([]);
  });
  test('超期办结算完成；设定从严则算未完成', () => {
    const own = matters([WORK, 'done'], [WORK, 'doneLate']);
    expect(scored({ matters: own }).lines('交通局')).toEqual([]);
    expect(scored({ matters: own, settings: { lateClosingUnfinished: true } }).lines('交通局')).toEqual([
      `category:${WORK} -40`,
    ]);
  });
  test('为民实事有一项未完成，扣全部分值；全部完成不扣', () => {
    expect(
      scored({ matters: matters(['为民实事', 'done'], ['为民实事', 'late'], [WORK, 'done']) }).lines('交通局'),
    ).toEqual(['category:为民实事 -26.67']);
    expect(scored({ matters: matters(['为民实事', 'done']) }).lines('交通局')).toEqual([]);
  });
  test('六类都有：各按本来的分值', () => {
    const six = [WORK, '为民实事', '阶段性重点工作', '会议议定事项', '建议提案', '领导批示件'];
    const result = scored({ matters: matters(...six.map((name) => [name, 'late'] as const)) });
    expect(result.lines('交通局')).toEqual(
      six.map((name, i) => `category:${name} ${[-20, -10, -15, -10, -15, -10][i]}`),
    );
    expect(result.of('交通局').total).toBe(20);
  });
  test('三类各扣26.67分合计80.01分：以80分为限，退回0.01分', () => {
    const three = ['为民实事', '会议议定事项', '领导批示件'];
    const result = scored({ matters: matters(...three.map((name) => [name, 'late'] as const)) });
    expect(result.lines('交通局').at(-1)).toBe('blockFloor 0.01');
    expect(result.of('交通局').total).toBe(20);
  });
  test('某类只有未交办的事项，视同没有承担，分值转给其他', () => {
    expect(scored({ matters: matters([WORK, 'late'], ['建议提案', 'unassigned']) }).lines('交通局')).toEqual([
      `category:${WORK} -80`,
    ]);
  });
  test('多个牵头单位，每个都计', () => {
    const joint = [matter({ category: WORK, leadUnits: mentions('交通局', '水利局') })];
    const result = scored({ matters: joint });
    expect([result.of('交通局').total, result.of('水利局').total]).toEqual([20, 20]);
  });

  test.each([
    ['政府工作报告任务', WORK],
    ['《政府工作报告》', WORK],
    ['2026年区政府工作报告', WORK],
    ['一、政府工作报告重点任务', WORK],
    ['民生实事', '为民实事'],
    ['十件实事', '为民实事'],
    ['10件实事', '为民实事'],
    ['重点工作', '阶段性重点工作'],
    ['议定事项', '会议议定事项'],
    ['会议事项', '会议议定事项'],
    ['议案提案', '建议提案'],
    ['人大建议', '建议提案'],
    ['政协提案', '建议提案'],
    ['批示件', '领导批示件'],
    ['领导批示', '领导批示件'],
  ])('类别写作“%s”的，归入%s', (written, category) => {
    expect(scored({ matters: matters([written, 'late']) }).lines('交通局')).toEqual([`category:${category} -80`]);
  });
  test.each([['信访事项'], ['其他'], [null]])('类别“%s”不在六类之内：不计分，列出', (written) => {
    const result = scored({ matters: matters([written, 'late'], [WORK, 'done']) });
    expect(result.lines('交通局')).toEqual([]);
    const [unknown] = result.findings.filter(({ code }) => code === 'unknown-category');
    expect(unknown).toMatchObject({ cell: { row: 4, column: 1 }, facts: { category: written ?? '' } });
  });

  test('六类都没有承担：不参加计分，不排名，备注说明；事件列为未计', () => {
    const given = { matters: matters(['信访', 'late']), registers: events({ kind: 'noWorkPlan' }) };
    const result = scored(given);
    expect(result.of('交通局')).toMatchObject({ total: null, month: null, rank: null, lines: [], blocks: [] });
    expect(result.of('交通局').remark).toContain('不参加计分');
    expect(result.notScored()).toEqual(['unitWithoutMatters']);
    expect(scored({ ...given, settings: { fullMarksWithoutMatters: true } }).of('交通局').total).toBe(98);
  });
});

describe('001 三(四)：“每项加5分，总加分不超过20分”', () => {
  const praise = (...ids: readonly (string | null)[]): Scored =>
    scored({
      matters: matters(...Array.from({ length: 6 }, () => [WORK, 'done'] as const)),
      registers: events(
        ...ids.map((id) => ({ kind: 'commendedMatter' as const, ...(id === null ? {} : { matters: about(id) }) })),
      ),
    });

  test('一项加5分', () => expect(praise('4').lines('交通局')).toEqual(['commendedMatter 5']));
  test('同一事项表彰两次只加一次', () => expect(praise('4', '4').lines('交通局')).toEqual(['commendedMatter 5']));
  test('没有写事项的，每行加一次', () => expect(praise(null, null).of('交通局').total).toBe(110));
  test('四项20分：不封顶', () => expect(praise('4', '5', '6', '7').lines('交通局')).toHaveLength(4));
  test('五项：封顶一行退回5分', () => {
    const result = praise('4', '5', '6', '7', '8');
    expect(result.lines('交通局').at(-1)).toBe('bonusCap -5');
    expect(result.of('交通局').total).toBe(120);
  });
  test('没有登记：不加', () => expect(praise().lines('交通局')).toEqual([]));
});

describe('001 三(七)：“再次下达督办通知单，并扣除1分，直至‘销号’为止”', () => {
  const order = (date: string, row: number, id = '4'): ReturnType<typeof notice> =>
    notice({
      cell: { sheet: '文书登记簿', row, column: 1 },
      form: 'supervisionOrder',
      date: day(date),
      matters: about(id),
    });
  const extension = (date: string, approver: string | null): ReturnType<typeof proceeding> =>
    proceeding({ kind: 'extension', date: day(date), approver, matters: about('4') });
  const lines = (over: Partial<Matter>, registers: Partial<Registers>): readonly string[] =>
    scored({ matters: [matter({ category: WORK, deadline: onDate('2026-12-20'), ...over })], registers }).lines(
      '交通局',
    );
  const first = order('2026-03-01', 1);

  test('首次督办通知单不扣分，也不列为不计分', () => {
    const result = scored({ matters: matters([WORK, 'running']), registers: { notices: [first] } });
    expect(result.of('交通局').lines).toHaveLength(1);
    expect(result.notScored()).toEqual([]);
  });
  test('经批准延期后再次下达，每次扣1分', () => {
    expect(
      lines(
        {},
        {
          notices: [first, order('2026-05-01', 2), order('2026-06-01', 3)],
          proceedings: [extension('2026-04-01', '李副区长')],
        },
      ),
    ).toEqual(['reissuedOrder -1', 'reissuedOrder -1']);
  });
  test('延期当天再次下达：扣；延期前一天：不扣', () => {
    const given = (date: string): readonly string[] =>
      lines({}, { notices: [first, order(date, 2)], proceedings: [extension('2026-04-02', '同意')] });
    expect(given('2026-04-02')).toEqual(['reissuedOrder -1']);
    expect(given('2026-04-01')).toEqual([]);
  });
  test.each([[''], [null], ['不同意'], ['待批'], ['否']])('延期批准人为“%s”：未经批准，不扣', (approver) => {
    expect(
      lines({}, { notices: [first, order('2026-05-01', 2)], proceedings: [extension('2026-04-01', approver)] }),
    ).toEqual([]);
  });
  test('没有延期而再次下达：不扣', () => expect(lines({}, { notices: [first, order('2026-05-01', 2)] })).toEqual([]));
  test('台账“延期至”经批准，再次下达：扣', () => {
    const own = { extendedTo: onDate('2026-12-01'), extensionApprover: '李副区长' };
    expect(lines(own, { notices: [first, order('2026-05-01', 2)] })).toEqual(['reissuedOrder -1']);
    expect(lines({ ...own, extensionApprover: '' }, { notices: [first, order('2026-05-01', 2)] })).toEqual([]);
  });
  test('销号以后不再扣；销号当天下达的扣', () => {
    const given = (closedOn: string): readonly string[] =>
      lines(
        { closedOn: onDate(closedOn) },
        { notices: [first, order('2026-05-01', 2)], proceedings: [extension('2026-04-01', '同意')] },
      );
    expect(given('2026-04-30')).toEqual([]);
    expect(given('2026-05-01')).toEqual(['reissuedOrder -1']);
  });
  test('上一份督办的是别的事项：算首次，不扣', () => {
    expect(
      lines(
        {},
        {
          notices: [order('2026-03-01', 1, '5'), order('2026-05-01', 2)],
          proceedings: [extension('2026-04-01', '同意')],
        },
      ),
    ).toEqual([]);
  });
});

describe('001 三：本方案不计分的事件', () => {
  test.each<EventKind>([
    'meetingLate',
    'meetingEarly',
    'meetingSubstitute',
    'meetingAbsent',
    'materialLate',
    'commendation',
    'criticism',
  ])('%s 列为本方案不计分', (kind) => {
    const result = scored({ registers: events({ kind }) });
    expect(result.of('交通局').total).toBe(100);
    expect(result.notScored()).toEqual(['notInScheme']);
  });
  test('催办单、约谈列为本方案不计分', () => {
    const registers = { notices: [notice(), notice({ form: 'interview' })] };
    expect(scored({ registers }).notScored()).toEqual(['notInScheme', 'notInScheme']);
  });
});

describe('001 当月分=总分−上月末总分', () => {
  test('上月末已逾期、本月办结：本月加回', () => {
    const own = [matter({ category: WORK, deadline: onDate('2026-09-20'), closedOn: onDate('2026-10-05') })];
    expect(scored({ matters: own }).of('交通局')).toMatchObject({ total: 100, month: 80 });
  });
  test('本月逾期：本月扣', () => {
    expect(scored({ matters: matters([WORK, 'late']) }).of('交通局')).toMatchObject({ total: 20, month: -80 });
  });
  test('上月末尚未承担事项：从基础分算起', () => {
    const own = [matter({ category: WORK, assignedOn: onDate('2026-10-02') })];
    expect(scored({ matters: own }).of('交通局')).toMatchObject({ total: 20, month: -80 });
  });
});

test('各栏分合计等于总分：基础分、组织领导、办理时限、任务完成、表彰加分、再次督办、其他', () => {
  const result = scored({
    matters: matters([WORK, 'late'], [WORK, 'done']),
    registers: {
      directory: [directoryUnit('交通局', { officers: 0 })],
      ...events(
        { kind: 'noWorkPlan' },
        { kind: 'commendedMatter' },
        { kind: 'manual', points: 0.5, basis: '会议纪要' },
      ),
    },
  });
  expect(result.of('交通局').blocks.map(({ name, points }) => `${name}${points}`)).toEqual([
    '基础分100',
    '组织领导-3',
    '办理时限-2',
    '任务完成-40',
    '表彰加分5',
    '再次督办0',
    '其他加减分0.5',
  ]);
});
