import type { Area, BorderLine } from '../xlsx/model';
import { ApiObject, defineClass, property } from './ApiObject';
import { LINE_STYLES, SIDE_OF_EDGE, type SideIndex, WEIGHTS, fileLine, styleOf, weightOf } from './borderWords';
import { asColor, asOneOf } from './CallArguments';
import { StyledCells } from './StyledCells';

/** The cells of an area whose one side makes up this border. */
function cellsOfEdge(area: Area, edge: SideIndex): Area | null {
  switch (edge) {
    case 'EdgeTop':
      return { ...area, bottom: area.top };
    case 'EdgeBottom':
      return { ...area, top: area.bottom };
    case 'EdgeLeft':
      return { ...area, right: area.left };
    case 'EdgeRight':
      return { ...area, left: area.right };
    case 'InsideVertical':
      return area.left === area.right ? null : { ...area, right: area.right - 1 };
    case 'InsideHorizontal':
      return area.top === area.bottom ? null : { ...area, bottom: area.bottom - 1 };
    default:
      return area;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.rangeborder */
export class RangeBorder extends ApiObject {
  static override readonly api = defineClass<RangeBorder>('RangeBorder', {
    sideIndex: property(({ edge }) => edge),
    style: property(
      (border) => border.line((line) => styleOf(line)),
      (border, value) => {
        const style = asOneOf(value, LINE_STYLES);
        border.draw((line) => (style === 'None' ? undefined : { ...line, style: fileLine(style, weightOf(line)) }));
      },
    ),
    weight: property(
      (border) => border.line((line) => weightOf(line)),
      (border, value) => {
        const weight = asOneOf(value, WEIGHTS);
        border.draw((line) => ({
          ...line,
          style: fileLine(line === undefined ? 'Continuous' : styleOf(line), weight),
        }));
      },
    ),
    color: property(
      (border) => border.line((line) => line?.color ?? '#000000') ?? '',
      (border, value) => {
        const color = asColor(value);
        border.draw((line) => ({ style: line?.style ?? 'thin', color }));
      },
    ),
  });

  constructor(
    readonly cells: StyledCells,
    readonly edge: SideIndex,
  ) {
    super(cells.document);
  }

  private edgeCells(): StyledCells {
    const { document, sheet } = this.cells;
    const areas = this.cells.bounded().map((area) => cellsOfEdge(area, this.edge));
    return new StyledCells(
      document,
      sheet,
      areas.filter((area) => area !== null),
    );
  }

  private line<V>(pick: (line: BorderLine | undefined) => V): V | null {
    return this.edgeCells().uniform(({ borders }) => pick(borders[SIDE_OF_EDGE[this.edge]]));
  }

  private draw(change: (line: BorderLine | undefined) => BorderLine | undefined): void {
    const side = SIDE_OF_EDGE[this.edge];
    this.edgeCells().restyle((style) => {
      const { [side]: before, ...others } = style.borders;
      const line = change(before);
      return { ...style, borders: line === undefined ? others : { ...others, [side]: line } };
    });
  }
}
