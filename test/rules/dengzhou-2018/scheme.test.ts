import { schemeSchema } from '../../../src/domain/scoring/scheme';
import { scheme } from '../../../src/rules/dengzhou-2018/scheme';
import type { EventKind, NoticeForm, ScoreEvent } from '../../../src/domain/registers/registers';
import { about, day, directoryUnit, event, matter, mentions, notice } from '../../domain/builders';
import { dengzhou, score, type Scored } from '../../domain/scoring/scoring';

const ASOF = '2026-10-31';

const withNotices = (...rows: readonly Partial<Parameters<typeof notice>[0]>[]): Scored =>
  score({
    ruleSet: dengzhou,
    asOf: ASOF,
    matters: [matter()],
    registers: {
      notices: rows.map((row, index) => notice({ cell: { sheet: '文书登记簿', row: index + 1, column: 1 }, ...row })),
    },
  });

const withEvents = (asOf: string, ...rows: readonly Partial<ScoreEvent>[]): Scored =>
  score({
    ruleSet: dengzhou,
    asOf,
    matters: [matter()],
    registers: {
      events: rows.map((row, index) => event({ cell: { sheet: '加减分登记', row: index + 1, column: 0 }, ...row })),
    },
  });

test('方案合乎规则格式', () => expect(schemeSchema.safeParse(scheme).error).toBeUndefined());

describe('003 五：“实行百分制计分”', () => {
  test('没有任何登记的单位是100分，只有基础分一行，日期为1月1日', () => {
    const [line, ...others] = withNotices().of('交通局').lines;
    expect(line).toMatchObject({ rule: 'base', points: 100, date: '2026-01-01', source: null });
    expect(others).toEqual([]);
    expect(withNotices().of('交通局')).toMatchObject({ total: 100, month: 0, rank: 1 });
  });
  test('上年的加减分不带入本年', () => {
    expect(withNotices({ date: day('2025-12-31') }).of('交通局').total).toBe(100);
  });
});

describe.each<[NoticeForm, string, number, string]>([
  ['reminderNotice', 'reminder', -0.2, '每收到一次《邓州市人民政府工作催办单》扣0.2分'],
  ['supervisionOrder', 'supervisionOrder', -0.5, '每收到一次《邓州市人民政府督办通知单》扣0.5分'],
  ['interview', 'interview', -3, '约谈一次扣3分'],
])('003 五：%s', (form, rule, points, words) => {
  test(`已发一份，计${points}分，引“${words}”，指到登记簿的格子`, () => {
    const [, line] = withNotices({ form, number: '〔2026〕7号', matters: about('4') }).of('交通局').lines;
    expect(line).toMatchObject({ rule, points, date: '2026-10-09', matter: '督查台账:4' });
    expect(line?.source).toEqual({ sheet: '文书登记簿', row: 1, column: 1 });
    expect(line?.clause).toContain(words);
    expect(line?.message).toContain('事项4');
    expect(line?.message).toContain(`扣${-points}分`);
  });
  test('每收到一次计一次', () => {
    const rows = ['2026-03-02', '2026-05-04', '2026-10-31'].map((date) => ({ form, date: day(date) }));
    expect(withNotices(...rows).lines('交通局')).toEqual([1, 2, 3].map(() => `${rule} ${points}`));
  });
  test('拟稿、作废的不计；统计日次日的不计，当日的计', () => {
    const result = withNotices(
      { form, status: 'draft' },
      { form, status: 'void' },
      { form, date: day('2026-11-01') },
      { form, date: day(ASOF) },
    );
    expect(result.lines('交通局')).toEqual([`${rule} ${points}`]);
  });
  test('主送别的单位的不计', () => {
    expect(withNotices({ form, unit: '水利局' }).lines('交通局')).toEqual([]);
  });
  test('主送单位空白：不计分，并说明', () => {
    const result = withNotices({ form, unit: ' ' });
    expect(result.lines('交通局')).toEqual([]);
    expect(result.notScored()).toEqual(['unitMissing']);
  });
});

