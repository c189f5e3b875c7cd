import { strToU8, deflateSync, strFromU8 } from 'fflate';
import type { Plan, SheetContent } from '../../src/domain/plan';
import { applyPlan, finish, journalEntries, takeBack } from '../../src/excel/applyPlan';
import { packed, unpacked } from '../../src/excel/packedText';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '计分表' };
const NAME = '计分明细 2026-10';
const CLAUSE = '责任单位每收到一次催办单扣除0.2分；'.repeat(60);
const content = (first: string): SheetContent => ({
  rows: Array.from({ length: 1500 }, (_, row) => [
    { value: row + 1, bold: true },
    { value: `${first}${row}`, ...(row % 50 === 0 ? { link: `'台账'!A${row + 1}` } : {}) },
    { value: `${CLAUSE}${row}`, wrap: true },
  ]),
  columnWidths: [6, 18, 40],
});
const planOf = (...changes: Plan['changes']): Plan => ({ action: 'score', asOf: null, expectations: [], changes });
const ADD = planOf({ kind: 'addSheet', name: NAME, content: content('第') });
const REPLACE = planOf({ kind: 'replaceSheet', name: NAME, before: content('第'), after: content('改') });
const journalLength = ({ workbook }: HostDesk): number =>
  Math.max(...workbook.customXmlParts().map(({ xml }) => xml.length));

let desk: HostDesk;
beforeEach(() => {
  desk = deskWith('台账', [['序号', '督查事项']]);
});
afterEach(() => desk.close());

