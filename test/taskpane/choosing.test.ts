import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { openDesk, type HostDesk } from '../hostDesk';
import { deskOnPane, eachOverLedger, LEDGER, overdueIn, reviewOf } from './paneDesk';

describe('统计日期、台账和方案', () => {
  let host: HostDesk;
  let desk: Desk;
  eachOverLedger(LEDGER, (over) => ({ host, desk } = over));

  test('换统计日期不再读文件：10月20日不逾期，10月21日逾期1天', () => {
    const before = host.requests();
    desk.chooseDate({ kind: 'on', date: '2026-10-20' as CivilDate });
    expect(overdueIn(desk)).toBe(0);
    desk.chooseDate({ kind: 'on', date: '2026-10-21' as CivilDate });
    expect(reviewOf(desk).assessments[0]).toMatchObject({ state: 'overdue', overdueDays: 1 });
    desk.chooseDate({ kind: 'today' });
    expect(reviewOf(desk).assessments[0]).toMatchObject({ overdueDays: 11 });
    expect(host.requests()).toBe(before);
  });

  test('临期天数改为 1 天，还剩 2 天的就不算临期', () => {
    expect(reviewOf(desk).assessments[1]?.state).toBe('dueSoon');
    const { choices } = desk.view();
    desk.choose({ ...choices, settings: { ...choices.settings, dueSoonDays: 1 } });
    expect(reviewOf(desk).assessments[1]?.state).toBe('inProgress');
  });

  test('设置存进文件，重开仍在', async () => {
    const { choices } = desk.view();
    desk.choose({ ...choices, scheme: 'liangshan-2010', settings: { ...choices.settings, dueSoonDays: 1 } });
    await desk.keep('保存设置');
    await desk.leave();
    const reopened = openDesk(host.workbook.save(), '台账.xlsx');
    const again = deskOnPane().desk;
    await again.open();
    expect(again.view().choices).toMatchObject({ scheme: 'liangshan-2010', settings: { dueSoonDays: 1 } });
    await again.leave();
    reopened.close();
  });
});