describe('003 五：“每收到一次”：一份文书对一个单位计一次', () => {
  test('同一事项先催办后督办，两次都计', () => {
    const result = withNotices({ matters: about('4') }, { form: 'supervisionOrder', matters: about('4') });
    expect(result.lines('交通局')).toEqual(['reminder -0.2', 'supervisionOrder -0.5']);
  });
  test('一份催办单列三个事项，计一次', () => {
    expect(withNotices({ matters: about('4', '5', '6') }).lines('交通局')).toEqual(['reminder -0.2']);
  });
  test('同号同日的一份催办单分两行登记，计一次；另一号另计', () => {
    const result = withNotices(
      { number: '〔2026〕7号', matters: about('4') },
      { number: '〔2026〕7号 ', matters: about('5') },
      { number: '〔2026〕8号', matters: about('4') },
    );
    expect(result.lines('交通局')).toEqual(['reminder -0.2', 'reminder -0.2']);
  });
  test('主送两个单位，各计一次', () => {
    const result = score({
      ruleSet: dengzhou,
      asOf: ASOF,
      matters: [matter({ leadUnits: mentions('交通局', '水利局') })],
      registers: { notices: [notice({ unit: '交通局、水利局' })] },
    });
    expect(['交通局', '水利局'].map((unit) => result.of(unit).total)).toEqual([99.8, 99.8]);
  });
  test('交办单不计分，也不必说明', () => {
    const result = withNotices({ form: 'assignmentNotice' });
    expect(result.of('交通局').total).toBe(100);
    expect(result.findings).toEqual([]);
  });
  test('配合单位默认不计；设定0.5则每份按一半计', () => {
    const one = {
      ruleSet: dengzhou,
      asOf: ASOF,
      matters: [matter({ coUnits: mentions('财政局') }), matter({ row: 5, leadUnits: mentions('财政局') })],
      registers: { notices: [notice({ form: 'supervisionOrder' as const, matters: about('4') })] },
    };
    expect(score(one).of('财政局').total).toBe(100);
    expect(score({ ...one, settings: { coUnitRatio: 0.5 } }).lines('财政局')).toEqual(['supervisionOrder -0.25']);
  });
});

describe.each<[EventKind, string, number, string]>([
  ['meetingLate', '会议迟到', -0.2, '各部门参会迟到、早退、替会扣0.2分'],
  ['meetingEarly', '会议早退', -0.2, '各部门参会迟到、早退、替会扣0.2分'],
  ['meetingSubstitute', '替会', -0.2, '各部门参会迟到、早退、替会扣0.2分'],
  ['meetingAbsent', '缺席会议', -0.5, '缺席会议扣0.5分'],
  ['materialLate', '材料未按时报送', -0.2, '未按时、按要求上报材料扣0.2分'],
  ['commendation', '通报表扬', 1, '责任单位每受到市政府通报表扬一次加1分'],
  ['criticism', '通报批评', -1, '每受到市政府通报批评一次扣1分'],
])('003 五：%s %s', (kind, name, points, words) => {
  test(`每次${points}分，引“${words}”`, () => {
    const result = withEvents(ASOF, { kind }, { kind, date: day('2026-10-10') });
    expect(result.lines('交通局')).toEqual([`${kind} ${points}`, `${kind} ${points}`]);
    const [, line] = result.of('交通局').lines;
    expect(line?.clause).toContain(words);
    expect(line?.message).toContain(name);
  });
  test('统计日当日计，次日不计', () => {
    expect(withEvents(ASOF, { kind, date: day(ASOF) }).lines('交通局')).toHaveLength(1);
    expect(withEvents('2026-10-30', { kind, date: day(ASOF) }).lines('交通局')).toHaveLength(0);
  });
  test('单位空白：不计分，并说明', () => {
    expect(withEvents(ASOF, { kind, unit: '' }).notScored()).toEqual(['unitMissing']);
  });
});

describe('003 五：“年终总分低于80分的单位不能评为先进单位”', () => {
  const down = (points: number, asOf: string): string | null =>
    withEvents(asOf, { kind: 'manual', date: day('2026-02-01'), points, basis: '市政府研究' }).of('交通局').remark;

  test('12月31日80分整：可以评先', () => expect(down(-20, '2026-12-31')).toBeNull());
  test('12月31日79.99分：不能评为先进单位', () =>
    expect(down(-20.01, '2026-12-31')).toBe('年终总分低于80分，不能评为先进单位'));
  test('12月30日79.99分：只是提醒', () => expect(down(-20.01, '2026-12-30')).toContain('目前总分低于80分'));
  test('12月30日80分整：没有提醒', () => expect(down(-20, '2026-12-30')).toBeNull());
});

describe('003 四：“加减分汇总”，其他加减分须有分值和依据', () => {
  test('有分值、有依据：照分值计，依据写进说明', () => {
    const result = withEvents(ASOF, { kind: 'manual', points: -1.5, basis: '市政府专题会议研究', note: '李四提出' });
    expect(result.lines('交通局')).toEqual(['manual -1.5']);
    expect(result.of('交通局').lines[1]?.message).toContain('依据：市政府专题会议研究（李四提出），扣1.5分');
  });
  test('没有依据：不计，并说明', () => {
    const result = withEvents(ASOF, { kind: 'manual', points: 2 }, { kind: 'manual', points: 2, basis: ' ' });
    expect(result.of('交通局').total).toBe(100);
    expect(result.notScored()).toEqual(['basisMissing', 'basisMissing']);
  });
  test('没有分值：不计，并说明', () => {
    expect(withEvents(ASOF, { kind: 'manual', basis: '会议纪要' }).notScored()).toEqual(['pointsMissing']);
  });
  test('分值四舍五入到0.01，负数同样远离零', () => {
    const result = withEvents(
      ASOF,
      { kind: 'manual', points: 0.125, basis: '甲' },
      { kind: 'manual', points: -0.125, basis: '乙' },
    );
    expect(result.lines('交通局')).toEqual(['manual 0.13', 'manual -0.13']);
  });
});

