/** Names of the streams in an OLE compound file ([MS-CFB] 2.6); empty where it cannot be read. */
export function oleStreamNames(bytes: Uint8Array): string[] {
  if (bytes.length < 1024) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << view.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096) return [];
  const offsetOf = (sector: number): number => (sector + 1) * sectorSize;
  const tableSectors: number[] = [];
  for (let at = 76; at < 512; at += 4) {
    const sector = view.getUint32(at, true);
    if (sector < 0xfffffffa) tableSectors.push(sector);
  }
  const following = (sector: number): number => {
    const perSector = sectorSize / 4;
    const table = tableSectors[Math.floor(sector / perSector)];
    const at = table === undefined ? -1 : offsetOf(table) + (sector % perSector) * 4;
    return at < 0 || at + 4 > bytes.length ? 0xfffffffe : view.getUint32(at, true);
  };
  const names: string[] = [];
  const seen = new Set<number>();
  for (let sector = view.getUint32(48, true); sector < 0xfffffffa && !seen.has(sector); sector = following(sector)) {
    seen.add(sector);
    for (
      let entry = offsetOf(sector);
      entry + 128 <= Math.min(bytes.length, offsetOf(sector) + sectorSize);
      entry += 128
    ) {
      const length = view.getUint16(entry + 64, true);
      if (length < 2 || length > 64) continue;
      let name = '';
      for (let at = entry; at < entry + length - 2; at += 2) name += String.fromCharCode(view.getUint16(at, true));
      names.push(name);
    }
  }
  return names;
}
