import { assess } from '../../../src/domain/assess';
import { cadencesOf, type CadenceOf } from '../../../src/domain/lists/cadences';
import type { ListInput } from '../../../src/domain/lists/listing';
import { listsOf, type ListOf } from '../../../src/domain/lists/listsOf';
import type { Matter } from '../../../src/domain/matter';
import type { PlannedProgress } from '../../../src/domain/overview/plannedProgress';
import { historyOf, joinHistories } from '../../../src/domain/registers/history';
import type { Registers } from '../../../src/domain/registers/registers';
import { DEFAULT_SETTINGS, type RuleSetId } from '../../../src/domain/ruleSet';
import { ruleSets } from '../../../src/rules';
import { day, noRegisters } from '../builders';
import { calendar } from '../judge';

export interface ListCase {
  readonly by: RuleSetId;
  readonly matters: readonly Matter[];
  readonly registers?: Partial<Registers>;
  readonly progress?: ReadonlyMap<string, PlannedProgress>;
  readonly asOf?: string;
}

function inputOf({ by, matters, registers, progress, asOf = '2026-10-31' }: ListCase): ListInput {
  const own: Registers = { ...noRegisters, ...registers };
  const { histories } = joinHistories(matters, own, day(asOf));
  const settings = DEFAULT_SETTINGS;
  const context = { asOf: day(asOf), ruleSet: ruleSets[by], settings, calendar };
  return {
    assessments: matters.map((matter) => assess(historyOf(histories, matter), context)),
    histories,
    registers: own,
    progress: progress ?? new Map(),
    asOf: day(asOf),
  };
}

export function listIn(one: ListCase, id: string): ListOf {
  const found = listsOf(ruleSets[one.by], inputOf(one)).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
export const said = (one: ListCase, id: string): readonly string[] =>
  listIn(one, id).entries.map(({ message }) => message);

export function cadenceIn(one: ListCase, id: string): CadenceOf {
  const found = cadencesOf(ruleSets[one.by], inputOf(one)).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
