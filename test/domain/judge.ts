import { assess } from '../../src/domain/assess';
import type { Assessment, MatterHistory } from '../../src/domain/assessment';
import { createWorkCalendar } from '../../src/domain/calendar/workCalendar';
import type { Matter } from '../../src/domain/matter';
import type { NoticeEntry, Proceeding } from '../../src/domain/registers/registers';
import { DEFAULT_SETTINGS, type RuleSetId, type Settings } from '../../src/domain/ruleSet';
import { ruleSets } from '../../src/rules';
import { day, matter } from './builders';

export const calendar = createWorkCalendar();

export interface Case {
  readonly of?: Partial<Matter>;
  readonly notices?: readonly NoticeEntry[];
  readonly proceedings?: readonly Proceeding[];
  readonly later?: readonly Proceeding[];
  readonly by?: RuleSetId;
  readonly asOf?: string;
  readonly settings?: Partial<Settings>;
}

export function historyOf({ of, notices = [], proceedings = [], later }: Case): MatterHistory {
  return { matter: matter(of), notices, proceedings, ...(later === undefined ? {} : { later }) };
}

/** A matter's assessment, by 003 on 2026-10-31 unless the case says otherwise. */
export function judge(one: Case): Assessment {
  return assess(historyOf(one), {
    asOf: day(one.asOf ?? '2026-10-31'),
    ruleSet: ruleSets[one.by ?? 'dengzhou-2018'],
    settings: { ...DEFAULT_SETTINGS, ...one.settings },
    calendar,
  });
}
