import { readApproval } from '../../src/domain/approval';
import type { DateReading } from '../../src/domain/matter';
import type { RuleSetId } from '../../src/domain/ruleSet';
import { blankDate, dateCell, day, notice, onDate, proceeding } from './builders';
import { judge, type Case } from './judge';

const deadlineOf = (one: Case) => judge(one).deadline;
const extended = (over: Parameters<typeof proceeding>[0] = {}) =>
  proceeding({ kind: 'extension', date: day('2026-10-15'), newDeadline: day('2026-11-10'), ...over });
const limit = (days: number, unit: 'natural' | 'working', text = `${days}天`) =>
  dateCell({ kind: 'days', days, unit, text });

describe('有效时限的先后', () => {
  test('台账时限是日期：以它为准', () =>
    expect(deadlineOf({})).toEqual({ kind: 'date', date: '2026-10-20', from: 'cell', provisional: false, cell: null }));

  test('领导要求了时间：以领导要求时间为准，早于或晚于台账时限都一样', () => {
    for (const date of ['2026-10-10', '2026-11-30']) {
      expect(deadlineOf({ of: { leaderDeadline: onDate(date) } })).toMatchObject({ date, from: 'leader' });
    }
  });

  test('批准的延期先于领导要求的时间', () =>
    expect(
      deadlineOf({ of: { leaderDeadline: onDate('2026-10-10') }, proceedings: [extended({ approver: '王某' })] }),
    ).toMatchObject({ date: '2026-11-10', from: 'extension' }));

  test('领导要求一栏读不出：落到台账时限；两可的数字：待定', () => {
    expect(deadlineOf({ of: { leaderDeadline: dateCell({ kind: 'unreadable', text: '尽快' }) } })).toMatchObject({
      from: 'cell',
    });
    expect(
      deadlineOf({ of: { leaderDeadline: dateCell({ kind: 'ambiguous', text: '2026.1', candidates: [] }) } }),
    ).toMatchObject({ kind: 'undetermined' });
  });

  test('长期坚持是长期事项，不会逾期', () => {
    const one = { of: { deadline: dateCell({ kind: 'recurring', text: '长期坚持' }) } };
    expect(deadlineOf(one)).toMatchObject({ kind: 'recurring' });
    expect(judge({ ...one, asOf: '2030-01-01' }).state).toBe('recurring');
  });

  test.each<[string, DateReading]>([
    ['空白', { kind: 'blank' }],
    ['读不出', { kind: 'unreadable', text: '待定' }],
    ['两可', { kind: 'ambiguous', text: '2026.1', candidates: [] }],
  ])('%s的时限待定，不算逾期也不算按期', (_, reading) => {
    expect(deadlineOf({ of: { deadline: dateCell(reading) } })).toMatchObject({ kind: 'undetermined' });
    expect(judge({ of: { deadline: dateCell(reading) }, asOf: '2030-01-01' })).toMatchObject({
      state: 'undetermined',
      overdueDays: 0,
    });
  });

  test('时限单元格的公式随当天变化：不作数', () =>
    expect(deadlineOf({ of: { deadline: { ...onDate('2026-10-20'), volatile: true } } }).kind).toBe('undetermined'));
});

