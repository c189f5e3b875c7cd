import { fillInFiles } from '../../../src/app/collecting/fillIns';
import { additionsAsTyped, compareFiles } from '../../../src/app/collecting/mergeLedgers';
import { openForm, planRegister } from '../../../src/app/ledger/registerMatter';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { newWorkbook, type CellContent } from '../../../src/host/xlsx';
import { contentOf, deskWith, sampleBytes, SAMPLES, openSample, type HostDesk } from '../../hostDesk';
import { AS_OF, AT, done, reviewed } from '../reviewing';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况'];
const OURS = [
  HEADER,
  [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '已进场'],
  [2, '管网改造', '住建局', '2026-3-1', '2026-12-31', '推进中', '已招标'],
  [3, '【机密】专项', '公安局', '2026-3-1', '2026-9-30', '推进中', null],
] as const;

function fileOf(name: string, rows: readonly (readonly CellContent[])[]) {
  const workbook = newWorkbook();
  rows.forEach((row, r) => row.forEach((value, c) => workbook.sheets[0]!.setValue(r, c, value)));
  return { name, bytes: workbook.save() };
}

describe('几个科室的台账并成一张', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('督查台账', OURS);
  });
  afterEach(() => desk.close());

  test('进展有更新的改，空着的不冲掉原话，新事项经新事项的表单加在下面，撤销后如前', async () => {
    const file = fileOf('城建科.xlsx', [
      HEADER,
      [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '完成七成'],
      [2, '管网改造', '住建局', '2026-3-1', '2026-12-31', '推进中', null],
      [9, '绿道建设', '住建局', '2026-5-1', '2026-12-31', '推进中', '已开工'],
    ]);
    const of = await reviewed();
    const merge = compareFiles(of, '督查台账', [file]);
    expect(merge.differences).toMatchObject([{ field: 'progress', before: '已进场', after: '完成七成' }]);
    expect(merge).toMatchObject({ same: 1, refusals: [], additions: [{ title: '绿道建设', from: '城建科.xlsx' }] });
    const before = contentOf(desk.workbook);
    const { entry } = done(await applyPlan(merge.plan, AT));
    const now = await reviewed();
    const opened = await openForm(now, '督查台账', null);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const typed = additionsAsTyped(opened.value, merge.additions);
    const outcome = planRegister(now, opened.value, typed, { today: AS_OF, handler: '' });
    if (outcome.kind !== 'ready') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join());
    const added = done(await applyPlan(outcome.plan, AT));
    const after = await reviewed();
    expect(after.matters.map(({ id, title, progress }) => [id, title, progress])).toEqual([
      ['1', '道路修缮', '完成七成'],
      ['2', '管网改造', '已招标'],
      ['3', '【机密】专项', null],
      ['4', '绿道建设', '已开工'],
    ]);
    done(await takeBack(added.entry!));
    done(await takeBack(entry!));
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test.each([
    ['编号被别的事项占用', [2, '全新事项', '交通局', '2026-3-1', '2026-9-30', '', '有进展'], /编号2在台账里是别的事项/],
    ['标有密级', [7, '【秘密】事项', '交通局', '2026-3-1', '2026-9-30', '', ''], /标有密级/],
    ['时限不同', [1, '道路修缮', '交通局', '2026-3-1', '2026-10-30', '推进中', '已进场'], /办结时限与台账不同，没有改/],
  ] as const)('%s：说明，不并入', async (_, row, sentence) => {
    const merge = compareFiles(await reviewed(), '督查台账', [fileOf('甲科.xlsx', [HEADER, row])]);
    expect(merge.refusals.join('')).toMatch(sentence);
    expect(merge.refusals.join('')).not.toContain('秘密');
    expect(merge.plan.changes).toEqual([]);
    expect(merge.additions).toEqual([]);
  });

  test('两个科室写的不同：都不改；都新增同一事项：只加一次', async () => {
    const row = (progress: string) => [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', progress];
    const fresh = [8, '绿道建设', '住建局', '2026-5-1', '2026-12-31', '', ''];
    const files = ['甲科.xlsx', '乙科.xlsx'].map((name) => fileOf(name, [HEADER, row(name), fresh]));
    const merge = compareFiles(await reviewed(), '督查台账', files);
    expect(merge.plan.changes).toEqual([]);
    expect(merge.additions).toHaveLength(1);
    expect(merge.refusals).toEqual([
      '第1号事项的进展情况：“甲科.xlsx”与“乙科.xlsx”写的不同，没有改，请核对。',
      '“乙科.xlsx”的新事项“绿道建设”在“甲科.xlsx”里已有，只并入一次。',
    ]);
  });

  test('表头不同、不是台账、打不开的文件：各说一句', async () => {
    const files = [
      fileOf('多一列.xlsx', [
        [...HEADER, '批示领导'],
        [1, '道路修缮', '交通局', '', '2026-9-30', '', '', '某领导'],
      ]),
      fileOf('名单.xlsx', [['姓名', '电话']]),
      { name: '坏的.xlsx', bytes: new Uint8Array([1, 2, 3]) },
    ];
    const merge = compareFiles(await reviewed(), '督查台账', files);
    expect(merge.refusals).toHaveLength(3);
    expect(merge.refusals[0]).toContain('批示领导');
    expect(merge.plan.changes).toEqual([]);
  });
});

test('收表用的填报表不当台账并，说该到哪里收', async () => {
  const desk = openSample('city');
  const of = await reviewed();
  const [file] = fillInFiles(of, '2026-10', null);
  const merge = compareFiles(of, '督查台账', [file!]);
  expect(merge.refusals).toEqual([expect.stringContaining('请到“收表”里收回')]);
  expect([merge.differences, merge.additions, merge.plan.changes]).toEqual([[], [], []]);
  desk.close();
});

test('市级样本与自己比：每件都一样，没有可改、可加的', async () => {
  const desk = openSample('city');
  const of = await reviewed();
  const merge = compareFiles(of, '督查台账', [{ name: SAMPLES.city, bytes: sampleBytes('city') }]);
  expect(merge.differences).toEqual([]);
  expect(merge.additions).toEqual([]);
  const told = of.matters.filter(
    ({ classified, distinct, rows, title }) => classified || !distinct || rows.length > 1 || title === null,
  );
  expect(merge.same).toBeGreaterThanOrEqual(of.matters.length - told.length - 6);
  desk.close();
});
