import type { Matter } from '../../../src/domain/matter';
import type { Registers, ScoreEvent } from '../../../src/domain/registers/registers';
import type { Settings } from '../../../src/domain/ruleSet';
import { blankDate, dateCell, event, matter, onDate } from '../../domain/builders';
import { county, score, type Scored } from '../../domain/scoring/scoring';

export const ASOF = '2026-10-31';
export const WORK = '政府工作报告';

type State = 'done' | 'doneLate' | 'late' | 'running' | 'recurring' | 'suspended' | 'unassigned' | 'undated';

function inState(state: State): Partial<Matter> {
  switch (state) {
    case 'done':
      return { closedOn: onDate('2026-09-01') };
    case 'doneLate':
      return { closedOn: onDate('2026-10-25') };
    case 'late':
      return {};
    case 'running':
      return { deadline: onDate('2026-12-20') };
    case 'recurring':
      return { deadline: dateCell({ kind: 'recurring', text: '长期坚持' }) };
    case 'suspended':
      return { status: 'suspended' };
    case 'unassigned':
      return { status: 'notAssigned', assignedOn: blankDate };
    case 'undated':
      return { deadline: blankDate };
  }
}

/** Matters of the unit, one a pair of category and state, rows from 4. */
export const matters = (...pairs: readonly (readonly [string | null, State])[]): readonly Matter[] =>
  pairs.map(([category, state], index) => matter({ row: 4 + index, category, ...inState(state) }));

interface Given {
  readonly asOf?: string;
  readonly matters?: readonly Matter[];
  readonly registers?: Partial<Registers>;
  readonly settings?: Partial<Settings>;
}
export const scored = (given: Given): Scored =>
  score({
    ruleSet: county,
    asOf: ASOF,
    ...given,
    matters: given.matters ?? matters([WORK, 'done'], [WORK, 'running']),
  });

export const events = (...rows: readonly Partial<ScoreEvent>[]): Partial<Registers> => ({
  events: rows.map((row, index) => event({ cell: { sheet: '加减分登记', row: index + 1, column: 0 }, ...row })),
});
