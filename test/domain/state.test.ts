import type { MatterRow } from '../../src/domain/matter';
import { blankDate, day, notice, onDate, proceeding } from './builders';
import { judge, type Case } from './judge';

const stateOf = (one: Case) => judge(one).state;

describe('逾期与临期', () => {
  test('时限当天不逾期，次日逾期一天', () => {
    expect(judge({ asOf: '2026-10-20' })).toMatchObject({ state: 'dueSoon', overdueDays: 0 });
    expect(judge({ asOf: '2026-10-21' })).toMatchObject({ state: 'overdue', overdueDays: 1 });
    expect(judge({ asOf: '2026-10-31' })).toMatchObject({ state: 'overdue', overdueDays: 11 });
  });

  test('时限前三天起临期，前四天不是；天数可设', () => {
    expect(stateOf({ asOf: '2026-10-17' })).toBe('dueSoon');
    expect(stateOf({ asOf: '2026-10-16' })).toBe('inProgress');
    expect(stateOf({ asOf: '2026-10-16', settings: { dueSoonDays: 4 } })).toBe('dueSoon');
  });
});

describe('办结', () => {
  test('办结日期不晚于时限：按时；晚一天：超时一天', () => {
    expect(judge({ of: { closedOn: onDate('2026-10-20') } })).toMatchObject({
      state: 'closedOnTime',
      closedOn: '2026-10-20',
      overdueDays: 0,
    });
    expect(judge({ of: { closedOn: onDate('2026-10-21') } })).toMatchObject({ state: 'closedLate', overdueDays: 1 });
  });

  test('只有办结字样没有日期、或时限待定：办结，是否按期不明', () => {
    expect(judge({ of: { status: 'closed' } })).toMatchObject({ state: 'closed', closedOn: null });
    expect(judge({ of: { closedOn: onDate('2026-10-10'), deadline: blankDate } })).toMatchObject({
      state: 'closed',
      closedOn: '2026-10-10',
    });
  });

  test('办结日期在统计日期之后：当时没有办结，状态写着已办结也一样', () => {
    expect(stateOf({ of: { closedOn: onDate('2026-11-01') } })).toBe('overdue');
    expect(stateOf({ of: { closedOn: onDate('2026-11-01'), status: 'closed' } })).toBe('overdue');
    expect(stateOf({ of: { closedOn: onDate('2026-11-01') }, asOf: '2026-11-01' })).toBe('closedLate');
  });

  test('办结日期的公式随当天变化：不作数', () =>
    expect(stateOf({ of: { closedOn: { ...onDate('2026-10-10'), volatile: true } } })).toBe('overdue'));

  test('办理登记的办结、销号算办结，报结、进展不算', () => {
    for (const kind of ['closed', 'struckOff'] as const) {
      expect(judge({ proceedings: [proceeding({ kind })] })).toMatchObject({
        state: 'closedOnTime',
        closedOn: '2026-10-10',
      });
    }
    for (const kind of ['closingReport', 'progress', 'rectificationReport'] as const) {
      expect(stateOf({ proceedings: [proceeding({ kind })] })).toBe('overdue');
    }
  });

  test('台账和办理登记都有办结日期：较晚的为准', () => {
    const proceedings = [proceeding({ kind: 'closed', date: day('2026-10-22') })];
    expect(judge({ of: { closedOn: onDate('2026-10-18') }, proceedings }).closedOn).toBe('2026-10-22');
    expect(judge({ of: { closedOn: onDate('2026-10-25') }, proceedings }).closedOn).toBe('2026-10-25');
  });

  test('状态写已办结没有日期，办理登记的办结在统计日期之后：当时没有办结', () =>
    expect(
      stateOf({ of: { status: 'closed' }, later: [proceeding({ kind: 'closed', date: day('2026-11-02') })] }),
    ).toBe('overdue'));
});

describe('退回重报', () => {
  const closed = { closedOn: onDate('2026-10-10') };
  const returned = proceeding({ kind: 'returned', date: day('2026-10-12') });

  test('退回取消此前的办结，原时限不变', () => {
    expect(judge({ of: closed, proceedings: [returned] })).toMatchObject({
      state: 'overdue',
      returned: true,
      overdueDays: 11,
      closedOn: null,
    });
    expect(judge({ of: { status: 'closed' }, proceedings: [returned] })).toMatchObject({ state: 'overdue' });
    expect(judge({ proceedings: [proceeding({ kind: 'closed' }), returned] })).toMatchObject({
      state: 'overdue',
      returned: true,
    });
  });

  test('退回后又办结：再次办结，退回不再标注', () => {
    expect(
      judge({ of: closed, proceedings: [returned, proceeding({ kind: 'closed', date: day('2026-10-25') })] }),
    ).toMatchObject({ state: 'closedLate', returned: false, closedOn: '2026-10-25', overdueDays: 5 });
    expect(judge({ of: { closedOn: onDate('2026-10-15') }, proceedings: [returned] })).toMatchObject({
      state: 'closedOnTime',
      returned: false,
    });
  });

  test('状态写退回重报：取消办结；统计日期后才退回的不算', () => {
    expect(judge({ of: { ...closed, status: 'returned' } })).toMatchObject({ state: 'overdue', returned: true });
    expect(judge({ of: closed, proceedings: [returned], asOf: '2026-10-11' })).toMatchObject({
      state: 'closedOnTime',
      returned: false,
    });
  });
});

