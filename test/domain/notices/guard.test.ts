import { draftNotices } from '../../../src/domain/notices/draft';
import { formDue, guardLetter } from '../../../src/domain/notices/guard';
import type { LetterForm } from '../../../src/domain/notices/notice';
import type { MatterAtDate } from '../../../src/domain/notices/fields';
import type { RuleSet } from '../../../src/domain/ruleSet';
import { at, blank, bureau, county, day, dengzhou, entry, matter, office, proceeding, shangyu } from './builders';

const ask = (form: LetterForm, one: MatterAtDate, ruleSet: RuleSet = dengzhou, asOf = '2026-10-31') =>
  guardLetter(form, '交通局', one.assessment, one.history, ruleSet, day(asOf));

describe('按方案的阶梯把关', () => {
  test('方案要求的下一步放行', () => {
    expect(ask('reminderNotice', at('2026-10-31', { assessment: { nextStep: 'reminderNotice' } }))).toBeNull();
  });

  test('期限最后一天还没有到期，不能催办，也不能由人放行', () => {
    expect(ask('reminderNotice', at('2026-10-20'), dengzhou, '2026-10-20')).toEqual({
      reason: { code: 'limitRunning', until: '2026-10-20' },
      overridable: false,
    });
  });

  test('催办的答复期限最后一天不能督办', () => {
    const reminder = entry({ form: 'reminderNotice', date: day('2026-10-28'), number: '〔2026〕4号' });
    const one = at('2026-10-31', { notices: [reminder], assessment: { stage: 'reminded' } });
    expect(ask('supervisionOrder', one)).toEqual({
      reason: { code: 'limitRunning', until: '2026-10-31' },
      overridable: false,
    });
  });

  test('没有催办不能直接督办', () => {
    const one = at('2026-10-31', { assessment: { nextStep: 'reminderNotice' } });
    expect(ask('supervisionOrder', one)?.reason).toEqual({ code: 'otherStepDue', step: 'reminderNotice' });
  });

  test.each(['closedOnTime', 'closedLate', 'closed'] as const)('已办结（%s）的不再出文书', (state) => {
    const one = at('2026-10-31', { assessment: { state, closedOn: day('2026-10-30'), nextStep: null } });
    expect(ask('reminderNotice', one)).toEqual({
      reason: { code: 'closed', closedOn: '2026-10-30' },
      overridable: false,
    });
  });

  test('暂缓办理的、尚未交办的、没有事项名称的不出', () => {
    expect(ask('reminderNotice', at('2026-10-31', { assessment: { state: 'suspended' } }))?.reason.code).toBe(
      'suspended',
    );
    expect(ask('reminderNotice', at('2026-10-31', { assessment: { state: 'notAssigned' } }))?.reason.code).toBe(
      'notAssigned',
    );
    expect(ask('reminderNotice', at('2026-10-31', { matter: matter({ title: ' ' }) }))?.reason.code).toBe(
      'missingTitle',
    );
  });

  test('已有拟稿未发的，不再拟一份；给别的单位的拟稿不算', () => {
    const drafted = entry({ form: 'reminderNotice', status: 'draft', number: '〔2026〕9号' });
    const due = { nextStep: 'reminderNotice' as const };
    expect(ask('reminderNotice', at('2026-10-31', { notices: [drafted], assessment: due }))?.reason).toEqual({
      code: 'alreadyDrafted',
      number: '〔2026〕9号',
    });
    const elsewhere = at('2026-10-31', { notices: [{ ...drafted, unit: '水利局' }], assessment: due });
    expect(ask('reminderNotice', elsewhere)).toBeNull();
  });

  test('有拟稿的凭理由另发一份，但没有到期的仍不能发', () => {
    const drafted = entry({ form: 'reminderNotice', status: 'draft', number: '〔2026〕9号' });
    const due = at('2026-10-31', { notices: [drafted], assessment: { nextStep: 'reminderNotice' } });
    expect(ask('reminderNotice', due)?.overridable).toBe(true);
    const early = at('2026-10-20', { notices: [drafted] });
    expect(ask('reminderNotice', early, dengzhou, '2026-10-20')).toEqual({
      reason: { code: 'limitRunning', until: '2026-10-20' },
      overridable: false,
    });
  });

  test('没有时限的不能催办', () => {
    const one = at('2026-10-31', { matter: matter({ deadline: blank }) });
    expect(ask('reminderNotice', one)).toEqual({ reason: { code: 'deadlineUndetermined' }, overridable: false });
  });

  test('方案没有这一步的不出', () => {
    expect(ask('reminderNotice', at('2026-10-31'), county)?.reason.code).toBe('notOnLadder');
    expect(ask('supervisionOrder', at('2026-10-31'), shangyu)?.reason.code).toBe('notOnLadder');
  });
});

