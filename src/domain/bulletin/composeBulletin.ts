import type { CivilDate } from '../calendar/civilDate';
import { letterDate } from '../notices/letterDate';
import { pointsPhrase } from '../scoring/wording';
import type { BulletinBlock, BulletinTable, BulletinText } from './bulletinText';
import type { BulletinFigures, EventFigure, MatterFigure } from './figures';
import type { Rectification } from './rectifications';
import { categoryTable, LISTED_OVERDUE, overdueTable, unitTable } from './tables';
import type { BulletinWords, WordSlot } from './words';

/** A unit named by the clerk; its matters by key. */
export interface Named {
  readonly unit: string;
  readonly keys: readonly string[];
}

/** What a leader decided; null: nothing was decided, and the bulletin only states the facts. */
export interface BulletinChoices {
  /** null: nobody was chosen, and what was closed early is stated as a fact. */
  readonly commended: readonly Named[] | null;
  /** `limit`: the day by which the 整改报告 is due. */
  readonly criticised: readonly (Named & { readonly limit: CivilDate })[];
}

export interface ComposeRequest {
  readonly figures: BulletinFigures;
  readonly words: BulletinWords;
  readonly choices: BulletinChoices | null;
  /** 003 四: sentences on the month's points; empty where nothing is scored. */
  readonly analysis: readonly string[];
  /** Further attachments: 民生实事公示表. */
  readonly attached?: BulletinText['attachments'];
}

/** Matters listed in the text itself; the attachment has all of them. */
const LISTED = 10;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** The bulletin in the order of its sections; a section with nothing to say is left out, 逾期事项 says so. */
export function composeBulletin(request: ComposeRequest): BulletinText {
  const { figures, words } = request;
  const attachments = [
    ...(figures.units.length > 0
      ? [{ title: `${figures.period.title}各单位督查事项办理情况表`, table: unitTable(figures) }]
      : []),
    ...(figures.overdue.length > 0 ? [{ title: overdueTitle(figures), table: overdueTable(figures.overdue) }] : []),
    ...(request.attached ?? []),
  ];
  const see = (title: string): string => {
    const index = attachments.findIndex((each) => each.title.includes(title));
    return `附件${attachments.length > 1 ? index + 1 : ''}`;
  };
  const sections: readonly (readonly [string, readonly BulletinBlock[]])[] = [
    ['总体情况', [...overall(figures), ...worded(words.overall, 'overall')]],
    [
      '各类别办理情况',
      figures.categories.length > 1
        ? [tableOf(categoryTable(figures), figures.all), ...worded(words.categories, 'categories')]
        : [],
    ],
    [figures.scored ? '各单位加减分情况' : '各单位办理情况', units(request, see('办理情况表'))],
    ['逾期事项', [...overdue(figures, see('逾期事项清单')), ...worded(words.overdue, 'overdue')]],
    [praiseHeading(request), praise(request)],
    ['通报批评和整改', blame(request)],
    ['下步要求', worded(words.demands, 'demands')],
  ];
  const shown = sections.filter(([, blocks]) => blocks.length > 0);
  return {
    title: words.title,
    addressees: words.addressees,
    blocks: [
      ...worded(words.opening, 'opening'),
      ...shown.flatMap(([heading, blocks], index): readonly BulletinBlock[] => [
        { kind: 'heading1', text: `${NUMERALS[index] ?? index + 1}、${heading}`, origin: { kind: 'facts', keys: [] } },
        ...blocks,
      ]),
    ],
    attachments,
    copies: words.copies,
  };
}

const fact = (text: string, keys: readonly string[]): BulletinBlock => ({
  kind: 'text',
  text,
  origin: { kind: 'facts', keys },
});
const tableOf = (table: BulletinTable, keys: readonly string[]): BulletinBlock => ({
  kind: 'table',
  ...table,
  origin: { kind: 'facts', keys },
});
const worded = (text: string, slot: WordSlot): readonly BulletinBlock[] =>
  text.trim() === '' ? [] : [{ kind: 'text', text: text.trim(), origin: { kind: 'words', slot } }];

