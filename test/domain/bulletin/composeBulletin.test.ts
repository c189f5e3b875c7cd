import type { BulletinText } from '../../../src/domain/bulletin/bulletinText';
import { composeBulletin, type BulletinChoices } from '../../../src/domain/bulletin/composeBulletin';
import { figuresInPortions } from '../../../src/domain/bulletin/figures';
import { periodOf, type PeriodKind } from '../../../src/domain/bulletin/period';
import { publicationsOf } from '../../../src/domain/bulletin/publications';
import { defaultWords } from '../../../src/domain/bulletin/words';
import type { Matter } from '../../../src/domain/matter';
import type { Registers } from '../../../src/domain/registers/registers';
import { atOnce } from '../../../src/domain/portions';
import { shangyu2016 } from '../../../src/rules/shangyu-2016';
import { ruleSets } from '../../../src/rules';
import { about, assessed, day, event, matter, mentions, noRegisters, onDate, proceeding } from '../builders';

const AS_OF = day('2026-10-31');

interface Given {
  readonly matters: readonly Matter[];
  readonly registers?: Partial<Registers>;
  readonly choices?: BulletinChoices | null;
  readonly kind?: PeriodKind;
}

function bulletin({ matters, registers, choices = null, kind = 'monthly' }: Given): BulletinText {
  const counted = figuresInPortions({
    period: periodOf(kind, AS_OF),
    assessments: matters.map((one) => assessed(one, AS_OF)),
    registers: { ...noRegisters, ...registers },
    scores: null,
    before: [],
  });
  const figures = atOnce(counted);
  return composeBulletin({ figures, words: defaultWords(figures, '政务督查'), choices, analysis: [] });
}

const said = (text: BulletinText): string =>
  text.blocks.map((block) => (block.kind === 'table' ? JSON.stringify(block.rows) : block.text)).join('\n');

const overdue = matter({ row: 4, id: '12', title: '道路修缮', deadline: onDate('2026-10-20'), category: '民生实事' });
const early = matter({
  row: 5,
  id: '13',
  title: '桥梁加固',
  leadUnits: mentions('水利局'),
  deadline: onDate('2026-10-30'),
  closedOn: onDate('2026-10-28'),
});
const onDay = matter({
  row: 6,
  id: '14',
  title: '卡点办结',
  deadline: onDate('2026-10-28'),
  closedOn: onDate('2026-10-28'),
});
const secret = matter({ row: 7, id: '15', title: '绝密演练', classified: true, deadline: onDate('2026-10-01') });

describe('督查通报的内容', () => {
  test('总体情况、逾期事项写明件数、占比、编号和天数', () => {
    const text = said(bulletin({ matters: [overdue, early, onDay] }));
    expect(text).toContain(
      '列入督查台账的事项共3件，已办结2件，占66.7%（按期办结2件）；未办结1件，占33.3%，其中逾期未办结1件。',
    );
    expect(text).toContain('1.道路修缮（12号），交通局，时限2026年10月20日，逾期11天。');
  });

  test('没有逾期的写没有；没有提前办结的不写这一节', () => {
    const text = said(bulletin({ matters: [onDay] }));
    expect(text).toContain('没有逾期事项');
    expect(text).not.toContain('提前');
  });

  test('提前两天办结的列为提前完成，当天办结的不列；没有经领导决定不写表扬', () => {
    const text = said(bulletin({ matters: [early, onDay] }));
    expect(text).toContain('1.桥梁加固（13号），水利局，时限2026年10月30日，提前2天办结。');
    expect(text).not.toContain('卡点办结');
    expect(text).not.toContain('通报表扬');
  });

  test('选定表扬和批评的写明理由、整改期限；没有选的不再列为候选', () => {
    const choices = {
      commended: [{ unit: '水利局', keys: [early.key] }],
      criticised: [{ unit: '交通局', keys: [overdue.key], limit: day('2026-11-10') }],
    };
    const text = said(bulletin({ matters: [overdue, early], choices }));
    expect(text).toContain('对水利局予以通报表扬：桥梁加固（13号）提前2天办结。');
    expect(text).toContain(
      '对交通局予以通报批评：道路修缮（12号）逾期11天。限2026年11月10日前整改到位，并报送整改报告。',
    );
    const none = said(bulletin({ matters: [overdue, early], choices: { commended: [], criticised: [] } }));
    expect(none).not.toContain('桥梁加固');
  });

  test('涉密事项哪里都不出现，也不计数；只涉及它的批评不写', () => {
    const registers = {
      events: [event({ kind: 'criticism', unit: '公安局', matters: about('15') })],
    };
    const text = bulletin({ matters: [overdue, secret], registers });
    expect(JSON.stringify(text)).not.toMatch(/绝密|公安局|15号/);
    expect(said(text)).toContain('事项共1件');
    expect(JSON.stringify(text)).not.toContain(secret.key);
  });

  test('每段事实带着它的事项，话语可以改而事实不变', () => {
    const text = bulletin({ matters: [overdue] });
    const line = text.blocks.find((block) => block.kind === 'text' && block.text.startsWith('1.道路修缮'));
    expect(line?.origin).toEqual({ kind: 'facts', keys: [overdue.key] });
    expect(text.blocks.filter(({ origin }) => origin.kind === 'words').map(({ origin }) => origin)).toEqual([
      { kind: 'words', slot: 'opening' },
      { kind: 'words', slot: 'demands' },
    ]);
  });
});