describe('一次请求装不下的工作表', () => {
  test('分几次写完，每次不超过 5 MB；改写、撤销后与原来一样；撤销记录不随表变大', async () => {
    const before = contentOf(desk.workbook);
    const start = desk.requests();
    expect(await applyPlan(ADD, AT)).toMatchObject({ ok: true, written: true });
    // 查看一次，写入两次：宿主与网页版 Excel 一样，超过 5 MB 的请求不收。
    expect(desk.requests() - start).toBe(3);
    const added = contentOf(desk.workbook);
    expect(journalLength(desk)).toBeLessThan(60_000);
    const replaced = await applyPlan(REPLACE, { ...AT, at: '2026-10-31 09:05' });
    expect(replaced).toMatchObject({ ok: true, written: true });
    expect(journalLength(desk)).toBeLessThan(180_000);
    const entries = await journalEntries();
    expect(entries.map(({ plan }) => plan.changes.map(({ kind }) => kind))).toEqual([['addSheet'], ['replaceSheet']]);
    expect(await takeBack(entries[1]!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(added);
    expect(await takeBack((await journalEntries())[0]!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test.each(['接着写', '退回'] as const)('写了一部分停下，再打开时%s', async (way) => {
    const before = contentOf(desk.workbook);
    desk.failNext((nth) => (nth === 3 ? { when: 'before', error: 'lost' } : undefined));
    expect(await applyPlan(ADD, AT)).toMatchObject({ ok: false });
    desk.failNext(() => undefined);
    const [entry] = await journalEntries();
    expect(entry).toMatchObject({ state: 'pending' });
    if (way === '退回') {
      expect(await takeBack(entry!)).toMatchObject({ ok: true });
      expect(contentOf(desk.workbook)).toEqual(before);
      return;
    }
    expect(await finish(entry!)).toMatchObject({ ok: true });
    const sheet = desk.workbook.sheets.find(({ name }) => name === NAME)!;
    expect([sheet.value(1499, 1), sheet.value(1499, 2)]).toEqual(['第1499', `${CLAUSE}1499`]);
    expect(sheet.hyperlinks()).toHaveLength(30);
    expect((await journalEntries()).map(({ state }) => state)).toEqual(['done']);
  });
});

describe('一次回答装不下的工作表', () => {
  const LONG = '责任单位每收到一次催办单扣除0.2分；'.repeat(14);
  const lines = (first: string): SheetContent => ({
    rows: Array.from({ length: 9000 }, (_, row) => [{ value: row + 1 }, { value: `${first}${row}` }, { value: LONG }]),
    columnWidths: [6, 18, 40],
  });
  const before = lines('第');
  const add = planOf({ kind: 'addSheet', name: NAME, content: before });
  const replace = planOf({ kind: 'replaceSheet', name: NAME, before, after: lines('改') });

  test('明细九千行：改写、撤销时分段读来核对，每次回答不超过 5 MB', async () => {
    expect(await applyPlan(add, AT)).toMatchObject({ ok: true, written: true });
    const added = contentOf(desk.workbook);
    expect(await applyPlan(add, AT)).toMatchObject({ ok: true, written: false });
    expect(await applyPlan(replace, AT)).toMatchObject({ ok: true, written: true });
    const entries = await journalEntries();
    expect(await takeBack(entries[1]!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(added);
    expect(await takeBack(entries[0]!)).toMatchObject({ ok: true, written: true });
    expect(desk.workbook.sheets.map(({ name }) => name)).toEqual(['台账']);
  });

  test.each([
    ['第一段', 0, 1],
    ['最后一行', 8999, 2],
    ['表外的一格', 9050, 5],
  ])('%s被人改过：不改写，原样留着', async (_, row, column) => {
    expect(await applyPlan(add, AT)).toMatchObject({ ok: true });
    desk.workbook.sheets.find(({ name }) => name === NAME)!.setValue(row, column, '人工批注');
    const edited = contentOf(desk.workbook);
    expect(await applyPlan(replace, AT)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringMatching(/已被改动/) },
    });
    expect(contentOf(desk.workbook)).toEqual(edited);
  });
});

describe('压缩存放的文字', () => {
  test.each(['', '督查台账', '𠮷 <&> "引号"\n', '重复'.repeat(50_000)])('还原后一字不差', (text) => {
    expect(unpacked(packed(text))).toBe(text);
  });
  test('损坏的、截断的不认', () => {
    expect(unpacked('不是 base64')).toBeNull();
    expect(unpacked('AAAA////')).toBeNull();
  });
  test('展开过大的不认：别处来的文件不能把内存占满', () => {
    const bomb = btoa(strFromU8(deflateSync(new Uint8Array(70_000_000)), true));
    expect(bomb.length).toBeLessThan(200_000);
    expect(unpacked(bomb)).toBeNull();
    expect(unpacked(btoa(strFromU8(deflateSync(strToU8('好')), true)))).toBe('好');
  });
});

describe('写很长的工作表分几次', () => {
  const CHUNK = 4_500_000;
  test.each([
    ['明细一万二千行', 12_000, 70, 0],
    ['每行一个链接', 15_000, 20, 1],
    ['一行很长', 700, 3_500, 0],
  ])('%s：不超过按字节数必需的次数多一成，每次不超过 5 MB', async (_, rows, length, linked) => {
    const long = '责任单位每收到一次催办单扣分'.repeat(300).slice(0, length * 2);
    const rowsOf = Array.from({ length: rows }, (_each, row) => [
      { value: `第${row}项`, ...(linked === 1 ? { link: `'台账'!A${row + 1}` } : {}) },
      { value: long },
      { value: long },
    ]);
    const before = desk.session.wire.bytesOut;
    const requests = desk.requests();
    const plan = planOf({ kind: 'addSheet', name: NAME, content: { rows: rowsOf, columnWidths: [6, 18, 40] } });
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true, written: true });
    const bytes = desk.session.wire.bytesOut - before;
    expect(bytes).toBeGreaterThan(CHUNK);
    // 另加一次：先查看单元格没有动过。
    expect(desk.requests() - requests - 1).toBeLessThanOrEqual(Math.ceil(Math.ceil(bytes / CHUNK) * 1.1));
  });
});
