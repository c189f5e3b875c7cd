import { parseArea } from '../cells/address';
import type { Area } from '../model';
import type { OpcPackage } from '../opc/package';
import { relationshipsOf } from '../opc/relationships';
import { childOf, parseXml } from '../xml/node';

/** Where the pivot tables of a sheet stand. */
export function pivotAreas(pack: OpcPackage, sheetPart: string): Area[] {
  return relationshipsOf(pack, sheetPart)
    .filter((one) => one.kind === 'pivotTable' && pack.has(one.target))
    .map((one) => parseArea(childOf(parseXml(pack.text(one.target)!), 'location')?.attributes.get('ref') ?? ''))
    .filter((area) => area !== null);
}
