import { invalidArgument } from './ApiError';

const LONGEST = 31;

/** A worksheet's name as Excel allows it. */
export function checkedSheetName(name: string): string {
  const wrong = name.length === 0 || name.length > LONGEST || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name);
  if (wrong || name.toLowerCase() === 'history') throw invalidArgument(`not a worksheet name: ${name}`);
  return name;
}
