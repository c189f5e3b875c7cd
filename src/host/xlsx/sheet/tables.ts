import { parseArea } from '../cells/address';
import type { TableModel } from '../model';
import type { OpcPackage } from '../opc/package';
import { relationshipsOf } from '../opc/relationships';
import { decodeXstring } from '../xml/characters';
import { childOf, numberAttribute, parseXml } from '../xml/node';

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
