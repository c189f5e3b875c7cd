import { addDays } from '../../../src/domain/calendar/civilDate';
import { draftNotices } from '../../../src/domain/notices/draft';
import type { DraftRequest } from '../../../src/domain/notices/draft';
import { ledgerValues, registerRow } from '../../../src/domain/notices/registerRow';
import { at, blank, bureau, county, dateCell, day, dengzhou, entry, leads, matter, office, onDate } from './builders';

function request(over: Partial<DraftRequest>): DraftRequest {
  return {
    form: 'due',
    matters: [],
    ruleSet: dengzhou,
    register: [],
    issuedOn: day('2026-10-31'),
    office,
    grouping: 'perMatter',
    status: 'sent',
    ...over,
  };
}

const assigned = entry({ number: '〔2026〕3号', date: day('2026-09-30') });
const reminded = entry({
  form: 'reminderNotice',
  number: '〔2026〕40号',
  date: day('2026-10-24'),
  previous: '〔2026〕3号',
});
const dueReminder = at('2026-10-31', { notices: [assigned], assessment: { nextStep: 'reminderNotice' } });
const dueOrder = at('2026-10-31', {
  notices: [assigned, reminded],
  assessment: { nextStep: 'supervisionOrder', stage: 'reminded' },
});

describe('按下一步拟文书', () => {
  test('逾期未催办的出催办单，引交办单号，答复期限为发文日后第三天', () => {
    const { notices, findings, refusals } = draftNotices(request({ matters: [dueReminder], register: [assigned] }));
    expect(refusals).toEqual([]);
    expect(findings).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      form: 'reminderNotice',
      number: '〔2026〕1号',
      unit: '交通局',
      issuedOn: '2026-10-31',
      replyDue: '2026-11-03',
      previous: '〔2026〕3号',
      overrideReason: null,
    });
    expect(notices[0]?.fields).toMatchObject({
      matter: '城区雨污分流改造工程',
      assignedOn: '2026年9月30日',
      assignmentNumber: '〔2026〕3号',
      limit: '20天',
      overdueDays: '11',
      replyDays: '3',
      attachment: '',
    });
  });

  test('催办期满的出督办通知单，引催办单号，写明催办时已逾期的天数', () => {
    const { notices } = draftNotices(request({ matters: [dueOrder], register: [assigned, reminded] }));
    expect(notices[0]).toMatchObject({ form: 'supervisionOrder', number: '〔2026〕1号', previous: '〔2026〕40号' });
    expect(notices[0]?.fields).toMatchObject({
      reminderNumber: '〔2026〕40号',
      overdueWhenReminded: '4',
      afterReminder: true,
    });
  });

  test('没有到下一步的、下一步只是提请约谈的，不出文书也不报', () => {
    const none = at('2026-10-31');
    const interview = at('2026-10-31', { assessment: { nextStep: 'interview', stage: 'ordered' } });
    expect(draftNotices(request({ matters: [none, interview] }))).toEqual({ notices: [], refusals: [], findings: [] });
  });

  test('涉密事项不进任何文书', () => {
    const secret = at('2026-10-31', {
      matter: matter({ classified: true }),
      assessment: { nextStep: 'reminderNotice' },
    });
    const { notices, refusals } = draftNotices(request({ matters: [secret] }));
    expect(notices).toEqual([]);
    expect(refusals).toMatchObject([{ reason: { code: 'classified' }, overridable: false }]);
  });

  test('各文种各排各的号，按台账次序', () => {
    const second = at('2026-10-31', {
      matter: matter({ row: 9, id: '13' }),
      assessment: { nextStep: 'reminderNotice' },
    });
    const { notices } = draftNotices(request({ matters: [dueOrder, dueReminder, second], register: [reminded] }));
    expect(notices.map((n) => [n.form, n.number])).toEqual([
      ['supervisionOrder', '〔2026〕1号'],
      ['reminderNotice', '〔2026〕41号'],
      ['reminderNotice', '〔2026〕42号'],
    ]);
  });

  test('几个牵头单位各发一份；当天已发给其中一家的，接着补齐其余各家', () => {
    const joint = matter({ leadUnits: leads('交通局', '水利局') });
    const first = draftNotices(
      request({ matters: [at('2026-10-31', { matter: joint, assessment: { nextStep: 'reminderNotice' } })] }),
    );
    expect(first.notices.map((n) => [n.unit, n.number])).toEqual([
      ['交通局', '〔2026〕1号'],
      ['水利局', '〔2026〕2号'],
    ]);
    const half = entry({ form: 'reminderNotice', number: '〔2026〕1号', date: day('2026-10-31'), unit: '交通局' });
    const again = at('2026-10-31', { matter: joint, notices: [half], assessment: { stage: 'reminded' } });
    const completed = draftNotices(request({ matters: [again], register: [half] }));
    expect(completed.notices.map((n) => [n.unit, n.number])).toEqual([['水利局', '〔2026〕2号']]);
    expect(completed.refusals.map((r) => [r.unit, r.reason.code])).toEqual([['交通局', 'limitRunning']]);
  });
});

