import { question, refusalOf, said, valueOf, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, reference } from './source';

function listed(at: Scratch, source: string): Excel.DataValidation {
  const { dataValidation } = at.cells(0, 0, 3, 1);
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  return dataValidation;
}

const sourceOf = async (at: Scratch, validation: Excel.DataValidation): Promise<string> => {
  validation.load('rule');
  await at.context.sync();
  return said(validation.rule.list?.source);
};

export const VALIDATION: HostTheme = {
  name: '下拉选项（数据验证）',
  questions: [
    question(
      'list-words',
      '逗号隔开的选项原样读回',
      '文字 办理中,已办结,暂缓办理',
      article('excel/excel-add-ins-data-validation'),
      (at) => sourceOf(at, listed(at, '办理中,已办结,暂缓办理')),
    ),
    question('list-range', '引用区域作选项', '文字 =$C$1:$C$3', article('excel/excel-add-ins-data-validation'), (at) =>
      sourceOf(at, listed(at, '=$C$1:$C$3')),
    ),
    question('list-type', '有下拉选项的格，类型读作 List', 'List', reference('DataValidation.type'), async (at) => {
      const validation = listed(at, '甲,乙');
      validation.load('type');
      await at.context.sync();
      return validation.type;
    }),
    question('list-none', '没有数据验证的格，类型读作 None', 'None', reference('DataValidation.type'), async (at) => {
      const { dataValidation } = at.cells(0, 0).load('dataValidation/type');
      await at.context.sync();
      return dataValidation.type;
    }),
    question('list-long', '选项文字超过 255 字', null, NO_DOCUMENT, (at) =>
      refusalOf(at, () => listed(at, Array.from({ length: 60 }, (_, index) => `单位名称${index}`).join(','))),
    ),
    question(
      'list-api-write',
      '不在选项里的值，API 照样写得进',
      '文字 别的',
      article('excel/excel-add-ins-data-validation'),
      async (at) => {
        listed(at, '甲,乙');
        await at.context.sync();
        at.cells(0, 0).values = [['别的']];
        return valueOf(at, at.cells(0, 0));
      },
    ),
    question(
      'list-alert',
      '出错提示读回',
      'Warning 请选列出的状态',
      reference('DataValidation.errorAlert'),
      async (at) => {
        const validation = listed(at, '甲,乙');
        validation.errorAlert = { message: '请选列出的状态', showAlert: true, style: 'Warning', title: '状态' };
        validation.load('errorAlert');
        await at.context.sync();
        return `${validation.errorAlert.style} ${validation.errorAlert.message}`;
      },
    ),
    question('list-prompt', '选中时的提示读回', '状态：从下拉中选', reference('DataValidation.prompt'), async (at) => {
      const validation = listed(at, '甲,乙');
      validation.prompt = { message: '从下拉中选', showPrompt: true, title: '状态' };
      validation.load('prompt');
      await at.context.sync();
      return `${validation.prompt.title}：${validation.prompt.message}`;
    }),
    question('list-clear', '清除后没有数据验证', 'None', reference('DataValidation.clear'), async (at) => {
      const validation = listed(at, '甲,乙');
      await at.context.sync();
      validation.clear();
      validation.load('type');
      await at.context.sync();
      return validation.type;
    }),
    question(
      'list-number',
      '整数 0 到 100 的验证读回',
      '=0 =100 Between',
      reference('BasicDataValidation.formula1', 'BasicDataValidation.formula2'),
      async (at) => {
        const { dataValidation } = at.cells(0, 0);
        dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 100, operator: 'Between' } };
        dataValidation.load('rule');
        await at.context.sync();
        const { wholeNumber } = dataValidation.rule;
        return `${String(wholeNumber?.formula1)} ${String(wholeNumber?.formula2)} ${String(wholeNumber?.operator)}`;
      },
    ),
  ],
};