describe('延期要谁点头', () => {
  const by = (ruleSet: RuleSetId, approver: string | null, over: Case = {}) =>
    deadlineOf({ by: ruleSet, proceedings: [extended({ approver, content: '征迁未完成' })], ...over });

  test('003：批准了才算，空白、不同意、待批、否都不算', () => {
    expect(by('dengzhou-2018', '同意')).toMatchObject({ from: 'extension', date: '2026-11-10' });
    for (const approver of [null, '', '不同意', '待批', '否', '未批', '驳回', '待定']) {
      expect(by('dengzhou-2018', approver)).toMatchObject({ from: 'cell', date: '2026-10-20' });
    }
  });

  test('002、004：报告了原因就算；没写原因也没有说明的不算，有说明的算', () => {
    for (const ruleSet of ['liangshan-2010', 'shangyu-2016'] as const) {
      expect(by(ruleSet, null)).toMatchObject({ from: 'extension' });
      expect(by(ruleSet, '不同意')).toMatchObject({ from: 'extension' });
      expect(deadlineOf({ by: ruleSet, proceedings: [extended()] })).toMatchObject({ from: 'cell' });
      expect(deadlineOf({ by: ruleSet, proceedings: [extended(), proceeding({ kind: 'explanation' })] })).toMatchObject(
        { from: 'extension' },
      );
    }
  });

  test('001、000：台账有批准人一栏的要批准，没有这一栏的填了就算，写明不同意的不算', () => {
    for (const ruleSet of ['county-2023', 'bureau-2019'] as const) {
      expect(by(ruleSet, null)).toMatchObject({ from: 'extension' });
      expect(by(ruleSet, null, { of: { extensionApprover: '' } })).toMatchObject({ from: 'cell' });
      expect(by(ruleSet, '不同意')).toMatchObject({ from: 'cell' });
      expect(by(ruleSet, '李某', { of: { extensionApprover: '' } })).toMatchObject({ from: 'extension' });
    }
  });

  test('台账的延期至：003 要批准人一栏有人批准，001 没有这一栏也算，002 填了就算', () => {
    const column = (extensionApprover: string | null) => ({ extendedTo: onDate('2026-11-05'), extensionApprover });
    expect(deadlineOf({ of: column('王某') })).toMatchObject({ from: 'extension', date: '2026-11-05' });
    expect(deadlineOf({ of: column('') })).toMatchObject({ from: 'cell' });
    expect(deadlineOf({ of: column(null) })).toMatchObject({ from: 'cell' });
    expect(deadlineOf({ of: column(null), by: 'county-2023' })).toMatchObject({ from: 'extension' });
    expect(deadlineOf({ of: column(''), by: 'county-2023' })).toMatchObject({ from: 'cell' });
    expect(deadlineOf({ of: column(''), by: 'liangshan-2010' })).toMatchObject({ from: 'extension' });
  });

  test('批准在统计日期之后的不算，当日的算', () => {
    const proceedings = [extended({ approver: '王某', date: day('2026-10-25') })];
    expect(deadlineOf({ proceedings, asOf: '2026-10-24' })).toMatchObject({ from: 'cell' });
    expect(deadlineOf({ proceedings, asOf: '2026-10-25' })).toMatchObject({ from: 'extension' });
  });

  test('先后两次批准的，后批准的为准', () =>
    expect(
      deadlineOf({
        proceedings: [
          extended({ approver: '王某', newDeadline: day('2026-12-31') }),
          extended({ approver: '王某', date: day('2026-10-20'), newDeadline: day('2026-11-20') }),
        ],
      }),
    ).toMatchObject({ date: '2026-11-20' }));

  test('台账一栏和办理登记都有：较晚的日期为准', () => {
    const proceedings = [extended({ approver: '王某' })];
    const of = (date: string) => ({ extendedTo: onDate(date), extensionApprover: '王某' });
    expect(deadlineOf({ of: of('2026-11-05'), proceedings })).toMatchObject({ date: '2026-11-10' });
    expect(deadlineOf({ of: of('2026-11-15'), proceedings })).toMatchObject({ date: '2026-11-15' });
  });

  test('延期至是统计日期之后才登记批准的：当时不算', () => {
    const of = { extendedTo: onDate('2026-11-10'), extensionApprover: '王某' };
    expect(deadlineOf({ of, asOf: '2026-10-31' })).toMatchObject({ from: 'extension' });
    expect(
      deadlineOf({ of, asOf: '2026-10-31', later: [extended({ approver: '王某', date: day('2026-11-01') })] }),
    ).toMatchObject({ from: 'cell' });
  });

  test('退回时另定了时限：从其规定，不需批准', () =>
    expect(
      deadlineOf({ proceedings: [proceeding({ kind: 'returned', newDeadline: day('2026-10-28') })] }),
    ).toMatchObject({ date: '2026-10-28' }));

  test.each([
    ['王副市长', 'approved'],
    ['同意', 'approved'],
    ['是', 'approved'],
    ['', 'blank'],
    [null, 'blank'],
    ['　', 'blank'],
    ['不同意', 'refused'],
    ['暂不同意', 'refused'],
    ['否', 'refused'],
    ['未同意', 'refused'],
    ['驳回', 'refused'],
    ['待批', 'pending'],
    ['待审批', 'pending'],
    ['待定', 'pending'],
    ['待王市长批', 'pending'],
    ['拟同意', 'pending'],
    ['王市长拟同意', 'pending'],
    ['同意，待资金到位后办理', 'approved'],
    ['王市长同意，拟延至11月底', 'approved'],
  ])('批准人一栏写“%s”是 %s', (text, answer) => expect(readApproval(text)).toBe(answer));
});

