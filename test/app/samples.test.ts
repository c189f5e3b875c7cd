import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { runMonthEnd, type MonthEndOutcome } from '../../src/app/month/monthEnd';
import { buildReport } from '../../src/app/month/buildReport';
import { reportSchema, type Report } from '../../src/app/month/report';
import { openSample, SAMPLES, type Sample } from '../hostDesk';
import type { ExpectedSample } from '../samples/expected';

const AS_OF = '2026-10-31' as CivilDate;
const SCHEMES = { city: 'dengzhou-2018', district: 'county-2023', bureau: 'bureau-2019' } as const;

const expectedOf = (sample: Sample): ExpectedSample =>
  JSON.parse(readFileSync(join(__dirname, `../samples/expected/${sample}.json`), 'utf8')) as ExpectedSample;

async function monthEndOf(sample: Sample): Promise<{ outcome: MonthEndOutcome; report: Report }> {
  const desk = openSample(sample);
  const request = {
    asOf: AS_OF,
    today: AS_OF,
    at: '2026-10-31 09:00',
    sheet: null,
    scheme: SCHEMES[sample],
    annual: false,
    issueNotices: false,
    replace: false,
  };
  const result = await runMonthEnd(request, () => undefined);
  desk.close();
  if (!result.ok) throw new Error(result.sentence);
  const { outcome } = result;
  const report = buildReport({
    asOf: AS_OF,
    workbook: SAMPLES[sample],
    wire: { requests: 0, bytesIn: 0, bytesOut: 0 },
    ...outcome,
    documents: [],
  });
  return { outcome, report };
}

/** Several lead units as the sheet separates them, or a collective name: compared elsewhere, by the unit directory. */
const plainUnit = (unit: string | null): boolean => unit !== null && !/[\n、]|^各/.test(unit);

describe.each(['city', 'district', 'bureau'] as const)('样本 %s', (sample) => {
  const expected = expectedOf(sample);
  let report: Report;
  beforeAll(async () => {
    ({ report } = await monthEndOf(sample));
  });

  test('每一件事项都读到，状态、阶段、下一步、时限与编制样本时的打算一致', () => {
    expect(report.matters).toHaveLength(expected.matters.length);
    const differences = expected.matters.flatMap((meant) => {
      const got = report.matters.find(({ sheet, row }) => sheet === meant.sheet && row === meant.row);
      if (got === undefined) return [`${meant.sheet} 第${meant.row}行没有读到`];
      return (['id', 'state', 'stage', 'nextStep', 'deadline', 'deadlineFrom', 'overdueDays', 'returned'] as const)
        .filter((key) => meant[key] !== undefined && meant[key] !== got[key])
        .map(
          (key) => `${meant.sheet} 第${meant.row}行（${meant.intention}）${key}：应为${meant[key]}，得到${got[key]}`,
        );
    });
    expect(differences).toEqual([]);
  });

  test('牵头单位按名录里的名称读出', () => {
    const differences = expected.matters
      .filter(({ leadUnit }) => plainUnit(leadUnit))
      .map((meant) => [
        meant.leadUnit,
        report.matters.find(({ sheet, row }) => sheet === meant.sheet && row === meant.row)?.leadUnit,
      ])
      .filter(([meant, got]) => meant !== got);
    expect(differences).toEqual([]);
  });

  test('有意埋下的问题都查了出来', () => {
    const missed = expected.planted.filter(
      ({ code, cell }) => !report.findings.some((finding) => finding.code === code && finding.cell === cell),
    );
    expect(missed).toEqual([]);
  });

  test('报告合乎约定的格式，得分等于各行之和', () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    for (const { total, lines } of report.scores) {
      if (total !== null)
        expect(Math.round(total * 100)).toBe(lines.reduce((sum, { points }) => sum + Math.round(points * 100), 0));
    }
  });

  test('密级事项的名称不出现在报告里', () => {
    const classified = expected.matters.filter((matter) => matter.classified);
    for (const { sheet, row } of classified) {
      expect(report.matters.find((matter) => matter.sheet === sheet && matter.row === row)?.title).toBeNull();
    }
  });

  test('同一份台账再算一次，报告一字不差', async () => {
    expect((await monthEndOf(sample)).report).toEqual(report);
  });
});

test('市级样本的各单位得分与编制样本时按条款手算的一致', async () => {
  const { report } = await monthEndOf('city');
  const meant = expectedOf('city').scores ?? [];
  expect(meant.length).toBeGreaterThan(30);
  const got = new Map(report.scores.map(({ unit, total, month }) => [unit, { unit, total, month }]));
  expect(meant.map(({ unit }) => got.get(unit))).toEqual(
    meant.map(({ unit, total, month }) => ({ unit, total, month })),
  );
});
