import { proposedUnits } from '../../src/app/ledger/directory';
import { openForm, type NewMatter, type OpenForm } from '../../src/app/ledger/registerMatter';
import type { Review } from '../../src/app/reading/review';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Field } from '../../src/domain/ledger/fields';
import { pastedMatters } from '../../src/domain/ledger/pastedMatters';
import { decisionsOf, firstChoice } from '../../src/taskpane/desk/directoryChoice';
import type { Desk } from '../../src/taskpane/desk/Desk';
import {
  previewApprovalForm,
  previewCheckSheet,
  previewDirectory,
  previewLists,
  previewProceeding,
  previewRegister,
} from '../../src/taskpane/desk/ledgerDeeds';
import { withNumber, withNumbers } from '../../src/taskpane/desk/registerForm';
import { contentOf, type HostDesk } from '../hostDesk';
import { eachOverLedger } from './paneDesk';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '办结时间'],
  ['1', '道路修缮', '市发展和改革委员会', '2026-3-1', '2026-9-30', '推进中', ''],
  ['2', '管网改造', '市发展和改革委员会', '2026-3-1', '2026年12月31日', '推进中', ''],
  ['3', '河道清淤', '市发改委', '2026-3-1', '2026-12-31', '推进中', ''],
  ['4', '环境整治', '各街道', '2026-3-1', '2026-12-31', '推进中', ''],
  ['5', '校园安全', '市教育局', '2026-3-1', '2026-12-31', '已办结', '2026-10-8'],
];

let host: HostDesk;
let desk: Desk;
eachOverLedger(LEDGER, (over) => ({ host, desk } = over));

const reviewOf = (): Review => desk.view().review!;
const sheetNames = (): readonly string[] => host.workbook.sheets.map(({ name }) => name);
const sheet = (name: string) => host.workbook.sheets.find((own) => own.name === name)!;
const keys = (...ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    reviewOf()
      .matters.filter(({ id }) => id !== null && ids.includes(id))
      .map(({ key }) => key),
  );
const undoLast = async (): Promise<void> => desk.undo(desk.view().journal.at(-1)!);

describe('写出核对表', () => {
  test('先预览，写后有核对表；没人改过就重写同一张', async () => {
    await previewCheckSheet(desk);
    expect(desk.view().preview).toMatchObject({
      deed: '写入 1 张工作表',
      summary: '写出台账核对 2026-10-31',
      notes: [],
    });
    expect(sheetNames()).toEqual(['台账']);
    await desk.write();
    expect(sheetNames()).toContain('台账核对 2026-10-31');
    await previewCheckSheet(desk);
    expect(desk.view().preview).toMatchObject({ plan: { changes: [] }, notes: [] });
  });

  test('写好之后有人改过，就说明，并另写一张', async () => {
    await previewCheckSheet(desk);
    await desk.write();
    sheet('台账核对 2026-10-31').setValue(2, 0, '已看过');
    await desk.readAgain();
    await previewCheckSheet(desk);
    expect(desk.view().preview?.notes).toEqual([expect.stringContaining('有改动，没有覆盖')]);
    await desk.write();
    expect(sheetNames()).toContain('台账核对 2026-10-31(2)');
    expect(sheet('台账核对 2026-10-31').value(2, 0)).toBe('已看过');
  });
});

describe('单位名录', () => {
  test('简称默认算别名，统称没有成员单位就先不列；写后撤销没有名录', async () => {
    const { first, units } = proposedUnits(reviewOf());
    expect(first).toBe(true);
    const decisions = units.flatMap((unit) => decisionsOf(unit, firstChoice(unit)));
    expect(decisions).toEqual([
      { kind: 'unit', name: '市发展和改革委员会', aliases: ['市发改委'], members: [] },
      { kind: 'unit', name: '市教育局', aliases: [], members: [] },
    ]);
    desk.showPanel('directory');
    expect(previewDirectory(desk, decisions)).toEqual([]);
    expect(desk.view()).toMatchObject({ panel: 'directory', preview: { summary: '单位名录列入 2 个单位' } });
    await desk.write();
    expect(desk.view()).toMatchObject({ panel: 'none', preview: null });
    expect(sheet('单位名录').value(1, 1)).toBe('市发改委');
    expect(proposedUnits(reviewOf()).units.map(({ name }) => name)).toEqual(['各街道']);
    await undoLast();
    expect(sheetNames()).toEqual(['台账']);
  });

  test('经办人说不是同一个单位的，分开列', () => {
    const [unit] = proposedUnits(reviewOf()).units;
    const choice = { ...firstChoice(unit!), apart: new Set(['市发改委']) };
    expect(decisionsOf(unit!, choice)).toMatchObject([
      { name: '市发展和改革委员会', aliases: [] },
      { name: '市发改委', aliases: [] },
    ]);
    expect(decisionsOf(unit!, { ...choice, taken: false })).toEqual([]);
  });

  test('统称没有列成员单位，说明原因，不预览', () => {
    const unit = proposedUnits(reviewOf()).units.find(({ collective }) => collective)!;
    const refused = previewDirectory(desk, decisionsOf(unit, { ...firstChoice(unit), taken: true }));
    expect(refused).toEqual(['“各街道”是统称，没有列出成员单位，没有写入。']);
    expect(desk.view().preview).toBeNull();
  });
});

