import { invalidArgument } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import { asOneOf } from './CallArguments';
import { RangeBorder } from './RangeBorder';
import { SIDES } from './borderWords';
import type { StyledCells } from './StyledCells';

/** learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
export class RangeBorderCollection extends ApiObject {
  static override readonly api = defineClass<RangeBorderCollection>('RangeBorderCollection', {
    count: property(() => SIDES.length),
    getItem: method((borders, args) => borders.item(args.raw(0))),
    getItemAt: method((borders, args) => {
      const side = SIDES[args.integer(0)];
      if (side === undefined) throw invalidArgument('there are eight borders');
      return borders.item(side);
    }),
  });

  constructor(readonly cells: StyledCells) {
    super(cells.document);
  }

  override items(): readonly ApiObject[] {
    return SIDES.map((side) => new RangeBorder(this.cells, side));
  }

  override item(key: unknown): ApiObject {
    return new RangeBorder(this.cells, asOneOf(key, SIDES));
  }
}
