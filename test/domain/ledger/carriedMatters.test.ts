import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import { detectLedger } from '../../../src/domain/ledger/detectHeader';
import { withoutCarried } from '../../../src/domain/ledger/carriedMatters';
import { readLedger } from '../../../src/domain/ledger/readLedger';
import { sheetOf } from '../sheetOf';

type Row = readonly [id: number | string | null, title: string, unit: string];

function ledgerOf(year: number, rows: readonly Row[]) {
  const sheet = sheetOf([[`${year}年督查台账`], ['序号', '督查事项', '牵头单位', '完成时限'], ...rows], {
    name: `${year}年`,
  });
  const found = detectLedger(sheet);
  if (found.kind !== 'ledger') throw new Error('没有认出台账');
  return readLedger(sheet, found.connection, { directory: null, asOf: '2027-01-05' as CivilDate, date1904: false });
}

const countedOn = (asOf: string, old: readonly Row[], later: readonly Row[]) =>
  withoutCarried([ledgerOf(2026, old), ledgerOf(2027, later)], asOf as CivilDate).map(({ matters }) =>
    matters.map(({ id, title }) => `${id ?? '无号'} ${title}`),
  );

const OLD: readonly Row[] = [
  [11, '修路', '交通局'],
  [12, '修桥', '交通局'],
];

test('结转的事项：旧年底以前算旧表的，新年起算新表的', () => {
  const later: readonly Row[] = [['2026年12号', '修桥', '交通局']];
  expect(countedOn('2026-12-31', OLD, later)).toEqual([['11 修路', '12 修桥'], []]);
  expect(countedOn('2027-01-01', OLD, later)).toEqual([['11 修路'], ['2026年12号 修桥']]);
});

test('新一年重新编的12号是另一件', () => {
  const later: readonly Row[] = [[12, '修桥', '交通局']];
  expect(countedOn('2027-01-01', OLD, later)).toEqual([['11 修路', '12 修桥'], ['12 修桥']]);
});

test('编号对得上、事项或单位对不上的，两件都算', () => {
  expect(countedOn('2027-01-01', OLD, [['2026年12号', '修坝', '交通局']])[0]).toEqual(['11 修路', '12 修桥']);
  expect(countedOn('2027-01-01', OLD, [['2026年12号', '修桥', '水利局']])[0]).toEqual(['11 修路', '12 修桥']);
});

test('没有编号的：相邻两年里事项、单位一样的是同一件；有两件一样的分不清，都算', () => {
  expect(countedOn('2027-01-01', [[null, '修桥', '交通局']], [[null, '修桥', '交通局']])).toEqual([[], ['无号 修桥']]);
  const twice: readonly Row[] = [
    [null, '修桥', '交通局'],
    [null, '修桥', '交通局'],
  ];
  expect(countedOn('2027-01-01', twice, [[null, '修桥', '交通局']])[0]).toHaveLength(2);
});
