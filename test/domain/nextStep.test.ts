import type { NoticeForm } from '../../src/domain/registers/registers';
import { dateCell, day, notice, onDate, proceeding } from './builders';
import { judge, type Case } from './judge';

const stepOf = (one: Case) => judge(one).nextStep;
const sent = (form: NoticeForm, date: string, replyDue: string | null = null) =>
  notice({ form, date: day(date), replyDue: replyDue === null ? null : day(replyDue) });
const extension = (newDeadline: string, date = '2026-10-15') =>
  proceeding({ kind: 'extension', date: day(date), newDeadline: day(newDeadline), approver: '王某', content: '因雨' });

describe('阶段', () => {
  test('按已发文书走到最高一步，不回落；拟稿、作废、统计日期之后的不算', () => {
    expect(judge({}).stage).toBe('assigned');
    expect(judge({ notices: [sent('reminderNotice', '2026-10-21')] }).stage).toBe('reminded');
    expect(
      judge({ notices: [sent('supervisionOrder', '2026-10-21'), sent('reminderNotice', '2026-10-25')] }).stage,
    ).toBe('ordered');
    expect(judge({ notices: [{ ...sent('reminderNotice', '2026-10-21'), status: 'void' }] }).stage).toBe('assigned');
    expect(judge({ notices: [{ ...sent('reminderNotice', '2026-10-21'), status: 'draft' }] }).stage).toBe('assigned');
    expect(judge({ notices: [sent('reminderNotice', '2026-11-01')] }).stage).toBe('assigned');
    expect(judge({ notices: [sent('interview', '2026-10-21')] }).stage).toBe('interviewed');
    expect(judge({ notices: [sent('referral', '2026-10-21')] }).stage).toBe('referred');
  });
});

describe('003 二：催办、督办，五：约谈、移交', () => {
  test('逾期未催办的催办，未逾期的不催办', () => {
    expect(stepOf({ asOf: '2026-10-21' })).toBe('reminderNotice');
    expect(stepOf({ asOf: '2026-10-20' })).toBeNull();
  });

  test('催办后 3 天内不重复，第 4 天督办', () => {
    const notices = [sent('reminderNotice', '2026-10-21')];
    expect(stepOf({ notices, asOf: '2026-10-24' })).toBeNull();
    expect(stepOf({ notices, asOf: '2026-10-25' })).toBe('supervisionOrder');
  });

  test('催办单写了答复期限的，以它为准', () => {
    const notices = [sent('reminderNotice', '2026-10-21', '2026-10-28')];
    expect(stepOf({ notices, asOf: '2026-10-28' })).toBeNull();
    expect(stepOf({ notices, asOf: '2026-10-29' })).toBe('supervisionOrder');
  });

  test('批准的延期和催办期限，等到较晚的一天过后', () => {
    const notices = [sent('reminderNotice', '2026-10-21')];
    const proceedings = [extension('2026-10-27', '2026-10-22')];
    expect(stepOf({ notices, proceedings, asOf: '2026-10-27' })).toBeNull();
    expect(stepOf({ notices, proceedings, asOf: '2026-10-28' })).toBe('supervisionOrder');
    const early = [extension('2026-10-22', '2026-10-21')];
    expect(stepOf({ notices, proceedings: early, asOf: '2026-10-24' })).toBeNull();
    expect(stepOf({ notices, proceedings: early, asOf: '2026-10-25' })).toBe('supervisionOrder');
  });

  test('回复不停止督办，办结、暂缓才停止', () => {
    const notices = [{ ...sent('reminderNotice', '2026-10-21'), repliedOn: day('2026-10-22') }];
    expect(stepOf({ notices })).toBe('supervisionOrder');
    expect(stepOf({ notices, of: { closedOn: onDate('2026-10-23') } })).toBeNull();
    expect(stepOf({ notices, of: { status: 'suspended' } })).toBeNull();
  });

  test('督办期限过后提请约谈', () => {
    const notices = [sent('reminderNotice', '2026-10-21'), sent('supervisionOrder', '2026-10-25')];
    expect(stepOf({ notices, asOf: '2026-10-28' })).toBeNull();
    expect(stepOf({ notices, asOf: '2026-10-29' })).toBe('interview');
  });

  test('约谈时定了期限的，过后提请移交；没定期限的不提', () => {
    const notices = (replyDue: string | null) => [
      sent('supervisionOrder', '2026-10-10'),
      sent('interview', '2026-10-15', replyDue),
    ];
    expect(stepOf({ notices: notices('2026-10-25'), asOf: '2026-10-25' })).toBeNull();
    expect(stepOf({ notices: notices('2026-10-25'), asOf: '2026-10-26' })).toBe('referral');
    expect(stepOf({ notices: notices(null), asOf: '2026-12-31' })).toBeNull();
    expect(stepOf({ notices: [...notices('2026-10-25'), sent('referral', '2026-10-27')] })).toBeNull();
  });

  test('有说明在案也照样催办；涉密事项不进入文书', () => {
    expect(stepOf({ proceedings: [proceeding({ kind: 'explanation' })] })).toBe('reminderNotice');
    expect(stepOf({ of: { classified: true } })).toBeNull();
  });
});

