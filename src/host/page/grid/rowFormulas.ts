import { ConditionalFormattingFormulaService } from '@univerjs/sheets-conditional-formatting';
import { firstColumn, saysTheSameAlongRows } from './alongRows';

/** Width of the areas of every rule that is computed for one column only. */
const widths = new Map<string, number>();

const key = (...parts: readonly string[]): string => JSON.stringify(parts);

/**
 * Univer 0.25.1 computes a rule's formula for every cell of its areas. Rules that mark whole rows say the same for all
 * cells of a row; they are computed for the first column and the answer laid over the others: with 25 columns a
 * twenty-fifth of the work. Called once, before Univer starts.
 */
export function computeRowsOnce(): void {
  const service = ConditionalFormattingFormulaService.prototype;
  const { registerFormulaWithRange, getFormulaMatrix, getFormulaResultWithCoords } = service;

  service.registerFormulaWithRange = function (unitId, sheetId, ruleId, formula, ranges = []) {
    const narrow = saysTheSameAlongRows(formula) ? firstColumn(ranges) : null;
    if (narrow === null) widths.delete(key(unitId, sheetId, ruleId, formula));
    else widths.set(key(unitId, sheetId, ruleId, formula), narrow.width);
    registerFormulaWithRange.call(this, unitId, sheetId, ruleId, formula, narrow?.ranges ?? [...ranges]);
  };
  service.getFormulaMatrix = function (unitId, sheetId, ruleId, formula) {
    const answer = getFormulaMatrix.call(this, unitId, sheetId, ruleId, formula);
    const { result } = answer;
    const width = widths.get(key(unitId, sheetId, ruleId, formula)) ?? 1;
    if (result === undefined || width === 1) return answer;
    const rows: [number, Parameters<typeof result.setValue>[2]][] = [];
    result.forValue((row, _column, value) => void rows.push([row, value]));
    for (const [row, value] of rows) {
      for (let column = 1; column < width; column += 1) result.setValue(row, column, value);
    }
    return answer;
  };
  service.getFormulaResultWithCoords = function (unitId, sheetId, ruleId, formula, row, column) {
    const asked = widths.has(key(unitId, sheetId, ruleId, formula)) ? 0 : column;
    return getFormulaResultWithCoords.call(this, unitId, sheetId, ruleId, formula, row, asked);
  };
}
