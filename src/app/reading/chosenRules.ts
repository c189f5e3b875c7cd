import type { Finding } from '../../domain/finding';
import { isBlank } from '../../domain/cellText';
import { registerSheet } from '../../domain/registers/registerSheet';
import { DEFAULT_SETTINGS, RULE_SET_IDS, type RuleSet, type RuleSetId, type Settings } from '../../domain/ruleSet';
import { readSchemeSheet, SCHEME_SHEET } from '../../domain/scoring/schemeSheet';
import type { WorkbookSnapshot } from '../../domain/snapshot';
import { ruleSets } from '../../rules';

/** The rule set of that id; `dengzhou-2018` where none was chosen or the id is unknown. */
export function ruleSetFor(id: string | null): RuleSet {
  const known = RULE_SET_IDS.find((own): own is RuleSetId => own === id);
  return ruleSets[known ?? 'dengzhou-2018'];
}

/** The rule set a review goes by, and whether it may score. */
export interface SchemeInForce {
  readonly ruleSet: RuleSet;
  /** `asked`: named for this run, as published; `sheet`: 计分方案; `chosen`: kept in the workbook, or the default. */
  readonly from: 'asked' | 'sheet' | 'chosen';
  /** Rows of 计分方案 that were not taken, or not there. */
  readonly findings: readonly Finding[];
  /** A row of 计分方案 was refused: nothing is scored until it is put right. */
  readonly refused: boolean;
}

/**
 * `--scheme`, else the sheet 计分方案, else what is kept in the workbook (month-end.md). Reading: a clerk who changed an
 * amount means it, so a row that cannot be read stops the scoring at its cell (finding `ruleset-row`); a total by the
 * published amount would look right and be wrong. Ladder and deadlines hold all the same: they are not in the sheet.
 */
export function schemeInForce(
  snapshot: WorkbookSnapshot,
  { ruleSet, asked }: { readonly ruleSet: RuleSet; readonly asked: boolean },
): SchemeInForce {
  if (asked) return { ruleSet, from: 'asked', findings: [], refused: false };
  const sheet = registerSheet(snapshot, SCHEME_SHEET);
  if (sheet === undefined || sheet.values.every((row) => row.every(isBlank))) {
    return { ruleSet, from: 'chosen', findings: [], refused: false };
  }
  const reading = readSchemeSheet(sheet, Object.values(ruleSets));
  return {
    ruleSet: reading.ruleSet ?? ruleSet,
    from: reading.ruleSet === null ? 'chosen' : 'sheet',
    findings: reading.findings,
    refused: reading.findings.some(({ level }) => level === 'error'),
  };
}

/** Numbers a clerk may set; a tampered one (1e300 days) would count for ever or turn points round. */
const RANGES: Readonly<Partial<Record<keyof Settings, (value: number) => boolean>>> = {
  dueSoonDays: (days) => Number.isInteger(days) && days >= 0 && days <= 30,
  coUnitRatio: (share) => share >= 0 && share <= 1,
};

/** The settings with the clerk's changes laid over the defaults; values of the wrong kind or out of range are passed over. */
export function settingsOf(changed: Readonly<Record<string, unknown>>): Settings {
  const known = (Object.entries(DEFAULT_SETTINGS) as [keyof Settings, number | boolean][]).map(([name, value]) => {
    const own = Object.hasOwn(changed, name) ? changed[name] : value;
    const fits = typeof own === typeof value && (typeof own !== 'number' || RANGES[name]?.(own) === true);
    return [name, fits ? own : value];
  });
  return Object.fromEntries(known) as Settings;
}
