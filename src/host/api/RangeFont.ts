import type { Font } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean, asColor, asNumber, asText } from './CallArguments';
import { apiUnderline, fileUnderline } from './fontWords';
import type { StyledCells } from './StyledCells';

/** learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ApiObject {
  static override readonly api = defineClass<RangeFont>('RangeFont', {
    name: property(
      ({ cells }) => cells.uniform(({ font }) => font.name ?? null),
      (font, value) => font.set({ name: asText(value) }),
    ),
    size: property(
      ({ cells }) => cells.uniform(({ font }) => font.size ?? null),
      (font, value) => {
        const size = asNumber(value);
        if (size < 1 || size > 409) throw invalidArgument('a font size is 1 to 409 points');
        font.set({ size });
      },
    ),
    bold: property(
      ({ cells }) => cells.uniform(({ font }) => font.bold ?? false),
      (font, value) => font.set({ bold: asBoolean(value) }),
    ),
    italic: property(
      ({ cells }) => cells.uniform(({ font }) => font.italic ?? false),
      (font, value) => font.set({ italic: asBoolean(value) }),
    ),
    underline: property(
      ({ cells }) => cells.uniform(({ font }) => apiUnderline(font.underline)),
      (font, value) => font.set({ underline: fileUnderline(value) }),
    ),
    strikethrough: property(
      ({ cells }) => cells.uniform(({ font }) => font.strikethrough ?? false),
      (font, value) => font.set({ strikethrough: asBoolean(value) }),
    ),
    color: property(
      ({ cells }) => cells.uniform(({ font }) => font.color ?? '#000000') ?? '',
      (font, value) => font.set({ color: asColor(value) }),
    ),
  });

  constructor(readonly cells: StyledCells) {
    super(cells.document);
  }

  private set(change: Font): void {
    this.cells.restyle((style) => ({ ...style, font: { ...style.font, ...change } }));
  }
}
