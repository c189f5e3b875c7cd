import { monthOf, yearOf, type CivilDate } from '../../domain/calendar/civilDate';
import type { Plan } from '../../domain/plan';
import { EVENT_HEADERS } from '../../domain/registers/readEvents';
import { EVENT_KINDS } from '../../domain/registers/registers';
import { createUnitDirectory } from '../../domain/registers/unitDirectory';
import { checkEvent, sameEvent } from '../../domain/scoring/eventForm';
import type { EventCheck, EventContext, EventEntry, EventForm } from '../../domain/scoring/eventForm';
import { matterLinks } from '../../domain/scoring/matterLinks';
import { missedReports } from '../../domain/scoring/missedReports';
import { identityOf } from '../ledger/identity';
import { appendToRegister } from '../registers/registerRows';
import type { Review } from '../reading/review';
import { scoringInput } from './scoreReview';

const REGISTER = '加减分登记';
const WIDTHS = { 单位: 20, 类型: 16, 事项: 40, 依据: 40, 备注: 20 } as const;

/** What an event is checked against. */
function contextOf(of: Review, today: CivilDate): EventContext {
  const { registers } = of;
  const issued = of.reading.snapshot.sheets.flatMap(({ name }) => /^计分明细 (\d{4}-\d{2})$/.exec(name)?.[1] ?? []);
  return {
    today,
    asOf: of.asOf,
    ruleSet: of.ruleSet,
    directory: createUnitDirectory(registers.directory),
    notAssessed: new Set((registers.directory ?? []).filter(({ assessed }) => !assessed).map(({ name }) => name)),
    events: registers.events ?? [],
    links: matterLinks(of.matters),
    issuedMonths: new Set(issued),
  };
}

/** Whether an event can be entered, with what the clerk should know before. */
export const checkEventForm = (of: Review, form: EventForm, today: CivilDate): EventCheck =>
  checkEvent(form, contextOf(of, today));

/**
 * The plan that puts events under 加减分登记 (made where the workbook has none). One that is on record already with the
 * same 依据, or twice in the list, is left out: one event never counts twice.
 */
export function planEvents(of: Review, entries: readonly EventEntry[]): Plan {
  const context = contextOf(of, of.asOf);
  const told = new Set<string>();
  const taken = entries.filter((entry) => {
    const { date, unit, kind, matter, points, basis } = entry;
    const identity = JSON.stringify([date, unit, kind, matter?.key ?? null, points, basis.trim()]);
    const standing = sameEvent(entry, context);
    const onRecord = standing !== null && (standing.basis ?? '') === basis.trim() && standing.points === points;
    if (onRecord || told.has(identity)) return false;
    told.add(identity);
    return true;
  });
  return {
    action: 'register',
    asOf: of.asOf,
    expectations: taken.flatMap(({ matter }) => (matter === null ? [] : identityOf(of, matter))),
    changes: appendToRegister(of, {
      register: REGISTER,
      headers: EVENT_HEADERS,
      widths: WIDTHS,
      rows: taken.map(({ date, unit, kind, matter, points, basis, author }) => ({
        日期: { date },
        单位: { text: unit },
        类型: { text: EVENT_KINDS[kind] },
        事项编号: textOf(matter?.id ?? null),
        事项: textOf(matter === null || matter.classified ? null : matter.title),
        分值: points === null ? null : { number: points },
        依据: textOf(basis),
        备注: textOf(author),
        台账: textOf(matter?.sheet ?? null),
      })),
    }),
  };
}

const textOf = (text: string | null): { readonly text: string } | null =>
  text === null || text.trim() === '' ? null : { text: text.trim() };

/** An event proposed from the ledgers; the clerk confirms it. */
export interface ProposedEvent {
  readonly entry: EventEntry;
  /** Keys of the matters open without a word. */
  readonly matters: readonly string[];
}

/** Units that reported on none of their open matters in that month (1–12), as 未按时报送进展 or 材料未按时报送. */
export function proposedEvents(of: Review, year: number, month: number): readonly ProposedEvent[] {
  return missedReports(scoringInput(of), year, month).map(({ unit, kind, date, matters }) => ({
    matters,
    entry: {
      date,
      unit,
      kind,
      matter: null,
      points: null,
      basis: `${yearOf(date)}年${monthOf(date)}月在办事项${matters.length}项，没有报送进展`,
      author: '',
    },
  }));
}
