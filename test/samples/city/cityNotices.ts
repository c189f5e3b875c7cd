import { addDays, workdayFrom } from '../civilDate';
import type { Iso } from '../civilDate';
import { CLERKS } from '../words/people';
import type { CellContent } from '../sampleWorkbook';
import type { CityMatter } from './cityMatters';
import { UNKNOWN_UNIT } from './cityMatters';
import type { Letter, LetterForm } from './planDraft';

/** 文书登记簿的一行。 */
export interface NoticeRow {
  readonly form: '交办单' | LetterForm;
  readonly number: string;
  readonly date: Iso;
  readonly unit: string;
  readonly ids: readonly number[];
  readonly title: string;
  readonly replyDue: Iso | null;
  readonly previous: string;
  readonly mark: string;
  readonly signedOn: Iso | null;
  readonly repliedOn: Iso | null;
}

export interface CityNotices {
  readonly rows: readonly NoticeRow[];
  /** 事项编号 → 台账里要回填的编号和日期。 */
  readonly assignmentNo: ReadonlyMap<number, string>;
  readonly reminder: ReadonlyMap<number, { number: string; date: Iso }>;
  readonly order: ReadonlyMap<number, { number: string; date: Iso }>;
}

const numbered = (n: number): string => `〔2026〕${String(n)}号`;

/** 没有交办单、凭会议纪要或批示直接交办的。 */
function hasAssignmentNotice(matter: CityMatter): boolean {
  const { plan } = matter;
  return plan.assigned !== null && plan.state !== 'notAssigned' && !plan.classified && matter.id % 17 !== 5;
}

function assignments(matters: readonly CityMatter[]): { rows: NoticeRow[]; numbers: Map<number, string> } {
  const rows: NoticeRow[] = [];
  const numbers = new Map<number, string>();
  const groups = new Map<string, CityMatter[]>();
  for (const matter of matters.filter(hasAssignmentNotice)) {
    const key = `${String(matter.plan.assigned)} ${matter.lead}`;
    groups.set(key, [...(groups.get(key) ?? []), matter]);
  }
  let next = 1;
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { plan, lead } = first;
    const date = plan.assigned as Iso;
    const row = {
      form: '交办单' as const,
      date,
      unit: lead,
      ids: group.map(({ id }) => id),
      title: group.map(({ task }) => task.title).join('；'),
      replyDue: plan.deadlineCell !== null && typeof plan.deadlineCell !== 'string' ? plan.deadlineCell.date : null,
      previous: '',
      mark: '已发',
    };
    if (next === 58) {
      rows.push({ ...row, number: numbered(next), mark: '作废', signedOn: null, repliedOn: null });
      next += 1;
    }
    rows.push({
      ...row,
      number: numbered(next),
      signedOn: first.id % 4 === 0 ? null : workdayFrom(addDays(date, first.id % 2)),
      repliedOn: plan.closedOn,
    });
    for (const { id } of group) numbers.set(id, numbered(next));
    next += 1;
  }
  return { rows, numbers };
}

interface Pending {
  readonly letter: Letter;
  readonly matters: readonly CityMatter[];
}

function pendingOf(matters: readonly CityMatter[], form: LetterForm): Pending[] {
  const byKey = new Map<string, { letter: Letter; matters: CityMatter[] }>();
  for (const matter of matters) {
    for (const letter of matter.plan.letters.filter((candidate) => candidate.form === form)) {
      const key =
        matter.plan.group === null ? `${String(matter.id)} ${letter.date}` : `${matter.plan.group} ${letter.date}`;
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, { letter, matters: [matter] });
      else found.matters.push(matter);
    }
  }
  return [...byKey.values()].sort((a, b) => a.letter.date.localeCompare(b.letter.date));
}

/** 全年的文书，各文种按发出先后连号；作废的占号，拟稿的不占，漏登的占号而不见于登记簿。 */
export function cityNotices(matters: readonly CityMatter[]): CityNotices {
  const { rows, numbers } = assignments(matters);
  const reminder = new Map<number, { number: string; date: Iso }>();
  const order = new Map<number, { number: string; date: Iso }>();
  for (const form of ['催办单', '督办通知单', '约谈', '移交'] as const) {
    let next = 1;
    for (const { letter, matters: listed } of pendingOf(matters, form)) {
      const [first] = listed;
      if (first === undefined) continue;
      const takesNumber = (form === '催办单' || form === '督办通知单') && letter.mark !== '拟稿';
      const number = takesNumber ? numbered(next) : '';
      if (takesNumber) next += 1;
      const chain = form === '催办单' ? numbers : form === '督办通知单' ? reminder : order;
      const before = chain.get(first.id);
      if (letter.mark !== '未登记') {
        rows.push({
          form,
          number,
          date: letter.date,
          unit: first.lead,
          ids: listed.map(({ id }) => id),
          title: listed.map(({ task }) => task.title).join('；'),
          replyDue: letter.replyDue,
          previous: before === undefined ? '' : typeof before === 'string' ? before : before.number,
          mark: letter.mark === '已发' && first.id % 6 === 1 ? '' : letter.mark,
          signedOn: letter.mark === '已发' && first.id % 3 !== 0 ? letter.date : null,
          repliedOn:
            letter.mark === '已发' && first.id % 5 === 0 && addDays(letter.date, 3) <= '2026-10-30'
              ? workdayFrom(addDays(letter.date, 2))
              : null,
        });
      }
      if (number !== '' && letter.mark !== '作废') {
        for (const { id } of listed) (form === '催办单' ? reminder : order).set(id, { number, date: letter.date });
      }
    }
  }
  rows.sort((a, b) => a.date.localeCompare(b.date));
  return { rows, assignmentNo: numbers, reminder, order };
}

/** 登记簿一行的各格。 */
export function noticeCells(row: NoticeRow, index: number): CellContent[] {
  const date = (iso: Iso | null): CellContent => (iso === null ? null : { date: iso });
  return [
    row.form,
    row.number,
    { date: row.date },
    row.unit,
    row.ids.length === 1 ? (row.ids[0] as number) : row.ids.join('、'),
    row.title,
    date(row.replyDue),
    row.previous,
    row.mark,
    date(row.signedOn),
    date(row.repliedOn),
    CLERKS[index % CLERKS.length] as string,
  ];
}

/** 单位名录之外的牵头单位，计分时单列。 */
export const UNLISTED_UNITS = [UNKNOWN_UNIT];
