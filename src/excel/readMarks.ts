import type { Area } from '../domain/cell';
import { areasOf } from './areasOnWire';
import type { Survey } from './survey';

/** A conditional format of ours as it stands in a sheet. */
export interface StandingMark {
  readonly sheet: string;
  readonly formula: string;
  readonly areas: readonly Area[];
}

/**
 * Asks for the areas of our conditional formats; the answer may be taken after the next sync.
 * `isOurs` tells them by their formula, because ids do not survive reopening.
 */
export function askMarks(
  context: Excel.RequestContext,
  survey: Survey,
  isOurs: (formula: string) => boolean,
): () => readonly StandingMark[] {
  const asked = survey.sheets.flatMap(({ head, conditionalFormats }) =>
    conditionalFormats
      .filter(({ formula }) => isOurs(formula))
      .map(({ id, formula }) => {
        const areas = context.workbook.worksheets
          .getItem(head.id)
          .getRange()
          .conditionalFormats.getItem(id)
          .getRanges();
        areas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
        return { sheet: head.name, formula, areas };
      }),
  );
  return () => asked.map(({ sheet, formula, areas }) => ({ sheet, formula, areas: areasOf(areas) }));
}
