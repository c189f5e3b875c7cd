import { ApiObject, defineClass, property } from './ApiObject';
import { asBoolean } from './CallArguments';
import type { StyledCells } from './StyledCells';

/** learn.microsoft.com/javascript/api/excel/excel.formatprotection */
export class FormatProtection extends ApiObject {
  static override readonly api = defineClass<FormatProtection>('FormatProtection', {
    locked: property(
      ({ cells }) => cells.uniform((style) => style.locked),
      ({ cells }, value) => {
        const locked = asBoolean(value);
        cells.restyle((style) => ({ ...style, locked }));
      },
    ),
    formulaHidden: property(
      ({ cells }) => cells.uniform((style) => style.hiddenFormula),
      ({ cells }, value) => {
        const hiddenFormula = asBoolean(value);
        cells.restyle((style) => ({ ...style, hiddenFormula }));
      },
    ),
  });

  constructor(readonly cells: StyledCells) {
    super(cells.document);
  }
}