function overall(figures: BulletinFigures): readonly BulletinBlock[] {
  const { period, all, closed, closedOnTime, closedLate, open, letters } = figures;
  const openCount = all.length - closed.length;
  const told = closedOnTime.length + closedLate.length;
  const unclear = closed.length - told;
  const how = [
    ...(closedOnTime.length > 0 ? [`按期办结${closedOnTime.length}件`] : []),
    ...(closedLate.length > 0 ? [`超期办结${closedLate.length}件`] : []),
    ...(unclear > 0 && told > 0 ? [`是否按期不明${unclear}件`] : []),
  ];
  const rest = open.map(({ name, keys }) => `${name}${keys.length}件`);
  const reminders = (letters.reminderNotice ?? 0) + (letters.supervisionReminder ?? 0);
  const sent = (
    [
      ['交办单', letters.assignmentNotice, '份'],
      ['督查通知单', letters.supervisionNotice, '份'],
      ['催办单', reminders, '份'],
      ['督办通知单', letters.supervisionOrder, '份'],
      ['督查通知书', letters.supervisionLetter, '份'],
      ['约谈', letters.interview, '次'],
      ['移交问责', letters.referral, '件'],
    ] as const
  ).flatMap(([name, count = 0, measure]) => (count > 0 ? [`${name}${count}${measure}`] : []));
  return [
    fact(
      `截至${letterDate(period.asOf)}，列入督查台账的事项共${all.length}件，已办结${closed.length}件，占${figures.closedShare}%` +
        `${how.length > 0 ? `（${how.join('，')}）` : ''}；未办结${openCount}件，占${figures.openShare}%` +
        `${rest.length > 0 ? `，其中${rest.join('，')}` : ''}。`,
      all,
    ),
    ...(sent.length === 0 ? [] : [fact(`${periodWord(figures)}发出${sent.join('、')}。`, [])]),
  ];
}

const periodWord = ({ period }: BulletinFigures): string =>
  ({ monthly: '本月', quarterly: '本季度', halfYearly: '本半年' })[period.kind];

function units({ figures, words, analysis }: ComposeRequest, attachment: string): readonly BulletinBlock[] {
  if (figures.units.length === 0) return [];
  const moved = figures.units.filter(({ plus, minus }) => (plus ?? 0) !== 0 || (minus ?? 0) !== 0);
  const lines = figures.scored
    ? moved.map(({ unit, plus, minus, total }) => {
        const parts = [...(plus ? [pointsPhrase(plus)] : []), ...(minus ? [pointsPhrase(minus)] : [])];
        return `${unit}${parts.join('、')}，累计${total}分`;
      })
    : [];
  const sentence =
    lines.length > 0 ? `${periodWord(figures)}有加减分的单位${lines.length}个：${lines.join('；')}。` : '';
  const none = figures.scored && lines.length === 0 ? `${periodWord(figures)}各单位没有加减分。` : '';
  const keys = moved.flatMap((unit) => unit.keys);
  return [
    ...(sentence + none === '' ? [] : [fact(sentence + none, keys)]),
    ...analysis.map((text) => fact(text, [])),
    fact(`各单位督查事项办理情况见${attachment}。`, figures.all),
    ...worded(words.units, 'units'),
  ];
}

function overdueTitle({ overdue: late, period }: BulletinFigures): string {
  const some = late.length > LISTED_OVERDUE ? `，共${late.length}件，列出逾期时间最长的${LISTED_OVERDUE}件` : '';
  return `逾期事项清单（截至${letterDate(period.asOf)}${some}）`;
}

