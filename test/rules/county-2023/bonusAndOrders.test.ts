import type { Matter } from '../../../src/domain/matter';
import type { Registers } from '../../../src/domain/registers/registers';
import { about, day, matter, notice, onDate, proceeding } from '../../domain/builders';
import type { Scored } from '../../domain/scoring/scoring';
import { WORK, matters, scored, events } from './given';

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
