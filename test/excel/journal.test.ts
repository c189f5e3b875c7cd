import { journalXml, readJournal, type JournalEntry } from '../../src/excel/journal';

const entry = (number: number, text = ''): JournalEntry => ({
  id: `2026-10-31 09:00#${number}`,
  at: '2026-10-31 09:00',
  action: 'fix',
  summary: `第${number}次`,
  state: 'done',
  plan: {
    action: 'fix',
    asOf: null,
    expectations: [],
    changes: [{ kind: 'setCell', cell: { sheet: '台账', row: 1, column: 1 }, before: text, after: 'x' }],
  },
});
/** Words that deflating makes no shorter. */
const words = (length: number): string => {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
};
const kept = (entries: readonly JournalEntry[]): readonly string[] =>
  readJournal(journalXml(entries)).map(({ summary }) => summary);

describe('操作记录有限', () => {
  test('二十项全留，第二十一项进来，最早的一项去掉', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => entry(index + 1));
    expect(kept(twenty)).toHaveLength(20);
    expect(kept([...twenty, entry(21)])).toEqual([...twenty.slice(1), entry(21)].map(({ summary }) => summary));
  });

  test('旧文字过长的，早的去掉，最近的一项再长也留着', () => {
    const long = words(200_000);
    expect(kept([entry(1, long), entry(2, long)])).toEqual(['第2次']);
    expect(kept([entry(1), entry(2, words(300_000))])).toEqual(['第2次']);
    expect(kept([entry(1, words(50_000)), entry(2)])).toEqual(['第1次', '第2次']);
  });
});