describe('下拉选项', () => {
  test('办理状态设下拉；没有名录的责任单位说明原因；取消回到原来的面板', async () => {
    desk.showPanel('lists');
    const refused = await previewLists(desk, [
      { sheet: '台账', field: 'status' },
      { sheet: '台账', field: 'leadUnit' },
    ]);
    expect(refused).toEqual([]);
    expect(desk.view().preview).toMatchObject({
      deed: '设 1 列下拉选项',
      notes: [expect.stringContaining('先建名录')],
    });
    desk.closePreview();
    expect(desk.view()).toMatchObject({ panel: 'lists', preview: null });
    await previewLists(desk, [{ sheet: '台账', field: 'status' }]);
    await desk.write();
    expect(host.workbook.sheets[0]!.dataValidations()).toHaveLength(1);
  });

  test('都设不了，就只说原因', async () => {
    expect(await previewLists(desk, [{ sheet: '台账', field: 'leadUnit' }])).toEqual([
      expect.stringContaining('先建名录'),
    ]);
    expect(desk.view().preview).toBeNull();
  });

  test('连不上时说原因，什么也不预览', async () => {
    host.failNext((ordinal) =>
      ordinal === 1 ? { when: 'before', error: { code: 'ServiceNotAvailable', message: '' } } : undefined,
    );
    expect(await previewLists(desk, [{ sheet: '台账', field: 'status' }])).toEqual([]);
    expect(desk.view()).toMatchObject({ preview: null, notice: { tone: 'error' } });
  });
});