describe('整改报告的跟踪', () => {
  const criticism = (note: string | null) => event({ kind: 'criticism', date: day('2026-10-08'), note });
  const report = proceeding({ kind: 'rectificationReport', date: day('2026-10-18'), unit: '交通局' });
  const line = (registers: Partial<Registers>): string => said(bulletin({ matters: [overdue], registers }));

  test.each([
    ['到期当天还没报：未超期', '整改报告于2026年10月31日前报送', '尚未到期'],
    ['到期后一天没报：超期1天', '整改报告于2026年10月30日前报送', '至今未报，已超期1天'],
    ['没有定日期：只说没有报送', null, '整改报告尚未报送'],
  ])('%s', (_, note, sentence) => {
    expect(line({ events: [criticism(note)], proceedings: [] })).toContain(sentence);
  });

  test('报了的写明日期，晚了的写明天数；批评以前的报告不算，别的单位的不算', () => {
    const limit = criticism('整改报告于2026-10-15前报送');
    expect(line({ events: [limit], proceedings: [report] })).toContain('整改报告已于2026年10月18日报送（超期3天）');
    const before = { ...report, date: day('2026-10-07') };
    const others = { ...report, unit: '水利局' };
    expect(line({ events: [limit], proceedings: [before, others] })).toContain('至今未报');
  });

  test('两次批评一份报告，只了结前一次', () => {
    const second = event({ kind: 'criticism', date: day('2026-10-10') });
    const text = line({ events: [criticism(null), second], proceedings: [report] });
    expect(text).toContain('交通局于2026年10月8日受到通报批评，整改报告已于2026年10月18日报送');
    expect(text).toContain('交通局于2026年10月10日受到通报批评，整改报告尚未报送');
  });
});

describe('各方案的通报', () => {
  test('2016年的办法：半年一次政府工作报告，每月民生实事，季末公示；别的方案只有月度通报', () => {
    const due = (date: string): readonly string[] =>
      publicationsOf(shangyu2016, day(date)).flatMap((each) => (each.due ? [each.id] : []));
    expect(due('2026-06-30')).toEqual(['monthly', 'governmentReport', 'livelihood', 'livelihoodTable']);
    expect(due('2026-09-30')).toEqual(['monthly', 'livelihood', 'livelihoodTable']);
    expect(due('2026-10-31')).toEqual(['monthly', 'livelihood']);
    expect(publicationsOf(ruleSets['dengzhou-2018'], AS_OF)).toMatchObject([{ id: 'monthly', clause: '五' }]);
    expect(publicationsOf(ruleSets['bureau-2019'], AS_OF)).toMatchObject([{ id: 'monthly', clause: null }]);
  });

  test('通报和频次说的是同一批事项、同一条款', () => {
    const matters = ['政府工作报告任务', '十件民生实事', '会议事项'].map((category, row) => matter({ category, row }));
    const covered = publicationsOf(shangyu2016, AS_OF).map(({ id, clause, covers }) => [
      id,
      clause,
      matters.filter(covers).map(({ category }) => category),
    ]);
    expect(covered.slice(1)).toEqual([
      ['governmentReport', '一(一)', ['政府工作报告任务']],
      ['livelihood', '一(二)', ['十件民生实事']],
      ['livelihoodTable', '一(二)', ['十件民生实事']],
    ]);
  });

  test.each([
    ['monthly', '2026年10月份', '2026-10-01'],
    ['quarterly', '2026年第四季度', '2026-10-01'],
    ['halfYearly', '2026年下半年', '2026-07-01'],
  ] as const)('%s 的起止', (kind, title, from) => {
    expect(periodOf(kind, AS_OF)).toMatchObject({ title, from, asOf: AS_OF });
  });
});
