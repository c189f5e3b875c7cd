import { codeOf, question, refusalOf, refused, said, valueOf, yesNo, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, issue, reference } from './source';

const NO_SUCH = '没有这张工作表';

/** Writes the first cell, fails, and writes the second, all in one batch. */
async function failInside(at: Scratch): Promise<string> {
  return refusalOf(at, () => {
    at.cells(0, 0).values = [['错误之前']];
    at.context.workbook.worksheets.getItem(NO_SUCH).load('name');
    at.cells(1, 0).values = [['错误之后']];
  });
}

const missing = (at: Scratch): void => {
  at.context.workbook.worksheets.getItem(NO_SUCH).load('name');
};

export const REQUESTS: HostTheme = {
  name: '批次、错误与容量',
  questions: [
    question(
      'batch-order',
      '同一批里先写后读，读到新值',
      '文字 新',
      article('develop/application-specific-api-model'),
      async (at) => {
        at.cells(0, 0).values = [['新']];
        return valueOf(at, at.cells(0, 0));
      },
    ),
    question(
      'batch-read-first',
      '同一批里先读后写，读到旧值',
      '文字 旧',
      article('develop/application-specific-api-model'),
      async (at) => {
        at.cells(0, 0).values = [['旧']];
        await at.context.sync();
        const cell = at.cells(0, 0).load('values');
        at.cells(0, 0).values = [['新']];
        await at.context.sync();
        return said((cell.values as unknown[][])[0]?.[0]);
      },
    ),
    question(
      'batch-error',
      '批内出错，给出错误代码',
      refused('ItemNotFound'),
      article('develop/application-specific-api-model'),
      failInside,
    ),
    question('batch-before', '批内出错之前的写入留下', '文字 错误之前', NO_DOCUMENT, async (at) => {
      await failInside(at);
      return valueOf(at, at.cells(0, 0));
    }),
    question('batch-after', '批内出错之后的写入没有做', '空', NO_DOCUMENT, async (at) => {
      await failInside(at);
      return valueOf(at, at.cells(1, 0));
    }),
    question(
      'batch-not-loaded',
      '没有取的属性不能读',
      refused('PropertyNotLoaded'),
      article('develop/application-specific-api-model'),
      async (at) => {
        try {
          return said(at.cells(0, 0).values);
        } catch (error) {
          return codeOf(error);
        }
      },
    ),
    question(
      'null-object',
      '空对象上的动作不做也不出错',
      '没有拒绝',
      article('develop/application-specific-api-model'),
      (at) => refusalOf(at, () => at.context.workbook.worksheets.getItemOrNullObject(NO_SUCH).getRange('A1').clear()),
    ),
    question(
      'error-sheet',
      '取不存在的工作表',
      refused('ItemNotFound'),
      article('develop/application-specific-api-model'),
      (at) => refusalOf(at, () => missing(at)),
    ),
    question(
      'error-location',
      '错误说得出在哪个成员',
      'WorksheetCollection.getItem',
      issue('office-js-docs #1185'),
      async (at) => {
        try {
          missing(at);
          await at.context.sync();
          return '没有拒绝';
        } catch (error) {
          return error instanceof Object && 'debugInfo' in error
            ? String((error.debugInfo as { errorLocation?: string }).errorLocation)
            : '没有';
        }
      },
    ),
    question(
      'error-address',
      '写错的地址',
      refused('InvalidArgument'),
      article('testing/application-specific-api-error-handling'),
      (at) => refusalOf(at, () => at.sheet.getRange('甲1').load('values')),
    ),
    question(
      'error-beyond',
      '超出最末列的地址',
      refused('InvalidArgument'),
      article('testing/application-specific-api-error-handling'),
      (at) => refusalOf(at, () => at.sheet.getRange('XFE1').load('values')),
    ),
    question(
      'error-colour',
      '写错的颜色',
      refused('InvalidArgument'),
      article('testing/application-specific-api-error-handling'),
      (at) =>
        refusalOf(at, () => {
          at.cells(0, 0).format.fill.color = '不是颜色';
        }),
    ),
    question(
      'error-formula',
      '写错的公式',
      refused('InvalidArgument'),
      article('testing/application-specific-api-error-handling'),
      (at) =>
        refusalOf(at, () => {
          at.cells(0, 0).formulas = [['=SUM(']];
        }),
    ),
    question(
      'size-addresses',
      '2000 片区域的地址超过 8,192 字：不说而截断，或者拒绝',
      '1366 片',
      article('excel/excel-add-ins-troubleshooting'),
      async (at) => {
        // All of six characters: the cut at 8,192 falls behind `A2`, a good address.
        const rows = Array.from({ length: 2000 }, (_, index) => `A${index + 1000}`);
        try {
          const areas = at.another().getRanges(rows.join(',')).load('areaCount');
          await at.context.sync();
          return `${areas.areaCount} 片`;
        } catch (error) {
          return codeOf(error);
        }
      },
      // The article has it cut; in office-js #5198 it was refused.
      { agrees: (got) => got === '1366 片' || got === refused('InvalidArgument') },
    ),
    question(
      'size-address',
      '一片区域的地址超过 8,192 字，拒绝',
      refused('InvalidArgument'),
      reference('Worksheet.getRange'),
      (at) => refusalOf(at, () => at.sheet.getRange(`A1${' '.repeat(8192)}`).load('address')),
    ),
    question(
      'size-20000',
      '一次写读 20,000 格',
      '20000 格',
      article('concepts/resource-limits-and-performance-optimization'),
      async (at) => {
        const area = at.another().getRange('A1:J2000');
        area.values = Array.from({ length: 2000 }, (_, row) =>
          Array.from({ length: 10 }, (_, column) => row * 10 + column),
        );
        area.load('values');
        await at.context.sync();
        return `${area.values.flat().filter((value, index) => value === index).length} 格`;
      },
    ),
    question(
      'size-2mb',
      '一次写 2 MB 文字',
      '没有拒绝',
      article('concepts/resource-limits-and-performance-optimization'),
      (at) =>
        refusalOf(at, () => {
          at.another().getRange('A1:A100').values = Array.from({ length: 100 }, () => ['a'.repeat(20_000)]);
        }),
    ),
    question(
      'size-6mb',
      '一次写 6 MB 文字：网页版拒绝，其余可以',
      refused('RequestPayloadSizeLimitExceeded'),
      article('concepts/resource-limits-and-performance-optimization'),
      (at) =>
        refusalOf(at, () => {
          at.another().getRange('A1:A200').values = Array.from({ length: 200 }, () => ['a'.repeat(30_000)]);
        }),
      { agrees: (got) => got === '没有拒绝' || got === refused('RequestPayloadSizeLimitExceeded') },
    ),
    question('tracked-after', '一次会话之后，未保留的对象不能再用', '是', reference('Range.track'), async (at) => {
      let range: Excel.Range | null = null;
      const { line } = at;
      at.sheet.load('name');
      await at.context.sync();
      const { name } = at.sheet;
      await Excel.run(async (own) => {
        range = own.workbook.worksheets.getItem(name).getRange(`A${line(0)}`);
        range.load('values');
        await own.sync();
      });
      try {
        const later = range as unknown as Excel.Range;
        later.load('address');
        await later.context.sync();
        return '否';
      } catch {
        return yesNo(true);
      }
    }),
  ],
};
