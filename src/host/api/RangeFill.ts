import { ApiObject, defineClass, method, property } from './ApiObject';
import { asColor } from './CallArguments';
import type { StyledCells } from './StyledCells';

/** Excel answers white for a cell without fill. */
const NO_FILL = '#FFFFFF';

/** learn.microsoft.com/javascript/api/excel/excel.rangefill */
export class RangeFill extends ApiObject {
  static override readonly api = defineClass<RangeFill>('RangeFill', {
    color: property(
      ({ cells }) => cells.uniform(({ fill }) => fill ?? NO_FILL) ?? '',
      ({ cells }, value) => {
        const fill = value === '' ? null : asColor(value);
        cells.restyle((style) => ({ ...style, fill }));
      },
    ),
    clear: method(({ cells }) => {
      cells.restyle((style) => ({ ...style, fill: null }));
      return null;
    }),
  });

  constructor(readonly cells: StyledCells) {
    super(cells.document);
  }
}
