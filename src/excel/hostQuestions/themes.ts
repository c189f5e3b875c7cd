import { CELLS } from './cellValues';
import { CHARTS } from './charts';
import { DATES } from './dates';
import { EVENTS } from './events';
import { KEPT_WITH_FILE } from './keptWithFile';
import { LOOKS } from './looks';
import { CONDITIONAL_FORMATS } from './marks';
import { MERGES_AND_FILTERS } from './mergesAndFilters';
import { PRINTING } from './printing';
import { PROTECTION } from './protection';
import type { HostTheme } from './question';
import { REQUESTS } from './requests';
import { STRUCTURE } from './structure';
import { SURROUNDINGS } from './surroundings';
import { VALIDATION } from './validation';

/** All the add-in relies on, by theme, in the order asked. */
export const HOST_THEMES: readonly HostTheme[] = [
  SURROUNDINGS,
  DATES,
  CELLS,
  MERGES_AND_FILTERS,
  LOOKS,
  STRUCTURE,
  CONDITIONAL_FORMATS,
  VALIDATION,
  PRINTING,
  CHARTS,
  PROTECTION,
  KEPT_WITH_FILE,
  EVENTS,
  REQUESTS,
];
