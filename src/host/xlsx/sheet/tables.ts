import { areaAddress, intersects, parseArea } from '../cells/address';
import { EngineRefusal, type Area, type TableModel } from '../model';
import type { OpcPackage } from '../opc/package';
import { relationshipsOf } from '../opc/relationships';
import { decodeXstring } from '../xml/characters';
import { childOf, numberAttribute, parseXml } from '../xml/node';
import { setAttribute } from '../xml/tag';

/** Part names of a sheet's tables. */
export function tableParts(pack: OpcPackage, sheetPart: string): string[] {
  return relationshipsOf(pack, sheetPart)
    .filter((one) => one.kind === 'table' && pack.has(one.target))
    .map((one) => one.target);
}

export function readTables(pack: OpcPackage, sheetPart: string): TableModel[] {
  return tableParts(pack, sheetPart).flatMap((part) => {
    const root = parseXml(pack.text(part)!);
    const area = parseArea(root.attributes.get('ref') ?? '');
    if (!area) return [];
    const style = childOf(root, 'tableStyleInfo')?.attributes.get('name');
    return [
      {
        id: numberAttribute(root, 'id') ?? 0,
        name: root.attributes.get('displayName') ?? root.attributes.get('name') ?? '',
        area,
        columns: (childOf(root, 'tableColumns')?.children ?? []).map((column) =>
          decodeXstring(column.attributes.get('name') ?? ''),
        ),
        showHeaders: (numberAttribute(root, 'headerRowCount') ?? 1) > 0,
        showTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0,
        styleName: style ?? null,
      },
    ];
  });
}

/**
 * Writes another last row into a table's part; its filter follows. Columns and header stay where they are.
 * [ECMA-376] 18.5.1.2: `ref` of the table, and of its `autoFilter`, which leaves a totals row out.
 */
export function resizeTable(pack: OpcPackage, sheetPart: string, id: number, area: Area): void {
  const tables = readTables(pack, sheetPart);
  const index = tables.findIndex((table) => table.id === id);
  const table = tables[index];
  const part = tableParts(pack, sheetPart)[index];
  if (table === undefined || part === undefined) throw new EngineRefusal('InvalidArgument', '没有这个表格。');
  const { top, left, right } = table.area;
  const least = top + (table.showHeaders ? 1 : 0);
  if (area.top !== top || area.left !== left || area.right !== right || area.bottom < least) {
    throw new EngineRefusal('UnsupportedOperation', `表格“${table.name}”只能增减末尾的行。`);
  }
  if (table.showTotals) throw new EngineRefusal('UnsupportedOperation', `表格“${table.name}”有汇总行，不能改大小。`);
  if (tables.some((other) => other !== table && intersects(other.area, area))) {
    throw new EngineRefusal('InvalidArgument', `表格“${table.name}”会与别的表格重叠。`);
  }
  const ref = areaAddress(area);
  const text = pack.text(part)!;
  const root = parseXml(text);
  const whole = text.slice(root.start, root.end);
  const resized = setAttribute(whole, 'ref', ref).replace(/<(?:\w+:)?autoFilter\b[^>]*>/, (tag) =>
    setAttribute(tag, 'ref', ref),
  );
  pack.writeText(part, text.slice(0, root.start) + resized + text.slice(root.end));
}
