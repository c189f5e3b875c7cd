import { monthsSchema, nextStepIn, stepsOf, withStep, type Months } from '../../src/domain/monthSteps';
import { sinceLastSeen } from '../../src/domain/sinceLastSeen';
import { assessed, day, matter, onDate } from './builders';

const MONTH = '2026-10';
const after = (...steps: readonly Parameters<typeof withStep>[2][]): Months =>
  steps.reduce<Months>((months, step) => {
    const answer = withStep(months, MONTH, step, { state: 'done', on: '2026-10-31' });
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.months;
  }, {});

describe('月度督查的步骤', () => {
  test('六步依次，没有做的从第一步起', () => {
    expect(stepsOf(undefined, MONTH).map(({ name }) => name)).toEqual([
      '台账核对',
      '标记逾期',
      '收表',
      '催办督办',
      '计分',
      '通报',
    ]);
    expect(nextStepIn(undefined, MONTH)).toBe('check');
    expect(nextStepIn(after('check', 'collect'), MONTH)).toBe('mark');
    expect(nextStepIn(after('check', 'mark', 'collect', 'remind', 'score', 'publish'), MONTH)).toBeNull();
    expect(nextStepIn(after('check'), '2026-11')).toBe('check');
  });

  test('跳过要写原因；写了的记下；重新要做的回到未做', () => {
    expect(withStep({}, MONTH, 'collect', { state: 'skipped', on: '2026-10-31', reason: ' ' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('收表'),
    });
    const skipped = withStep({}, MONTH, 'collect', { state: 'skipped', on: '2026-10-31', reason: '本月不收表' });
    expect(skipped).toMatchObject({ ok: true, months: { [MONTH]: { collect: { reason: '本月不收表' } } } });
    if (!skipped.ok) throw new Error(skipped.sentence);
    expect(monthsSchema.safeParse(skipped.months).success).toBe(true);
    expect(withStep(skipped.months, MONTH, 'collect', { state: 'todo' })).toEqual({
      ok: true,
      months: { [MONTH]: {} },
    });
  });

  test('只留二十四个月', () => {
    let months: Months = {};
    for (let ordinal = 0; ordinal < 30; ordinal += 1) {
      const month = `${2024 + Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
      const answer = withStep(months, month, 'check', { state: 'done', on: `${month}-28` });
      if (answer.ok) ({ months } = answer);
    }
    expect(Object.keys(months)).toHaveLength(24);
    expect(Object.keys(months)[0]).toBe('2024-07');
  });
});

describe('上次打开以来', () => {
  const due = matter({ row: 4, deadline: onDate('2026-10-30') });
  const soon = matter({ row: 5, deadline: onDate('2026-11-03') });
  const late = matter({ row: 6, deadline: onDate('2026-10-01') });
  const at = (date: string) => [due, soon, late].map((one) => assessed(one, day(date)));

  test('上次没有逾期、现在逾期的算新逾期；早就逾期的不算', () => {
    const since = sinceLastSeen(at('2026-10-28'), at('2026-10-31'), day('2026-10-28'), day('2026-10-31'))!;
    expect(since).toMatchObject({ overdue: [due.key], dueSoon: [soon.key] });
  });

  test('当天再打开不说；没有变化，一件也没有', () => {
    expect(sinceLastSeen(at('2026-10-31'), at('2026-10-31'), day('2026-10-31'), day('2026-10-31'))).toBeNull();
    const same = sinceLastSeen(at('2026-10-10'), at('2026-10-11'), day('2026-10-10'), day('2026-10-11'))!;
    expect(same).toMatchObject({ overdue: [], dueSoon: [] });
  });
});
