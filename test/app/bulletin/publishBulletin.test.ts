import { DEFAULT_HEAD } from '../../../src/domain/bulletin/bulletinHead';
import { buildReport } from '../../../src/app/month/buildReport';
import { runMonthEnd } from '../../../src/app/month/monthEnd';
import { bulletinDocument, draftBulletin, planBulletinSheet } from '../../../src/app/bulletin/publishBulletin';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { DEFAULT_OFFICE } from '../../../src/domain/notices/office';
import { contentOf, deskWith, openSample, SAMPLES, type Sample } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AS_OF, AT, done, on, reviewed } from '../reviewing';

const SCHEMES = { city: 'dengzhou-2018', district: 'county-2023', bureau: 'bureau-2019' } as const;
const REQUEST = {
  asOf: AS_OF,
  today: AS_OF,
  at: '2026-10-31 09:00',
  sheet: null,
  annual: false,
  issueNotices: true,
  replace: false,
};

test.each(['city', 'district', 'bureau'] as const)(
  '样本 %s：通报的数字与报告一致，附件逐行对得上',
  async (sample: Sample) => {
    const desk = openSample(sample);
    const result = await runMonthEnd({ ...REQUEST, scheme: SCHEMES[sample] }, () => undefined);
    if (!result.ok) throw new Error(result.sentence);
    const { outcome } = result;
    const wire = { requests: 0, bytesIn: 0, bytesOut: 0 };
    const report = buildReport({ ...outcome, asOf: AS_OF, workbook: SAMPLES[sample], documents: [], wire });
    expect(outcome.documents.map(({ name }) => name.slice(-7)).at(-1)).toBe('通报.docx');
    const open = report.matters.filter((_, index) => !outcome.review.matters[index]!.classified);
    const { figures, text } = draftBulletin(outcome.review, { choices: null, scores: outcome.scores });
    expect(figures.all).toHaveLength(open.length);
    expect(figures.closed).toHaveLength(open.filter(({ state }) => state.startsWith('closed')).length);
    expect(figures.overdue.map(({ days }) => days)).toEqual(
      open
        .filter(({ state }) => state === 'overdue')
        .map(({ overdueDays }) => overdueDays)
        .sort((a, b) => b - a),
    );
    for (const { unit, plus, minus, total, rank } of figures.units) {
      const score = report.scores.find((each) => each.unit === unit);
      expect({ total, rank }).toEqual({ total: score?.total ?? null, rank: score?.rank ?? null });
      if (plus !== null && minus !== null)
        expect(Math.round((plus + minus) * 100)).toBe(Math.round(score!.month! * 100));
    }
    expect(figures.categories.reduce((sum, { share }) => sum + Math.round(Number(share) * 10), 0)).toBe(1000);
    const written = JSON.stringify(text);
    for (const { classified, title } of outcome.review.matters) if (classified) expect(written).not.toContain(title);
    desk.close();
  },
);

test('月末任务再跑一遍：已印发的通报照旧保留并说明有变动，要求改写才改写', async () => {
  const desk = deskWith('台账', LEDGER);
  const run = async (replace: boolean) => {
    const result = await runMonthEnd({ ...REQUEST, scheme: 'dengzhou-2018', replace }, () => undefined);
    if (!result.ok) throw new Error(result.sentence);
    const told = result.outcome.findings.filter(({ facts }) => facts['kind'] === 'bulletin');
    const sheet = desk.workbook.sheets.find(({ name }) => name === '督查通报 2026-10')!;
    return { told: told.length, overall: String(sheet.value(4, 0)) };
  };
  const first = await run(false);
  expect(first.told).toBe(0);
  desk.workbook.sheets[0]!.setValue(1, 5, '2026-10-20');
  expect(await run(false)).toEqual({ told: 1, overall: first.overall });
  const rewritten = await run(true);
  expect(rewritten.told).toBe(0);
  expect(rewritten.overall).toContain('已办结2件，占100.0%');
  desk.close();
});

