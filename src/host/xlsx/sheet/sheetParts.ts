import { ContentTypes } from '../opc/contentTypes';
import type { OpcPackage } from '../opc/package';
import { relationshipsPartOf } from '../opc/partNames';
import { relationshipsOf } from '../opc/relationships';

/** Kinds of parts that belong to the part that names them and to no other. */
const owned = new Set([
  'drawing',
  'chart',
  'chartEx',
  'chartStyle',
  'chartColorStyle',
  'chartUserShapes',
  'comments',
  'threadedComment',
  'vmlDrawing',
  'table',
  'tableSingleCells',
  'queryTable',
  'pivotTable',
  'printerSettings',
  'ctrlProp',
  'oleObject',
  'control',
  'diagramData',
  'diagramLayout',
  'diagramQuickStyle',
  'diagramColors',
  'diagramDrawing',
  'customProperty',
]);

/** Removes a sheet's part with the parts that only it leads to. Images and pivot caches, which may be shared, stay. */
export function removeSheetParts(pack: OpcPackage, part: string): void {
  const types = new ContentTypes(pack);
  for (const one of relationshipsOf(pack, part)) {
    if (!one.external && owned.has(one.kind) && pack.has(one.target)) removeSheetParts(pack, one.target);
  }
  pack.remove(relationshipsPartOf(part));
  pack.remove(part);
  types.remove(part);
}