describe('写成天数的时限', () => {
  const assigned = { assignedOn: onDate('2026-03-02') };

  test('3月2日交办、15天：到 3月17日，次日起算', () =>
    expect(deadlineOf({ of: { ...assigned, deadline: limit(15, 'natural') } })).toMatchObject({
      date: '2026-03-17',
      from: 'days',
    }));

  test('设定收件之日起算：当天是第 1 天', () =>
    expect(
      deadlineOf({ of: { ...assigned, deadline: limit(15, 'natural') }, settings: { countAssignmentDay: true } }),
    ).toMatchObject({ date: '2026-03-16' }));

  test('自然日到期遇周末不顺延；设定顺延才顺延到下一工作日', () => {
    const of = { ...assigned, deadline: limit(5, 'natural') };
    expect(deadlineOf({ of })).toMatchObject({ date: '2026-03-07' });
    expect(deadlineOf({ of, settings: { rollWeekend: true } })).toMatchObject({ date: '2026-03-09' });
  });

  test('15 个工作日按国务院安排数，跨到没有安排的年份注明暂按周末推算', () => {
    const working = limit(15, 'working', '15个工作日');
    expect(deadlineOf({ of: { assignedOn: onDate('2026-09-29'), deadline: working } })).toMatchObject({
      date: '2026-10-26',
      provisional: false,
    });
    expect(deadlineOf({ of: { assignedOn: onDate('2026-12-25'), deadline: working } })).toMatchObject({
      provisional: true,
    });
  });

  test('写明收到且交办单有签收日期：自签收起算；没写收到的仍自交办起算', () => {
    const notices = [notice({ form: 'assignmentNotice', date: day('2026-03-02'), signedOn: day('2026-03-05') })];
    const of = (text: string) => ({ ...assigned, deadline: limit(5, 'natural', text) });
    expect(deadlineOf({ of: of('收到后5日内'), notices })).toMatchObject({ date: '2026-03-10' });
    expect(deadlineOf({ of: of('5日内'), notices })).toMatchObject({ date: '2026-03-07' });
    expect(deadlineOf({ of: of('收到后5日内') })).toMatchObject({ date: '2026-03-07' });
  });

  test('没有交办日期：待定；登记了交办单的自交办单日期起算，作废的不算', () => {
    const of = { assignedOn: blankDate, deadline: limit(5, 'natural') };
    const sheet = notice({ form: 'assignmentNotice', date: day('2026-03-02') });
    expect(deadlineOf({ of })).toMatchObject({ kind: 'undetermined' });
    expect(deadlineOf({ of, notices: [sheet] })).toMatchObject({ date: '2026-03-07' });
    expect(deadlineOf({ of, notices: [{ ...sheet, status: 'void' }] })).toMatchObject({ kind: 'undetermined' });
  });
});

describe('002 四(二)：领导批示交办的督办事项应在 15 个工作日内反馈', () => {
  const of = { assignedOn: onDate('2026-09-29'), deadline: blankDate };
  const by = 'liangshan-2010' as const;

  test('类别是领导批示、时限空白：15 个工作日', () => {
    expect(deadlineOf({ of: { ...of, category: '领导批示件' }, by })).toMatchObject({
      date: '2026-10-26',
      from: 'category',
    });
    expect(deadlineOf({ of: { ...of, source: '州领导批示' }, by })).toMatchObject({ from: 'category' });
  });

  test('急件以所标为准，空白就待定；别的类别、别的方案不套用', () => {
    expect(deadlineOf({ of: { ...of, category: '领导批示（急件）' }, by })).toMatchObject({ kind: 'undetermined' });
    expect(deadlineOf({ of: { ...of, category: '会议议定事项' }, by })).toMatchObject({ kind: 'undetermined' });
    expect(deadlineOf({ of: { ...of, category: '领导批示件' } })).toMatchObject({ kind: 'undetermined' });
  });

  test('时限栏写了的以所写为准', () =>
    expect(deadlineOf({ of: { ...of, category: '领导批示件', deadline: onDate('2026-10-09') }, by })).toMatchObject({
      date: '2026-10-09',
      from: 'cell',
    }));

  test('条文说收到：有签收日期的自签收起算', () =>
    expect(
      deadlineOf({
        of: { ...of, category: '批示件' },
        by,
        notices: [notice({ form: 'assignmentNotice', date: day('2026-09-29'), signedOn: day('2026-09-30') })],
      }),
    ).toMatchObject({ date: '2026-10-27' }));
});
