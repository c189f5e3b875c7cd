import type { Font } from '../xlsx/model';
import { asOneOf } from './CallArguments';

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

/** Excel's `RangeUnderlineStyle` for the file's word. */
export const apiUnderline = (underline: Font['underline']): string =>
  underline === undefined ? 'None' : underline.charAt(0).toUpperCase() + underline.slice(1);

/** The accountant's lines come as plain ones: the file model knows single and double. */
export function fileUnderline(value: unknown): 'none' | 'single' | 'double' {
  const word = asOneOf(value, UNDERLINES);
  return word === 'None' ? 'none' : word.startsWith('Single') ? 'single' : 'double';
}
