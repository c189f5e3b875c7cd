import type { Assessment } from '../assessment';
import { yearOf, type CivilDate } from '../calendar/civilDate';
import { cellName } from '../cell';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { forEach, map, PORTION, type InPortions } from '../portions';
import { NOTICE_FORMS, type NoticeEntry, type Registers, type ScoreEvent } from '../registers/registers';
import type { Settings } from '../ruleSet';
import type { Charge } from './account';
import type { Leading } from './leading';
import type { MatterLinks } from './matterLinks';
import { lastDayOfMonth } from './openMonths';
import { reissuedMatters, type SentNotice } from './reissuedOrders';
import { unitsMeant } from './rowsOfUnits';
import type { ChargeKind, Scheme } from './scheme';
import type { NotScoredReason } from './score';
import { mentioned, namesIn, type UnitRoll } from './unitRoll';
import { chargeName } from './wording';

/** Forms that one of the published schemes scores: named where the chosen one does not. */
const SCORED_FORMS: readonly ChargeKind[] = ['reminderNotice', 'supervisionOrder', 'interview'];

export interface ChargeSources {
  readonly registers: Registers;
  readonly scheme: Scheme;
  readonly settings: Settings;
  readonly asOf: CivilDate;
  /** How a matter stands at asOf, by key. */
  readonly assessmentOf: (key: string) => Assessment | null;
  readonly leading: Leading;
  readonly roll: UnitRoll;
  readonly links: MatterLinks;
  /** Whether the unit had an open matter in the month of that last day (or asOf). */
  readonly hadOpenMatter: (unit: string, monthEnd: CivilDate) => InPortions<boolean>;
}

export interface Charges {
  /** By unit, by date, of the year up to asOf. */
  readonly byUnit: ReadonlyMap<string, readonly Charge[]>;
  readonly findings: readonly Finding[];
}

/** What the sent notices and the events of the year charge each listed unit with (rules.md §5). */
export function* gatherCharges(sources: ChargeSources): InPortions<Charges> {
  const { asOf, scheme, leading, roll } = sources;
  const scored = new Set<ChargeKind>(scheme.rules.flatMap((rule) => ('on' in rule ? [rule.on] : [])));
  const byUnit = new Map<string, Charge[]>();
  const findings: Finding[] = [];
  const inYear = (date: CivilDate): boolean => yearOf(date) === yearOf(asOf) && date <= asOf;
  const say = (row: ScoreEvent | NoticeEntry, on: ChargeKind, unit: string, reason: NotScoredReason): void => {
    const expected = reason === 'notInScheme' || reason === 'unitNotAssessed';
    const facts = { kind: chargeName(on), unit, date: row.date, reason };
    findings.push(findingOf('event-not-scored', row.cell, facts, { level: expected ? 'info' : 'warning' }));
  };
  /** Of a name whose units are all listed, as nearly all are, nothing is to be said. */
  const plain = new Map<string, readonly string[] | null>();
  const plainly = (written: string): readonly string[] | null => {
    let units = plain.get(written);
    if (units === undefined) {
      const meaning = roll.meaning(written);
      const listed = meaning.kind === 'units' && meaning.units.every((unit) => leading.listed.has(unit));
      plain.set(written, (units = listed ? [...new Set(meaning.units)] : null));
    }
    return units;
  };
  /** The listed units a row concerns; what keeps the others out is said. */
  const concerned = (row: ScoreEvent | NoticeEntry, on: ChargeKind): readonly string[] => {
    const units = plainly(row.unit);
    if (units !== null) return units;
    const names = namesIn(roll, row.unit);
    if (names.length === 0) say(row, on, '', 'unitMissing');
    const meant = names.flatMap((name) => {
      const meaning = roll.meaning(name);
      if (meaning.kind === 'units') return meaning.units;
      if (meaning.kind === 'unknown') {
        if (roll.units !== null) {
          findings.push(findingOf('unknown-unit', row.cell, { unit: meaning.unit }));
        }
        return [meaning.unit];
      }
      if (meaning.kind === 'collective') {
        findings.push(findingOf('collective-unit', row.cell, { unit: name }, { level: 'warning' }));
        return [];
      }
      findings.push(findingOf('ambiguous-alias', row.cell, { alias: name, candidates: meaning.candidates }));
      return [];
    });
    return [...new Set(meant)].filter((unit) => {
      if (leading.listed.has(unit)) return true;
      say(row, on, unit, roll.entry(unit)?.assessed === false ? 'unitNotAssessed' : 'unitNotListed');
      return false;
    });
  };
  const add = (unit: string, charge: Charge): void => {
    const charges = byUnit.get(unit);
    if (charges === undefined) byUnit.set(unit, [charge]);
    else charges.push(charge);
  };

  for (const { charge, unit } of yield* noticeCharges(sources, scored, inYear, concerned, say)) add(unit, charge);

  for (const [index, event] of (sources.registers.events ?? []).entries()) {
    if (index % PORTION === 0) yield;
    if (!inYear(event.date)) continue;
    if (!scored.has(event.kind)) {
      say(event, event.kind, event.unit, 'notInScheme');
      continue;
    }
    const manual = scheme.rules.some((rule) => rule.kind === 'manual' && rule.on === event.kind);
    if (manual && event.points === null) say(event, event.kind, event.unit, 'pointsMissing');
    else if (manual && (event.basis ?? '').trim() === '') say(event, event.kind, event.unit, 'basisMissing');
    else {
      for (const unit of concerned(event, event.kind)) {
        const date = chargeDate(event, scheme, asOf);
        if (!monthly(event, scheme) || (yield* sources.hadOpenMatter(unit, date))) {
          add(unit, eventCharge(event, date, sources.links));
        } else say(event, event.kind, unit, 'noOpenMatter');
      }
    }
  }

  for (const charges of byUnit.values()) charges.sort(byDateThenCell);
  return { byUnit, findings };
}

