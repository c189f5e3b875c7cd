import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

const guarded = (allowed: Record<string, boolean> = {}, hasPassword = false): MemoryWorkbook => {
  const workbook = new MemoryWorkbook();
  const [sheet] = workbook.sheets;
  sheet!.setStyleIndex(0, 1, workbook.styleIndexOf({ ...workbook.style(0), locked: false }));
  sheet!.setProtection({ enabled: true, hasPassword, allowed });
  return workbook;
};

const attempt = (workbook: MemoryWorkbook, act: (sheet: Excel.Worksheet) => unknown): Promise<string> =>
  codeOf(
    openInMemory({}, workbook).Excel.run(async (context) => {
      act(context.workbook.worksheets.getFirst());
      await context.sync();
    }),
  );

describe('受保护的工作表', () => {
  test.each<[string, string, (sheet: Excel.Worksheet) => unknown]>([
    ['写锁定的单元格', 'AccessDenied', (sheet) => (sheet.getRange('A1').values = [['改']])],
    ['写未锁定的单元格', 'no error', (sheet) => (sheet.getRange('B1').values = [['改']])],
    ['一次写锁定与未锁定的', 'AccessDenied', (sheet) => (sheet.getRange('A1:B1').values = [['改', '改']])],
    ['改格式', 'AccessDenied', (sheet) => (sheet.getRange('B1').format.fill.color = '#FF0000')],
    ['改数字格式', 'AccessDenied', (sheet) => (sheet.getRange('B1').numberFormat = [['@']])],
    ['加条件格式', 'AccessDenied', (sheet) => sheet.getRange('B1').conditionalFormats.add('Custom')],
    ['合并', 'AccessDenied', (sheet) => sheet.getRange('B1:C1').merge()],
    ['插行', 'AccessDenied', (sheet) => sheet.getRange('1:1').insert('Down')],
    ['隐藏行', 'AccessDenied', (sheet) => (sheet.getRange('1:1').rowHidden = true)],
    ['读', 'no error', (sheet) => sheet.getRange('A1').load('values')],
  ])('%s：%s', async (_, code, act) => {
    expect(await attempt(guarded(), act)).toBe(code);
  });

  test('保护时允许的事仍可做', async () => {
    const allowed = { allowFormatCells: true, allowInsertRows: true };
    expect(await attempt(guarded(allowed), (sheet) => (sheet.getRange('A1').format.fill.color = '#FF0000'))).toBe(
      'no error',
    );
    expect(await attempt(guarded(allowed), (sheet) => sheet.getRange('1:1').insert('Down'))).toBe('no error');
    expect(await attempt(guarded(allowed), (sheet) => sheet.getRange('1:1').delete('Up'))).toBe('AccessDenied');
  });

  test('被拒绝的写入一格也没有落下', async () => {
    const workbook = guarded();
    await attempt(workbook, (sheet) => (sheet.getRange('A1:B1').values = [['改', '改']]));
    expect([workbook.sheets[0]!.value(0, 0), workbook.sheets[0]!.value(0, 1)]).toEqual([null, null]);
  });

  test('没有密码的保护可以解除再加上', async () => {
    const workbook = guarded();
    expect(
      await attempt(workbook, (sheet) => {
        sheet.protection.unprotect();
        sheet.getRange('A1').values = [['改']];
        sheet.protection.protect({ allowSort: true });
      }),
    ).toBe('no error');
    expect(workbook.sheets[0]!.value(0, 0)).toBe('改');
    expect(workbook.sheets[0]!.protection()).toEqual({
      enabled: true,
      hasPassword: false,
      allowed: expect.objectContaining({ allowSort: true, allowFormatCells: false }),
    });
  });

  test('有密码的保护不许解除', async () => {
    expect(await attempt(guarded({}, true), (sheet) => sheet.protection.unprotect('猜'))).toBe('AccessDenied');
  });

  test('保护两次是错误，选项名写错也是', async () => {
    expect(await attempt(guarded(), (sheet) => sheet.protection.protect())).toBe('InvalidOperation');
    expect(await attempt(new MemoryWorkbook(), (sheet) => sheet.protection.protect({ allowAll: true } as object))).toBe(
      'InvalidArgument',
    );
  });
});
