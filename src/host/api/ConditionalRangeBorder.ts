import type { BorderLine, BorderSide, SheetModel } from '../xlsx/model';
import { defineClass, property } from './ApiObject';
import { LINE_STYLES, fileLine, styleOf } from './borderWords';
import { asColor, asOneOf } from './CallArguments';
import { ConditionalRulePart } from './ConditionalRulePart';
import type { OpenDocument } from './OpenDocument';

export const CONDITIONAL_EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
export type ConditionalEdge = (typeof CONDITIONAL_EDGES)[number];

const SIDE: Readonly<Record<ConditionalEdge, BorderSide>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
};

/** learn.microsoft.com/javascript/api/excel/excel.conditionalrangeborder */
export class ConditionalRangeBorder extends ConditionalRulePart {
  static override readonly api = defineClass<ConditionalRangeBorder>('ConditionalRangeBorder', {
    sideIndex: property(({ edge }) => edge),
    style: property(
      ({ line }) => styleOf(line),
      (border, value) => {
        const style = asOneOf(value, LINE_STYLES);
        border.draw((line) => (style === 'None' ? undefined : { ...line, style: fileLine(style, 'Thin') }));
      },
    ),
    color: property(
      ({ line }) => line?.color ?? '',
      (border, value) => {
        const color = asColor(value);
        border.draw((line) => ({ style: line?.style ?? 'thin', color }));
      },
    ),
  });

  constructor(
    document: OpenDocument,
    sheet: SheetModel,
    id: string,
    readonly edge: ConditionalEdge,
  ) {
    super(document, sheet, id);
  }

  get line(): BorderLine | undefined {
    return this.style.borders?.[SIDE[this.edge]];
  }

  private draw(change: (line: BorderLine | undefined) => BorderLine | undefined): void {
    this.restyle((style) => {
      const { [SIDE[this.edge]]: before, ...others } = style.borders ?? {};
      const line = change(before);
      return { ...style, borders: line === undefined ? others : { ...others, [SIDE[this.edge]]: line } };
    });
  }
}
