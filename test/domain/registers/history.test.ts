import fc from 'fast-check';
import { joinHistories } from '../../../src/domain/registers/history';
import { indexMatters } from '../../../src/domain/registers/linkMatters';
import type { NoticeEntry, Proceeding } from '../../../src/domain/registers/registers';
import { about, day, matter, noRegisters, notice, onDate, proceeding } from '../builders';

const asOf = day('2026-10-31');
const a = matter({ row: 4, id: '1', title: '修建东环路' });
const b = matter({ row: 5, id: '2', title: '改造老旧小区' });
const other = matter({ sheet: '批示件', row: 4, id: '1', title: '信访件办理' });

const join = (entries: { notices?: readonly NoticeEntry[]; proceedings?: readonly Proceeding[] }, matters = [a, b]) =>
  joinHistories(matters, { ...noRegisters, notices: null, proceedings: null, ...entries }, asOf);

describe('事项编号对事项', () => {
  test('全工作簿只有一个这个编号：凭编号就对上', () =>
    expect(indexMatters([a, b]).link(about('2'))).toEqual([{ id: '2', matter: b, problem: null }]));

  test('编号在两张台账都有：说不清，不对；写了台账或事项名称就对得上', () => {
    const index = indexMatters([a, b, other]);
    expect(index.link(about('1'))).toEqual([{ id: '1', matter: null, problem: 'several' }]);
    expect(index.link({ ...about('1'), ledger: '批示件' })[0]?.matter).toBe(other);
    expect(index.link({ ...about('1'), title: '信访件办理' })[0]?.matter).toBe(other);
  });

  test('编号对、名称不对：不对，作为矛盾说明', () =>
    expect(indexMatters([a, b]).link({ ...about('1'), title: '改造老旧小区' })).toEqual([
      { id: '1', matter: null, problem: 'titleDiffers' },
    ]));

  test('几个编号各写了名称：对不上自己名称的那个是矛盾，不凭编号算到别的事项上', () => {
    const keys = (title: string) =>
      indexMatters([a, b])
        .link({ ...about('1', '2'), title })
        .map(({ matter: found, problem }) => found?.row ?? problem);
    expect(keys('修建东环路；改造老旧小区')).toEqual([4, 5]);
    expect(keys('改造老旧小区；修建东环路')).toEqual([4, 5]);
    expect(keys('常务会议题；专题会议题')).toEqual(['titleDiffers', 'titleDiffers']);
    expect(keys('修建东环路；专题会议题')).toEqual([4, 'titleDiffers']);
    expect(keys('常务会议题；专题会议题；第三件')).toEqual(['titleDiffers', 'titleDiffers']);
    expect(keys('修建东环路等2项；附清单；另见纪要')).toEqual([4, 5]);
    expect(keys('修建东环路')).toEqual([4, 5]);
    expect(keys('十月份两件')).toEqual([4, 5]);
    const named = matter({ row: 6, id: '3', title: '整治河道；清淤' });
    expect(
      indexMatters([a, named])
        .link({ ...about('3', '1'), title: '整治河道；清淤' })
        .map(({ matter: found }) => found?.row),
    ).toEqual([6, 4]);
  });

  test('没有这个编号、没有这张台账', () => {
    expect(indexMatters([a, b]).link(about('9'))[0]?.problem).toBe('notFound');
    expect(indexMatters([a, b]).link({ ...about('1'), ledger: '去年台账' })[0]?.problem).toBe('noLedger');
  });

  test('没写编号、只写名称：名称唯一就对上', () => {
    const index = indexMatters([a, b, matter({ row: 9, id: null, title: '修建东环路 ' })]);
    expect(index.link({ ...about(), title: '改造老旧小区' })[0]?.matter).toBe(b);
    expect(index.link({ ...about(), title: '修建东环路' })[0]?.problem).toBe('several');
    expect(index.link(about())).toEqual([]);
  });

  test('一行几个编号：各自对上，全角和空格不妨碍', () =>
    expect(
      indexMatters([a, b])
        .link(about('１ ', '2'))
        .map((link) => link.matter),
    ).toEqual([a, b]));
});

