import type { CellStyle, CustomXmlPartModel, DefinedName, WorkbookModel } from '../../../src/host/xlsx/model';
import type { InSlices } from '../../../src/host/xlsx/slices';
import { MemorySheet } from './memorySheet';

const PLAIN: CellStyle = {
  numberFormat: 'General',
  font: { name: '宋体', size: 11 },
  fill: null,
  borders: {},
  alignment: {},
  locked: true,
  hiddenFormula: false,
};

/** A workbook held in memory, by the contract the file engine keeps; saves nothing. */
export class MemoryWorkbook implements WorkbookModel {
  readonly sheets: MemorySheet[] = [];
  readonly cautions: readonly string[] = [];
  readonly readOnly = false;
  activeSheetId: string;
  private readonly styles: CellStyle[] = [PLAIN];
  private nameList: readonly DefinedName[] = [];
  private parts: CustomXmlPartModel[] = [];
  private nextId = 1;

  constructor(
    sheetNames: readonly string[] = ['台账'],
    readonly date1904 = false,
  ) {
    for (const name of sheetNames) this.addSheet(name);
    this.activeSheetId = this.sheets[0]!.id;
  }

  addSheet(name: string, position = this.sheets.length): MemorySheet {
    const sheet = new MemorySheet(`{0000-${this.nextId++}}`, name);
    this.sheets.splice(position, 0, sheet);
    return sheet;
  }

  deleteSheet(id: string): void {
    this.sheets.splice(
      this.sheets.findIndex((sheet) => sheet.id === id),
      1,
    );
  }

  moveSheet(id: string, position: number): void {
    const [sheet] = this.sheets.splice(
      this.sheets.findIndex((candidate) => candidate.id === id),
      1,
    );
    this.sheets.splice(position, 0, sheet!);
  }

  style = (index: number): CellStyle => this.styles[index]!;

  styleIndexOf(style: CellStyle): number {
    const text = JSON.stringify(style);
    const known = this.styles.findIndex((held) => JSON.stringify(held) === text);
    return known >= 0 ? known : this.styles.push(style) - 1;
  }

  names = (): readonly DefinedName[] => this.nameList;
  setNames = (names: readonly DefinedName[]): void => void (this.nameList = names);
  customXmlParts = (): readonly CustomXmlPartModel[] => this.parts;

  addCustomXmlPart(xml: string): CustomXmlPartModel {
    const part = { id: `{PART-${this.nextId++}}`, namespaceUri: /xmlns="([^"]*)"/.exec(xml)?.[1] ?? '', xml };
    this.parts.push(part);
    return part;
  }

  setCustomXml(id: string, xml: string): void {
    this.parts.find((part) => part.id === id)!.xml = xml;
  }

  deleteCustomXmlPart(id: string): void {
    this.parts = this.parts.filter((part) => part.id !== id);
  }

  save = (): Uint8Array => new Uint8Array();
  *saveInSlices(): InSlices<Uint8Array> {
    yield;
    return this.save();
  }
}
