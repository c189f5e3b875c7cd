import { strFromU8, unzipSync } from 'fflate';
import { clearForOutside, clearJournal } from '../../../src/app/office/clearRecords';
import { lookOver, planSettings, settingsInForce } from '../../../src/app/reading/connectLedger';
import { applyPlan, journalEntries } from '../../../src/app/office/workbook';
import type { Plan } from '../../../src/domain/plan';
import { contentOf, deskWith, openDesk, type HostDesk } from '../../hostDesk';
import { AT, done } from '../reviewing';

const setCell = (before: string, after: string): Plan => ({
  action: 'fix',
  asOf: null,
  expectations: [],
  changes: [{ kind: 'setCell', cell: { sheet: '台账', row: 1, column: 1 }, before, after }],
});

describe('清空操作记录、清成对外版', () => {
  let desk: HostDesk;
  beforeEach(async () => {
    desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位'],
      [1, '原来的机密话', '交通局'],
    ]);
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    done(
      await applyPlan(
        planSettings(looked.value.survey, { ...settingsInForce(looked.value.settings), office: { contact: '张三' } }),
        AT,
      ),
    );
    done(await applyPlan(setCell('原来的机密话', '道路修缮'), AT));
  });
  afterEach(() => desk.close());
  const textOfFile = (): string =>
    Object.values(unzipSync(desk.workbook.save()))
      .map((bytes) => strFromU8(bytes))
      .join('\n');

  test('清空以后文件里再找不到改前的文字，工作表一格不动，设置还在', async () => {
    const before = contentOf(desk.workbook);
    expect(textOfFile()).toContain('原来的机密话');
    expect(await clearJournal(await journalEntries())).toMatchObject({ ok: true, written: true });
    expect(await journalEntries()).toEqual([]);
    expect(textOfFile()).not.toContain('原来的机密话');
    expect(textOfFile()).toContain('张三');
    expect(contentOf(desk.workbook)).toEqual(before);
    expect(await clearJournal([])).toMatchObject({ ok: true, written: false });
  });

  test('对外版：操作记录、设置、模板都不在了，重开仍是好的文件', async () => {
    const before = contentOf(desk.workbook);
    expect(await clearForOutside(await journalEntries())).toMatchObject({ ok: true, written: true });
    expect(desk.workbook.customXmlParts()).toEqual([]);
    expect(textOfFile()).not.toMatch(/张三|原来的机密话/);
    const bytes = desk.workbook.save();
    desk.close();
    desk = openDesk(bytes, '对外.xlsx');
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('预览以后又有新的操作，不清空，说清楚', async () => {
    const seen = await journalEntries();
    done(await applyPlan(setCell('道路修缮', '道路维修'), { ...AT, at: '2026-10-31 10:00' }));
    expect(await clearJournal(seen)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining('没有清空') },
    });
    expect(await journalEntries()).toHaveLength(3);
  });

  test.each([
    ['拒绝', { when: 'before', error: { code: 'AccessDenied', message: 'x' } }],
    ['回信丢失', { when: 'after', error: 'lost' }],
    ['执行一半断开', { when: { afterAction: 1 }, error: 'lost' }],
  ] as const)('清空时出错（%s）：说清楚，再来一次就清了', async (_, fault) => {
    const seen = await journalEntries();
    desk.failNext((nth) => (nth === 3 ? fault : undefined));
    expect(await clearForOutside(seen)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringMatching(/。$/) },
    });
    desk.failNext(() => undefined);
    expect(await clearForOutside(seen)).toMatchObject({ ok: true });
    expect(desk.workbook.customXmlParts()).toEqual([]);
  });
});