describe('登记簿并入事项', () => {
  test('按日期、再按行排列，统计日期之后的文书不并入', () => {
    const late = notice({ matters: about('1'), date: day('2026-11-01') });
    const second = notice({ matters: about('1'), date: day('2026-10-20'), form: 'supervisionOrder' });
    const first = notice({ matters: about('1', '2'), date: day('2026-10-09') });
    const { histories, findings } = join({ notices: [late, second, first] });
    expect(histories.get(a.key)?.notices).toEqual([first, second]);
    expect(histories.get(b.key)?.notices).toEqual([first]);
    expect(findings).toEqual([]);
  });

  test('统计日期之后的办理登记另放，不作数', () => {
    const row = proceeding({ matters: about('1'), kind: 'closed', date: day('2026-11-01') });
    const history = join({ proceedings: [row] }).histories.get(a.key);
    expect(history?.proceedings).toEqual([]);
    expect(history?.later).toEqual([row]);
  });

  test('对不上的编号在登记簿那一行提示', () => {
    const row = notice({ matters: about('7') });
    expect(join({ notices: [row] }).findings).toEqual([
      {
        code: 'register-link',
        level: 'warning',
        cell: row.cell,
        facts: { register: '文书登记簿', problem: 'notFound', id: '7', ledger: '' },
      },
    ]);
  });

  test('办结日期、延期至、催办日期与登记不同：提示矛盾；相同的不提示', () => {
    const own = matter({
      ...a,
      closedOn: onDate('2026-10-12'),
      extendedTo: onDate('2026-11-05'),
      reminderOn: onDate('2026-10-09'),
    });
    const registers = {
      proceedings: [
        proceeding({ matters: about('1'), kind: 'closed', date: day('2026-10-10') }),
        proceeding({ matters: about('1'), kind: 'extension', newDeadline: day('2026-11-10'), approver: '王某' }),
      ],
      notices: [notice({ matters: about('1'), date: day('2026-10-09') })],
    };
    const contradictions = join(registers, [own, b]).findings;
    expect(contradictions.map(({ code, facts }) => [code, facts.what, facts.ledger, facts.register])).toEqual([
      ['register-contradiction', '办结日期', '2026-10-12', '2026-10-10'],
      ['register-contradiction', '延期至', '2026-11-05', '2026-11-10'],
    ]);
  });

  test('退回以前的办结不与台账比对', () => {
    const own = matter({ ...a, closedOn: onDate('2026-10-20') });
    const proceedings = [
      proceeding({ matters: about('1'), kind: 'closed', date: day('2026-10-10') }),
      proceeding({ matters: about('1'), kind: 'returned', date: day('2026-10-12') }),
    ];
    expect(join({ proceedings }, [own, b]).findings).toEqual([]);
  });

  test('登记的先后顺序不改变结果', () => {
    const rows = [
      proceeding({
        matters: about('1'),
        kind: 'closed',
        date: day('2026-10-10'),
        cell: { sheet: '办理登记', row: 1, column: 0 },
      }),
      proceeding({
        matters: about('1'),
        kind: 'returned',
        date: day('2026-10-12'),
        cell: { sheet: '办理登记', row: 2, column: 0 },
      }),
      proceeding({ matters: about('2'), kind: 'extension', cell: { sheet: '办理登记', row: 3, column: 0 } }),
      proceeding({
        matters: about('1'),
        kind: 'closed',
        date: day('2026-10-12'),
        cell: { sheet: '办理登记', row: 4, column: 0 },
      }),
    ];
    const expected = join({ proceedings: rows }).histories;
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(join({ proceedings: shuffled }).histories).toEqual(expected);
      }),
      { seed: 3 },
    );
  });
});

describe('一份文书几件事项', () => {
  const unnumbered = matter({ row: 7, id: null, title: '整治河道；清淤' });
  const plain = matter({ row: 8, id: null, title: '修缮校舍' });
  const keys = (reference: Parameters<ReturnType<typeof indexMatters>['link']>[0]) =>
    indexMatters([a, b, unnumbered, plain])
      .link(reference)
      .map(({ matter: found, problem }) => found?.row ?? problem);

  test('编号、名称都写：有编号的凭编号，没有编号的凭名称，都对上', () => {
    expect(keys({ ...about('1', '2'), title: '修建东环路；改造老旧小区；修缮校舍' })).toEqual([4, 5, 8]);
    expect(keys({ ...about('1'), title: '修建东环路；修缮校舍' })).toEqual([4, 8]);
  });

  test('都没有编号：逐个名称对，对不上的说出来；名称本身带分号的照样对得上', () => {
    expect(keys({ ...about(), title: '修缮校舍；改造老旧小区' })).toEqual([8, 5]);
    expect(keys({ ...about(), title: '修缮校舍；没有的事' })).toEqual([8, 'notFound']);
    expect(keys({ ...about(), title: '整治河道；清淤' })).toEqual([7]);
  });

  test('一个编号配几个名称，编号的名称不在其中：是矛盾', () =>
    expect(keys({ ...about('1'), title: '改造老旧小区；没有的事' })).toEqual(['titleDiffers']));
});
