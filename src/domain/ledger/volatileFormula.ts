const VOLATILE = /\b(TODAY|NOW|OFFSET|INDIRECT|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;
const QUOTED = /"[^"]*"/g;

/** Whether a formula's answer changes without any cell being edited (TODAY, NOW, OFFSET, INDIRECT, RAND…). */
export function isVolatileFormula(formula: string): boolean {
  return VOLATILE.test(formula) && VOLATILE.test(formula.replace(QUOTED, ''));
}
