import { matter, onDate } from '../builders';
import { cadenceIn, type ListCase } from './lists';

const of = (category: string, asOf: string, over: Parameters<typeof matter>[0] = {}): ListCase => ({
  by: 'shangyu-2016',
  matters: [matter({ category, ...over })],
  asOf,
});

describe('004 一 督查频次', () => {
  test.each([
    ['2026-05-31', false, '2026-06-30', '2026年上半年'],
    ['2026-06-30', true, '2026-06-30', '2026年上半年'],
    ['2026-07-31', false, '2026-12-31', '2026年下半年'],
    ['2026-12-31', true, '2026-12-31', '2026年下半年'],
  ])('一(一) 政府工作报告半年一次：%s 到期为 %s', (asOf, due, until, period) =>
    expect(cadenceIn(of('政府工作报告任务', asOf), 'governmentReport')).toMatchObject({ due, until, period }),
  );
  test.each([
    ['livelihood', '2026-10-31', true, '2026-10-31'],
    ['livelihoodPublic', '2026-10-31', false, '2026-12-31'],
    ['livelihoodPublic', '2026-09-30', true, '2026-09-30'],
    ['livelihoodYear', '2026-11-30', false, '2026-12-31'],
    ['livelihoodYear', '2026-12-31', true, '2026-12-31'],
  ])('一(二) 民生实事每月督查、每季公示、年终考评：%s %s', (id, asOf, due, until) =>
    expect(cadenceIn(of('十方面民生实事', asOf), id)).toMatchObject({ due, until, matters: ['督查台账:4'] }),
  );
  test('一(三) 会议事项按各自时限：本月到期的、逾期的要催，下月到期的不催', () => {
    const at = (deadline: string) =>
      cadenceIn(of('常务会议议定事项', '2026-10-15', { deadline: onDate(deadline) }), 'meetings');
    expect(at('2026-10-31')).toMatchObject({ due: true, until: null, period: '按各自时限' });
    expect(at('2026-10-14')).toMatchObject({ due: true, overdue: ['督查台账:4'] });
    expect(at('2026-11-01').due).toBe(false);
  });
  test.each([
    ['2026-09-30', true],
    ['2026-10-31', false],
  ])('一(四) 重点项目每季：%s 到期为 %s', (asOf, due) =>
    expect(cadenceIn(of('重点项目', asOf), 'projects').due).toBe(due),
  );
  test('一(一) 难度较大的加密到每月', () => {
    expect(cadenceIn(of('政府工作报告', '2026-10-31', { note: '难度较大' }), 'hard')).toMatchObject({
      due: true,
      matters: ['督查台账:4'],
    });
    expect(cadenceIn(of('政府工作报告', '2026-10-31'), 'hard')).toMatchObject({ due: false, matters: [] });
  });
  test('台账没有这类事项的，不到期，说没有', () =>
    expect(cadenceIn(of('政府工作报告', '2026-12-31'), 'projects')).toMatchObject({
      due: false,
      sentence: '2026年第四季度，到2026年12月31日；台账没有这类事项',
    }));
  test('写明共几件、办结、逾期；与文件所列件数不同的一并写明', () =>
    expect(cadenceIn(of('政府工作报告', '2026-10-31'), 'governmentReport').sentence).toBe(
      '2026年下半年，到2026年12月31日；共1件（文件列171项），办结0件，逾期1件',
    ));
});

describe('000、002 的频次', () => {
  test.each([
    ['bureau-2019', 'monthlyReport', '2026-02-28', true, '2026-02-28'],
    ['bureau-2019', 'yearEnd', '2026-11-30', false, '2026-12-31'],
    ['bureau-2019', 'yearEnd', '2026-12-31', true, '2026-12-31'],
    ['liangshan-2010', 'midYear', '2026-06-30', true, '2026-06-30'],
    ['liangshan-2010', 'midYear', '2026-07-31', false, '2026-06-30'],
    ['liangshan-2010', 'yearEnd', '2026-12-31', true, '2026-12-31'],
  ] as const)('%s %s：%s 到期为 %s', (by, id, asOf, due, until) =>
    expect(cadenceIn({ by, matters: [matter()], asOf }, id)).toMatchObject({ due, until }),
  );
});
