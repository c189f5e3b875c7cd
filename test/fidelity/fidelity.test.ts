import { complexWorkbook } from '../host/xlsx/complexWorkbook';
import { sampleBytes } from '../hostDesk';
import { workbooksOfKinds } from './excelizeKinds';
import { richLedger } from './richLedger';
import { roundsOver } from './rounds';

describe('打开—保存、打开—标记—保存、打开—标记—清除—保存，逐个部件比较', () => {
  test('Excel 自己才写的内容（x14 条件格式和验证、线程批注、切片器、数据模型、打印机设置、宏、拼音、动态数组）一样不少', async () => {
    expect(await roundsOver(richLedger())).toEqual({
      said: null,
      parts: expect.any(Number),
      marked: 'ledger',
      lost: [],
    });
  });

  test('excelize 写的复杂工作簿一样不少', async () => {
    expect(await roundsOver(await complexWorkbook())).toMatchObject({ said: null, lost: [] });
  });

  test('excelize 能写的各种条件格式、图表、切片器、迷你图、形状、表单控件一样不少', async () => {
    expect(await roundsOver(await workbooksOfKinds())).toMatchObject({ said: null, lost: [] });
  });

  test.each(['city', 'district', 'bureau'] as const)('样本 %s 一样不少', async (sample) => {
    expect(await roundsOver(sampleBytes(sample))).toMatchObject({ said: null, marked: 'ledger', lost: [] });
  });
});
