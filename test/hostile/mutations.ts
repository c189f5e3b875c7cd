import { unzipSync, zipSync } from 'fflate';
import { openXlsx, type WorkbookModel } from '../../src/host/xlsx';
import { EngineRefusal } from '../../src/host/xlsx/model';

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TOKENS = [
  '<',
  '>',
  '"',
  '/',
  '&',
  '&#0;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x ',
  '</row>',
  '</c>',
  '<c r="A1">',
  '<v>',
  'r="',
  '-1',
  '1e999',
  '99999999999',
  'XFE1',
  '\u0000',
  ' ',
];

/** The workbook with one to four places of one part changed: bytes flipped, cut, doubled, or a token put in. */
export function mutated(file: Uint8Array, seed: number): { readonly file: Uint8Array; readonly part: string } {
  const chance = chanceOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const entries = unzipSync(file);
  const part = pick(Object.keys(entries).filter((name) => /\.(xml|rels|vml)$/.test(name)));
  let bytes = Buffer.from(entries[part]!);
  for (let count = 1 + Math.floor(chance() * 4); count > 0; count -= 1) {
    const at = Math.floor(chance() * bytes.length);
    const length = 1 + Math.floor(chance() * 12);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const kind = Math.floor(chance() * 4);
    if (kind === 0) bytes = Buffer.concat([before, Buffer.from([Math.floor(chance() * 256)]), after.subarray(1)]);
    else if (kind === 1) bytes = Buffer.concat([before, after.subarray(length)]);
    else if (kind === 2) bytes = Buffer.concat([before, after.subarray(0, length), after]);
    else bytes = Buffer.concat([before, Buffer.from(pick(TOKENS)), after]);
  }
  return { file: zipSync({ ...entries, [part]: bytes }, { level: 1 }), part };
}

/** Reads everything the host can read of a workbook, edits a cell of each sheet, saves and opens again. */
export function workThrough(workbook: WorkbookModel): void {
  for (const sheet of workbook.sheets) {
    const area = sheet.usedArea(false);
    for (let row = area?.top ?? 0; area !== null && row <= Math.min(area.bottom, area.top + 60); row += 1) {
      for (let column = area.left; column <= Math.min(area.right, area.left + 12); column += 1) {
        sheet.value(row, column);
        sheet.formula(row, column);
        workbook.style(sheet.styleIndex(row, column));
      }
      sheet.rowHeight(row);
      sheet.rowHidden(row);
    }
    for (let column = 0; column < 12; column += 1) sheet.columnWidth(column);
    sheet.merges();
    sheet.conditionalRules();
    sheet.dataValidations();
    sheet.hyperlinks();
    sheet.pageSetup();
    sheet.rowBreaks();
    sheet.protection();
    sheet.frozen();
    sheet.autoFilterArea();
    sheet.tables();
    sheet.charts();
    sheet.comments();
    void sheet.tabColor;
  }
  workbook.names();
  for (const { xml, namespaceUri } of workbook.customXmlParts()) void (xml + namespaceUri);
  for (const sheet of workbook.sheets) {
    try {
      sheet.setValue(Math.min((sheet.usedArea(false)?.bottom ?? 0) + 1, 1_048_575), 0, '追加');
    } catch (fault) {
      if (!(fault instanceof EngineRefusal)) throw fault;
    }
  }
  if (workbook.readOnly) return;
  const again = openXlsx(workbook.save());
  if (!again.ok) throw new Error(`saved, and then: ${again.refusal.sentence}`);
}

export type Survival = 'refused' | 'opened';

/** What became of a changed file; throws where anything but a refusal in words came of it. */
export function survive(file: Uint8Array): Survival {
  const opened = openXlsx(file);
  if (!opened.ok) return 'refused';
  try {
    workThrough(opened.workbook);
  } catch (fault) {
    if (!(fault instanceof EngineRefusal)) throw fault;
  }
  return 'opened';
}