describe('本方案不计分', () => {
  test.each<EventKind>(['noWorkPlan', 'ledgerIncomplete', 'reportLate', 'commendedMatter'])(
    '别的方案的%s列为本方案不计分，不比照计分',
    (kind) => {
      const result = withEvents(ASOF, { kind });
      expect(result.of('交通局').total).toBe(100);
      expect(result.notScored()).toEqual(['notInScheme']);
    },
  );
});

describe('003 五：“每月通报各单位加减分情况”', () => {
  test('当月分只算当月的行，总分从1月1日算起', () => {
    const result = withEvents(
      ASOF,
      { date: day('2026-09-30') },
      { date: day('2026-10-01') },
      { date: day('2026-01-01') },
    );
    expect(result.of('交通局')).toMatchObject({ total: 99.4, month: -0.2 });
  });
  test('1月的当月分不含基础分', () => {
    expect(withEvents('2026-01-31', { date: day('2026-01-31') }).of('交通局')).toMatchObject({
      total: 99.8,
      month: -0.2,
    });
  });
});

describe('哪些单位计分', () => {
  const listed = (directory: Parameters<typeof directoryUnit>[], units: readonly string[]): Scored =>
    score({
      ruleSet: dengzhou,
      asOf: ASOF,
      matters: units.map((unit, index) =>
        matter({
          row: 4 + index,
          leadUnits: [{ written: unit, unit, known: directory.some(([name]) => name === unit) }],
        }),
      ),
      registers: {
        directory: directory.map((args) => directoryUnit(...args)),
        events: [event({ unit: '县局' }), event({ unit: '各镇' }), event({ unit: '外省公司' })],
      },
    });

  test('单位名录中的单位，加上其他牵头单位（说明）；参加考核为否的不列', () => {
    const result = listed([['教育局'], ['信访局', { assessed: false }]], ['信访局', '交通局']);
    expect(result.scores.map(({ unit }) => unit)).toEqual(['教育局', '交通局']);
    expect(result.findings[0]).toMatchObject({ code: 'unknown-unit', facts: { unit: '交通局' } });
  });
  test('两个单位共用的别名不计分，并说明是哪两个', () => {
    const result = listed(
      [
        ['教育局', { aliases: ['县局'] }],
        ['交通局', { aliases: ['县局'] }],
      ],
      ['交通局'],
    );
    expect(result.of('交通局').total).toBe(100);
    const [ambiguous] = result.findings.filter(({ code }) => code === 'ambiguous-alias');
    expect(ambiguous?.facts).toEqual({ alias: '县局', candidates: ['交通局', '教育局'] });
  });
  test('别名计到本单位', () => {
    expect(listed([['交通局', { aliases: ['县局'] }]], []).of('交通局').total).toBe(99.8);
  });
  test('集合名称计到每个成员单位，集合名称本身不列', () => {
    const result = listed([['东镇'], ['西镇'], ['各镇', { members: ['东镇', '西镇'] }]], []);
    expect(result.scores.map(({ unit, total }) => [unit, total])).toEqual([
      ['东镇', 99.8],
      ['西镇', 99.8],
    ]);
  });
  test('没有成员单位的集合名称不计分，并说明', () => {
    const codes = listed([['东镇']], []).findings.map(({ code }) => code);
    expect(codes).toContain('collective-unit');
  });
  test('既不在名录、又不牵头任何事项的单位：事件不计分，并说明', () => {
    expect(listed([['东镇']], []).notScored()).toContain('unitNotListed');
  });
});

describe('名次', () => {
  test('并列同名次，其后跳过：1、2、2、4；组内另排', () => {
    const result = score({
      ruleSet: dengzhou,
      asOf: ASOF,
      matters: [],
      registers: {
        directory: ['甲局', '乙局', '丙镇', '丁镇'].map((name) =>
          directoryUnit(name, { group: name.endsWith('镇') ? '乡镇' : '部门' }),
        ),
        events: [event({ unit: '甲局', kind: 'commendation' }), event({ unit: '丁镇' })],
      },
    });
    expect(result.scores.map(({ rank, rankInGroup }) => [rank, rankInGroup])).toEqual([
      [1, 1],
      [2, 2],
      [2, 1],
      [4, 2],
    ]);
  });
});

test('涉密事项的标题不进入任何一行', () => {
  const result = score({
    ruleSet: dengzhou,
    asOf: ASOF,
    matters: [matter({ title: '不可外传', classified: true })],
    registers: { notices: [notice({ matters: about('4') })] },
  });
  expect(JSON.stringify(result.scores)).not.toContain('不可外传');
  expect(result.of('交通局').lines[1]?.message).toContain('第4号事项');
});

test('方案施行日之前的统计日：照算，并说明', () => {
  const codes = (asOf: string): readonly string[] => withEvents(asOf).findings.map(({ code }) => code);
  expect(codes('2018-10-14')).toEqual(['ruleset-not-in-force']);
  expect(codes('2018-10-15')).toEqual([]);
});