test('月末任务按2016年的办法：到了该发的都发，民生实事每月一份，政府工作报告年中、年底各一份；没有这类事项的不发', async () => {
  const published = async (asOf: string, category: string) => {
    const desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位', '事项类别', '办结时限'],
      [1, '道路修缮', '交通局', category, '2026-9-20'],
    ]);
    const date = on(asOf);
    const request = { ...REQUEST, asOf: date, today: date, issueNotices: false, scheme: 'shangyu-2016' };
    const result = await runMonthEnd(request, () => undefined);
    if (!result.ok) throw new Error(result.sentence);
    const sheets = desk.workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('督查通报'));
    desk.close();
    return [result.outcome.documents.map(({ name }) => name), sheets];
  };
  expect(await published('2026-10-31', '民生实事')).toEqual([
    ['台账-通报.docx', '台账-民生实事月度督查通报.docx'],
    ['督查通报 2026-10', '督查通报 2026-10 (3)'],
  ]);
  expect(await published('2026-10-31', '政府工作报告')).toEqual([['台账-通报.docx'], ['督查通报 2026-10']]);
  expect(await published('2026-12-31', '政府工作报告')).toEqual([
    ['台账-通报.docx', '台账-《政府工作报告》目标任务半年督查通报.docx'],
    ['督查通报 2026-12', '督查通报 2026-12 (2)'],
  ]);
});

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办结时间'],
  [1, '道路修缮', '市交通局', '2026-3-1', '2026-9-20', null],
  [2, '=管网改造', '市住建局', '2026-3-1', '2026-12-31', '2026-9-15'],
] as const;

describe('督查通报表', () => {
  test('写一次；照样再写没有变化；台账变了以后照旧保留，同意改写才改；改写可以撤销', async () => {
    const desk = deskWith('台账', LEDGER);
    const planned = async (replace: boolean) => {
      const of = await reviewed();
      return planBulletinSheet(of, draftBulletin(of, { choices: null }), { replace });
    };
    done(await applyPlan((await planned(false)).plan, AT));
    expect(await planned(true)).toMatchObject({ standing: 'same', plan: { changes: [] } });
    desk.workbook.sheets[0]!.setValue(1, 5, '2026-10-20');
    expect(await planned(false)).toMatchObject({ standing: 'differs', plan: { changes: [] } });
    const before = contentOf(desk.workbook);
    const rewritten = done(await applyPlan((await planned(true)).plan, AT));
    expect(await planned(false)).toMatchObject({ standing: 'same' });
    done(await takeBack(rewritten.entry!));
    const values = (content: unknown) => JSON.stringify(content, (key, value) => (key === 'merges' ? null : value));
    expect(values(contentOf(desk.workbook))).toBe(values(before));
    desk.close();
  });

  test('以前月份的通报重新写出，与当时的一致：以后办结的、登记的都不算', async () => {
    const desk = deskWith('台账', LEDGER);
    const september = async () => {
      const of = await reviewed('dengzhou-2018', undefined, on('2026-09-30'));
      return { of, draft: draftBulletin(of, { choices: null }) };
    };
    const then = await september();
    done(await applyPlan(planBulletinSheet(then.of, then.draft, { replace: false }).plan, AT));
    desk.workbook.sheets[0]!.setValue(1, 5, '2026-10-20');
    const now = await september();
    expect(planBulletinSheet(now.of, now.draft, { replace: false })).toMatchObject({ standing: 'same' });
    desk.close();
  });

  test('简报式、文件式都写得出，同样内容同样字节', async () => {
    const desk = deskWith('台账', LEDGER);
    const draft = draftBulletin(await reviewed(), { choices: null });
    const request = {
      office: { ...DEFAULT_OFFICE, issuingBody: '河阳市人民政府' },
      issuedOn: AS_OF,
      name: '通报.docx',
    };
    for (const bulletinKind of ['brief', 'document'] as const) {
      const make = () => bulletinDocument(draft, { ...request, head: { ...DEFAULT_HEAD, bulletinKind } }).bytes;
      expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
    }
    desk.close();
  });

  test('写通报时每次请求各出一次错：要么如前，要么写完', () =>
    survivesFaults(
      () => deskWith('台账', LEDGER),
      async () => {
        const of = await reviewed();
        return planBulletinSheet(of, draftBulletin(of, { choices: null }), { replace: false }).plan;
      },
    ));
});
