/** What Excel refuses or cuts in the formula of a conditional format. */
export type ForbiddenConstruct =
  | 'noEquals'
  | 'tooLong'
  | 'longText'
  | 'unbalanced'
  | 'arrayConstant'
  | 'structuredReference'
  | 'otherSheet'
  | 'union'
  | 'intersection';

const MAX_LENGTH = 8192;
const MAX_TEXT = 255;
const OPERAND_END = /[\w\u4e00-\u9fff).$"]/;
const OPERAND_START = /[\w\u4e00-\u9fff($"]/;

/**
 * Constructs of a formula that Excel does not allow in conditional formats ([MS-OI29500] 3.2.3.1.2: array constants,
 * unions, intersections, structured and 3-D references) or that its limits cut. Other programs accept them, so that
 * only this check speaks before Excel does. Empty: none.
 */
export function lintConditionalFormula(formula: string): ForbiddenConstruct[] {
  const found = new Set<ForbiddenConstruct>();
  if (!formula.startsWith('=')) found.add('noEquals');
  if (formula.length > MAX_LENGTH) found.add('tooLong');
  const bare = withoutTexts(formula.replace(/^=/, ''), found);
  if (/[{}]/.test(bare)) found.add('arrayConstant');
  if (/[[\]]/.test(bare)) found.add('structuredReference');
  if (bare.includes('!')) found.add('otherSheet');
  lintParentheses(bare, found);
  if (hasIntersection(bare)) found.add('intersection');
  return [...found];
}

/** Quoted texts as `""`; quoted sheet names as `_!` keep their exclamation mark. */
function withoutTexts(formula: string, found: Set<ForbiddenConstruct>): string {
  const bare = formula.replace(/'(?:[^']|'')*'(?=!)/g, '_').replace(/"((?:[^"]|"")*)"/g, (_, text: string) => {
    if (text.replaceAll('""', '"').length > MAX_TEXT) found.add('longText');
    return '""';
  });
  if ((bare.match(/"/g) ?? []).length % 2 === 1) found.add('unbalanced');
  return bare;
}

/** A comma separates arguments only directly inside the parentheses of a function; anywhere else it is a union. */
function lintParentheses(bare: string, found: Set<ForbiddenConstruct>): void {
  const open: boolean[] = [];
  for (let at = 0; at < bare.length; at += 1) {
    const character = bare[at];
    if (character === '(') open.push(/[\w.\u4e00-\u9fff]/.test(bare[at - 1] ?? ''));
    else if (character === ')') {
      if (open.pop() === undefined) found.add('unbalanced');
    } else if (character === ',' && open.at(-1) !== true) found.add('union');
  }
  if (open.length > 0) found.add('unbalanced');
}

/** Two operands with nothing but white space between them. */
function hasIntersection(bare: string): boolean {
  for (const match of bare.matchAll(/\s+/g)) {
    const before = bare[match.index - 1] ?? '';
    const after = bare[match.index + match[0].length] ?? '';
    if (OPERAND_END.test(before) && OPERAND_START.test(after)) return true;
  }
  return false;
}