describe('文书链', () => {
  test('登记簿没有交办单时用台账的交办单编号', () => {
    const written = at('2026-10-31', {
      matter: matter({ assignmentNo: '河政办〔2026〕5号' }),
      assessment: { nextStep: 'reminderNotice' },
    });
    const { notices, findings } = draftNotices(request({ matters: [written] }));
    expect(notices[0]?.previous).toBe('河政办〔2026〕5号');
    expect(findings).toEqual([]);
  });

  test('哪里都没有记录时留空并报告，不阻止出文', () => {
    const bare = at('2026-10-31', { assessment: { nextStep: 'reminderNotice' } });
    const { notices, findings } = draftNotices(request({ matters: [bare] }));
    expect(notices[0]).toMatchObject({ previous: null, fields: { assignmentNumber: '' } });
    expect(findings).toMatchObject([
      { code: 'notice-previous-missing', facts: { form: '催办单', previous: '交办单', number: '〔2026〕1号' } },
    ]);
  });

  test('督查催办单查不到的是督查通知单', () => {
    const { findings } = draftNotices(
      request({ ruleSet: bureau, matters: [at('2026-10-31', { assessment: { nextStep: 'reminderNotice' } })] }),
    );
    expect(findings).toMatchObject([{ facts: { form: '督查催办单', previous: '督查通知单' } }]);
  });

  test('作废的催办单不能引', () => {
    const voided = at('2026-10-31', {
      notices: [assigned, { ...reminded, status: 'void' }],
      assessment: { nextStep: 'supervisionOrder', stage: 'reminded' },
    });
    const { notices, findings } = draftNotices(request({ matters: [voided] }));
    expect(notices[0]?.previous).toBeNull();
    expect(findings.map((f) => f.facts['previous'])).toEqual(['催办单']);
  });

  test('方案没有催办一步时，督办通知单不要求催办单', () => {
    const order = at('2026-10-31', { assessment: { nextStep: 'supervisionOrder' } });
    const { notices, findings } = draftNotices(request({ matters: [order], ruleSet: county }));
    expect(notices[0]).toMatchObject({ previous: null, fields: { afterReminder: false } });
    expect(findings).toEqual([]);
  });

  test('再次下达的督办通知单引前一份督办通知单', () => {
    const ordered = entry({ form: 'supervisionOrder', number: '〔2026〕7号', date: day('2026-10-01') });
    const again = at('2026-10-31', {
      notices: [ordered],
      assessment: { nextStep: 'supervisionOrder', stage: 'ordered', repeated: true },
    });
    const { notices } = draftNotices(request({ matters: [again], ruleSet: county, register: [ordered] }));
    expect(notices[0]).toMatchObject({ number: '〔2026〕8号', previous: '〔2026〕7号', fields: { repeated: true } });
  });
});

describe('一单位一份', () => {
  const other = at('2026-10-31', {
    matter: matter({
      row: 9,
      id: '13',
      title: '老旧小区改造',
      deadline: onDate('2026-10-30'),
      assignedOn: onDate('2026-10-08'),
    }),
    assessment: { nextStep: 'reminderNotice' },
  });

  test('同一单位的几件事项并为一份，事项列入附件', () => {
    const { notices } = draftNotices(request({ matters: [dueReminder, other], grouping: 'perUnit' }));
    expect(notices).toHaveLength(1);
    expect(notices[0]?.matters.map((m) => m.id)).toEqual(['12', '13']);
    expect(notices[0]?.fields).toMatchObject({
      matter: '“城区雨污分流改造工程”等2项工作（详见附件）',
      assignedOn: '2026年9月30日至10月8日',
      limit: '详见附件',
      overdueDays: '1至11',
      attachment: '工作任务分解台账',
    });
    expect(notices[0]?.fields.breakdown.map((row) => [row.title, row.person, row.deadline])).toEqual([
      ['城区雨污分流改造工程', '李四', '2026年10月20日'],
      ['老旧小区改造', '李四', '2026年10月30日'],
    ]);
  });

  test('两本台账的事项不并在一份里', () => {
    const elsewhere = at('2026-10-31', {
      matter: matter({ sheet: '实事台账', key: '实事台账:4' }),
      assessment: { nextStep: 'reminderNotice' },
    });
    expect(draftNotices(request({ matters: [dueReminder, elsewhere], grouping: 'perUnit' })).notices).toHaveLength(2);
  });
});

