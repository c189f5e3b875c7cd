import type { Assessment } from '../assessment';
import { rectificationsOf, type Rectification } from '../bulletin/rectifications';
import { yearOf, type CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { Matter } from '../matter';
import { filter, map, type InPortions } from '../portions';
import type { MatterReference } from '../registers/registers';
import { linksInPortions, type MatterLinks } from '../scoring/matterLinks';
import { chineseDate, matterName, matterNames } from '../scoring/wording';
import { leadUnitsOf, listed, type Listed, type ListEntry, type ListInput } from './listing';

const NO_EVENTS = '本文件没有加减分登记，通报批评等没有记录可查。';

/** Not where the record says that there was none: 未发现谎报. */
const stated = (words: string): RegExp => new RegExp(`(?<!未|未发现|没有|并无|不存在|无|未造成|没有造成)(?:${words})`);
const FALSE = stated('谎报|瞒报|虚报|错报|弄虚作假|造假|敷衍了事');
const ACCOUNTABLE = stated('造成(?:不良|严重|较大)?(?:后果|影响)|(?:不良|严重)后果|追责|问责|追究');

interface Row {
  readonly date: CivilDate;
  readonly unit: string | null;
  readonly cell: CellRef;
  readonly matters: MatterReference;
  readonly words: string;
  readonly deed: string;
}

const thisYear = (input: ListInput, date: CivilDate): boolean =>
  date <= input.asOf && yearOf(date) === yearOf(input.asOf);

/** A record as a line; what it says of a classified matter is not repeated. */
function lineOf(input: ListInput, links: MatterLinks, row: Row): ListEntry {
  const matters = links.find(row.matters);
  const closed = matters.some(({ classified }) => classified);
  const words = closed || row.words === '' ? '' : `：${row.words}`;
  const about = matters.length === 0 ? '' : `，${matterNames(matters)}`;
  return {
    unit: row.unit ?? unitsOf(input.assessments, matters),
    matter: matters[0]?.key ?? null,
    date: row.date,
    cell: row.cell,
    message: `${chineseDate(row.date)}${row.deed}${about}${words}`,
    weight: 0,
  };
}

const unitsOf = (assessments: readonly Assessment[], matters: readonly Matter[]): string =>
  [
    ...new Set(
      assessments.filter(({ matter }) => matters.includes(matter)).flatMap((each) => leadUnitsOf(each).split('、')),
    ),
  ].join('、');

const rowsOf = ({ registers }: ListInput): readonly Row[] => [
  ...(registers.events ?? []).map(({ date, unit, cell, matters, basis, note, kind }): Row => ({
    date,
    unit,
    cell,
    matters,
    words: [basis ?? '', note ?? ''].filter((text) => text.trim() !== '').join('；'),
    deed: kind === 'criticism' ? '通报批评' : kind === 'manual' ? '其他加减分' : '登记',
  })),
  ...(registers.proceedings ?? []).map(({ date, unit, cell, matters, content, kind }): Row => ({
    date,
    unit,
    cell,
    matters,
    words: content.trim(),
    deed: kind === 'returned' ? '退回' : '办理登记',
  })),
];

const byDate = (a: ListEntry, b: ListEntry): number =>
  (a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1;

const linksOf = ({ assessments }: ListInput): InPortions<MatterLinks> =>
  linksInPortions(assessments.map(({ matter }) => matter));

function* recorded(input: ListInput, pick: (row: Row) => boolean): InPortions<readonly ListEntry[]> {
  const links = yield* linksOf(input);
  const rows = yield* filter(rowsOf(input), (row) => thisYear(input, row.date) && pick(row));
  const lines = yield* map(rows, (row) => lineOf(input, links, row));
  return [...lines].sort(byDate);
}

/** 通报批评 of this year, by date. */
export function* criticised(input: ListInput): InPortions<Listed> {
  const lines = yield* recorded(input, ({ deed }) => deed === '通报批评');
  return listed(lines, input.registers.events === null ? NO_EVENTS : null);
}

/** Reading: 依据 or 备注 of 加减分登记, or 内容 of 办理登记, says 谎报, 瞒报, 弄虚作假 or the like; people judge it. */
export function* falseReport(input: ListInput): InPortions<Listed> {
  return listed(yield* recorded(input, ({ words }) => FALSE.test(words)));
}

/** Reading: a record speaks of harm or of people who answer for it, or 移交 is on record as sent. */
export function* accountable(input: ListInput): InPortions<Listed> {
  const links = yield* linksOf(input);
  const referred = (input.registers.notices ?? [])
    .filter(({ form, status, date }) => form === 'referral' && status === 'sent' && thisYear(input, date))
    .map(({ date, unit, cell, matters }) =>
      lineOf(input, links, { date, unit, cell, matters, words: '', deed: '移交问责' }),
    );
  const told = yield* recorded(input, ({ words }) => ACCOUNTABLE.test(words));
  return listed([...told, ...referred].sort(byDate));
}

const RECTIFIED: Readonly<Record<Rectification['state'], (each: Rectification) => string>> = {
  reported: ({ reportedOn, daysLate }) =>
    `${chineseDate(reportedOn!)}已报整改报告${daysLate > 0 ? `，迟${daysLate}天` : ''}`,
  waiting: ({ limit }) => `整改报告应于${chineseDate(limit!)}前报送，尚未报送`,
  late: ({ limit, daysLate }) => `整改报告应于${chineseDate(limit!)}前报送，已超期${daysLate}天`,
  noLimit: () => '没有整改报告在案，也没有写明期限',
};

/** 004 三(三): every 批评通报 of this year with its 整改报告; those most overdue first. */
export function rectification(input: ListInput): Listed {
  const matters = input.assessments.map(({ matter }) => matter);
  const byKey = new Map(matters.map((matter) => [matter.key, matter]));
  const entries = rectificationsOf(input.registers, matters, input.asOf)
    .filter(({ criticisedOn }) => thisYear(input, criticisedOn))
    .map((each): ListEntry => {
      const about = each.matters.flatMap((key) => byKey.get(key) ?? []);
      const named = about.length === 0 ? '' : `，${about.map(matterName).join('、')}`;
      return {
        unit: each.unit,
        matter: each.matters[0] ?? null,
        date: each.criticisedOn,
        cell: each.event,
        message: `${chineseDate(each.criticisedOn)}批评通报${named}；${RECTIFIED[each.state](each)}`,
        weight: each.state === 'late' ? each.daysLate : 0,
      };
    });
  return listed(entries, input.registers.events === null ? NO_EVENTS : null);
}
