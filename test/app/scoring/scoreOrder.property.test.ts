import fc from 'fast-check';
import type { HostDesk } from '../../hostDesk';
import { reviewAt } from '../desk';
import { scoreDesk, scoredIn, type Rows } from './scoreDesk';

const UNITS = ['交通局', '水利局', '教育局', '民政局'];
const unit = fc.constantFrom(...UNITS);
const day = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }));
const dateOf = ([month, date]: readonly [number, number]): string => `2026-${month}-${date}`;

const CATEGORIES = ['政府工作报告', '为民实事', '建议提案', '领导批示件'];
const matter = fc.record({
  unit,
  category: fc.constantFrom(...CATEGORIES),
  due: day,
  closed: fc.option(day, { nil: null }),
});
const notice = fc.record({
  form: fc.constantFrom('催办单', '督办通知单', '约谈'),
  date: day,
  unit,
  matter: fc.nat({ max: 3 }),
});
const event = fc.record({
  date: day,
  unit,
  kind: fc.constantFrom('会议迟到', '缺席会议', '通报表扬', '通报批评', '未按时报送进展', '表彰加分'),
});

const LEDGER_HEADER = ['序号', '督查事项', '事项类别', '牵头单位', '交办时间', '办结时限', '办结时间'];
const NOTICE_HEADER = ['文书', '编号', '日期', '主送单位', '事项编号', '状态'];
const EVENT_HEADER = ['日期', '单位', '类型', '依据'];

async function scoresOf(scheme: string, sheets: readonly (readonly [string, Rows])[], ledger: Rows) {
  const desk: HostDesk = scoreDesk(Object.fromEntries(sheets), ledger);
  try {
    return Object.fromEntries(
      scoredIn(await reviewAt('2026-10-31', scheme)).scores.map(({ unit: name, total, month, rank, lines }) => [
        name,
        { total, month, rank, lines: lines.map(({ rule, points, date }) => `${rule} ${points} ${date}`).sort() },
      ]),
    );
  } finally {
    desk.close();
  }
}

const shuffled = <T>(items: readonly T[], seed: readonly number[]): readonly T[] =>
  items
    .map((item, index) => ({ item, at: seed[index % seed.length]! + index * 1e-6 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

test.each(['dengzhou-2018', 'county-2023'])(
  '%s：台账、登记簿的行序、表序怎样换，各单位得分、名次、逐笔都不变；别的单位添一件事项，本单位的分不变',
  async (scheme) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(matter, { minLength: 1, maxLength: 6 }),
        fc.array(notice, { maxLength: 6 }),
        fc.array(event, { maxLength: 6 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }),
        async (matters, notices, events, seed) => {
          const ledgerRows = matters.map(({ unit: lead, category, due, closed }, index) => [
            `${index + 1}`,
            `事项${index + 1}`,
            category,
            lead,
            '2026-1-4',
            dateOf(due),
            closed === null ? '' : dateOf(closed),
          ]);
          const noticeRows = notices.map((one, index) => [
            one.form,
            `〔2026〕${index + 1}号`,
            dateOf(one.date),
            one.unit,
            `${(one.matter % matters.length) + 1}`,
            '已发',
          ]);
          const eventRows = events.map((one, index) => [dateOf(one.date), one.unit, one.kind, `依据${index}`]);
          const registers: readonly (readonly [string, Rows])[] = [
            ['文书登记簿', [NOTICE_HEADER, ...noticeRows]],
            ['加减分登记', [EVENT_HEADER, ...eventRows]],
          ];
          const plain = await scoresOf(scheme, registers, [LEDGER_HEADER, ...ledgerRows]);
          const mixed = await scoresOf(
            scheme,
            [
              ['加减分登记', [EVENT_HEADER, ...shuffled(eventRows, seed)]],
              ['文书登记簿', [NOTICE_HEADER, ...shuffled(noticeRows, seed)]],
            ],
            [LEDGER_HEADER, ...shuffled(ledgerRows, seed)],
          );
          expect(mixed).toEqual(plain);

          const other = ['99', '另一单位的事项', '建议提案', '信访局', '2026-1-4', '2026-2-1', ''];
          const added = await scoresOf(scheme, registers, [LEDGER_HEADER, ...ledgerRows, other]);
          for (const [name, { total, month, lines }] of Object.entries(plain)) {
            expect(added[name]).toMatchObject({ total, month, lines });
          }
        },
      ),
      { numRuns: 25 },
    );
  },
);