describe('001 三(七)：督办通知单，延期到期再次下达，直至销号', () => {
  const by = 'county-2023' as const;

  test('没有催办，逾期就督办，首次不算再次', () =>
    expect(judge({ by })).toMatchObject({ nextStep: 'supervisionOrder', repeated: false }));

  test('督办过、没有延期的不再下达', () =>
    expect(stepOf({ by, notices: [sent('supervisionOrder', '2026-10-21')], asOf: '2026-12-31' })).toBeNull());

  test('督办过、批准的延期到期仍未办结：再次下达；延期没到期的不', () => {
    const notices = [sent('supervisionOrder', '2026-10-21')];
    const proceedings = [extension('2026-10-27', '2026-10-22')];
    expect(stepOf({ by, notices, proceedings, asOf: '2026-10-27' })).toBeNull();
    expect(judge({ by, notices, proceedings, asOf: '2026-10-28' })).toMatchObject({
      nextStep: 'supervisionOrder',
      repeated: true,
    });
  });

  test('再次下达的期限内不重复，期限过后直至销号', () => {
    const notices = [sent('supervisionOrder', '2026-10-21'), sent('supervisionOrder', '2026-10-28')];
    const proceedings = [extension('2026-10-27', '2026-10-22')];
    expect(stepOf({ by, notices, proceedings, asOf: '2026-10-31' })).toBeNull();
    expect(judge({ by, notices, proceedings, asOf: '2026-11-01' })).toMatchObject({ repeated: true });
    const struckOff = proceeding({ kind: 'struckOff', date: day('2026-10-30') });
    expect(stepOf({ by, notices, proceedings: [...proceedings, struckOff], asOf: '2026-11-01' })).toBeNull();
  });
});

describe('000 四(三)、六', () => {
  const by = 'bureau-2019' as const;

  test('逾期又没有说明的列入通报批评，有说明、有延期申请的不列', () => {
    expect(stepOf({ by })).toBe('criticism');
    expect(stepOf({ by, proceedings: [proceeding({ kind: 'explanation' })] })).toBeNull();
    expect(
      stepOf({
        by,
        of: { extensionApprover: '' },
        proceedings: [proceeding({ kind: 'extension', newDeadline: null })],
      }),
    ).toBeNull();
  });

  test('时限内是否催办由人决定，不自动提出', () => expect(stepOf({ by, asOf: '2026-10-19' })).toBeNull());
});

describe('002、004：逾期又没有说明的催办', () => {
  test.each(['liangshan-2010', 'shangyu-2016'] as const)('%s：没有说明的催办，有说明的不催办，催办过的不重复', (by) => {
    expect(stepOf({ by })).toBe('reminderNotice');
    expect(stepOf({ by, asOf: '2026-10-20' })).toBeNull();
    expect(stepOf({ by, proceedings: [proceeding({ kind: 'explanation' })] })).toBeNull();
    expect(stepOf({ by, proceedings: [proceeding({ kind: 'explanation', date: day('2026-11-01') })] })).toBe(
      'reminderNotice',
    );
    expect(stepOf({ by, notices: [sent('reminderNotice', '2026-10-21')] })).toBeNull();
  });

  test('004 一(五)：进度不理想的下发督查通知书，不论到期；没有滞后的不发；发过的不重复', () => {
    const by = 'shangyu-2016' as const;
    const asOf = '2026-10-01';
    for (const progress of ['进展滞后', '目前欠进度', '未达到序时进度', '施工进度缓慢', '进度不理想']) {
      expect(stepOf({ by, asOf, of: { progress } })).toBe('supervisionLetter');
    }
    for (const progress of ['正常推进', '达到序时进度', '进度无滞后', '', null]) {
      expect(stepOf({ by, asOf, of: { progress } })).toBeNull();
    }
    expect(stepOf({ by, asOf, proceedings: [proceeding({ content: '进度滞后', date: day('2026-09-30') })] })).toBe(
      'supervisionLetter',
    );
    expect(
      stepOf({ by, asOf, of: { progress: '进展滞后' }, notices: [sent('supervisionLetter', '2026-09-01')] }),
    ).toBeNull();
    expect(stepOf({ by: 'liangshan-2010', asOf, of: { progress: '进展滞后' } })).toBeNull();
  });

  test('004：催办后期限未满不接着发督查通知书，满了才发；同一天跑两遍不会一件发两份', () => {
    const late = {
      by: 'shangyu-2016' as const,
      of: { progress: '进展滞后' },
      notices: [sent('reminderNotice', '2026-10-21')],
    };
    expect(stepOf({ ...late, asOf: '2026-10-21' })).toBeNull();
    expect(stepOf({ ...late, asOf: '2026-10-24' })).toBeNull();
    expect(stepOf({ ...late, asOf: '2026-10-25' })).toBe('supervisionLetter');
    const assigned = { ...late, notices: [sent('assignmentNotice', '2026-10-20', '2026-11-20')] };
    expect(stepOf({ ...assigned, asOf: '2026-10-20' })).toBe('supervisionLetter');
    const extended = { ...late, proceedings: [extension('2026-12-31', '2026-10-22')] };
    expect(stepOf({ ...extended, asOf: '2026-10-25' })).toBe('supervisionLetter');
  });

  test('长期事项进度不理想也发督查通知书', () =>
    expect(
      stepOf({
        by: 'shangyu-2016',
        of: { progress: '进展滞后', deadline: dateCell({ kind: 'recurring', text: '长期' }) },
      }),
    ).toBe('supervisionLetter'));
});