describe('交办单', () => {
  test('期限按发文日起算的天数，答复期限为办理时限，附分解台账', () => {
    const { notices } = draftNotices(
      request({
        form: 'assignmentNotice',
        issuedOn: day('2026-10-08'),
        matters: [at('2026-10-08', { matter: matter({ assignedOn: blank }) })],
      }),
    );
    expect(notices[0]).toMatchObject({ replyDue: '2026-10-20', previous: null });
    expect(notices[0]?.fields).toMatchObject({
      basis: '《2026年政府工作报告》',
      limitDays: '12',
      attachment: '城区雨污分流改造工程工作任务分解台账',
    });
  });

  test('台账写15个工作日的，期限保留工作日；没有时限的留空', () => {
    const working = dateCell({ kind: 'days', days: 15, unit: 'working', text: '15个工作日' });
    const cases = [matter({ deadline: working }), matter({ row: 8, deadline: blank })].map((one) =>
      at('2026-10-08', { matter: one }),
    );
    const { notices } = draftNotices(
      request({ form: 'assignmentNotice', issuedOn: day('2026-10-08'), matters: cases }),
    );
    expect(notices.map((n) => n.fields.limit)).toEqual(['15个工作日', '']);
  });
});

test('答复期限按工作日计的，日期由日历给出，文书上写明是工作日', () => {
  const { notices } = draftNotices(
    request({
      matters: [dueReminder],
      office: { ...office, replyDays: 2, replyUnit: 'working' },
      workingDay: (from, days) => addDays(from, days + 2),
    }),
  );
  expect(notices[0]).toMatchObject({ replyDue: '2026-11-04', fields: { replyDays: '2个工作' } });
});

describe('登记与回填', () => {
  const notice = draftNotices(request({ matters: [dueReminder] })).notices[0]!;

  test('登记簿一行按表头给值', () => {
    expect(registerRow(notice, '张三')).toEqual({
      文书: { text: '催办单' },
      编号: { text: '〔2026〕1号' },
      日期: { date: '2026-10-31' },
      主送单位: { text: '交通局' },
      事项编号: { text: '12' },
      事项: { text: '城区雨污分流改造工程' },
      答复期限: { date: '2026-11-03' },
      上一文书: { text: '〔2026〕3号' },
      状态: { text: '已发' },
      签收日期: null,
      回复日期: null,
      经办人: { text: '张三' },
      台账: { text: '督查台账' },
      备注: null,
    });
  });

  test('几件事项写编号，也写事项名称；多到一格读不下时只写编号', () => {
    const two = { ...notice, matters: [notice.matters[0]!, { ...notice.matters[0]!, id: '13', title: '甲' }] };
    expect(registerRow(two, '')).toMatchObject({
      事项编号: { text: '12、13' },
      事项: { text: '城区雨污分流改造工程；甲' },
      经办人: null,
    });
    const long = { ...two, matters: two.matters.map((matter) => ({ ...matter, title: '长'.repeat(1000) })) };
    expect(registerRow(long, '')).toMatchObject({ 事项编号: { text: '12、13' }, 事项: null });
    const unnumbered = { ...notice, matters: [notice.matters[0]!, { ...notice.matters[0]!, id: null, title: '甲' }] };
    expect(registerRow(unnumbered, '')).toMatchObject({
      事项编号: { text: '12' },
      事项: { text: '城区雨污分流改造工程；甲' },
    });
  });

  test('已发才回填台账的催办单编号、催办日期，拟稿不回填', () => {
    expect(ledgerValues(notice)).toEqual([
      { field: 'reminderNo', value: { text: '〔2026〕1号' } },
      { field: 'reminderOn', value: { date: '2026-10-31' } },
    ]);
    expect(ledgerValues({ ...notice, status: 'draft' })).toEqual([]);
  });
});
