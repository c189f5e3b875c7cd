import { areaAddress } from '../cells/address';
import type { RowShift } from '../formulas/rewriting';
import { EngineRefusal } from '../model';
import type { Sheet } from '../sheet/sheet';
import { tableParts } from '../sheet/tables';
import { parseXml } from '../xml/node';
import { setAttribute } from '../xml/tag';
import { shiftedArea, shiftedElement } from './shiftedReferences';

/** Throws EngineRefusal where rows taken out would cost a table its header, totals or last data row. */
export function assertTablesShift(sheet: Sheet, shift: RowShift): void {
  if (shift.count > 0) return;
  const gone = shift.row - shift.count;
  for (const table of sheet.tables()) {
    const { top, bottom } = table.area;
    if (bottom < shift.row || top >= gone) continue;
    const firstData = top + (table.showHeaders ? 1 : 0);
    const lastData = bottom - (table.showTotals ? 1 : 0);
    const losesAll = shift.row <= firstData && gone > lastData;
    if (shift.row < firstData || gone > lastData + 1 || losesAll) {
      throw new EngineRefusal('UnsupportedOperation', `不能删除表格“${table.name}”的标题行、汇总行或全部数据行。`);
    }
  }
}

export function shiftTables(sheet: Sheet, shift: RowShift): void {
  const { pack } = sheet.surroundings;
  const areas = sheet.tables().map((table) => table.area);
  tableParts(pack, sheet.partName).forEach((part, index) => {
    const area = areas[index] && shiftedArea(areas[index], shift);
    if (!area) return;
    const text = pack.text(part)!;
    const root = parseXml(text);
    const inner = shiftedElement(text.slice(root.start, root.end), sheet.name, shift);
    const raw = setAttribute(inner ?? text.slice(root.start, root.end), 'ref', areaAddress(area));
    pack.writeText(part, text.slice(0, root.start) + raw + text.slice(root.end));
  });
}
