import { DEFAULT_SETTINGS, RULE_SET_IDS, type RuleSet, type RuleSetId, type Settings } from '../domain/ruleSet';
import { ruleSets } from '../rules';

/** The rule set of that id; `dengzhou-2018` where none was chosen or the id is unknown. */
export function ruleSetFor(id: string | null): RuleSet {
  const known = RULE_SET_IDS.find((own): own is RuleSetId => own === id);
  return ruleSets[known ?? 'dengzhou-2018'];
}

/** The settings with the clerk's changes laid over the defaults; values of the wrong kind are passed over. */
export function settingsOf(changed: Readonly<Record<string, unknown>>): Settings {
  const known = Object.entries(DEFAULT_SETTINGS).map(([name, value]) => {
    const own = changed[name];
    return [name, typeof own === typeof value ? own : value];
  });
  return Object.fromEntries(known) as Settings;
}
