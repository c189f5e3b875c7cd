import { directoryUnit } from '../../domain/builders';
import type { Scored } from '../../domain/scoring/scoring';
import { scored } from './given';

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
