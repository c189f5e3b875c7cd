import type { Area } from '../domain/cell';
import type { Validation } from '../domain/plan';
import { rangeAt } from './areasOnWire';

/** What holds over an area: no rule, one, or several that cannot be told apart. */
export type FoundValidation =
  { readonly kind: 'one'; readonly validation: Validation | null } | { readonly kind: 'mixed' };

/** Asks for the data validation of an area; taken after the next sync. */
export function askValidation(range: Excel.Range): () => FoundValidation {
  const { dataValidation } = range;
  dataValidation.load('type,rule,ignoreBlanks,errorAlert,prompt');
  return () => foundValidation(dataValidation);
}

/** `dataValidation`: loaded whole. */
export function foundValidation(dataValidation: Excel.DataValidation): FoundValidation {
  const { type, rule, ignoreBlanks, errorAlert, prompt } = dataValidation;
  if (type === 'None') return { kind: 'one', validation: null };
  if (type === 'Inconsistent' || type === 'MixedCriteria') return { kind: 'mixed' };
  const { showAlert, style, title, message } = errorAlert;
  return {
    kind: 'one',
    validation: {
      rule: plainRule(rule),
      ignoreBlanks,
      errorAlert: { showAlert, style: style as Validation['errorAlert']['style'], title, message },
      prompt: { showPrompt: prompt.showPrompt, title: prompt.title, message: prompt.message },
    },
  };
}

/** Sets the rule of an area, or takes it away. */
export function writeValidation(range: Excel.Range, validation: Validation | null): void {
  if (validation === null) {
    range.dataValidation.clear();
    return;
  }
  range.dataValidation.rule = validation.rule as Excel.DataValidationRule;
  range.dataValidation.ignoreBlanks = validation.ignoreBlanks;
  range.dataValidation.errorAlert = validation.errorAlert;
  const { prompt } = validation;
  if (prompt.title !== '' || prompt.message !== '') range.dataValidation.prompt = prompt;
}

/** Equal rules, whatever the quotes and spaces Excel puts into a reference. */
export function sameValidation(one: Validation | null, other: Validation | null): boolean {
  if (one === null || other === null) return one === other;
  return told(one.rule) === told(other.rule);
}

const told = (rule: Validation['rule']): string =>
  Object.entries(rule)
    .map(([kind, facts]) => {
      const words = Object.entries(facts).map(([name, value]) => `${name}:${String(value).replace(/['\s]/g, '')}`);
      return `${kind}(${words.sort().join(';')})`;
    })
    .sort()
    .join('|');

/** The rule's own kind only: the library answers the others as null. */
function plainRule(rule: Excel.DataValidationRule): Validation['rule'] {
  const kinds = Object.entries(rule).filter(([, facts]) => typeof facts === 'object' && facts !== null);
  return Object.fromEntries(
    kinds.map(([kind, facts]) => [
      kind,
      Object.fromEntries(
        Object.entries(facts as Record<string, unknown>).filter(
          (entry): entry is [string, string | number | boolean] =>
            typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
        ),
      ),
    ]),
  );
}

/** Reads the data validation of areas, in their order. One request. */
export async function readValidations(
  context: Excel.RequestContext,
  areas: readonly { readonly sheet: string; readonly area: Area }[],
): Promise<readonly FoundValidation[]> {
  const asked = areas.map(({ sheet, area }) =>
    askValidation(rangeAt(context.workbook.worksheets.getItem(sheet), area)),
  );
  await context.sync();
  return asked.map((answer) => answer());
}
