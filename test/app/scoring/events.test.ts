import { checkEventForm, planEvents, proposedEvents } from '../../../src/app/scoring/events';
import { explainUnit, monthAnalysed } from '../../../src/app/scoring/explainScore';
import { takeBack } from '../../../src/app/office/workbook';
import type { Review } from '../../../src/app/reading/review';
import type { EventCheck, EventEntry, EventForm } from '../../../src/domain/scoring/eventForm';
import { atOnce } from '../../../src/domain/portions';
import { contentOf, type HostDesk } from '../../hostDesk';
import { date, reviewAt, write } from '../desk';
import { EVENTS, NOTICES, put, scoreDesk, scoredIn, sheetsOf } from './scoreDesk';

const TODAY = date('2026-10-31');
const FORM: EventForm = {
  date: date('2026-10-21'),
  unit: '交通局',
  kind: 'meetingLate',
  matter: null,
  points: null,
  basis: '经济运行调度会',
  author: '',
};

let desk: HostDesk;
beforeEach(() => {
  desk = scoreDesk({ 文书登记簿: NOTICES });
});
afterEach(() => desk.close());

const checked = (of: Review, over: Partial<EventForm>): EventCheck => checkEventForm(of, { ...FORM, ...over }, TODAY);
const entryOf = (of: Review, over: Partial<EventForm> = {}): EventEntry => {
  const check = checked(of, over);
  if (!check.ok) throw new Error(check.problems.map(({ sentence }) => sentence).join(''));
  return check.entry;
};
const total = (of: Review, unit: string) => scoredIn(of).scores.find((score) => score.unit === unit)!.total;
const enter = async (...forms: readonly Partial<EventForm>[]) => {
  const of = await reviewAt('2026-10-31');
  return write(
    planEvents(
      of,
      forms.map((form) => entryOf(of, form)),
    ),
  );
};

describe('登记一笔加减分', () => {
  test('没有加减分登记表：新建；分数随即跟着变，撤销后一字不差', async () => {
    const before = contentOf(desk.workbook);
    expect(total(await reviewAt('2026-10-31'), '交通局')).toBe(99.8);
    const written = await enter({});
    const of = await reviewAt('2026-10-31');
    expect(total(of, '交通局')).toBe(99.6);
    expect(of.registers.events).toMatchObject([{ date: '2026-10-21', kind: 'meetingLate', basis: '经济运行调度会' }]);
    if (!written.ok) throw new Error(written.refusal.sentence);
    await takeBack(written.entry!);
    expect(contentOf(desk.workbook)).toEqual(before);
  });
  test('已有加减分登记表：接在最后一行下面；其他加减分的分值写成数字', async () => {
    put(desk, '加减分登记', EVENTS);
    await enter({ kind: 'manual', points: -0.75, basis: '市政府研究', author: '办公室张主任' });
    const sheet = desk.workbook.sheets.find(({ name }) => name === '加减分登记')!;
    expect([1, 2, 4, 5, 6].map((column) => sheet.value(2, column))).toEqual([
      '交通局',
      '其他加减分',
      -0.75,
      '市政府研究',
      '办公室张主任',
    ]);
    const of = await reviewAt('2026-10-31');
    expect(total(of, '交通局')).toBe(98.85);
    const line = scoredIn(of)
      .scores.find(({ unit }) => unit === '交通局')!
      .lines.find(({ rule }) => rule === 'manual')!;
    expect(line.message).toBe('2026年10月21日其他加减分，依据：市政府研究（办公室张主任），扣0.75分');
  });
  test('指明事项：编号和名称都登记，读回来还是那一项', async () => {
    const of = await reviewAt('2026-10-31');
    await enter({ kind: 'commendation', matter: of.matters[0]! });
    const after = await reviewAt('2026-10-31');
    expect(after.registers.events![0]!.matters).toEqual({ ledger: null, ids: ['1'], title: '城区道路修缮' });
    expect(after.findings.filter(({ code }) => code === 'register-link')).toEqual([]);
  });

  test.each<[string, Partial<EventForm>, string]>([
    ['没有日期', { date: null }, '请填日期。'],
    ['日期在今天之后', { date: date('2026-11-01') }, '2026年11月1日还没有到，请改正日期。'],
    ['没有单位', { unit: ' ' }, '请填单位。'],
    ['集合名称', { unit: '各有关单位' }, '“各有关单位”是集合名称，请写明是哪一个单位。'],
    ['没有类型', { kind: null }, '请选类型。'],
    ['其他加减分没有分值', { kind: 'manual', author: '某' }, '其他加减分要填分值，加分为正，减分为负。'],
    ['其他加减分的分值为零', { kind: 'manual', points: 0, author: '某' }, '其他加减分要填分值，加分为正，减分为负。'],
    ['分值三位小数', { kind: 'manual', points: 0.125, author: '某' }, '分值最多两位小数。'],
    ['其他加减分没有依据', { kind: 'manual', points: 1, basis: '', author: '某' }, '其他加减分要写依据。'],
    ['其他加减分没有姓名', { kind: 'manual', points: 1 }, '其他加减分要写明提出或批准人的姓名。'],
  ])('%s：不收，说明', async (_, over, sentence) => {
    const check = checked(await reviewAt('2026-10-31'), over);
    expect(check.ok ? [] : check.problems.map((problem) => problem.sentence)).toEqual([sentence]);
  });
  test('日期就是今天：收；分值两位小数：收；不是其他加减分的，分值不取', async () => {
    const of = await reviewAt('2026-10-31');
    expect(checked(of, { date: TODAY })).toMatchObject({ ok: true, cautions: [] });
    expect(entryOf(of, { kind: 'manual', points: 0.12, author: '某' }).points).toBe(0.12);
    expect(entryOf(of, { points: 5 }).points).toBeNull();
  });
});