/** A charge may be another at another date: it is for a month that still runs, or asks whether the matter was closed. */
export const chargesFollowDate = (scheme: Scheme): boolean =>
  scheme.rules.some((rule) => rule.kind === 'perEvent' && (rule.monthlyReport === true || rule.afterFirst === true));

/** Those of an earlier date in the same year, under a scheme whose charges do not follow the date. */
export const chargesUpTo = ({ byUnit }: Charges, date: CivilDate): Charges => ({
  byUnit: new Map([...byUnit].map(([unit, charges]) => [unit, charges.filter((charge) => charge.date <= date)])),
  findings: [],
});

const monthly = (event: ScoreEvent, scheme: Scheme): boolean =>
  scheme.rules.some((rule) => rule.kind === 'perEvent' && rule.on === event.kind && rule.monthlyReport === true);

/** A monthly duty is missed on the month's last day, or on asOf while the month runs. */
function chargeDate(event: ScoreEvent, scheme: Scheme, asOf: CivilDate): CivilDate {
  if (!monthly(event, scheme)) return event.date;
  const monthEnd = lastDayOfMonth(event.date);
  return monthEnd < asOf ? monthEnd : asOf;
}

function eventCharge(event: ScoreEvent, date: CivilDate, links: MatterLinks): Charge {
  return {
    on: event.kind,
    date,
    cell: event.cell,
    number: null,
    matters: links.find(event.matters),
    matterKeys: links.keys(event.matters),
    share: 1,
    reissued: [],
    points: event.points,
    basis: event.basis,
    note: event.note,
  };
}

interface AddressedNotice extends SentNotice {
  readonly unit: string;
  readonly row: NoticeEntry;
  readonly matterKeys: readonly string[];
}

interface UnitCharge {
  readonly unit: string;
  readonly charge: Charge;
}

