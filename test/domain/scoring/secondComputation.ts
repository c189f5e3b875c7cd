/**
 * The scores worked out a second time: plain, slow, whole fractions and whole hundredths of a point,
 * amounts written out from the two documents. It shares nothing with the code under test.
 */
export interface PlainMatter {
  readonly row: number;
  readonly category: string;
  readonly leads: readonly string[];
  readonly co: readonly string[];
  readonly assigned: string;
  readonly due: string | null;
  readonly closed: string | null;
  readonly kind: 'plain' | 'recurring' | 'suspended';
}
export interface PlainNotice {
  readonly form: string;
  readonly number: string | null;
  readonly date: string;
  readonly to: readonly string[];
  readonly status: string;
  readonly matters: readonly number[];
}
export interface PlainEvent {
  readonly date: string;
  readonly unit: string;
  readonly kind: string;
  readonly points: number | null;
  readonly basis: string | null;
  readonly matter: number | null;
}
export interface PlainExtension {
  readonly matter: number;
  readonly date: string;
  readonly approver: string | null;
}
export interface PlainUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly section: 'named' | 'none' | 'unknown';
  readonly officers: number | null;
  readonly assessed: boolean;
}
export interface PlainCase {
  readonly scheme: 'dengzhou-2018' | 'county-2023';
  readonly asOf: string;
  readonly matters: readonly PlainMatter[];
  readonly notices: readonly PlainNotice[];
  readonly events: readonly PlainEvent[];
  readonly extensions: readonly PlainExtension[];
  readonly directory: readonly PlainUnit[] | null;
  readonly annual: boolean;
  readonly strict: boolean;
  readonly everyThird: boolean;
  readonly fullMarks: boolean;
  /** Tenths. */
  readonly coTenths: number;
}
export interface PlainScore {
  /** Hundredths of a point. */
  readonly total: number | null;
  readonly month: number | null;
}

const DENGZHOU: Record<string, number> = {
  reminderNotice: -20,
  supervisionOrder: -50,
  interview: -300,
  meetingLate: -20,
  meetingEarly: -20,
  meetingSubstitute: -20,
  meetingAbsent: -50,
  materialLate: -20,
  commendation: 100,
  criticism: -100,
};
const WEIGHTS: Record<string, number> = {
  政府工作报告: 20,
  为民实事: 10,
  阶段性重点工作: 15,
  会议议定事项: 10,
  建议提案: 15,
  领导批示件: 10,
};

