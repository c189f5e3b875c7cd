import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { cellName } from '../cell';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { EVENT_KINDS, type EventKind, type ScoreEvent } from '../registers/registers';
import type { UnitDirectory } from '../registers/unitDirectory';
import type { RuleSet } from '../ruleSet';
import type { MatterLinks } from './matterLinks';
import { chineseDate } from './wording';

/** An event as the clerk enters it. */
export interface EventForm {
  readonly date: CivilDate | null;
  readonly unit: string;
  readonly kind: EventKind | null;
  /** The matter it is about, where there is one. */
  readonly matter: Matter | null;
  /** For 其他加减分 only. */
  readonly points: number | null;
  readonly basis: string;
  /** Who proposed or approved it: 其他加减分 needs a name. Goes to 备注. */
  readonly author: string;
}
export type EventField = Exclude<keyof EventForm, 'matter'>;

/** An event that can be entered. */
export interface EventEntry extends Omit<EventForm, 'date' | 'kind'> {
  readonly date: CivilDate;
  readonly kind: EventKind;
}

export type EventCheck =
  /** `cautions`: it can be entered, the clerk should know this first. */
  | { readonly ok: true; readonly entry: EventEntry; readonly cautions: readonly string[] }
  | { readonly ok: false; readonly problems: readonly { readonly field: EventField; readonly sentence: string }[] };

export interface EventContext {
  readonly today: CivilDate;
  readonly asOf: CivilDate;
  readonly ruleSet: RuleSet;
  readonly directory: UnitDirectory;
  /** 参加考核 = 否. */
  readonly notAssessed: ReadonlySet<string>;
  readonly events: readonly ScoreEvent[];
  readonly links: MatterLinks;
  /** Months whose 计分明细 stands in the workbook, `2026-09`. */
  readonly issuedMonths: ReadonlySet<string>;
}

export function checkEvent(form: EventForm, context: EventContext): EventCheck {
  const problems: { field: EventField; sentence: string }[] = [];
  const { date, kind } = form;
  if (date === null) problems.push({ field: 'date', sentence: '请填日期。' });
  else if (date > context.today)
    problems.push({ field: 'date', sentence: `${chineseDate(date)}还没有到，请改正日期。` });
  const unitProblem = problemOfUnit(form.unit, context.directory);
  if (unitProblem !== null) problems.push({ field: 'unit', sentence: unitProblem });
  if (kind === null) problems.push({ field: 'kind', sentence: '请选类型。' });
  if (kind === 'manual') {
    if (form.points === null || !Number.isFinite(form.points) || form.points === 0) {
      problems.push({ field: 'points', sentence: '其他加减分要填分值，加分为正，减分为负。' });
    } else if (Math.abs(Math.round(form.points * 100) - form.points * 100) > 1e-6) {
      problems.push({ field: 'points', sentence: '分值最多两位小数。' });
    }
    if (form.basis.trim() === '') problems.push({ field: 'basis', sentence: '其他加减分要写依据。' });
    if (form.author.trim() === '') problems.push({ field: 'author', sentence: '其他加减分要写明提出或批准人的姓名。' });
  }
  if (problems.length > 0 || date === null || kind === null) return { ok: false, problems };
  const points = kind === 'manual' ? form.points : null;
  const entry: EventEntry = { ...form, date, kind, unit: unitOf(form.unit, context.directory), points };
  return { ok: true, entry, cautions: cautionsFor(entry, context) };
}

function problemOfUnit(written: string, directory: UnitDirectory): string | null {
  const unit = written.trim();
  if (unit === '') return '请填单位。';
  const found = directory.resolve(unit);
  if (found.kind === 'ambiguous') return `“${unit}”可能是${found.units.join('、')}，请写明是哪一个。`;
  return found.kind === 'openCollective' ? `“${unit}”是集合名称，请写明是哪一个单位。` : null;
}

function unitOf(written: string, directory: UnitDirectory): string {
  const found = directory.resolve(written.trim());
  return found.kind === 'alias' ? found.unit : written.trim();
}

function cautionsFor(entry: EventEntry, context: EventContext): readonly string[] {
  const { ruleSet, directory, asOf } = context;
  const name = EVENT_KINDS[entry.kind];
  const said: string[] = [];
  const same = sameEvent(entry, context);
  if (same !== null)
    said.push(
      `${cellName(same.cell)}已经登记过${entry.unit}${chineseDate(same.date)}的${name}，请核对是不是同一件事。`,
    );
  if (directory.present && directory.resolve(entry.unit).kind === 'unknown') {
    const nearest = directory.nearest(entry.unit);
    const like = nearest.length === 0 ? '' : `，相近的有${nearest.join('、')}`;
    said.push(`“${entry.unit}”不在单位名录里${like}。`);
  }
  if (context.notAssessed.has(entry.unit)) said.push(`${entry.unit}不参加考核，登记后不计分。`);
  const scored = ruleSet.scheme?.rules.some((rule) => 'on' in rule && rule.on === entry.kind) === true;
  if (!scored) said.push(`《${ruleSet.document.title}》对${name}不计分，登记后只留记录。`);
  if (entry.date > asOf) said.push('日期在统计日期之后，这次不计入。');
  const month = yearMonthOf(entry.date);
  if (scored && month < yearMonthOf(asOf) && context.issuedMonths.has(month)) {
    said.push(`${month}的计分已经印发，这一笔作为以前月份补记，计入总分。`);
  }
  return said;
}

/** Kinds that a unit can be charged with once a month at most. */
const MONTHLY: readonly EventKind[] = ['reportLate'];

/** The row that may be the same event: same unit, kind and matter, on the same day (monthly duties: in the same month). */
export function sameEvent(entry: EventEntry, { events, links, directory }: EventContext): ScoreEvent | null {
  const when = (date: CivilDate): string => (MONTHLY.includes(entry.kind) ? yearMonthOf(date) : date);
  const own = entry.matter === null ? '' : entry.matter.key;
  const found = events.find(
    (event) =>
      event.kind === entry.kind &&
      when(event.date) === when(entry.date) &&
      foldText(unitOf(event.unit, directory)) === foldText(entry.unit) &&
      [...links.keys(event.matters)].sort().join('\n') === own,
  );
  return found ?? null;
}
