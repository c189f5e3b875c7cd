import { atOnce } from '../../src/domain/portions';
import { jsonInPortions, parsedInPortions } from '../../src/excel/jsonPortions';
import { planInPortions } from '../../src/excel/planSchema';

export const jsonOf = (value: unknown): string => atOnce(jsonInPortions(value)).join('');
export const parsedOf = (text: string): unknown => atOnce(parsedInPortions(text));
export const isPlan = (kept: unknown): boolean => atOnce(planInPortions(kept)) !== null;
