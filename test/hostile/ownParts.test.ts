import { connecting, lookOver } from '../../src/app/reading/connectLedger';
import { readTemplates } from '../../src/app/letters/letterTemplates';
import { runMonthEnd, type MonthEndOutcome } from '../../src/app/month/monthEnd';
import { journalEntries } from '../../src/excel/applyPlan';
import { readJournal } from '../../src/excel/journal';
import { AS_OF, reviewed } from '../app/reviewing';
import { openDesk } from '../hostDesk';
import { JOURNALS, OTHERS, SETTINGS, withOwnParts } from './ownParts';

const REQUEST = {
  asOf: AS_OF,
  today: AS_OF,
  at: '2026-10-31 09:00',
  sheet: null,
  scheme: 'dengzhou-2018',
  annual: false,
  issueNotices: true,
  replace: false,
} as const;

/** The month's end over the file; its sentence where it refuses. */
async function monthEndOver(bytes: Uint8Array): Promise<MonthEndOutcome | string> {
  const desk = openDesk(bytes, '台账.xlsx');
  try {
    const result = await runMonthEnd(REQUEST, () => undefined);
    expect(desk.workbook.sheets[0]!.value(1, 1)).toBe('道路修缮');
    return result.ok ? result.outcome : result.sentence;
  } finally {
    desk.close();
  }
}

/** Either a sentence for people, or points that are numbers and letters that were made. */
function sound(end: MonthEndOutcome | string): void {
  if (typeof end === 'string') return expect(end).toMatch(/^[^!！<>]*[\u4e00-\u9fff][^!！<>]*$/);
  expect(end.review.assessments.length).toBe(3);
  for (const { total } of end.scores)
    expect(total === null || (Number(total) >= 0 && Number(total) <= 1000)).toBe(true);
}

describe('我们自己的部件被别人改过', () => {
  test.each(JOURNALS)('流水%s：撤销里什么也没有，台账照常', async (_, json) => {
    const bytes = withOwnParts(['journal', json]);
    const desk = openDesk(bytes, '台账.xlsx');
    expect(await journalEntries()).toEqual([]);
    expect((await reviewed()).assessments.length).toBe(3);
    desk.close();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('流水里好的一项照常能撤销，坏的一项不算', async () => {
    const good = {
      id: '1',
      at: '2026-10-30 09:00',
      action: 'fix',
      summary: '改正',
      state: 'done',
      plan: {
        action: 'fix',
        asOf: null,
        expectations: [],
        changes: [{ kind: 'setCell', cell: { sheet: '督查台账', row: 1, column: 1 }, before: 'x', after: '道路修缮' }],
      },
    };
    const json = JSON.stringify({ version: 1, entries: [{ ...good, plan: { changes: 5 } }, good] });
    const desk = openDesk(withOwnParts(['journal', json]), '台账.xlsx');
    expect(await journalEntries()).toEqual([good]);
    expect(readJournal(undefined)).toEqual([]);
    desk.close();
  });

  test.each(SETTINGS)('设置%s：读成默认或说清楚，月末照常', async (_, json) => {
    const bytes = withOwnParts(['settings', json]);
    const desk = openDesk(bytes, '台账.xlsx');
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    expect(connecting(looked.value.survey).others.length).toBeLessThanOrEqual(1);
    desk.close();
    sound(await monthEndOver(bytes));
  });

  test.each(OTHERS)('%s %s：当作没有', async (part, _, json) => {
    const bytes = withOwnParts([part, json]);
    const desk = openDesk(bytes, '台账.xlsx');
    const templates = await readTemplates();
    if (!templates.ok) throw new Error(templates.refusal.sentence);
    expect(templates.value.templates).toEqual({});
    desk.close();
    sound(await monthEndOver(bytes));
  });
});
