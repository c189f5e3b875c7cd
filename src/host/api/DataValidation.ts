import type { Area, DataValidationRule, SheetModel } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import { contains, intersection, without } from './address';
import { asBoolean } from './CallArguments';
import type { OpenDocument } from './OpenDocument';
import { apiRule, apiType, fileRule } from './validationRule';

const NO_ALERT = { message: '', showAlert: true, style: 'Stop', title: '' };
const NO_PROMPT = { message: '', showPrompt: true, title: '' };

const record = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument('an object is needed');
  return value as Readonly<Record<string, unknown>>;
};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** learn.microsoft.com/javascript/api/excel/excel.datavalidation */
export class DataValidation extends ApiObject {
  static override readonly api = defineClass<DataValidation>('DataValidation', {
    type: property((validation) => {
      const rules = validation.rules();
      const [first] = rules;
      if (first === undefined) return 'None';
      if (rules.length === 1 && validation.areas.every((area) => covers(first, area))) return apiType(first);
      return rules.length === 1 ? 'Inconsistent' : 'MixedCriteria';
    }),
    rule: property(
      (validation) => apiRule(validation.only()),
      (validation, value) => validation.replace(fileRule(record(value), validation.areas)),
    ),
    ignoreBlanks: property(
      (validation) => validation.only()?.allowBlank ?? true,
      (validation, value) => {
        const allowBlank = asBoolean(value);
        validation.change((rule) => ({ ...rule, allowBlank }));
      },
    ),
    errorAlert: property(
      (validation) => {
        const only = validation.only();
        const error = only?.error;
        // A rule of a file without showErrorMessage lets everything pass.
        if (error === undefined)
          return only === null || only === undefined ? NO_ALERT : { ...NO_ALERT, showAlert: false };
        const style = { stop: 'Stop', warning: 'Warning', information: 'Information' }[error.style ?? 'stop'];
        return { message: error.message ?? '', showAlert: error.show, style, title: error.title ?? '' };
      },
      (validation, value) => {
        const { message, showAlert, style, title } = record(value);
        const word =
          ({ Stop: 'stop', Warning: 'warning', Information: 'information' } as const)[textOf(style) as 'Stop'] ??
          'stop';
        const error = { style: word, title: textOf(title), message: textOf(message), show: showAlert !== false };
        validation.change((rule) => ({ ...rule, error }));
      },
    ),
    prompt: property(
      (validation) => {
        const prompt = validation.only()?.prompt;
        if (prompt === undefined) return NO_PROMPT;
        return { message: prompt.message ?? '', showPrompt: prompt.show, title: prompt.title ?? '' };
      },
      (validation, value) => {
        const { message, showPrompt, title } = record(value);
        const prompt = { title: textOf(title), message: textOf(message), show: showPrompt !== false };
        validation.change((rule) => ({ ...rule, prompt }));
      },
    ),
    clear: method((validation) => {
      validation.replace(null);
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly areas: readonly Area[],
  ) {
    super(document);
  }

  private rules(): readonly DataValidationRule[] {
    return this.sheet
      .dataValidations()
      .filter((rule) => rule.areas.some((held) => this.areas.some((area) => intersection(held, area) !== null)));
  }

  /** The one rule of these cells, or null where there is none or more than one. */
  private only(): DataValidationRule | null {
    const [first, ...more] = this.rules();
    return first === undefined || more.length > 0 ? null : first;
  }

  /** Takes these cells out of every rule and puts them under a new one. */
  private replace(rule: DataValidationRule | null): void {
    this.document.guard(this.sheet, 'allowFormatCells');
    const left = this.sheet.dataValidations().flatMap((held) => {
      if (!held.areas.some((one) => this.areas.some((area) => intersection(one, area) !== null))) return [held];
      const areas = this.areas.reduce<readonly Area[]>(
        (rest, area) => rest.flatMap((one) => without(one, area)),
        held.areas,
      );
      return areas.length === 0 ? [] : [{ ...held, areas }];
    });
    this.sheet.setDataValidations(rule === null ? left : [...left, rule]);
    this.document.dirty = true;
  }

  private change(change: (rule: DataValidationRule) => DataValidationRule): void {
    const rule = this.only() ?? { areas: this.areas, type: 'none', allowBlank: true, showDropDown: true };
    this.replace({ ...change(rule), areas: this.areas });
  }
}

const covers = (rule: DataValidationRule, area: Area): boolean => rule.areas.some((held) => contains(held, area));
