import type { Review } from '../../app/reading/review';
import { changesBetween } from '../../app/reading/reviewAgain';
import { STATES, type Assessment, type State } from '../../domain/assessment';
import { firstWhere } from '../../domain/firstWhere';
import { matterOrder, type MatterOrder } from '../../domain/ledger/matterOrder';
import type { ChangedAssessment } from '../../domain/overview/overviewAfter';
import { atOnce, type InPortions } from '../../domain/portions';
import { Counted } from './figures';
import { mattersInPortions, moreUrgent, mostUrgentFirst, narrowed, ofLedger } from './shown';
import type { Filter, Shown } from './view';

/** Matters of each state, most urgent first; put in order when first asked for. */
class ByState {
  readonly #known = new Map<State, readonly Assessment[]>();

  constructor(
    private readonly all: () => readonly Assessment[],
    private readonly order: MatterOrder,
  ) {}

  of(state: State): readonly Assessment[] {
    let own = this.#known.get(state);
    if (own === undefined) {
      own = mostUrgentFirst(this.all().filter((assessment) => assessment.state === state));
      this.#known.set(state, own);
    }
    return own;
  }

  /** The same after these have changed: each is taken out where it stood and put in where it stands. */
  after(all: () => readonly Assessment[], changes: readonly ChangedAssessment[]): ByState {
    const lists = new ByState(all, this.order);
    for (const [state, list] of this.#known) {
      const gone = new Set(changes.flatMap(({ before }) => (before.state === state ? before : [])));
      const own = gone.size === 0 ? list.slice() : list.filter((assessment) => !gone.has(assessment));
      for (const { after } of changes) {
        if (after.state !== state) continue;
        own.splice(
          firstWhere(own, (other) => (moreUrgent(other, after) || this.order(other.matter, after.matter)) > 0),
          0,
          after,
        );
      }
      lists.#known.set(state, own);
    }
    return lists;
  }
}

const BY_STATE = new Counted<ByState>(
  // eslint-disable-next-line require-yield
  function* (of, ledger) {
    return new ByState(() => ofLedger(of, ledger), matterOrder(of.ledgers.map(({ sheet }) => sheet)));
  },
  (lists, before, after, ledger) => {
    const changes = changesBetween(before, after)?.filter(
      (change) => ledger === null || change.after.matter.sheet === ledger,
    );
    return changes === undefined ? null : lists.after(() => ofLedger(after, ledger), changes);
  },
);

const isState = (shown: Shown): shown is State => (STATES as readonly string[]).includes(shown);

/** As `matterList`, of a review and a ledger: after a change of a few matters the list before serves. */
export const listShown = (...asked: Parameters<typeof shownInPortions>): readonly Assessment[] =>
  atOnce(shownInPortions(...asked));

export function* shownInPortions(
  of: Review,
  ledger: string | null,
  filter: Omit<Filter, 'picked'>,
  picked: ReadonlySet<string> | null = null,
): InPortions<readonly Assessment[]> {
  const { shown } = filter;
  if (picked !== null || !isState(shown)) return yield* mattersInPortions(ofLedger(of, ledger), filter, picked);
  return yield* narrowed((yield* BY_STATE.count(of, ledger)).of(shown), filter);
}
