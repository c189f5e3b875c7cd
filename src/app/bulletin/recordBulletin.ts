import type { BulletinChoices } from '../../domain/bulletin/composeBulletin';
import { rectificationNote } from '../../domain/bulletin/rectifications';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { letterDate } from '../../domain/notices/letterDate';
import type { RegisterValue } from '../../domain/notices/registerRow';
import type { Plan } from '../../domain/plan';
import { EVENT_HEADERS } from '../../domain/registers/readEvents';
import { EVENT_KINDS, type ScoreEvent } from '../../domain/registers/registers';
import { readAlike } from '../reading/readAlike';
import { appendToRegister } from '../registers/registerRows';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';

type EventRow = Readonly<Partial<Record<(typeof EVENT_HEADERS)[number], RegisterValue>>>;

export interface BulletinIssue {
  readonly issuedOn: CivilDate;
  /** The bulletin's title. */
  readonly basis: string;
}

/** An event of 加减分登记 that the bulletin of that day itself says. */
export const saidBy =
  (choices: BulletinChoices | null, issuedOn: CivilDate) =>
  ({ unit, kind, date }: Pick<ScoreEvent, 'unit' | 'kind' | 'date'>): boolean => {
    if (choices === null || date !== issuedOn) return false;
    if (kind === 'commendation') return (choices.commended ?? []).some((named) => named.unit === unit);
    return kind === 'criticism' && choices.criticised.some((named) => named.unit === unit);
  };

/** What a bulletin says of a unit, and is not on record yet. */
function eventsToEnter(of: Review, choices: BulletinChoices, { issuedOn, basis }: BulletinIssue) {
  const standing = (of.registers.events ?? []).filter(saidBy(choices, issuedOn));
  const stands = (unit: string, kind: ScoreEvent['kind']): boolean =>
    standing.some((event) => event.unit === unit && event.kind === kind);
  const matters = mattersByKey(of);
  const event = (unit: string, kind: 'commendation' | 'criticism', keys: readonly string[], note: string | null) => {
    const about = keys.flatMap((key) => matters.get(key) ?? []);
    const [sheet, ...others] = new Set(about.map((matter) => matter.sheet));
    // Numbers repeat from ledger to ledger: without one 台账 for all of them they would lead astray.
    const oneLedger = others.length === 0;
    return {
      unit,
      kind,
      ids: oneLedger ? about.flatMap(({ id }) => id ?? []) : [],
      ledger: oneLedger ? (sheet ?? null) : null,
      basis,
      note,
    };
  };
  return [
    ...(choices.commended ?? [])
      .filter(({ unit }) => !stands(unit, 'commendation'))
      .map(({ unit, keys }) => event(unit, 'commendation', keys, null)),
    ...choices.criticised
      .filter(({ unit }) => !stands(unit, 'criticism'))
      .map(({ unit, keys, limit }) => event(unit, 'criticism', keys, rectificationNote(letterDate(limit)))),
  ];
}

/** The review as it will be once what the bulletin says is on record, so that its own figures hold afterwards. */
export function withBulletinEvents(of: Review, choices: BulletinChoices, issue: BulletinIssue): Review {
  const cell = { sheet: '加减分登记', row: 0, column: 0 };
  const entered = eventsToEnter(of, choices, issue).map(({ unit, kind, ids, ledger, basis, note }): ScoreEvent => ({
    cell,
    date: issue.issuedOn,
    unit,
    kind,
    matters: { ledger, ids, title: null },
    points: null,
    basis,
    note,
  }));
  return entered.length === 0
    ? of
    : { ...of, registers: { ...of.registers, events: [...(of.registers.events ?? []), ...entered] } };
}

/**
 * Rows of 加减分登记 for what a bulletin commends and criticises, so that they score and the 整改报告 is tracked. A row
 * of that unit, kind and day that stands already is not written twice.
 */
export function planBulletinEvents(of: Review, choices: BulletinChoices, issue: BulletinIssue): Plan {
  const rows = eventsToEnter(of, choices, issue).map(({ unit, kind, ids, ledger, basis, note }): EventRow => ({
    日期: { date: issue.issuedOn },
    单位: { text: unit },
    类型: { text: EVENT_KINDS[kind] },
    ...(ids.length === 0 ? {} : { 事项编号: { text: ids.join('、') } }),
    ...(ledger === null ? {} : { 台账: { text: ledger } }),
    依据: { text: basis },
    ...(note === null ? {} : { 备注: { text: note } }),
  }));
  return {
    action: 'bulletin',
    asOf: of.asOf,
    expectations: rows.length === 0 ? [] : readAlike(of),
    changes: appendToRegister(of, {
      register: '加减分登记',
      headers: EVENT_HEADERS,
      rows,
      widths: { 单位: 24, 类型: 14, 依据: 40, 备注: 36 },
    }),
  };
}
