import { matter, mentions } from '../../domain/builders';
import { ASOF, WORK, matters, scored, events } from './given';

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
