import type { EventKind } from '../../../src/domain/registers/registers';
import { schemeSchema } from '../../../src/domain/scoring/scheme';
import { scheme } from '../../../src/rules/county-2023/scheme';
import { directoryUnit, matter, notice, onDate } from '../../domain/builders';
import { WORK, matters, scored, events } from './given';

test('方案合乎规则格式；六类分值合计80分', () => {
  expect(schemeSchema.safeParse(scheme).error).toBeUndefined();
  const weights = scheme.rules.flatMap((rule) => ('weight' in rule ? [rule.weight] : []));
  expect(weights.reduce((a, b) => a + b)).toBe(80);
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
