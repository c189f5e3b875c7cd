import type { BulletinChoices } from '../domain/bulletin/composeBulletin';
import { rectificationNote } from '../domain/bulletin/rectifications';
import type { CivilDate } from '../domain/calendar/civilDate';
import { letterDate } from '../domain/notices/letterDate';
import type { RegisterValue } from '../domain/notices/registerRow';
import type { Plan } from '../domain/plan';
import { EVENT_HEADERS } from '../domain/registers/readEvents';
import { EVENT_KINDS } from '../domain/registers/registers';
import { readAlike } from './readAlike';
import { appendToRegister } from './registerRows';
import type { Review } from './review';

type EventRow = Readonly<Partial<Record<(typeof EVENT_HEADERS)[number], RegisterValue>>>;

/**
 * Rows of 加减分登记 for what a bulletin commends and criticises, so that they score and the 整改报告 is tracked. A row
 * of that unit, kind and day that stands already is not written twice. `basis`: the bulletin's title.
 */
export function planBulletinEvents(
  of: Review,
  choices: BulletinChoices,
  { issuedOn, basis }: { readonly issuedOn: CivilDate; readonly basis: string },
): Plan {
  const stands = (unit: string, kind: 'commendation' | 'criticism'): boolean =>
    (of.registers.events ?? []).some((event) => event.unit === unit && event.kind === kind && event.date === issuedOn);
  const matters = new Map(of.matters.map((matter) => [matter.key, matter]));
  const rowOf = (unit: string, kind: 'commendation' | 'criticism', keys: readonly string[], note: string): EventRow => {
    const about = keys.flatMap((key) => matters.get(key) ?? []);
    const ids = about.flatMap(({ id }) => id ?? []).join('、');
    const [sheet, ...others] = new Set(about.map((matter) => matter.sheet));
    return {
      日期: { date: issuedOn },
      单位: { text: unit },
      类型: { text: EVENT_KINDS[kind] },
      // Numbers repeat from ledger to ledger: without one 台账 for all of them they would lead astray.
      ...(ids === '' || others.length > 0 ? {} : { 事项编号: { text: ids } }),
      ...(sheet === undefined || others.length > 0 ? {} : { 台账: { text: sheet } }),
      依据: { text: basis },
      ...(note === '' ? {} : { 备注: { text: note } }),
    };
  };
  const rows = [
    ...choices.commended
      .filter(({ unit }) => !stands(unit, 'commendation'))
      .map(({ unit, keys }) => rowOf(unit, 'commendation', keys, '')),
    ...choices.criticised
      .filter(({ unit }) => !stands(unit, 'criticism'))
      .map(({ unit, keys, limit }) => rowOf(unit, 'criticism', keys, rectificationNote(letterDate(limit)))),
  ];
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
