import {
  heldRows,
  holderOf,
  noteOnceSettled,
  settlementOf,
  type DrawnRows,
} from '../../../src/domain/notices/heldNumbers';

const rows = (token: string, at = 3): DrawnRows => ({
  kind: 'appendRows',
  sheet: '文书登记簿',
  at,
  rows: [['催办单', '〔2026〕5号', '已发', '']],
  formats: [],
  drawn: { form: 0, number: 1, status: 2, note: 3, from: 0, token },
});
const line = (row: number, form: string, number: string, note = '') => ({ row, values: [form, number, '已发', note] });

test('占号的行是拟稿，备注写明占号，原有的备注还在', () => {
  expect(heldRows(rows('k1'))).toEqual([['催办单', '〔2026〕5号', '拟稿', '占号 k1']]);
  const noted = { ...rows('k1'), rows: [['催办单', '〔2026〕5号', '已发', '领导要求提前']] };
  const [held] = heldRows(noted)!;
  expect(held![3]).toBe('领导要求提前；占号 k1');
  expect(holderOf('领导要求提前；占号 k1')).toBe('k1');
  expect(noteOnceSettled('领导要求提前；占号 k1')).toBe('领导要求提前');
});

test('没有占号的行不算占号：备注里别的话、空备注', () => {
  expect(holderOf('')).toBeNull();
  expect(holderOf('占号的事已说明')).toBeNull();
  expect(noteOnceSettled('电话已说')).toBe('电话已说');
});

test('别人没有这个号：定下来', () => {
  expect(
    settlementOf(rows('k1'), [line(3, '催办单', '〔2026〕5号', '占号 k1'), line(4, '催办单', '〔2026〕6号')]),
  ).toBe('settled');
  expect(settlementOf(rows('k1'), [line(4, '督办通知单', '〔2026〕5号')])).toBe('settled');
});

test('号已在登记簿里：让', () => {
  expect(settlementOf(rows('k1'), [line(4, '催办单', '〔2026〕5号')])).toBe('yields');
});

test('两人占同一个号，两边按同一条规则各得一个结果：一个让，一个等', () => {
  const others = (token: string) => [line(4, '催办单', '(2026)第5号', `占号 ${token}`)];
  expect(settlementOf(rows('k1'), others('k2'))).toBe('waits');
  expect(settlementOf(rows('k2'), others('k1'))).toBe('yields');
});

test('补记的来文号不是本单位的号', () => {
  expect(settlementOf(rows('k1'), [line(4, '催办单', '河政办〔2026〕5号', '补记')])).toBe('settled');
  expect(settlementOf(rows('k1'), [line(4, '催办单', '〔2026〕5号', '补记')])).toBe('yields');
});