function overdue({ overdue: late, period }: BulletinFigures, attachment: string): readonly BulletinBlock[] {
  if (late.length === 0) return [fact(`截至${letterDate(period.asOf)}没有逾期事项。`, [])];
  const more = late.length > LISTED ? `其中逾期时间最长的${LISTED}件是：` : '分别是：';
  return [
    fact(
      `截至${letterDate(period.asOf)}，逾期未办结的事项共${late.length}件（见${attachment}），${more}`,
      late.map(({ key }) => key),
    ),
    ...late
      .slice(0, LISTED)
      .map((each, index) =>
        fact(`${index + 1}.${nameOf(each)}，${each.unit}，时限${letterDate(each.deadline)}，逾期${each.days}天。`, [
          each.key,
        ]),
      ),
  ];
}

const nameOf = ({ id, title }: MatterFigure): string => (id === null ? title : `${title}（${id}号）`);

const praiseHeading = ({ choices, figures }: ComposeRequest): string =>
  (choices?.commended?.length ?? 0) > 0 || figures.commended.length > 0 ? '通报表扬' : '提前完成情况';

function praise({ figures, words, choices }: ComposeRequest): readonly BulletinBlock[] {
  const { early, commended } = figures;
  const commendedNow = choices?.commended ?? null;
  const told = commended.map((event) =>
    fact(`${event.unit}于${letterDate(event.date)}受到通报表扬${basisOf(event)}。`, []),
  );
  const chosen = (commendedNow ?? []).map(({ unit, keys }) => {
    const own = early.filter(({ key }) => keys.includes(key));
    const why = own.map((each) => `${nameOf(each)}提前${each.days}天办结`).join('，');
    return fact(`对${unit}予以通报表扬${why === '' ? '' : `：${why}`}。`, keys);
  });
  const candidates =
    commendedNow === null
      ? early
          .slice(0, LISTED)
          .map((each, index) =>
            fact(
              `${index + 1}.${nameOf(each)}，${each.unit}，时限${letterDate(each.deadline)}，提前${each.days}天办结。`,
              [each.key],
            ),
          )
      : [];
  const count =
    commendedNow === null && early.length > 0
      ? [
          fact(
            `${periodWord(figures)}提前办结的事项共${early.length}件。`,
            early.map(({ key }) => key),
          ),
        ]
      : [];
  const lead = candidates.length + chosen.length > 0 ? worded(words.praise, 'praise') : [];
  return [...told, ...count, ...lead, ...chosen, ...candidates];
}

function blame({ figures, words, choices }: ComposeRequest): readonly BulletinBlock[] {
  const chosen = (choices?.criticised ?? []).map(({ unit, keys, limit }) => {
    const own = figures.overdue.filter(({ key }) => keys.includes(key));
    const why = own.map((each) => `${nameOf(each)}逾期${each.days}天`).join('，');
    return fact(
      `对${unit}予以通报批评${why === '' ? '' : `：${why}`}。限${letterDate(limit)}前整改到位，并报送整改报告。`,
      keys,
    );
  });
  const lead = chosen.length > 0 ? worded(words.blame, 'blame') : [];
  return [...lead, ...chosen, ...figures.rectifications.flatMap((each) => rectification(each, figures))];
}

/** A report that came in before this period was told then. */
function rectification(each: Rectification, { period }: BulletinFigures): readonly BulletinBlock[] {
  if (each.reportedOn !== null && each.reportedOn < period.from) return [];
  const limit = each.limit === null ? '' : `，整改报告应于${letterDate(each.limit)}前报送`;
  const standing = {
    reported: `，整改报告已于${each.reportedOn === null ? '' : letterDate(each.reportedOn)}报送${each.daysLate > 0 ? `（超期${each.daysLate}天）` : ''}`,
    waiting: '，尚未到期',
    late: `，至今未报，已超期${each.daysLate}天`,
    noLimit: '，整改报告尚未报送',
  }[each.state];
  return [fact(`${each.unit}于${letterDate(each.criticisedOn)}受到通报批评${limit}${standing}。`, each.matters)];
}

const basisOf = ({ basis }: EventFigure): string => (basis === null ? '' : `（${basis}）`);