describe('留给人判断的，凭理由放行', () => {
  test('000 四(三) 区分轻重缓急：到期之前催办要有理由', () => {
    expect(ask('supervisionReminder', at('2026-10-10'), bureau, '2026-10-10')).toEqual({
      reason: { code: 'limitRunning', until: '2026-10-20' },
      overridable: true,
    });
  });

  test('004 有书面说明的停止催办，人可以凭理由放行', () => {
    const explained = at('2026-10-31', { proceedings: [proceeding({ date: day('2026-10-15') })] });
    expect(ask('reminderNotice', explained, shangyu)).toEqual({
      reason: { code: 'explanationOnRecord', on: '2026-10-15' },
      overridable: true,
    });
  });

  test('004 进度不理想由人判断', () => {
    expect(ask('supervisionLetter', at('2026-10-10'), shangyu, '2026-10-10')).toEqual({
      reason: { code: 'progressUnjudged' },
      overridable: true,
    });
  });

  test('004 已逾期、催办的期限也过了，进度不理想仍由人判断；催办期限之内不行', () => {
    const reminded = (on: string) => ({
      notices: [entry({ form: 'reminderNotice' as const, number: '〔2026〕4号', date: day(on), replyDue: null })],
      assessment: { stage: 'reminded' as const },
    });
    expect(ask('supervisionLetter', at('2026-10-31', reminded('2026-10-27')), shangyu)).toEqual({
      reason: { code: 'progressUnjudged' },
      overridable: true,
    });
    expect(ask('supervisionLetter', at('2026-10-31', reminded('2026-10-28')), shangyu)).toEqual({
      reason: { code: 'limitRunning', until: '2026-10-31' },
      overridable: false,
    });
  });

  test('已交办过的再次交办要有理由', () => {
    const assigned = entry({ number: '〔2026〕3号' });
    expect(ask('assignmentNotice', at('2026-10-31', { notices: [assigned] }))).toEqual({
      reason: { code: 'alreadyAssigned', number: '〔2026〕3号' },
      overridable: true,
    });
    expect(ask('assignmentNotice', at('2026-10-31', { notices: [{ ...assigned, status: 'void' }] }))).toBeNull();
    expect(ask('assignmentNotice', at('2026-10-31', { matter: matter({ assignmentNo: '5号' }) }))?.overridable).toBe(
      true,
    );
  });

  test('理由写进文书记录；空白理由不算；不可放行的写了理由也不放行', () => {
    const early = at('2026-10-10');
    const draft = (ruleSet: RuleSet, form: LetterForm, reason: string) =>
      draftNotices({
        form,
        matters: [early],
        ruleSet,
        register: [],
        issuedOn: day('2026-10-10'),
        office,
        grouping: 'perMatter',
        status: 'draft',
        overrides: new Map([[early.assessment.matter.key, reason]]),
      });
    expect(draft(bureau, 'supervisionReminder', '领导要求提前').notices[0]?.overrideReason).toBe('领导要求提前');
    expect(draft(bureau, 'supervisionReminder', ' ').notices).toEqual([]);
    expect(draft(dengzhou, 'reminderNotice', '领导要求提前').notices).toEqual([]);
  });
});

test('到期该出的文种由下一步定，提请约谈和通报批评不是文书', () => {
  const due = (nextStep: MatterAtDate['assessment']['nextStep'], ruleSet = dengzhou) =>
    formDue(at('2026-10-31', { assessment: { nextStep } }).assessment, ruleSet);
  expect(due('reminderNotice')).toBe('reminderNotice');
  expect(due('reminderNotice', bureau)).toBe('supervisionReminder');
  expect(due('supervisionLetter', shangyu)).toBe('supervisionLetter');
  expect(due('interview')).toBeNull();
  expect(due('criticism')).toBeNull();
  expect(due(null)).toBeNull();
});