describe('先提醒，不拦', () => {
  const cautions = (of: Review, over: Partial<EventForm>): readonly string[] => {
    const check = checked(of, over);
    return check.ok ? check.cautions : [];
  };
  test('同一天、同一单位、同一类型、同一事项已经登记过', async () => {
    put(desk, '加减分登记', EVENTS);
    const of = await reviewAt('2026-10-31');
    const said = '加减分登记!C2已经登记过交通局2026年9月10日的会议迟到，请核对是不是同一件事。';
    expect(cautions(of, { date: date('2026-09-10') })).toEqual([said]);
    expect(cautions(of, { date: date('2026-09-11') })).toEqual([]);
    expect(cautions(of, { date: date('2026-09-10'), unit: '水利局' })).toEqual([]);
    expect(cautions(of, { date: date('2026-09-10'), kind: 'meetingEarly' })).toEqual([]);
    expect(cautions(of, { date: date('2026-09-10'), matter: of.matters[0]! })).toEqual([]);
  });
  test('方案不计分的类型、名录里没有的单位、不参加考核的单位、已印发的月份', async () => {
    put(desk, '单位名录', [
      ['单位', '别名', '参加考核'],
      ['交通局', '交运局', ''],
      ['水利局', '', '否'],
    ]);
    await write(sheetsOf(await reviewAt('2026-09-30')).plan);
    const of = await reviewAt('2026-10-31');
    expect(cautions(of, { kind: 'noWorkPlan' })[0]).toMatch(/对无工作方案不计分/);
    expect(cautions(of, { unit: '交通厅' })[0]).toBe('“交通厅”不在单位名录里，相近的有交通局。');
    expect(cautions(of, { unit: '水利局' })).toEqual(['水利局不参加考核，登记后不计分。']);
    expect(cautions(of, { date: date('2026-09-20') })).toEqual([
      '2026-09的计分已经印发，这一笔作为以前月份补记，计入总分。',
    ]);
    expect(entryOf(of, { unit: '交运局' }).unit).toBe('交通局');
  });
});