describe('新增事项', () => {
  const opened = async (): Promise<OpenForm> => {
    const open = await openForm(reviewOf(), '台账', null);
    if (!open.ok) throw new Error(open.refusal.sentence);
    return open.value;
  };
  const typed = (open: OpenForm, values: Partial<Record<Field, string>>): NewMatter => ({
    typed: withNumber(
      open,
      new Map(
        Object.entries(values).map(([field, text]) => [
          open.form.fields.find((own) => own.field === field)!.column,
          text,
        ]),
      ),
    ),
    approval: null,
  });

  test('序号接着编；写后台账多一行，撤销后是原样', async () => {
    const before = contentOf(host.workbook);
    const open = await opened();
    const written = jest.fn();
    desk.showPanel('register');
    const matter = typed(open, { title: '新建图书馆', leadUnit: '市教育局', deadline: '2026年12月31日' });
    expect(previewRegister(desk, open, [matter], written)).toEqual([]);
    expect(desk.view().preview).toMatchObject({ deed: '登记 1 件', summary: '新增事项：新建图书馆' });
    expect(written).not.toHaveBeenCalled();
    await desk.write();
    expect(written).toHaveBeenCalledTimes(1);
    expect(desk.view()).toMatchObject({ panel: 'register', preview: null });
    expect(reviewOf().matters.at(-1)).toMatchObject({ id: '6', title: '新建图书馆' });
    expect(previewApprovalForm(desk, open, matter)).toEqual([]);
    await desk.write();
    expect(sheetNames()).toContain('立项审批单 2026-10-31');
    await undoLast();
    await undoLast();
    expect(contentOf(host.workbook)).toEqual(before);
  });

  test('没有写成时不算已登记', async () => {
    const open = await opened();
    const written = jest.fn();
    previewRegister(desk, open, [typed(open, { title: '新建图书馆' })], written);
    host.failNext((ordinal) =>
      ordinal === 1 ? { when: 'before', error: { code: 'AccessDenied', message: '' } } : undefined,
    );
    await desk.write();
    expect(written).not.toHaveBeenCalled();
    expect(desk.view()).toMatchObject({ notice: { tone: 'error' }, preview: { deed: '登记 1 件' } });
  });

  test('没有事项名称的、序号重复的不登记，说明原因', async () => {
    const open = await opened();
    expect(previewRegister(desk, open, [typed(open, { leadUnit: '市教育局' })])).not.toEqual([]);
    expect(previewRegister(desk, open, [typed(open, { title: '修桥', id: '1' })])).not.toEqual([]);
    expect(previewApprovalForm(desk, open, typed(open, {}))).toEqual(['还没有填事项名称，不能生成审批单。']);
    expect(desk.view().preview).toBeNull();
  });

  test('粘贴两行，按表头认列，一次登记；记了立项审批', async () => {
    const open = await opened();
    const { matters } = pastedMatters(open.form, '督查事项\t牵头单位\n建桥\t市教育局\n修路\t市教育局');
    const approval = { opinion: '同意', approver: '分管市长', approvedOn: '2026-10-30' as CivilDate };
    expect(
      previewRegister(
        desk,
        open,
        withNumbers(open, matters).map((own) => ({ typed: own, approval })),
      ),
    ).toEqual([]);
    expect(desk.view().preview).toMatchObject({ deed: '登记 2 件', summary: '新增事项 2 件' });
    await desk.write();
    expect(
      reviewOf()
        .matters.map(({ id }) => id)
        .slice(5),
    ).toEqual(['6', '7']);
    expect(sheet('办理登记').value(2, 5)).toContain('立项：拟办意见：同意');
  });

  test('粘贴的行自己有序号就用自己的，没有的从它接着编', async () => {
    const open = await opened();
    const { matters } = pastedMatters(open.form, '序号\t督查事项\n9\t建桥\n\t修路');
    expect(withNumbers(open, matters).map((row) => row.get(0))).toEqual(['9', '10']);
  });

  test('一批里有不能登记的，说是第几件', async () => {
    const open = await opened();
    const refused = previewRegister(desk, open, [
      typed(open, { title: '建桥', id: '6' }),
      typed(open, { title: '修路', id: '6' }),
    ]);
    expect(refused).toEqual([expect.stringMatching(/^第 2 件：/)]);
  });
});

describe('办理登记', () => {
  const entry = { date: '2026-10-30' as CivilDate, content: '', newDeadline: null, approver: '' };

  test('两件办结：办理登记多两行，台账状态跟着变，撤销后照旧', async () => {
    desk.showPanel('proceeding');
    expect(previewProceeding(desk, { ...entry, kind: 'closed', matters: keys('1', '2') })).toEqual([]);
    expect(desk.view()).toMatchObject({ panel: 'proceeding', preview: { summary: '办结 2 件', notes: [] } });
    await desk.write();
    expect(desk.view().panel).toBe('none');
    const states = (): readonly string[] => reviewOf().assessments.map(({ state }) => state);
    expect(states().slice(0, 2)).toEqual(['closedLate', 'closedOnTime']);
    await undoLast();
    expect(states().slice(0, 2)).toEqual(['overdue', 'inProgress']);
  });

  test('进展没写内容、没选事项、已办结的，都说原因，不预览', () => {
    expect(previewProceeding(desk, { ...entry, kind: 'progress', matters: keys('1') })).toEqual([
      '进展要写明内容，请补上。',
    ]);
    expect(previewProceeding(desk, { ...entry, kind: 'closed', matters: new Set() })).toEqual([
      '没有选事项，请先选中要登记的事项。',
    ]);
    expect(previewProceeding(desk, { ...entry, kind: 'closed', matters: keys('5') })).toEqual([
      expect.stringContaining('已经办结，没有登记'),
    ]);
    expect(desk.view().preview).toBeNull();
  });

  test('选了两件、一件已办结：只登记另一件，并说明', () => {
    expect(previewProceeding(desk, { ...entry, kind: 'closed', matters: keys('1', '5') })).toEqual([]);
    expect(desk.view().preview).toMatchObject({
      summary: '办结：道路修缮',
      notes: [expect.stringContaining('已经办结，没有登记')],
    });
  });
});
