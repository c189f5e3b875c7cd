import { openXlsx } from '../../src/host/xlsx';
import { openBook } from '../../src/host/page/openBook';
import { workbookSnapshot } from '../../src/host/page/grid/snapshot';
import { complexWorkbook } from '../host/xlsx/complexWorkbook';
import { hostileFiles } from './all';
import { faultOfRun, monthEndOver } from './headless';
import { mutated, survive, workThrough } from './mutations';

const quick = hostileFiles.filter(({ large }) => large !== true);

/** One of each way the headless job can end, run as a person runs it; the rest by `npm run test:hostile`. */
const HEADLESS = ['压缩包截断', '严格的 Open XML', '路径穿越', '自定义 XML 部件是坏的'];

/** Seconds on a machine however slow; what a run may take is measured by `npm run test:hostile`. */
const LONG = 500;

describe('来路不明的文件', () => {
  test.each(quick.map((file) => [file.title, file] as const))('%s', async (_, { make, outcome, name }) => {
    const bytes = await make();
    const result = await openBook(
      async () => bytes,
      name,
      () => true,
    );
    if (outcome.kind === 'refused') {
      expect(result).toMatchObject({ ok: false, sentence: expect.stringMatching(outcome.says) });
      expect(result).toMatchObject({ sentence: expect.stringMatching(/^[^!！]*没有打开。/) });
      return;
    }
    if (result?.ok !== true) throw new Error(result?.sentence);
    outcome.check(result.book.workbook);
    workbookSnapshot(result.book.workbook, 'w', name);
    workThrough(result.book.workbook);
  });

  test('每个都拒绝或读对之后，原来的字节一个没动', async () => {
    for (const { make } of quick.slice(0, 8)) {
      const bytes = await make();
      const before = bytes.slice();
      openXlsx(bytes);
      expect(Buffer.from(bytes).equals(before)).toBe(true);
    }
  });

  test('随机改坏复杂工作簿的部件一百次（种子 1 至 100），不是说清楚就是照常能用', async () => {
    const file = await complexWorkbook();
    const ends = Array.from({ length: 100 }, (_, index) => survive(mutated(file, index + 1).file));
    expect(ends.filter((end) => end === 'refused').length).toBeGreaterThan(20);
    expect(ends.filter((end) => end === 'opened').length).toBeGreaterThan(20);
  });

  test.each(HEADLESS)('命令行：%s', async (title) => {
    const file = hostileFiles.find((one) => one.title.startsWith(title))!;
    expect(faultOfRun(file, await monthEndOver(file.name, await file.make(), LONG))).toBeNull();
  });
});
