import { foldText } from '../foldText';
import type { LedgerConnection } from '../ledger/connection';
import { ownHeader } from '../ledger/headerText';
import type { Matter } from '../matter';
import type { DirectoryUnit } from '../registers/registers';
import { splitList } from '../registers/registerSheet';

/** Who answers for a matter among the leaders, and who instructed it. */
export interface LeaderRoll {
  /** 分管领导, each once; none where neither ledger nor 单位名录 tells. */
  readonly supervising: (matter: Matter) => readonly string[];
  /** 批示领导; none where the ledger's column is that of 分管领导. */
  readonly instructing: (matter: Matter) => readonly string[];
}

/** Headers of the leader column that mean the one who instructed, not the one in charge. */
const INSTRUCTING = /批示|交办/;

/**
 * Reading of 003 三 (向各分管领导通报各战线工作落实情况): a column 分管领导, 责任领导 and the like names him; where the ledger has
 * only 批示领导, it is the 分管领导 of the lead units in 单位名录, and without these the leader who instructed.
 */
export function leaderRoll(
  ledgers: readonly { readonly connection: LedgerConnection }[],
  directory: readonly DirectoryUnit[] | null,
): LeaderRoll {
  const instructs = new Map(
    ledgers.map(({ connection }) => [
      connection.sheet,
      INSTRUCTING.test(ownHeader(connection.columns.instructingLeader?.header ?? '')),
    ]),
  );
  const ofUnit = new Map<string, string>();
  for (const { name, leader } of directory ?? []) if (leader !== null) ofUnit.set(foldText(name), leader.trim());
  const named = ({ instructingLeader }: Matter): readonly string[] => splitList(instructingLeader ?? '');
  return {
    supervising: (matter) => {
      if (instructs.get(matter.sheet) === false && named(matter).length > 0) return [...new Set(named(matter))];
      const inCharge = matter.leadUnits.flatMap(({ unit }) => ofUnit.get(foldText(unit)) ?? []);
      return [...new Set(inCharge.length > 0 ? inCharge : named(matter))];
    },
    instructing: (matter) => (instructs.get(matter.sheet) === true ? named(matter) : []),
  };
}
