import { planCheckSheet } from '../../../src/app/ledger/checkSheet';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { checkSheet, MOST_ROWS } from '../../../src/domain/checks/checkSheet';
import { findingOf } from '../../../src/domain/findingLevels';
import type { Plan } from '../../../src/domain/plan';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AS_OF, AT, done, reviewed } from '../reviewing';

const NAME = '台账核对 2026-10-31';
const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'],
  [1, '道路修缮', '市交通局', '2026-3-1', '=1+1', '推进中'],
  [2, '管网改造', '', '2026-3-1', '2026-2-1', '=HYPERLINK("x")'],
] as const;

async function ready(): Promise<Plan> {
  const outcome = planCheckSheet(await reviewed());
  if (outcome.kind !== 'ready') throw new Error(outcome.sentence);
  return outcome.plan;
}

describe('台账核对表', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith("台'账", LEDGER);
  });
  afterEach(() => desk.close());
  const sheet = () => desk.workbook.sheets.find(({ name }) => name === NAME)!;

  test('按级别、种类分组列出，位置可以点到那一格', async () => {
    done(await applyPlan(await ready(), AT));
    const texts = Array.from({ length: 7 }, (_, row) => String(sheet().value(row, 0)));
    expect(texts.slice(0, 5)).toEqual([
      '台账核对',
      expect.stringMatching(/^统计日期：2026年10月31日；共\d+处：错误2处，提醒\d+处，说明\d+处$/),
      '序号',
      '责任单位为空（1处）',
      '1',
    ]);
    expect([1, 2, 3, 4].map((column) => sheet().value(4, column))).toEqual(['错误', "台'账", '第3行C列', '2']);
    expect(
      sheet()
        .hyperlinks()
        .find(({ area }) => area.top === 4),
    ).toMatchObject({ location: "'台''账'!C3" });
  });

  test('像公式的文字写进去仍是文字', async () => {
    done(await applyPlan(await ready(), AT));
    const used = sheet().usedArea(true)!;
    for (let row = 0; row <= used.bottom; row += 1) {
      for (let column = 0; column <= used.right; column += 1) expect(sheet().formula(row, column)).toBeNull();
    }
    expect(JSON.stringify(contentOf(desk.workbook))).toContain('=HYPERLINK');
  });

  test('可以直接打印：A4横向，表头每页重复', async () => {
    done(await applyPlan(await ready(), AT));
    expect(sheet().pageSetup()).toMatchObject({ orientation: 'landscape', paperSize: 9 });
  });

  test('同一天再写，内容没变就不写；变了就换成新的，撤销后是原来那张', async () => {
    const first = done(await applyPlan(await ready(), AT));
    expect(first.written).toBe(true);
    expect((await ready()).changes).toEqual([]);
    const before = contentOf(desk.workbook);
    desk.workbook.sheets[0]!.setValue(2, 2, '市住建局');
    const edited = contentOf(desk.workbook);
    const second = done(await applyPlan(await ready(), AT));
    expect(sheet().value(3, 0)).not.toBe('责任单位为空（1处）');
    await takeBack(second.entry!);
    expect(contentOf(desk.workbook)).toEqual(edited);
    expect(edited).not.toEqual(before);
  });

  test('核对表上有人写了批注：不覆盖，说明，另写一张', async () => {
    done(await applyPlan(await ready(), AT));
    sheet().setValue(4, 6, '已电话告知');
    const outcome = planCheckSheet(await reviewed());
    expect(outcome).toMatchObject({
      kind: 'edited',
      sheet: `${NAME}(2)`,
      sentence: expect.stringContaining('没有覆盖'),
    });
    if (outcome.kind !== 'edited') return;
    done(await applyPlan(outcome.second, AT));
    expect(sheet().value(4, 6)).toBe('已电话告知');
    expect((await reviewed()).ledgers.map(({ sheet: name }) => name)).toEqual(["台'账"]);
    expect(planCheckSheet(await reviewed())).toMatchObject({ kind: 'edited', sheet: `${NAME}(3)` });
  });

  test('预览以后才有人写批注：写入时拒绝，撤销时也不删', async () => {
    const first = done(await applyPlan(await ready(), AT));
    desk.workbook.sheets[0]!.setValue(2, 2, '市住建局');
    const plan = await ready();
    sheet().setValue(40, 1, '批注');
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: false, refusal: { code: 'Moved' } });
    expect(await takeBack(first.entry!)).toMatchObject({ ok: false });
    expect(sheet().value(40, 1)).toBe('批注');
  });
});

test('样本的核对表写得下，没有一处漏列', async () => {
  const desk = openSample('district');
  const review = await reviewed('county-2023');
  const outcome = planCheckSheet(review);
  if (outcome.kind !== 'ready') throw new Error(outcome.sentence);
  done(await applyPlan(outcome.plan, AT));
  const sheet = desk.workbook.sheets.find(({ name }) => name === NAME)!;
  expect(sheet.hyperlinks()).toHaveLength(review.findings.length);
  desk.close();
});

test('问题太多时只列前面的，并说还有多少处', () => {
  const findings = Array.from({ length: MOST_ROWS + 5 }, (_, row) =>
    findingOf('missing-title', { sheet: '台账', row, column: 1 }),
  );
  const { rows } = checkSheet({ findings, idOf: () => null, asOf: AS_OF });
  expect(rows.at(-1)![0]!.value).toBe('另有5处没有列出，改完以上各处后请再核对一次。');
  expect(checkSheet({ findings: findings.slice(5), idOf: () => null, asOf: AS_OF }).rows.at(-1)![0]!.value).toBe(
    MOST_ROWS,
  );
});

test('没有问题也写一张，说没有发现问题', () => {
  expect(checkSheet({ findings: [], idOf: () => null, asOf: AS_OF }).rows[1]![0]!.value).toBe(
    '统计日期：2026年10月31日；没有发现问题',
  );
});

describe('写核对表时每次请求各出一次错：要么如前，要么写完', () => {
  test('新写', () => survivesFaults(() => deskWith('台账', LEDGER), ready));

  test('换成新的', () => {
    let desk: HostDesk;
    return survivesFaults(
      () => (desk = deskWith('台账', LEDGER)),
      async () => {
        await applyPlan(await ready(), AT);
        desk.workbook.sheets[0]!.setValue(2, 2, '市住建局');
        return ready();
      },
    );
  });
});
