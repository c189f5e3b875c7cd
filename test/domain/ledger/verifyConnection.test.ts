import { detectLedger } from '../../../src/domain/ledger/detectHeader';
import { verifyConnection } from '../../../src/domain/ledger/verifyConnection';
import type { LedgerConnection } from '../../../src/domain/ledger/connection';
import { sheetOf } from '../sheetOf';

const header = ['序号', '督查事项', '责任单位', '完成时限', '备注'];
const row = [1, '修路', '交通局', '3月', ''];

function connected(): LedgerConnection {
  const found = detectLedger(sheetOf([['2026年台账'], header, row]));
  if (found.kind !== 'ledger') throw new Error('not a ledger');
  return found.connection;
}

test('表头没动：照用', () => {
  expect(verifyConnection(sheetOf([['改了标题的台账'], header, row]), connected())).toEqual({ kind: 'same' });
  expect(
    verifyConnection(sheetOf([[''], ['序 号', '督查\n事项', '责任单位', '完成时限', '备注']]), connected()),
  ).toEqual({
    kind: 'same',
  });
});

test('中间插了一列：右边的列都移了，给出改正的连接', () => {
  const moved = verifyConnection(
    sheetOf([['台账'], ['序号', '督查事项', '批示领导', '责任单位', '完成时限', '备注'], row]),
    connected(),
  );
  expect(moved).toMatchObject({
    kind: 'moved',
    rowsMoved: 0,
    changes: [
      { field: 'leadUnit', kind: 'moved', was: { column: 2 }, now: { column: 3 } },
      { field: 'deadline', kind: 'moved', was: { column: 3 }, now: { column: 4 } },
      { field: 'note', kind: 'moved' },
    ],
    proposed: { columns: { leadUnit: { column: 3 }, deadline: { column: 4 }, title: { column: 1 } } },
  });
});

test('上面插了两行：整个表头下移', () => {
  expect(verifyConnection(sheetOf([['台账'], ['单位：项'], [], header, row]), connected())).toMatchObject({
    kind: 'moved',
    rowsMoved: 2,
    changes: [],
    proposed: { headerTop: 3, headerBottom: 3 },
  });
});

test('列名改了、意思没变：问，并给出建议；意思变了：只问', () => {
  const renamed = (name: string) =>
    verifyConnection(sheetOf([['台账'], ['序号', '督查事项', name, '完成时限', '备注'], row]), connected());
  expect(renamed('牵头单位')).toMatchObject({
    changes: [{ field: 'leadUnit', kind: 'renamed', now: { column: 2, header: '牵头单位' } }],
    proposed: { leadReading: 'allLead' },
  });
  expect(renamed('批示领导')).toMatchObject({ changes: [{ field: 'leadUnit', kind: 'renamed' }], proposed: null });
});

test('列删了，或者同名的列有两个：只问，不猜', () => {
  expect(
    verifyConnection(sheetOf([['台账'], ['序号', '督查事项', '责任单位', '备注'], row]), connected()),
  ).toMatchObject({ kind: 'changed', proposed: null });
  expect(
    verifyConnection(
      sheetOf([['台账'], ['序号', '督查事项', '', '责任单位', '完成时限', '备注', '责任单位'], row]),
      connected(),
    ),
  ).toMatchObject({ kind: 'changed', proposed: null });
});
