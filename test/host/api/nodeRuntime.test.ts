import { installOfficeJs, loadOfficeJs } from '../../../src/host/officeJs/nodeRuntime';
import { createHostSession } from '../../../src/host/session';
import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf } from './withExcel';

const sheetName = (excel: typeof Excel): Promise<string> =>
  excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });

describe('the genuine library in Node', () => {
  test('each load is a library of its own, bound to its own workbook', async () => {
    const first = loadOfficeJs(createHostSession(new MemoryWorkbook(['甲'])));
    const second = loadOfficeJs(createHostSession(new MemoryWorkbook(['乙'])));
    expect(first.Excel).not.toBe(second.Excel);
    expect(await Promise.all([sheetName(first.Excel), sheetName(second.Excel), sheetName(first.Excel)])).toEqual([
      '甲',
      '乙',
      '甲',
    ]);
  });

  test('two panes on one workbook see each other’s writes', async () => {
    const session = createHostSession(new MemoryWorkbook());
    const [one, other] = [loadOfficeJs(session), loadOfficeJs(session)];
    await one.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().name = '改过';
      await context.sync();
    });
    expect(await sheetName(other.Excel)).toBe('改过');
  });

  test('installing puts the namespaces on the global object, and takes them away again', async () => {
    const uninstall = installOfficeJs(loadOfficeJs(createHostSession(new MemoryWorkbook(['甲']))));
    expect(await sheetName(Excel)).toBe('甲');
    const inner = installOfficeJs(loadOfficeJs(createHostSession(new MemoryWorkbook(['乙']))));
    expect(await sheetName(Excel)).toBe('乙');
    inner();
    expect(await sheetName(Excel)).toBe('甲');
    uninstall();
    expect('Excel' in globalThis).toBe(false);
  });

  test('the library’s errors are errors of the add-in’s own realm', async () => {
    const { Excel: excel, OfficeExtension: extension } = loadOfficeJs(createHostSession(new MemoryWorkbook()));
    const failing = excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    });
    const failure: unknown = await failing.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toBeInstanceOf(extension.Error);
    expect(await codeOf(Promise.reject(failure as Error))).toBe('ItemNotFound');
  });
});