const monthEnd = (date: string): string => {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
const endOfMonthBefore = (date: string): string => {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
};

/** Hundredths of numerator ÷ denominator points, half away from zero. */
function hundredths(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n;
  const scaled = numerator * sign * 100n;
  return Number(sign * ((scaled * 2n + denominator) / (denominator * 2n)));
}

function meant(one: PlainCase, written: string): readonly string[] {
  if (one.directory === null) return written.startsWith('各') ? [] : [written];
  const own = one.directory.find((unit) => unit.name === written);
  const aliased = one.directory.filter((unit) => unit.aliases.includes(written));
  const unit = own ?? (aliased.length === 1 ? aliased[0] : undefined);
  if (unit !== undefined) return unit.members.length > 0 ? unit.members : [unit.name];
  return aliased.length > 1 ? [] : [written];
}

const uses = (one: PlainCase, names: readonly string[], unit: string): boolean =>
  names.some((name) => meant(one, name).includes(unit));

function listed(one: PlainCase): readonly string[] {
  const rolled = (one.directory ?? []).filter((unit) => unit.members.length === 0).map((unit) => unit.name);
  const leads = one.matters.flatMap((matter) => matter.leads.flatMap((name) => meant(one, name)));
  const out = (one.directory ?? []).filter((unit) => !unit.assessed).map((unit) => unit.name);
  return [...new Set([...rolled, ...leads])].filter((name) => !out.includes(name));
}

function stateOf(matter: PlainMatter, date: string): 'closedInTime' | 'closedLate' | 'closed' | 'late' | 'open' | 'no' {
  if (matter.closed !== null && matter.closed <= date) {
    if (matter.due === null) return 'closed';
    return matter.closed <= matter.due ? 'closedInTime' : 'closedLate';
  }
  if (matter.kind !== 'plain' || matter.assigned > date) return 'no';
  return matter.due !== null && matter.due < date ? 'late' : 'open';
}

function openInMonth(matter: PlainMatter, end: string): boolean {
  const first = `${end.slice(0, 7)}-01`;
  if (matter.kind === 'suspended' && (matter.closed === null || matter.closed > end)) return false;
  for (let day = first; day <= end;) {
    if (matter.assigned <= day && (matter.closed === null || matter.closed > day)) return true;
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
    day = next.toISOString().slice(0, 10);
  }
  return false;
}

interface Due {
  readonly date: string;
  readonly points: number;
}

function dengzhouLines(one: PlainCase, unit: string, asOf: string): readonly Due[] {
  const lines: Due[] = [];
  const year = asOf.slice(0, 4);
  const counts = (date: string): boolean => date.slice(0, 4) === year && date <= asOf;
  const seen = new Set<string>();
  const shared = new Set<string>();
  const sent = one.notices
    .map((notice, index) => ({ ...notice, id: `${notice.form}${notice.number ?? `row${index}`}${notice.date}` }))
    .filter((notice) => notice.status === 'sent' && counts(notice.date) && DENGZHOU[notice.form] !== undefined);
  for (const notice of sent) {
    if (!uses(one, notice.to, unit) || seen.has(notice.id)) continue;
    seen.add(notice.id);
    lines.push({ date: notice.date, points: DENGZHOU[notice.form]! });
  }
  if (one.coTenths > 0) {
    const someoneListed = (notice: PlainNotice): boolean => listed(one).some((name) => uses(one, notice.to, name));
    for (const notice of sent) {
      const named = one.matters.filter((matter) => notice.matters.includes(matter.row));
      if (!someoneListed(notice) || !named.some((matter) => uses(one, matter.co, unit))) continue;
      if (seen.has(notice.id) || shared.has(notice.id)) continue;
      shared.add(notice.id);
      const points = hundredths(BigInt(DENGZHOU[notice.form]! * one.coTenths), 1000n);
      lines.push({ date: notice.date, points });
    }
  }
  for (const event of one.events) {
    if (!counts(event.date) || !uses(one, [event.unit], unit)) continue;
    if (DENGZHOU[event.kind] !== undefined) lines.push({ date: event.date, points: DENGZHOU[event.kind]! });
    if (event.kind === 'manual' && event.points !== null && event.basis !== null) {
      lines.push({ date: event.date, points: Math.round(event.points * 100) });
    }
  }
  return lines;
}

interface Reissued {
  readonly to: readonly string[];
  readonly rows: readonly number[];
}

/** Orders given to the unit again after an approved extension, with the matters that made them so. */
function reissuedOrders(one: PlainCase, unit: string, asOf: string): ReadonlyMap<string, Reissued> {
  const sent = one.notices
    .map((notice, index) => ({ ...notice, id: `${notice.number ?? `row${index}`}${notice.date}` }))
    .filter((notice) => notice.status === 'sent' && notice.form === 'supervisionOrder' && notice.date <= asOf);
  const orders = sent.filter((notice) => uses(one, notice.to, unit));
  const again = new Map<string, Reissued>();
  for (const order of orders) {
    if (order.date.slice(0, 4) !== asOf.slice(0, 4)) continue;
    const rows = order.matters.filter((row) => {
      const matter = one.matters.find((each) => each.row === row)!;
      const first = orders.some((other) => other.date < order.date && other.matters.includes(row));
      const struckOff = matter.closed !== null && matter.closed < order.date;
      const extended = one.extensions.some(
        (extension) => extension.matter === row && extension.date <= order.date && extension.approver === '李市长',
      );
      return first && !struckOff && extended;
    });
    const before = again.get(order.id);
    const to = sent.filter(({ id }) => id === order.id).flatMap((notice) => notice.to);
    if (rows.length > 0) again.set(order.id, { to, rows: [...rows, ...(before?.rows ?? [])] });
  }
  return again;
}

function countyTotal(one: PlainCase, unit: string, asOf: string): number | null {
  const year = asOf.slice(0, 4);
  const counts = (date: string): boolean => date.slice(0, 4) === year && date <= asOf;
  const led = one.matters.filter((matter) => uses(one, matter.leads, unit));
  const undertaken = led.filter(
    (matter) =>
      matter.assigned <= asOf || matter.kind === 'suspended' || (matter.closed !== null && matter.closed <= asOf),
  );
  const categories = Object.keys(WEIGHTS).filter((name) => undertaken.some((matter) => matter.category === name));
  if (categories.length === 0 && !one.fullMarks) return null;

  const weights = categories.reduce((total, name) => total + WEIGHTS[name]!, 0);
  let tasks = 0;
  for (const name of categories) {
    const own = led.filter((matter) => matter.category === name).map((matter) => stateOf(matter, asOf));
    const counted = own.filter((state) => state !== 'no' && (state !== 'open' || one.annual));
    const failed = counted.filter(
      (state) => state === 'late' || state === 'open' || (one.strict && state === 'closedLate'),
    ).length;
    if (failed === 0) continue;
    const weight = BigInt(WEIGHTS[name]! * 80);
    tasks +=
      name === '为民实事'
        ? hundredths(-weight, BigInt(weights))
        : hundredths(-weight * BigInt(failed), BigInt(weights * counted.length));
  }

  const events = one.events.filter((event) => counts(event.date) && uses(one, [event.unit], unit));
  const missed = events.filter((event) => {
    if (event.kind !== 'reportLate') return false;
    const end = monthEnd(event.date) < asOf ? monthEnd(event.date) : asOf;
    return led.some((matter) => openInMonth(matter, end));
  }).length;
  let deadlines = -100 * missed;
  if (events.some((event) => event.kind === 'noWorkPlan')) deadlines -= 200;
  if (events.some((event) => event.kind === 'ledgerIncomplete')) deadlines -= 300;
  deadlines -= 200 * (one.everyThird ? Math.floor(missed / 3) : missed >= 3 ? 1 : 0);

  const commended = events.filter((event) => event.kind === 'commendedMatter');
  const praised = new Set(commended.flatMap((event) => (event.matter === null ? [] : [event.matter]))).size;
  const bonus = 500 * (praised + commended.filter((event) => event.matter === null).length);

  const entry = one.directory?.find((row) => row.name === unit);
  const organisation = (entry?.section === 'none' ? -200 : 0) + (entry?.officers === 0 ? -300 : 0);

  const reissued = -100 * reissuedOrders(one, unit, asOf).size;
  const shared = new Set<string>();
  for (const other of listed(one)) {
    for (const [id, { to, rows }] of reissuedOrders(one, other, asOf)) {
      const cooperates = rows.some((row) => uses(one, one.matters.find((matter) => matter.row === row)!.co, unit));
      if (cooperates && !uses(one, to, unit)) shared.add(id);
    }
  }
  const cooperation = -10 * one.coTenths * shared.size;

  const manual = events
    .filter((event) => event.kind === 'manual' && event.points !== null && event.basis !== null)
    .reduce((total, event) => total + Math.round(event.points! * 100), 0);
  return (
    10000 +
    organisation +
    Math.max(-1500, deadlines) +
    Math.max(-8000, tasks) +
    Math.min(2000, bonus) +
    reissued +
    cooperation +
    manual
  );
}

/** By unit. */
export function secondComputation(one: PlainCase): ReadonlyMap<string, PlainScore> {
  return new Map(
    listed(one).map((unit) => {
      if (one.scheme === 'dengzhou-2018') {
        const lines = dengzhouLines(one, unit, one.asOf);
        const add = (some: readonly Due[]): number => some.reduce((total, { points }) => total + points, 0);
        const month = add(lines.filter(({ date }) => date.slice(0, 7) === one.asOf.slice(0, 7)));
        return [unit, { total: 10000 + add(lines), month }];
      }
      const total = countyTotal(one, unit, one.asOf);
      const january = one.asOf.slice(5, 7) === '01';
      const before = january ? 10000 : (countyTotal(one, unit, endOfMonthBefore(one.asOf)) ?? 10000);
      return [unit, { total, month: total === null ? null : total - before }];
    }),
  );
}
