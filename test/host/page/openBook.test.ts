import { newWorkbook, openXlsx } from '../../../src/host/xlsx';
import { OpenBook } from '../../../src/host/page/openBook';

function book(): OpenBook {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  for (let row = 0; row < 6000; row += 1)
    sheet.setValue(row, 1, `第${row}件：推进全市重点项目建设，按期办结并报送情况`);
  const opened = openXlsx(workbook.save());
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return new OpenBook(opened.workbook, '台账.xlsx');
}

const typed = (own: OpenBook, content: string): readonly string[] =>
  own.userEdits([{ kind: 'cell', sheetId: own.workbook.sheets[0]!.id, row: 2, column: 1, content, forcedText: false }]);

function cellIn(file: Uint8Array): unknown {
  const opened = openXlsx(file);
  return opened.ok ? opened.workbook.sheets[0]!.value(2, 1) : opened.refusal.sentence;
}

describe('网页上保存', () => {
  test('存好以前算未保存，存好以后算已保存', async () => {
    const own = book();
    typed(own, '先改的');
    const saving = own.save();
    expect(own.unsaved).toBe(true);
    expect(cellIn(await saving)).toBe('先改的');
    expect(own.unsaved).toBe(false);
  });

  test('保存着的时候又有改动：存下来的是按保存那一刻的，后改的还算未保存，再存就有', async () => {
    const own = book();
    typed(own, '先改的');
    const saving = own.save();
    typed(own, '后改的');
    expect(cellIn(await saving)).toBe('先改的');
    expect(own.unsaved).toBe(true);
    expect(cellIn(await own.save())).toBe('后改的');
    expect(own.unsaved).toBe(false);
  });
});
