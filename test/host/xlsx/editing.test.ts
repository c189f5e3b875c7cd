import fc from 'fast-check';
import { newWorkbook, type CellContent, type SheetModel } from '../../../src/host/xlsx';
import { complexWorkbook } from './complexWorkbook';
import { handmade } from './handmade';
import { changedParts, opened, textOfPart } from './parts';

const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' 前后 ', 'a\r\nb', '_x000D_', '_x005F_', '<&>"\'', '500', '=A1', '\ufeff', '𠮷督查'),
  fc.constantFrom('#N/A', '#REF!', '#DIV/0!').map((error) => ({ error })),
);

const edit = fc.record({
  row: fc.nat(35),
  column: fc.nat(6),
  what: fc.oneof(
    content.map((value) => ({ kind: 'value' as const, value })),
    fc
      .constantFrom('A1', 'SUM($A$1:B2)', 'IF(A1="<",1,"&")', '台账!A1')
      .map((formula) => ({ kind: 'formula' as const, formula })),
    fc.nat(2).map((style) => ({ kind: 'style' as const, style })),
    fc
      .constantFrom('contents' as const, 'formats' as const, 'all' as const)
      .map((what) => ({ kind: 'clear' as const, what })),
  ),
});

/** Lone surrogates and the two non-characters cannot stand in XML; they are written as U+FFFD or `_xHHHH_`. */
const asStored = (value: CellContent): CellContent => {
  return typeof value === 'string' ? new TextDecoder().decode(new TextEncoder().encode(`.${value}`)).slice(1) : value;
};

function picture(sheet: SheetModel): unknown[] {
  const cells: unknown[] = [];
  for (let row = 0; row < 40; row++) {
    for (let column = 0; column < 8; column++) {
      const formula = sheet.formula(row, column);
      const value = formula === null ? asStored(sheet.value(row, column)) : null;
      cells.push([value, formula, sheet.styleIndex(row, column)]);
    }
  }
  return cells;
}

describe('改单元格', () => {
  test('任意一串改动，存后重开与改后所见相同，别的部件不变', async () => {
    const file = await complexWorkbook();
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const workbook = opened(file);
        const sheet = workbook.sheets[0]!;
        for (const { row, column, what } of edits) {
          if (what.kind === 'value') sheet.setValue(row, column, what.value);
          else if (what.kind === 'formula') sheet.setFormula(row, column, what.formula);
          else if (what.kind === 'style') sheet.setStyleIndex(row, column, what.style);
          else sheet.clear({ top: row, left: column, bottom: row + 1, right: column + 1 }, what.what);
        }
        const saved = workbook.save();
        expect(picture(opened(saved).sheets[0]!)).toEqual(picture(sheet));
        const allowed = new Set([
          'xl/worksheets/sheet1.xml',
          'xl/workbook.xml',
          'xl/calcChain.xml',
          'xl/_rels/workbook.xml.rels',
          '[Content_Types].xml',
        ]);
        expect(changedParts(file, saved).filter((name) => !allowed.has(name))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('任意文字写进新表，读回不变', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 20 }), (values) => {
        const workbook = newWorkbook();
        values.forEach((value, row) => workbook.sheets[0]!.setValue(row, 0, value));
        const sheet = opened(workbook.save()).sheets[0]!;
        expect(values.map((_, row) => sheet.value(row, 0))).toEqual(values.map(asStored));
      }),
    );
  });

  test('写进与原来相同的值，不算改动', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    const sheet = workbook.sheets[0]!;
    const used = sheet.usedArea(true)!;
    for (let row = used.top; row <= used.bottom; row++) {
      for (let column = used.left; column <= used.right; column++) {
        const formula = sheet.formula(row, column);
        if (formula === null) sheet.setValue(row, column, sheet.value(row, column));
        else sheet.setFormula(row, column, formula);
        sheet.setStyleIndex(row, column, sheet.styleIndex(row, column));
      }
    }
    expect(workbook.save()).toEqual(file);
  });

  test('只改样式，富文本、公式、缓存值的字节都留着', async () => {
    const file = await complexWorkbook();
    const workbook = opened(file);
    workbook.sheets[0]!.setStyleIndex(4, 1, 1);
    workbook.sheets[0]!.setStyleIndex(2, 5, 1);
    const part = 'xl/worksheets/sheet1.xml';
    expect(textOfPart(workbook.save(), part)).toBe(
      textOfPart(file, part)
        .replace('<c r="B5" t="s">', '<c r="B5" t="s" s="1">')
        .replace('<c r="F3" t="str">', '<c r="F3" t="str" s="1">'),
    );
  });

  test('写不进的值说得清：非数字、过长的文字', () => {
    const sheet = newWorkbook().sheets[0]!;
    expect(() => sheet.setValue(0, 0, Number.NaN)).toThrow('非数字');
    expect(() => sheet.setValue(0, 0, 'a'.repeat(32_768))).toThrow('32767');
    sheet.setValue(0, 0, 'a'.repeat(32_767));
    expect(sheet.usedArea(true)).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
  });

  test('在带样式的列里写新单元格，带上列的样式；清除格式后写明样式 0', () => {
    const workbook = opened(
      handmade({ sheets: ['<cols><col min="1" max="1" width="9" style="1"/></cols><sheetData/>'] }),
    );
    const sheet = workbook.sheets[0]!;
    sheet.setValue(0, 0, 1);
    sheet.setValue(1, 0, 2);
    sheet.clear({ top: 1, left: 0, bottom: 1, right: 0 }, 'formats');
    expect(textOfPart(workbook.save(), 'xl/worksheets/sheet1.xml')).toContain(
      '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" s="0"><v>2</v></c></row></sheetData>',
    );
  });

  test('已用区域：只看值，或连格式一起看', () => {
    const sheet = newWorkbook().sheets[0]!;
    expect([sheet.usedArea(true), sheet.usedArea(false)]).toEqual([null, null]);
    sheet.setValue(2, 3, 'x');
    sheet.setStyleIndex(5, 1, 1);
    expect(sheet.usedArea(true)).toEqual({ top: 2, left: 3, bottom: 2, right: 3 });
    expect(sheet.usedArea(false)).toEqual({ top: 2, left: 1, bottom: 5, right: 3 });
    sheet.clear({ top: 0, left: 0, bottom: 9, right: 9 }, 'all');
    expect(sheet.usedArea(false)).toBeNull();
  });
});