describe('暂缓与未交办', () => {
  test('状态写暂缓、或登记了暂缓：暂缓办理，不算逾期；恢复后照算', () => {
    const suspended = proceeding({ kind: 'suspended' });
    expect(stateOf({ of: { status: 'suspended' } })).toBe('suspended');
    expect(stateOf({ proceedings: [suspended] })).toBe('suspended');
    expect(stateOf({ proceedings: [suspended, proceeding({ kind: 'resumed', date: day('2026-10-12') })] })).toBe(
      'overdue',
    );
    expect(stateOf({ proceedings: [suspended], asOf: '2026-10-09' })).toBe('inProgress');
  });

  test('暂缓了又办结：办结', () =>
    expect(stateOf({ proceedings: [proceeding({ kind: 'suspended' })], of: { closedOn: onDate('2026-10-11') } })).toBe(
      'closedOnTime',
    ));

  test('交办日期在统计日期之后是未交办，当日是已交办；没有交办一栏或空白的按已交办', () => {
    expect(stateOf({ of: { assignedOn: onDate('2026-11-01') } })).toBe('notAssigned');
    expect(stateOf({ of: { assignedOn: onDate('2026-10-31') } })).toBe('overdue');
    expect(stateOf({ of: { assignedOn: blankDate } })).toBe('overdue');
  });

  test('状态写未交办是未交办，登记了已发的交办单就不是', () => {
    expect(stateOf({ of: { status: 'notAssigned' } })).toBe('notAssigned');
    expect(stateOf({ of: { status: 'notAssigned' }, notices: [notice({ form: 'assignmentNotice' })] })).toBe('overdue');
  });
});

describe('一个事项分几行写几个阶段', () => {
  const stage = (deadline: string | null, closedOn: string | null = null): MatterRow => ({
    row: 4,
    deadline: deadline === null ? blankDate : onDate(deadline),
    closedOn: closedOn === null ? blankDate : onDate(closedOn),
    status: 'blank',
    statusText: '',
    text: '',
  });
  const staged = (rows: readonly MatterRow[], over: Case = {}) =>
    judge({ ...over, of: { rows, status: 'blank', deadline: onDate('2026-12-31') } });

  test('有一个没办的阶段过期就逾期，按最早过期的阶段算天数', () =>
    expect(staged([stage('2026-06-30', '2026-06-20'), stage('2026-09-30'), stage('2026-12-31')])).toMatchObject({
      state: 'overdue',
      overdueDays: 31,
    }));

  test('过期的阶段都办了就不逾期', () =>
    expect(staged([stage('2026-06-30', '2026-07-20'), stage('2026-12-31')])).toMatchObject({
      state: 'inProgress',
      deadline: { date: '2026-12-31' },
    }));

  test('全部阶段办了才办结，办结日期是最后一个，对最后的时限', () => {
    expect(staged([stage('2026-06-30', '2026-07-20'), stage('2026-10-31', '2026-10-30')])).toMatchObject({
      state: 'closedOnTime',
      closedOn: '2026-10-30',
    });
    expect(staged([stage('2026-06-30', '2026-07-20'), stage('2026-10-20', '2026-10-30')])).toMatchObject({
      state: 'closedLate',
      overdueDays: 10,
    });
  });

  test('空白的续行不算阶段', () =>
    expect(staged([stage('2026-10-20', '2026-10-19'), stage(null)])).toMatchObject({ state: 'closedOnTime' }));

  test('办理登记里整个事项销号，各阶段都算办了', () =>
    expect(
      staged([stage('2026-06-30'), stage('2026-12-31')], { proceedings: [proceeding({ kind: 'struckOff' })] }),
    ).toMatchObject({ state: 'closedOnTime', closedOn: '2026-10-10' }));

  test('延期推迟当时到期的阶段，不提前后面的阶段', () => {
    const proceedings = [
      proceeding({ kind: 'extension', newDeadline: day('2026-11-10'), approver: '王某', date: day('2026-09-20') }),
    ];
    const rows = [stage('2026-09-30'), stage('2026-12-31')];
    expect(staged(rows, { proceedings })).toMatchObject({ state: 'inProgress', deadline: { date: '2026-11-10' } });
    expect(staged(rows, { proceedings, asOf: '2026-11-11' })).toMatchObject({ state: 'overdue', overdueDays: 1 });
    expect(
      staged([stage('2026-09-30', '2026-11-01'), stage('2026-12-31')], { proceedings, asOf: '2026-12-01' }),
    ).toMatchObject({ state: 'inProgress', deadline: { date: '2026-12-31', from: 'cell' } });
  });
});
