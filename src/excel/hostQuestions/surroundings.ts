import { question, yesNo, type HostTheme } from './question';
import { article, reference } from './source';

export const SURROUNDINGS: HostTheme = {
  name: '运行环境',
  questions: [
    question('culture-name', '区域', null, reference('CultureInfo.name'), async ({ context }) => {
      const { cultureInfo } = context.workbook.application;
      cultureInfo.load('name');
      await context.sync();
      return cultureInfo.name;
    }),
    question(
      'culture-dates',
      '短日期与长日期的样式',
      null,
      reference('DatetimeFormatInfo.shortDatePattern', 'DatetimeFormatInfo.longDatePattern'),
      async ({ context }) => {
        const { datetimeFormat } = context.workbook.application.cultureInfo;
        datetimeFormat.load('shortDatePattern,longDatePattern');
        await context.sync();
        return `${datetimeFormat.shortDatePattern}；${datetimeFormat.longDatePattern}`;
      },
    ),
    question(
      'culture-separators',
      '小数点与千分位',
      null,
      reference('Application.decimalSeparator'),
      async ({ context }) => {
        const { application } = context.workbook;
        application.load('decimalSeparator,thousandsSeparator');
        await context.sync();
        return `${application.decimalSeparator} ${application.thousandsSeparator}`;
      },
    ),
    question(
      'calculation',
      '自动计算（标记跟着当天走，须是自动）',
      'Automatic',
      article('excel/performance'),
      async ({ context }) => {
        const { application } = context.workbook;
        application.load('calculationMode');
        await context.sync();
        return application.calculationMode;
      },
    ),
    question('read-only', '工作簿可以写', '否', reference('Workbook.readOnly'), async ({ context }) => {
      const { workbook } = context;
      workbook.load('readOnly');
      await context.sync();
      return yesNo(workbook.readOnly);
    }),
    question('dirty', '写入后工作簿记为有改动', '是', reference('Workbook.isDirty'), async (at) => {
      at.cells(0, 0).values = [['甲']];
      at.context.workbook.load('isDirty');
      await at.context.sync();
      return yesNo(at.context.workbook.isDirty);
    }),
    question('events-enabled', '事件是开着的', '是', reference('Runtime.enableEvents'), async ({ context }) => {
      context.runtime.load('enableEvents');
      await context.sync();
      return yesNo(context.runtime.enableEvents);
    }),
    question('name', '工作簿有名字', '是', reference('Workbook.name'), async ({ context }) => {
      context.workbook.load('name');
      await context.sync();
      return yesNo(context.workbook.name.length > 0);
    }),
  ],
};
