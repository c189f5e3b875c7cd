import { yearOf } from '../../domain/calendar/civilDate';
import { carriedYearInPortions, type CarriedYear } from '../../domain/carryOver';
import type { Plan } from '../../domain/plan';
import { atOnce, filter, map, type InPortions } from '../../domain/portions';
import { identityOf } from './identity';
import type { Review } from '../reading/review';

export type CarryOver =
  | {
      readonly ok: true;
      readonly name: string;
      readonly carried: CarriedYear['carried'];
      readonly remarks: readonly string[];
      readonly plan: Plan;
    }
  | { readonly ok: false; readonly sentence: string };

/** Excel's longest sheet name. */
const LONGEST_NAME = 31;

/** Unfinished matters of one ledger into a new sheet for the year after; the old sheet is not touched. */
export const planCarryOver = (of: Review, sheet: string): CarryOver => atOnce(carryOverInPortions(of, sheet));

export function* carryOverInPortions(of: Review, sheet: string): InPortions<CarryOver> {
  const ledger = of.ledgers.find((own) => own.sheet === sheet);
  if (ledger === undefined) return { ok: false, sentence: `没有名为“${sheet}”的台账。` };
  const from = ledger.titleYear ?? yearOf(of.asOf);
  const to = from + 1;
  const name = nameFor(sheet, from, to);
  const taken = of.reading.survey.sheets.some(({ head }) => head.name === name);
  if (taken) return { ok: false, sentence: `已经有名为“${name}”的工作表，没有结转；请先改名或删去。` };
  const surveyed = of.reading.survey.sheets.find(({ head }) => head.name === sheet);
  const { content, carried, formulas } = yield* carriedYearInPortions(
    ledger,
    of.assessments,
    { from, to },
    surveyed?.formulaAreas ?? [],
  );
  if (carried.length === 0) return { ok: false, sentence: `“${sheet}”的事项都已办结，没有要结转的。` };
  const moved = new Set(carried);
  const matters = yield* filter(of.matters, ({ key }) => moved.has(key));
  const identities = yield* map(matters, (matter) => identityOf(of, matter));
  return {
    ok: true,
    name,
    carried,
    remarks: [
      `旧表“${sheet}”照原样保留；结转的事项编号前加“${from}年”，与新一年的编号分开。`,
      `统计日期到${from}年底为止按旧表算，${to}年起按新表算；催办、督办等登记跟着事项走。`,
      ...(formulas ? ['旧表里的公式在新表里是算出的数字或文字，需要的请重新填充公式。'] : []),
    ],
    plan: {
      action: 'carryOver',
      asOf: of.asOf,
      expectations: identities.flat(),
      changes: [{ kind: 'addSheet', name, content }],
    },
  };
}

function nameFor(sheet: string, from: number, to: number): string {
  if (sheet.includes(String(from))) return sheet.replaceAll(String(from), String(to));
  return `${sheet.slice(0, LONGEST_NAME - 7)}（${to}年）`;
}
