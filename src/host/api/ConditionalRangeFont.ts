import type { Font } from '../xlsx/model';
import { defineClass, method, property } from './ApiObject';
import { asBoolean, asColor } from './CallArguments';
import { ConditionalRulePart } from './ConditionalRulePart';
import { apiUnderline, fileUnderline } from './fontWords';

/** learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalRangeFont>('ConditionalRangeFont', {
    bold: property(
      ({ style }) => style.font?.bold ?? null,
      (part, value) => part.set({ bold: asBoolean(value) }),
    ),
    italic: property(
      ({ style }) => style.font?.italic ?? null,
      (part, value) => part.set({ italic: asBoolean(value) }),
    ),
    underline: property(
      ({ style }) => (style.font?.underline === undefined ? null : apiUnderline(style.font.underline)),
      (part, value) => part.set({ underline: fileUnderline(value) }),
    ),
    strikethrough: property(
      ({ style }) => style.font?.strikethrough ?? null,
      (part, value) => part.set({ strikethrough: asBoolean(value) }),
    ),
    color: property(
      ({ style }) => style.font?.color ?? '',
      (part, value) => part.set({ color: asColor(value) }),
    ),
    clear: method((part) => {
      part.restyle(({ font: _, ...style }) => style);
      return null;
    }),
  });

  private set(change: Font): void {
    this.restyle((style) => ({ ...style, font: { ...style.font, ...change } }));
  }
}
