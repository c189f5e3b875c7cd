import { downloadHostReport, previewHostReport } from '../../src/taskpane/desk/selfTestDeeds';
import type { MadeFile } from '../../src/taskpane/desk/files';
import { contentOf, deskWith, openSample, type HostDesk } from '../hostDesk';
import { deskOnPane, until } from './paneDesk';

let host: HostDesk;
afterEach(() => host.close());

describe('窗格里的宿主自检', () => {
  test('问完有结果，可写成工作表并撤销，可下载', async () => {
    host = openSample('bureau');
    const handed: MadeFile[] = [];
    const { desk } = deskOnPane({ handOver: (file) => void handed.push(file) });
    await desk.open();
    const before = contentOf(host.workbook);
    desk.showPanel('help');
    desk.showPanel('selfTest');
    await desk.askHost();
    const { hostReport, panel } = desk.view();
    expect(hostReport?.counts.same).toBeGreaterThan(180);
    expect(panel).toBe('selfTest');
    expect(contentOf(host.workbook)).toEqual(before);

    await previewHostReport(desk);
    expect(desk.view().preview?.lines[0]).toContain('宿主自检 2026-10-31');
    expect(host.workbook.sheets.some(({ name }) => name.startsWith('宿主自检'))).toBe(false);
    await desk.write();
    expect(host.workbook.sheets.at(-1)!.name).toBe('宿主自检 2026-10-31');
    expect(desk.view().panel).toBe('selfTest');
    await desk.undo(desk.view().journal.at(-1)!);
    expect(contentOf(host.workbook)).toEqual(before);

    await downloadHostReport(desk);
    expect(handed.map(({ name }) => name)).toEqual(['宿主自检_2026-10-31.json']);
    await desk.leave();
  });

  test('停止之后没有结果，工作簿与之前一样', async () => {
    host = openSample('bureau');
    const { desk } = deskOnPane();
    await desk.open();
    const before = contentOf(host.workbook);
    const asked = desk.askHost();
    await until(() => (desk.view().work?.progress?.done ?? 0) > 20);
    desk.stop();
    await asked;
    expect(desk.view().hostReport).toBeNull();
    expect(contentOf(host.workbook)).toEqual(before);
    await desk.leave();
  });

  test('没有台账的工作簿里也能自检', async () => {
    host = deskWith('Sheet1', []);
    const { desk } = deskOnPane();
    await desk.open();
    expect(desk.view().phase.kind).toBe('noLedger');
    await desk.askHost();
    expect(desk.view().hostReport).not.toBeNull();
    await desk.leave();
  });
});

describe('帮助', () => {
  test('从哪里来，先说哪里；返回到来处', async () => {
    host = openSample('bureau');
    const { desk } = deskOnPane();
    await desk.open();
    desk.enter('scores');
    desk.showPanel('help');
    expect(desk.view()).toMatchObject({ help: 'scores', helpBefore: 'none' });
    desk.showPanel('basis');
    expect(desk.view().basisBefore).toBe('help');
    desk.showPanel('help');
    expect(desk.view()).toMatchObject({ help: 'scores', helpBefore: 'none' });
    desk.showPanel('none');
    desk.showPanel('collect');
    desk.showPanel('help');
    expect(desk.view()).toMatchObject({ help: 'collect', helpBefore: 'collect' });
    desk.showPanel('none');
    desk.showPanel('basis');
    expect(desk.view().basisBefore).toBe('none');
    await desk.leave();
  });
});
