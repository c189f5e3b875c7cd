import { question, refusalOf, said, valueOf, yesNo, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, issue, microsoft, reference } from './source';

async function merged(at: Scratch): Promise<Excel.Range> {
  at.cells(0, 0, 2, 2).values = [
    ['甲', '乙'],
    ['丙', '丁'],
  ];
  at.cells(0, 0, 2, 2).merge(false);
  await at.context.sync();
  return at.cells(0, 0, 2, 2);
}

/** A list of three with a filter that leaves the first and the third on show; on a sheet of its own: a sheet has one filter. */
async function filtered(at: Scratch): Promise<Excel.Worksheet> {
  const sheet = at.another();
  sheet.getRange('A1:A4').values = [['状态'], ['办理中'], ['已办结'], ['办理中']];
  sheet.autoFilter.apply(sheet.getRange('A1:A4'), 0, { filterOn: Excel.FilterOn.values, values: ['办理中'] });
  await at.context.sync();
  return sheet;
}

async function table(at: Scratch): Promise<Excel.Table> {
  const sheet = at.another();
  sheet.getRange('A1:B3').values = [
    ['序号', '督查事项'],
    [1, '甲'],
    [2, '乙'],
  ];
  const made = sheet.tables.add('A1:B3', true);
  await at.context.sync();
  return made;
}

export const MERGES_AND_FILTERS: HostTheme = {
  name: '合并、筛选与表格',
  questions: [
    question('merge-first', '合并后左上角的值在', '文字 甲', microsoft('VBA Range.Merge'), async (at) => {
      await merged(at);
      return valueOf(at, at.cells(0, 0));
    }),
    question('merge-rest', '合并后其余格为空', '空', NO_DOCUMENT, async (at) => {
      await merged(at);
      return valueOf(at, at.cells(1, 1));
    }),
    question('merge-covered', '写进被合并盖住的格，读回什么', null, NO_DOCUMENT, async (at) => {
      await merged(at);
      at.cells(1, 1).values = [['写入']];
      return valueOf(at, at.cells(1, 1));
    }),
    question('merge-areas', '读出合并区域', 'A1:B2', reference('Range.getMergedAreasOrNullObject'), async (at) => {
      await merged(at);
      const areas = at.cells(0, 0, 5, 5).getMergedAreasOrNullObject().load('address');
      await at.context.sync();
      return areas.isNullObject ? '空对象' : at.shown(areas.address);
    }),
    question(
      'merge-none',
      '没有合并时得空对象',
      '空对象',
      reference('Range.getMergedAreasOrNullObject'),
      async (at) => {
        const areas = at.cells(0, 0, 3, 3).getMergedAreasOrNullObject();
        await at.context.sync();
        return areas.isNullObject ? '空对象' : '有区域';
      },
    ),
    question('merge-across', '按行合并：三行各成一片', 'A1:B1,A2:B2,A3:B3', reference('Range.merge'), async (at) => {
      at.cells(0, 0, 3, 2).merge(true);
      const areas = at.cells(0, 0, 3, 2).getMergedAreasOrNullObject().load('address');
      await at.context.sync();
      return areas.isNullObject ? '空对象' : at.shown(areas.address).replace(/\s/g, '');
    }),
    question('unmerge', '取消合并后没有合并区域', '空对象', reference('Range.unmerge'), async (at) => {
      (await merged(at)).unmerge();
      const areas = at.cells(0, 0, 2, 2).getMergedAreasOrNullObject();
      await at.context.sync();
      return areas.isNullObject ? '空对象' : '有区域';
    }),
    question(
      'filter-on',
      '可以加自动筛选，加后认得出',
      '是',
      reference('AutoFilter.apply', 'AutoFilter.enabled', 'AutoFilter.isDataFiltered'),
      async (at) => {
        const sheet = await filtered(at);
        sheet.autoFilter.load('enabled,isDataFiltered');
        await at.context.sync();
        return yesNo(sheet.autoFilter.enabled && sheet.autoFilter.isDataFiltered);
      },
    ),
    question('filter-read', '筛掉的行照样读得到', '文字 已办结', NO_DOCUMENT, async (at) =>
      valueOf(at, (await filtered(at)).getRange('A3')),
    ),
    question(
      'filter-write',
      '向筛选中的区域写入，不会错行',
      '状态、一、二、三',
      issue('office-js #224'),
      async (at) => {
        const sheet = await filtered(at);
        sheet.getRange('A2:A4').values = [['一'], ['二'], ['三']];
        const all = sheet.getRange('A1:A4').load('values');
        await at.context.sync();
        return all.values.flat().join('、');
      },
    ),
    question('filter-write-one', '向筛掉的那一格写入，写得进', '文字 改后', issue('office-js #224'), async (at) => {
      const sheet = await filtered(at);
      sheet.getRange('A3').values = [['改后']];
      return valueOf(at, sheet.getRange('A3'));
    }),
    question('filter-clear', '清除筛选条件后行都在', '否', reference('AutoFilter.clearCriteria'), async (at) => {
      const sheet = await filtered(at);
      sheet.autoFilter.clearCriteria();
      const row = sheet.getRange('A3').load('rowHidden');
      await at.context.sync();
      return yesNo(row.rowHidden);
    }),
    question('table-body', '表格（ListObject）的数据区', 'A2:B3', reference('Table.getDataBodyRange'), async (at) => {
      const body = (await table(at)).getDataBodyRange().load('address');
      await at.context.sync();
      return body.address.split('!').at(-1) ?? '';
    }),
    question('table-resize', '表格可以向下延一行', 'A1:B4', reference('Table.resize'), async (at) => {
      const made = await table(at);
      made.resize('A1:B4');
      const range = made.getRange().load('address');
      await at.context.sync();
      return range.address.split('!').at(-1) ?? '';
    }),
    question('table-no-merge', '表格里的格不能合并', null, NO_DOCUMENT, async (at) => {
      const made = await table(at);
      return refusalOf(at, () => made.getDataBodyRange().merge(false));
    }),
    question(
      'table-filtered-header',
      '表格自带筛选按钮',
      '逻辑值 是',
      reference('Table.showFilterButton'),
      async (at) => {
        const made = (await table(at)).load('showFilterButton');
        await at.context.sync();
        return said(made.showFilterButton);
      },
    ),
  ],
};
