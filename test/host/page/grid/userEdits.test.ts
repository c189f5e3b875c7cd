import { userEditsOf } from '../../../../src/host/page/grid/userEdits';

const cells = (cellValue: unknown) => userEditsOf('sheet.mutation.set-range-values', { subUnitId: '{1}', cellValue });
const cell = (content: unknown, forcedText = false) => ({
  kind: 'cell',
  sheetId: '{1}',
  row: 3,
  column: 7,
  content,
  forcedText,
});

describe('人在表格里做的', () => {
  test.each([
    ['文字', { v: '市水利局', t: 1 }, cell('市水利局')],
    ['数字', { v: 12, t: 2 }, cell(12)],
    ['真假', { v: 1, t: 3 }, cell(true)],
    ['公式', { f: '=1+2', v: null }, cell({ formula: '1+2' })],
    ['清空', { v: null, f: null }, cell(null)],
    ['空串当清空', { v: '' }, cell(null)],
    ['撇号打头的文本', { v: '001', t: 4 }, cell('001', true)],
    ['多行富文本', { p: { body: { dataStream: '甲\r乙\r\n' } } }, cell('甲\n乙')],
  ])('%s', (_name, given, expected) => expect(cells({ 3: { 7: given } })).toEqual([expected]));

  test('删掉的单元格是清空', () => expect(cells({ 3: { 7: null } })).toEqual([cell(null)]));
  test('只动了样式的不算写入', () => expect(cells({ 3: { 7: { s: { bl: 1 } } } })).toEqual([]));
  test('打字带来的日期格式，月份写成小写', () => {
    const given = {
      subUnitId: '{1}',
      values: { 0: { ranges: [{ startRow: 3, endRow: 4, startColumn: 7, endColumn: 7 }] } },
      refMap: { 0: { pattern: 'yyyy"M"-MM-dd' } },
    };
    expect(userEditsOf('sheet.mutation.set.numfmt', given)).toEqual(
      [3, 4].map((row) => ({ kind: 'numberFormat', sheetId: '{1}', row, column: 7, numberFormat: 'yyyy"M"-mm-dd' })),
    );
  });
  test('拖动列宽、行高换回字符和磅', () => {
    const ranges = [{ startRow: 2, endRow: 2, startColumn: 4, endColumn: 5 }];
    expect(userEditsOf('sheet.mutation.set-worksheet-col-width', { subUnitId: '{1}', ranges, colWidth: 70 })).toEqual([
      { kind: 'columnWidth', sheetId: '{1}', column: 4, characters: 10 },
      { kind: 'columnWidth', sheetId: '{1}', column: 5, characters: 10 },
    ]);
    expect(
      userEditsOf('sheet.mutation.set-worksheet-row-height', { subUnitId: '{1}', ranges, rowHeight: { 2: 40 } }),
    ).toEqual([{ kind: 'rowHeight', sheetId: '{1}', row: 2, points: 30 }]);
  });
  test('隐藏和取消隐藏', () => {
    const ranges = [{ startRow: 2, endRow: 3, startColumn: 4, endColumn: 4 }];
    expect(userEditsOf('sheet.mutation.set-row-hidden', { subUnitId: '{1}', ranges })).toHaveLength(2);
    expect(userEditsOf('sheet.mutation.set-col-visible', { subUnitId: '{1}', ranges })).toEqual([
      { kind: 'columnHidden', sheetId: '{1}', column: 4, hidden: false },
    ]);
  });
  test('别的动静不是编辑', () => expect(userEditsOf('sheet.operation.set-scroll', { subUnitId: '{1}' })).toEqual([]));
});