describe('一件事不计两次', () => {
  test('同一笔确认两遍：只登记一笔', async () => {
    await enter({}, {});
    expect((await reviewAt('2026-10-31')).registers.events).toHaveLength(1);
    const of = await reviewAt('2026-10-31');
    expect(planEvents(of, [entryOf(of)]).changes).toEqual([]);
  });
  test('表里有两行完全相同：两行都算，提醒核对；依据不同的不提', async () => {
    put(desk, '加减分登记', [...EVENTS, EVENTS[1]!, ['2026-9-10', '交通局', '会议迟到', '', '', '防汛例会', '']]);
    const of = await reviewAt('2026-10-31');
    const same = of.findings.filter(({ facts }) => facts['problem'] === 'sameEvent');
    expect(same.map(({ cell, level }) => [cell.row + 1, level])).toEqual([[3, 'warning']]);
    expect(total(of, '交通局')).toBe(99.2);
  });
});

describe('没有报送进展的，提出来由人确认', () => {
  test('九月两个单位都没有报送：各提一笔，记九月末；确认后不再提，十月分数扣一次', async () => {
    const of = await reviewAt('2026-10-31');
    const proposed = proposedEvents(of, 2026, 9);
    expect(proposed.map(({ entry }) => [entry.unit, entry.kind, entry.date, entry.basis])).toEqual([
      ['交通局', 'materialLate', '2026-09-30', '2026年9月在办事项1项，没有报送进展'],
      ['水利局', 'materialLate', '2026-09-30', '2026年9月在办事项1项，没有报送进展'],
    ]);
    await write(
      planEvents(
        of,
        proposed.map(({ entry }) => entry),
      ),
    );
    const after = await reviewAt('2026-10-31');
    expect(proposedEvents(after, 2026, 9)).toEqual([]);
    expect([total(after, '交通局'), total(after, '水利局')]).toEqual([99.6, 99.8]);
    expect(planEvents(after, [proposed[0]!.entry]).changes).toEqual([]);
  });
});

describe('为什么是这个分', () => {
  test('规则附例：邓州十月，交通局 98.4 分，逐栏说到条款和格子', async () => {
    put(desk, '文书登记簿', [
      ...NOTICES.slice(0, 1),
      ['催办单', '〔2026〕7号', '2026-10-9', '交通局', 1, '已发'],
      ['督办通知单', '〔2026〕3号', '2026-10-14', '交通局', 1, '已发'],
      ['催办单', '〔2026〕8号', '2026-10-20', '交通局', 2, '已发'],
    ]);
    put(desk, '加减分登记', [
      EVENTS[0]!,
      ['2026-5-6', '交通局', '其他加减分', '', -1.5, '以前各月', '某'],
      ['2026-10-21', '交通局', '会议迟到', '', '', '', ''],
      ['2026-10-30', '交通局', '通报表扬', '', '', '', ''],
    ]);
    const of = await reviewAt('2026-10-31');
    const scored = scoredIn(of);
    const why = explainUnit(of, scored, '交通局')!;
    expect(why.sentence).toBe('交通局98.4分＝基础分100−催办督办约谈0.9−会议与材料0.2＋通报表扬批评1−其他加减分1.5。');
    const block = why.blocks.find(({ name }) => name === '催办督办约谈')!;
    expect(block.lines.map(({ name, ofMonth, line }) => [name, ofMonth, line.source!.row])).toEqual([
      ['催办单', true, 1],
      ['督办通知单', true, 2],
      ['催办单', true, 3],
    ]);
    expect(block.lines[0]!.line.clause).toContain('邓政办〔2018〕127号');
    expect(explainUnit(of, scored, '教育局')).toBeNull();
    const [overview, first] = atOnce(monthAnalysed(of, scored));
    expect(overview).toContain('2个单位参加计分');
    expect(first).toContain('交通局当月扣0.1分，总分98.4分');
  });
  test('不参加计分的单位，说明为什么', async () => {
    const of = await reviewAt('2026-10-31', 'county-2023');
    expect(explainUnit(of, scoredIn(of), '交通局')!.sentence).toBe(
      '交通局不计分：未承担计分范围内的督查事项，不参加计分。',
    );
  });
  test('一月没有上月可比，也写得出分析', async () => {
    const of = await reviewAt('2026-01-31');
    expect(atOnce(monthAnalysed(of, scoredIn(of)))[0]).toContain('2026年1月');
  });
});
