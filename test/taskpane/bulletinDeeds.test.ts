import { atOnce } from '../../src/domain/portions';
import { planReport } from '../../src/app/bulletin/onePageReports';
import { rectificationsIn } from '../../src/app/bulletin/rectificationReports';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { bulletinShown, editBulletin, previewBulletin } from '../../src/taskpane/desk/bulletinDeeds';
import type { Desk } from '../../src/taskpane/desk/Desk';
import type { MadeFile } from '../../src/taskpane/desk/files';
import { previewMatterPages, previewReceipt, previewReport } from '../../src/taskpane/desk/reportDeeds';
import { contentOf, deskWith, type HostDesk } from '../hostDesk';
import { deskOnPane } from './paneDesk';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办结时间'],
  [1, '道路修缮', '市交通局', '2026-3-1', '2026-9-20', null],
  [2, '管网改造', '市住建局', '2026-3-1', '2026-12-31', '2026-10-15'],
  [3, '【机密】线路', '市公安局', '2026-3-1', '2026-9-30', null],
] as const;

describe('窗格里的通报', () => {
  let host: HostDesk;
  let desk: Desk;
  let files: MadeFile[];
  beforeEach(async () => {
    host = deskWith('台账', LEDGER);
    files = [];
    desk = deskOnPane({ handOver: (file) => void files.push(file) }).desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });
  const shown = () => atOnce(bulletinShown(desk.view().review!, desk.view()));
  const criticise = (): void =>
    editBulletin(desk, shown(), {
      decided: { commended: [], criticised: [{ unit: '市交通局', limit: '2026-11-10' as CivilDate }] },
    });
  const linesOf = (): string =>
    shown()
      .draft.text.blocks.map((block) => ('text' in block ? block.text : ''))
      .join('\n');

  test('事实不能改，话可以改：改了下步要求，数字还是台账里的；换个月份，改的话不跟过去', () => {
    editBulletin(desk, shown(), { words: { demands: '（一）逐项说明原因。' } });
    expect(linesOf()).toContain('（一）逐项说明原因。');
    expect(linesOf()).toContain('事项共2件，已办结1件，占50.0%');
    expect(shown().edited).toBe(true);
    desk.chooseDate({ kind: 'on', date: '2026-09-30' as CivilDate });
    expect(linesOf()).not.toContain('逐项说明原因');
    expect(shown().edited).toBe(false);
  });

  test('写入：先看，一次写下工作表和登记，交出一份 Word 文件；撤销一次全都回去', async () => {
    const before = contentOf(host.workbook);
    criticise();
    await previewBulletin(desk, shown(), false);
    const { preview } = desk.view();
    expect(preview!.deed).toBe('写入督查通报 2026-10');
    expect(preview!.lines).toHaveLength(2);
    expect(preview!.notes).not.toContain('随文件保存的督查设置');
    await desk.write();
    expect(desk.view().notice).toMatchObject({ tone: 'done' });
    expect(files.map(({ name }) => name)).toEqual(['台账-督查通报 2026-10.docx']);
    expect(shown()).toMatchObject({ edited: false, issuing: { standing: 'same' } });
    const [entry] = desk.view().journal;
    await desk.undo(entry!);
    expect(contentOf(host.workbook)).toEqual(before);
    expect(shown().issuing.standing).toBe('new');
  });

  test('不能下载的机器上：只写工作表，说清去打印哪一张', async () => {
    await desk.leave();
    desk = deskOnPane({ handOver: (file) => void files.push(file), canDownload: () => false }).desk;
    await desk.open();
    await previewBulletin(desk, shown(), false);
    expect(desk.view().preview!.notes).toContain('本机的 Excel 不能下载文件，请打印工作表“督查通报 2026-10”。');
    await desk.write();
    expect(files).toEqual([]);
    expect(host.workbook.sheets.map(({ name }) => name)).toContain('督查通报 2026-10');
  });

  test('换一次打开：名单和改过的话还在，通报一格不差', async () => {
    criticise();
    editBulletin(desk, shown(), { words: { overall: '总体平稳。' } });
    await previewBulletin(desk, shown(), false);
    await desk.write();
    const said = linesOf();
    await desk.leave();
    desk = deskOnPane().desk;
    await desk.open();
    expect(linesOf()).toBe(said);
    expect(shown()).toMatchObject({ issuing: { standing: 'same' }, decided: { criticised: [{ unit: '市交通局' }] } });
  });

  test('印发以后台账变了：照旧显示印发的那一份，说几处不同，改写才换', async () => {
    await previewBulletin(desk, shown(), false);
    await desk.write();
    const issued = linesOf();
    host.workbook.sheets[0]!.setValue(1, 5, '2026-10-20');
    await desk.readAgain();
    const now = shown();
    expect(now.issuing.standing).toBe('differs');
    expect(now.issuing.differences.length).toBeGreaterThan(0);
    expect(now.issued!.blocks.map((block) => ('text' in block ? block.text : '')).join('\n')).toBe(issued);
    await previewBulletin(desk, now, true);
    expect(desk.view().preview!.deed).toBe('改写督查通报 2026-10');
    await desk.write();
    expect(shown().issuing.standing).toBe('same');
  });

  test('整改报告：登记收到，先看再写；已登记的不再登记', async () => {
    criticise();
    await previewBulletin(desk, shown(), false);
    await desk.write();
    const [owed] = rectificationsIn(desk.view().review!, '2026-10-31' as CivilDate);
    const received = { date: '2026-10-31' as CivilDate, content: '已报送整改报告' };
    expect(previewReceipt(desk, owed!, received)).toBeNull();
    await desk.write();
    const [reported] = rectificationsIn(desk.view().review!, '2026-10-31' as CivilDate);
    expect(reported!.state).toBe('reported');
    expect(previewReceipt(desk, reported!, received)).toBe('市交通局的整改报告已经登记，不用再登记。');
  });

  test('专报和一件一档：先看几页再写，再来一次没有变化；涉密的不建档页', async () => {
    const [first, , secret] = desk.view().review!.matters;
    await previewMatterPages(desk, new Set([first!.key]));
    expect(desk.view().preview!.summary).toBe('一件一档 2026-10-31，1 页');
    await desk.write();
    previewReport(desk, planReport(desk.view().review!, { kind: 'matters', only: new Set([first!.key]) }));
    expect(desk.view().preview!.plan.changes).toEqual([]);
    desk.closePreview();
    await previewMatterPages(desk, new Set([secret!.key]));
    expect(desk.view().preview).toBeNull();
    expect(desk.view().notice).toMatchObject({ tone: 'error', text: '选中的事项涉密，不建档页。' });
  });
});
