import { planValidations, type ListOutcome, type ListWish } from '../../../src/app/ledger/validationLists';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { statusList, statusWordFor } from '../../../src/domain/ledger/statusChoice';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AT, done, reviewed } from '../reviewing';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '办结时限', '办理状态'],
  [1, '道路修缮', '市交通局', '2026-9-30', '推进中'],
  [2, '管网改造', '市住建局', '2026-9-30', '已完成'],
  [3, '河道清淤', '市水利局', '2026-9-30', '推进中'],
] as const;
const wish = (field: ListWish['field']): ListWish => ({ sheet: '台账', field });

async function outcomeOf(...wishes: readonly ListWish[]): Promise<ListOutcome> {
  const outcome = await planValidations(await reviewed(), wishes);
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}

describe('下拉选项', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
  });
  afterEach(() => desk.close());
  const rules = () => desk.workbook.sheets[0]!.dataValidations();

  test('办理状态：本列用着的说法在前，缺的补上；事项各行都有', async () => {
    const { plan, lines } = await outcomeOf(wish('status'));
    expect(lines).toMatchObject([
      { place: '台账!E2:E4', offers: '推进中、已完成、暂缓办理、退回重报', replaces: false },
    ]);
    done(await applyPlan(plan, AT));
    expect(rules()).toMatchObject([
      {
        type: 'list',
        formula1: '"推进中,已完成,暂缓办理,退回重报"',
        areas: [{ top: 1, left: 4, bottom: 3, right: 4 }],
      },
    ]);
    expect((await outcomeOf(wish('status'))).plan.changes).toEqual([]);
  });

  test('没有单位名录时不设责任单位的选项，说明先建名录', async () => {
    const { plan, refusals } = await outcomeOf(wish('leadUnit'));
    expect(plan.changes).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'noDirectory', sentence: expect.stringContaining('先建名录') }]);
  });

  test('责任单位：选项取自单位名录', async () => {
    const sheet = desk.workbook.addSheet('单位名录');
    [
      ['类别', '单位'],
      ['', '市交通局'],
      ['', '市住建局'],
    ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
    done(await applyPlan((await outcomeOf(wish('leadUnit'))).plan, AT));
    expect(rules()).toMatchObject([{ type: 'list', formula1: "'单位名录'!$B$2:$B$3", error: { style: 'warning' } }]);
  });

  test('原有的数据有效性换下来，撤销后原样回来', async () => {
    const area = { top: 1, left: 4, bottom: 3, right: 4 };
    const own = {
      areas: [area],
      type: 'list',
      formula1: '"甲,乙"',
      allowBlank: true,
      showDropDown: true,
      prompt: { show: true, title: '提示', message: '请选' },
    } as const;
    desk.workbook.sheets[0]!.setDataValidations([own]);
    const { plan, lines } = await outcomeOf(wish('status'));
    expect(lines).toMatchObject([{ replaces: true }]);
    const result = done(await applyPlan(plan, AT));
    expect(await applyPlan(plan, AT)).toMatchObject({ ok: true, written: false });
    expect(rules()).toMatchObject([{ formula1: '"推进中,已完成,暂缓办理,退回重报"' }]);
    done(await takeBack(result.entry!));
    expect(rules()).toMatchObject([own]);
  });

  test('各行的有效性不一样：不改，说明', async () => {
    const area = { top: 1, left: 4, bottom: 1, right: 4 };
    desk.workbook.sheets[0]!.setDataValidations([
      { areas: [area], type: 'list', formula1: '"甲,乙"', allowBlank: true, showDropDown: true },
    ]);
    expect((await outcomeOf(wish('status'))).refusals).toMatchObject([{ code: 'mixedRules' }]);
  });

  test('预览后有人改了有效性：不写，说明', async () => {
    const { plan } = await outcomeOf(wish('status'));
    desk.workbook.sheets[0]!.setDataValidations([
      {
        areas: [{ top: 1, left: 4, bottom: 3, right: 4 }],
        type: 'whole',
        formula1: '1',
        allowBlank: true,
        showDropDown: true,
      },
    ]);
    expect(await applyPlan(plan, AT)).toMatchObject({
      ok: false,
      refusal: { code: 'Moved', sentence: expect.stringContaining('数据有效性') },
    });
  });
});

test('样本：状态、牵头单位两列都能设，撤销后与原来一样', async () => {
  const desk = openSample('city');
  const before = contentOf(desk.workbook);
  const { plan, refusals } = await outcomeOf(
    { sheet: '督查台账', field: 'status' },
    { sheet: '督查台账', field: 'leadUnit' },
  );
  expect(refusals).toEqual([]);
  expect(plan.changes).toHaveLength(2);
  const result = done(await applyPlan(plan, AT));
  done(await takeBack(result.entry!));
  expect(contentOf(desk.workbook)).toEqual(before);
  desk.close();
});

test('是否办结一列只有是和否；暂缓写不进去', () => {
  expect(statusList('是否办结', ['是', '否', '否'])).toEqual(['是', '否']);
  expect(statusWordFor('closed', '是否办结', [])).toBe('是');
  expect(statusWordFor('returned', '是否办结', [])).toBe('否');
  expect(statusWordFor('suspended', '是否办结', [])).toBeNull();
});

test('状态一列的说法：用本列最常用的，没有就用通行的', () => {
  expect(statusWordFor('closed', '办理状态', ['完成', '已办结', '完成', '已销号', '已销号', '已销号'])).toBe('完成');
  expect(statusWordFor('struckOff', '办理状态', ['完成', '办结销号'])).toBe('办结销号');
  expect(statusWordFor('resumed', '办理状态', ['已催办', '已催办', '在办'])).toBe('在办');
  expect(statusWordFor('suspended', '办理状态', [])).toBe('暂缓办理');
});

test('设下拉选项时每次请求各出一次错：要么如前，要么写完', () =>
  survivesFaults(
    () => deskWith('台账', LEDGER),
    async () => (await outcomeOf(wish('status'))).plan,
  ));
