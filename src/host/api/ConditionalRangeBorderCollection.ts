import { invalidArgument } from './ApiError';
import { type ApiObject, child, defineClass, method, property } from './ApiObject';
import { asOneOf } from './CallArguments';
import { CONDITIONAL_EDGES, type ConditionalEdge, ConditionalRangeBorder } from './ConditionalRangeBorder';
import { ConditionalRulePart } from './ConditionalRulePart';

/** learn.microsoft.com/javascript/api/excel/excel.conditionalrangebordercollection */
export class ConditionalRangeBorderCollection extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalRangeBorderCollection>('ConditionalRangeBorderCollection', {
    count: property(() => CONDITIONAL_EDGES.length),
    top: child((borders) => borders.edge('EdgeTop')),
    bottom: child((borders) => borders.edge('EdgeBottom')),
    left: child((borders) => borders.edge('EdgeLeft')),
    right: child((borders) => borders.edge('EdgeRight')),
    getItem: method((borders, args) => borders.item(args.raw(0))),
    getItemAt: method((borders, args) => {
      const edge = CONDITIONAL_EDGES[args.integer(0)];
      if (edge === undefined) throw invalidArgument('there are four borders');
      return borders.edge(edge);
    }),
  });

  override items(): readonly ApiObject[] {
    return CONDITIONAL_EDGES.map((edge) => this.edge(edge));
  }

  override item(key: unknown): ApiObject {
    return this.edge(asOneOf(key, CONDITIONAL_EDGES));
  }

  private edge(edge: ConditionalEdge): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.document, this.sheet, this.id, edge);
  }
}
