import type { RuleSet, RuleSetId } from '../domain/ruleSet';
import { bureau2019 } from './bureau-2019';
import { county2023 } from './county-2023';
import { dengzhou2018 } from './dengzhou-2018';
import { liangshan2010 } from './liangshan-2010';
import { shangyu2016 } from './shangyu-2016';

/** The five published documents as data, by id. */
export const ruleSets: Readonly<Record<RuleSetId, RuleSet>> = {
  'dengzhou-2018': dengzhou2018,
  'county-2023': county2023,
  'bureau-2019': bureau2019,
  'liangshan-2010': liangshan2010,
  'shangyu-2016': shangyu2016,
};
