import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { Notice as Letter } from '../../src/domain/notices/notice';
import { previewOfLetters } from '../../src/taskpane/desk/previews';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { draftLetters, planIssue } from '../../src/app/letters/issueNotices';
import { openSample, type HostDesk } from '../hostDesk';
import { deskOnPane, reviewOf } from './paneDesk';

describe('文书和计分', () => {
  let host: HostDesk;
  let desk: Desk;
  const handed: string[] = [];
  beforeEach(async () => {
    handed.length = 0;
    host = openSample('city');
    desk = deskOnPane({ handOver: ({ name }) => void handed.push(name) }).desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });

  const dueLetters = () => {
    const of = reviewOf(desk);
    const { office } = desk.view().choices;
    return draftLetters(of, {
      form: 'due',
      matters: null,
      issuedOn: of.asOf,
      office,
      grouping: 'perMatter',
      status: 'draft',
    }).notices;
  };

  const previewLetters = (letters: readonly Letter[]): void => {
    const { office } = desk.view().choices;
    desk.propose(previewOfLetters(planIssue(reviewOf(desk), letters, office), letters, office));
  };

  test('出一份催办单：先预览，登记后才交出文件；撤销后这件事又待催办', async () => {
    const before = dueLetters();
    const letter = before.find(({ form }) => form === 'reminderNotice')!;
    previewLetters([letter]);
    expect(desk.view().preview).toMatchObject({ deed: '生成 1 份文书', letters: [letter] });
    expect(handed).toEqual([]);
    await desk.write();
    expect(handed).toEqual(['河阳市政府督查台账（2026年）-文书.docx']);
    expect(dueLetters()).toHaveLength(before.length - 1);
    const { notice } = desk.view();
    await desk.undo(notice!.undo!);
    expect(dueLetters()).toHaveLength(before.length);
  });

  test('没有登记成，就不交出文件', async () => {
    previewLetters(dueLetters().slice(0, 1));
    host.failNext((ordinal) =>
      ordinal === 1 ? { when: 'before', error: { code: 'AccessDenied', message: '' } } : undefined,
    );
    await desk.write();
    expect(handed).toEqual([]);
    expect(desk.view()).toMatchObject({ notice: { tone: 'error' }, preview: { deed: '生成 1 份文书' } });
  });

  test('写入本月计分表；再写就说已是这样', async () => {
    desk.chooseDate({ kind: 'on', date: '2026-10-31' as CivilDate });
    await desk.previewScores(false);
    expect(desk.view().preview?.deed).toBe('写入 2 张工作表');
    await desk.write();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['考核计分 2026-10', '计分明细 2026-10']),
    );
    await desk.previewScores(false);
    expect(desk.view().preview?.plan.changes).toEqual([]);
  });

  test('从清单的下一步去文书，不管上次停在哪一页、选了哪种文书，看到的都是这件待发的文书', async () => {
    await desk.open();
    const { key } = desk.view().review!.matters[0]!;
    desk.chooseLetters({ tab: 'office', form: 'supervisionNotice' });
    desk.wantLetters(key);
    expect(desk.view().letterChoices).toMatchObject({ tab: 'due', form: 'due' });
    desk.chooseLetters({ tab: 'record', form: 'supervisionNotice' });
    desk.wantLetters(null);
    expect(desk.view().letterChoices).toMatchObject({ tab: 'due', form: 'supervisionNotice' });
  });

  test('从一件事项去文书，只看这一件；再进文书看全部', () => {
    const { key } = reviewOf(desk).matters[0]!;
    desk.wantLetters(key);
    expect(desk.view()).toMatchObject({ room: 'letters', lettersFor: new Set([key]) });
    desk.wantLetters(null);
    expect(desk.view().lettersFor).toBeNull();
  });
});
