import { issuedFindings } from '../../../src/app/scoring/scoreSheets';
import { takeBack } from '../../../src/app/office/workbook';
import { cellName } from '../../../src/domain/cell';
import { findingSentence } from '../../../src/domain/findingSentence';
import { contentOf, type HostDesk } from '../../hostDesk';
import { reviewAt, write } from '../desk';
import { EVENTS, NOTICES, put, scoreDesk, scoredIn, sheetsOf } from './scoreDesk';

let desk: HostDesk;
beforeEach(() => {
  desk = scoreDesk({ 文书登记簿: NOTICES, 加减分登记: EVENTS });
});
afterEach(() => desk.close());

const sheet = (name: string) => desk.workbook.sheets.find((each) => each.name === name)!;
const column = (name: string, header: string): readonly unknown[] => {
  const own = sheet(name);
  const at = Array.from({ length: 12 }, (_, index) => index).find((index) => own.value(2, index) === header)!;
  const bottom = own.usedArea(false)!.bottom;
  return Array.from({ length: bottom - 2 }, (_, index) => own.value(3 + index, at));
};

async function issue(asOf: string, replace = false) {
  const written = await write(sheetsOf(await reviewAt(asOf), replace).plan);
  if (!written.ok) throw new Error(written.refusal.sentence);
  return written;
}
const differences = async (asOf: string) => {
  const of = await reviewAt(asOf);
  return issuedFindings(of, sheetsOf(of)).map((finding) => `${cellName(finding.cell)} ${findingSentence(finding)}`);
};

test('两张表写出：一个单位一行，明细一笔一行，明细合计等于总分，图在表上，出处是链接', async () => {
  expect(sheetsOf(await reviewAt('2026-10-31')).standing).toBe('new');
  await issue('2026-10-31');
  expect(column('考核计分 2026-10', '单位').slice(0, 2)).toEqual(['水利局', '交通局']);
  expect(column('考核计分 2026-10', '总分').slice(0, 2)).toEqual([100, 99.6]);
  const units = column('计分明细 2026-10', '单位');
  const points = column('计分明细 2026-10', '分值') as readonly number[];
  const sum = points.filter((_, index) => units[index] === '交通局').reduce((total, each) => total + each * 100, 0);
  expect(Math.round(sum)).toBe(9960);
  expect(column('计分明细 2026-10', '出处')).toContain('文书登记簿!B2');
  expect(
    sheet('考核计分 2026-10')
      .charts()
      .map(({ model }) => model?.kind),
  ).toEqual(['barClustered', 'lineMarkers']);
  // 与表中次序一样：第一名在最上，横轴在下，条从零起。
  expect(sheet('考核计分 2026-10').charts()[0]!.model).toMatchObject({
    categoriesReversed: true,
    valueAxisAt: 'maximum',
    valueMinimum: 0,
  });
});

test('再跑一遍：与印发的一致，什么也不写', async () => {
  await issue('2026-10-31');
  const before = contentOf(desk.workbook);
  const again = sheetsOf(await reviewAt('2026-10-31'));
  expect(again).toMatchObject({ standing: 'same', changes: [], plan: { changes: [], expectations: [] } });
  expect(sheetsOf(await reviewAt('2026-10-31'), true).plan.changes).toEqual([]);
  expect(contentOf(desk.workbook)).toEqual(before);
});

describe('印发以后登记有变', () => {
  beforeEach(async () => {
    await issue('2026-10-31');
    put(desk, '加减分登记', [...EVENTS, ['2026-10-20', '水利局', '通报批评', '', '', '通报', '']]);
  });

  test('先说哪一格变了、会变多少，不写', async () => {
    const of = await reviewAt('2026-10-31');
    expect(sheetsOf(of)).toMatchObject({ standing: 'differs', plan: { changes: [] } });
    expect(await differences('2026-10-31')).toEqual([
      '加减分登记!C3 第3行C列：2026-10印发以后，水利局多出2026年10月20日的通报批评-1分；印发的数字保留，要改写须重新生成。',
    ]);
  });
  test('要求改写才改写；撤销后两张表与印发时一样', async () => {
    const issued = contentOf(desk.workbook);
    const { entry } = await issue('2026-10-31', true);
    expect(column('考核计分 2026-10', '总分').slice(0, 2)).toEqual([99.6, 99]);
    expect(await differences('2026-10-31')).toEqual([]);
    expect(await takeBack(entry!)).toMatchObject({ ok: true, written: true });
    expect(contentOf(desk.workbook)).toEqual(issued);
    expect(sheet('考核计分 2026-10').charts()).toHaveLength(2);
  });
  test('改写前别人又登记了一笔：拒绝写入', async () => {
    const { plan } = sheetsOf(await reviewAt('2026-10-31'), true);
    sheet('加减分登记').setValue(3, 0, '2026-10-21');
    expect(await write(plan)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
  });
  test('明细被删，只剩考核计分：按总分比较', async () => {
    desk.workbook.deleteSheet(sheet('计分明细 2026-10').id);
    expect(await differences('2026-10-31')).toEqual([
      '考核计分 2026-10!C4 第4行C列：2026-10印发的水利局总分100，现在是99；印发的数字保留，要改写须重新生成。',
    ]);
  });
  test('换了方案：不逐笔比较，说明不是按这个文件印发的', async () => {
    const of = await reviewAt('2026-10-31', 'county-2023');
    expect(sheetsOf(of).changes).toMatchObject([{ kind: 'ruleSet' }]);
  });
});

test('九月印发后补登九月的事：十月总分计入、当月不计，明细和备注写明以前月份补记', async () => {
  await issue('2026-09-30');
  put(desk, '加减分登记', [...EVENTS, ['2026-9-20', '水利局', '通报批评', '', '', '通报', '']]);
  await issue('2026-10-31');
  expect(column('考核计分 2026-10', '总分').slice(0, 2)).toEqual([99.6, 99]);
  expect(column('考核计分 2026-10', '当月').slice(0, 2)).toEqual([-0.2, 0]);
  expect(column('考核计分 2026-10', '备注').slice(0, 2)).toEqual([null, '含以前月份补记1笔，合计扣1分']);
  const kinds = column('计分明细 2026-10', '规则');
  const remarks = column('计分明细 2026-10', '备注');
  expect(kinds.filter((_, index) => remarks[index] === '以前月份补记')).toEqual(['通报批评']);
  expect(column('考核计分 2026-09', '总分').slice(0, 2)).toEqual([100, 99.8]);
});

test('被人改排过的表：改写后撤销，格子里的内容一个不少', async () => {
  await issue('2026-10-31');
  sheet('考核计分 2026-10').setValue(20, 7, '另注');
  const before = contentOf(desk.workbook) as readonly { readonly name: string; readonly cells: unknown }[];
  const { entry } = await issue('2026-10-31', true);
  await takeBack(entry!);
  const after = contentOf(desk.workbook) as typeof before;
  const cells = (all: typeof before) => all.find(({ name }) => name === '考核计分 2026-10')!.cells;
  expect(cells(after)).toEqual(cells(before));
});

test('没有参加计分的单位也写明；总分与报告的一致', async () => {
  put(desk, '单位名录', [
    ['单位', '参加考核'],
    ['交通局', ''],
    ['水利局', '否'],
  ]);
  await issue('2026-10-31');
  expect(scoredIn(await reviewAt('2026-10-31')).scores.map(({ unit }) => unit)).toEqual(['交通局']);
  expect(column('考核计分 2026-10', '名次')).toContain('不参加考核的单位：水利局。');
});