/** One notice to one addressee is one charge: rows of one form, number and day are one notice. */
function* noticeCharges(
  sources: ChargeSources,
  scored: ReadonlySet<ChargeKind>,
  inYear: (date: CivilDate) => boolean,
  concerned: (row: NoticeEntry, on: ChargeKind) => readonly string[],
  say: (row: NoticeEntry, on: ChargeKind, unit: string, reason: NotScoredReason) => void,
): InPortions<readonly UnitCharge[]> {
  const { registers, asOf, links, settings, roll } = sources;
  const addressed = new Map<string, AddressedNotice>();
  yield* forEach(registers.notices ?? [], (row) => {
    if (row.status !== 'sent' || row.date > asOf) return;
    if (!scored.has(row.form)) {
      if (inYear(row.date) && SCORED_FORMS.includes(row.form)) say(row, row.form, row.unit, 'notInScheme');
      return;
    }
    const matters = links.find(row.matters);
    const matterKeys = links.keys(row.matters);
    // Addressees of an earlier year's notice: it only tells a first order from a later one.
    for (const unit of inYear(row.date) ? concerned(row, row.form) : unitsMeant(roll, row.unit)) {
      const number = foldText(row.number ?? '');
      const identity = `${row.form}|${number === '' ? cellName(row.cell) : number}|${row.date}|${unit}`;
      const before = addressed.get(identity);
      addressed.set(identity, {
        unit,
        row: before !== undefined && before.row.cell.row < row.cell.row ? before.row : row,
        date: row.date,
        matters: before === undefined ? matters : [...new Set([...before.matters, ...matters])],
        matterKeys: before === undefined ? matterKeys : [...new Set([...before.matterKeys, ...matterKeys])],
      });
    }
  });

  const notices = [...addressed.values()];
  const repeats = new Set(
    sources.scheme.rules.flatMap((rule) => (rule.kind === 'perEvent' && rule.afterFirst === true ? [rule.on] : [])),
  );
  const sentTo = new Map<string, AddressedNotice[]>();
  for (const notice of repeats.size === 0 ? [] : notices) {
    const own = sentTo.get(notice.unit);
    if (own === undefined) sentTo.set(notice.unit, [notice]);
    else own.push(notice);
  }
  const charges = yield* map(
    notices.filter((notice) => inYear(notice.date)),
    (notice) => {
      const others = repeats.has(notice.row.form)
        ? (sentTo.get(notice.unit) ?? []).filter((other) => other.row.form === notice.row.form)
        : [];
      return {
        unit: notice.unit,
        charge: {
          on: notice.row.form,
          date: notice.date,
          cell: notice.row.cell,
          number: notice.row.number,
          matters: notice.matters,
          matterKeys: notice.matterKeys,
          share: 1,
          reissued: reissuedMatters(notice, others, sources.assessmentOf, registers.proceedings ?? [], links),
          points: null,
          basis: null,
          note: null,
        } satisfies Charge,
      };
    },
  );
  return settings.coUnitRatio === 0 ? charges : [...charges, ...coUnitCharges(charges, sources)];
}

/** Setting `coUnitRatio`: cooperating units of a notice's matters bear that share of it, once a notice. */
function coUnitCharges(charges: readonly UnitCharge[], { leading, settings }: ChargeSources): readonly UnitCharge[] {
  const identity = (unit: string, { on, number, date, cell }: Charge): string =>
    `${unit}|${on}|${foldText(number ?? '') || cellName(cell)}|${date}`;
  const addressed = new Set(charges.map(({ unit, charge }) => identity(unit, charge)));
  const shares = new Map<string, UnitCharge>();
  for (const { charge } of charges) {
    for (const unit of new Set(charge.matters.flatMap((matter) => mentioned(matter.coUnits)))) {
      const key = identity(unit, charge);
      if (addressed.has(key) || !leading.listed.has(unit)) continue;
      const before = shares.get(key)?.charge;
      const own = (matters: readonly Matter[], others: readonly Matter[] = []): readonly Matter[] => [
        ...new Set([...others, ...matters.filter((matter) => mentioned(matter.coUnits).includes(unit))]),
      ];
      const matters = own(charge.matters, before?.matters);
      const reissued = own(charge.reissued, before?.reissued);
      const matterKeys = matters.map(({ key: matter }) => matter);
      shares.set(key, { unit, charge: { ...charge, matters, reissued, matterKeys, share: settings.coUnitRatio } });
    }
  }
  return [...shares.values()];
}

function byDateThenCell(a: Charge, b: Charge): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const form = (charge: Charge): number => (charge.on in NOTICE_FORMS ? 0 : 1);
  return form(a) - form(b) || a.cell.row - b.cell.row;
}
