import { keepsReports, lacksReport } from '../../src/domain/monthlyReport';
import type { Proceeding } from '../../src/domain/registers/registers';
import { blankDate, day, matter, onDate, proceeding } from './builders';

const AS_OF = day('2026-10-20');
const lacks = (own: Parameters<typeof matter>[0], ...rows: readonly Partial<Proceeding>[]): boolean =>
  lacksReport(
    matter(own),
    rows.map((row) => proceeding({ date: AS_OF, ...row })),
    AS_OF,
  );

describe('本月有没有进展在案', () => {
  test('什么都没有：缺', () => expect(lacks({})).toBe(true));
  test.each(['progress', 'explanation', 'extension', 'closingReport', 'closed', 'struckOff'] as const)(
    '办理登记有一行%s：不缺',
    (kind) => expect(lacks({}, { kind })).toBe(false),
  );
  test.each(['returned', 'phoneReminder', 'suspended', 'resumed'] as const)('%s不是单位的报送：缺', (kind) =>
    expect(lacks({}, { kind })).toBe(true),
  );
  test('立项记为进展，不是报送：缺', () =>
    expect(lacks({}, { kind: 'progress', content: '立项：审批人：某' })).toBe(true));
  test('1日、统计当天的算，上月末、统计日以后的不算', () => {
    expect(lacks({}, { date: day('2026-10-01') })).toBe(false);
    expect(lacks({}, { date: day('2026-10-20') })).toBe(false);
    expect(lacks({}, { date: day('2026-09-30') }, { date: day('2026-10-21') })).toBe(true);
  });
  test('台账的报送日期在本月：不缺；在上月：缺', () => {
    expect(lacks({ reportedOn: onDate('2026-10-02') })).toBe(false);
    expect(lacks({ reportedOn: onDate('2026-09-30') })).toBe(true);
  });
  test('本月才交办的不问；上月末交办的问', () => {
    expect(lacks({ assignedOn: onDate('2026-10-01') })).toBe(false);
    expect(lacks({ assignedOn: onDate('2026-09-30') })).toBe(true);
  });
});

test('台账有报送日期栏，或办理登记有报送的行，才谈得上有没有报送', () => {
  const none = [matter({ reportedOn: blankDate })];
  expect(keepsReports(none, [])).toBe(false);
  expect(keepsReports(none, [proceeding({ kind: 'returned' })])).toBe(false);
  expect(keepsReports(none, [proceeding({ kind: 'progress', content: '立项：审批人：某' })])).toBe(false);
  expect(keepsReports(none, [proceeding({ kind: 'progress' })])).toBe(true);
  expect(
    keepsReports([matter({ reportedOn: { ...blankDate, cell: { sheet: '督查台账', row: 4, column: 9 } } })], []),
  ).toBe(true);
});
