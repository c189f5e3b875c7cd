import { question, said, valueOf, yesNo, type HostTheme, type Scratch } from './question';
import { article, issue, reference } from './source';

async function filled(at: Scratch): Promise<Excel.Range> {
  const cell = at.cells(0, 0);
  cell.values = [['甲']];
  cell.format.fill.color = '#FFC7CE';
  cell.format.font.bold = true;
  await at.context.sync();
  return cell;
}

const colorOf = async (at: Scratch, range: Excel.Range): Promise<string> => {
  range.format.fill.load('color');
  await at.context.sync();
  return said(range.format.fill.color);
};

export const LOOKS: HostTheme = {
  name: '外观、行高与列宽',
  questions: [
    question('look-fill', '底色原样读回', '文字 #FFC7CE', reference('RangeFill.color'), async (at) =>
      colorOf(at, await filled(at)),
    ),
    question(
      'look-no-fill',
      '没有底色的格读作白色',
      '文字 #FFFFFF',
      issue('office-js #4900', 'office-js #6218'),
      (at) => colorOf(at, at.cells(0, 0)),
    ),
    question(
      'look-mixed',
      '几格底色不一，读作 null（有的版本是空文字）',
      '混合',
      article('excel/excel-add-ins-blank-null-values'),
      async (at) => {
        await filled(at);
        const got = await colorOf(at, at.cells(0, 0, 1, 2));
        return got === '无' || got === '空' ? '混合' : got;
      },
    ),
    question(
      'look-mixed-bold',
      '几格粗细不一，粗体读作 null',
      '无',
      article('excel/excel-add-ins-blank-null-values'),
      async (at) => {
        await filled(at);
        const both = at.cells(0, 0, 1, 2);
        both.format.font.load('bold');
        await at.context.sync();
        return said(both.format.font.bold as boolean | null);
      },
    ),
    question(
      'look-font',
      '没有安装的字体名也照记',
      '仿宋_GB2312 16',
      reference('RangeFont.name', 'RangeFont.size'),
      async (at) => {
        const cell = at.cells(0, 0);
        cell.format.font.name = '仿宋_GB2312';
        cell.format.font.size = 16;
        cell.format.font.load('name,size');
        await at.context.sync();
        return `${cell.format.font.name} ${cell.format.font.size}`;
      },
    ),
    question(
      'look-align',
      '自动换行、居中原样读回',
      '是 Center Center',
      reference('RangeFormat.wrapText', 'RangeFormat.horizontalAlignment', 'RangeFormat.verticalAlignment'),
      async (at) => {
        const { format } = at.cells(0, 0);
        format.wrapText = true;
        format.horizontalAlignment = Excel.HorizontalAlignment.center;
        format.verticalAlignment = Excel.VerticalAlignment.center;
        format.load('wrapText,horizontalAlignment,verticalAlignment');
        await at.context.sync();
        return `${yesNo(format.wrapText)} ${format.horizontalAlignment} ${format.verticalAlignment}`;
      },
    ),
    question(
      'look-spread',
      '两端对齐、分散对齐原样读回',
      'Justify Distributed',
      reference('RangeFormat.horizontalAlignment', 'RangeFormat.verticalAlignment'),
      async (at) => {
        const { format } = at.cells(0, 0);
        format.horizontalAlignment = Excel.HorizontalAlignment.justify;
        format.verticalAlignment = Excel.VerticalAlignment.distributed;
        format.load('horizontalAlignment,verticalAlignment');
        await at.context.sync();
        return `${format.horizontalAlignment} ${format.verticalAlignment}`;
      },
    ),
    question(
      'look-border',
      '边框样式、粗细、颜色读回',
      'Continuous Medium #FF0000',
      reference('RangeBorder.style', 'RangeBorder.weight', 'RangeBorder.color'),
      async (at) => {
        const line = at.cells(0, 0).format.borders.getItem(Excel.BorderIndex.edgeBottom);
        line.style = Excel.BorderLineStyle.continuous;
        line.weight = Excel.BorderWeight.medium;
        line.color = '#FF0000';
        line.load('style,weight,color');
        await at.context.sync();
        return `${line.style} ${line.weight} ${line.color}`;
      },
    ),
    question(
      'look-areas',
      '几片区域一次设底色，第二片也有',
      '文字 #FFC7CE',
      article('excel/excel-add-ins-multiple-ranges'),
      async (at) => {
        at.sheet.getRanges(`A${at.line(0)},C${at.line(2)}`).format.fill.color = '#FFC7CE';
        return colorOf(at, at.cells(2, 2));
      },
    ),
    question('look-cell-properties', '一次取各格底色', '#FFC7CE', reference('Range.getCellProperties'), async (at) => {
      await filled(at);
      const properties = at.cells(0, 0).getCellProperties({ format: { fill: { color: true } } });
      await at.context.sync();
      return String(properties.value[0]?.[0]?.format?.fill?.color);
    }),
    question('size-row', '行高 33 磅读回 33 磅', '33 磅', reference('RangeFormat.rowHeight'), async (at) => {
      const { format } = at.cells(0, 0);
      format.rowHeight = 33;
      format.load('rowHeight');
      await at.context.sync();
      return `${format.rowHeight} 磅`;
    }),
    question(
      'size-column',
      '列宽 84 磅读回 84 磅（按像素取整，差不过 1 磅）',
      '84 磅',
      reference('RangeFormat.columnWidth'),
      async (at) => {
        const { format } = at.another().getRange('A1');
        format.columnWidth = 84;
        format.load('columnWidth');
        await at.context.sync();
        return `${format.columnWidth} 磅`;
      },
      { agrees: (got) => Math.abs(Number.parseFloat(got) - 84) <= 1 },
    ),
    question(
      'size-standard',
      '标准列宽（字符）、该列宽（磅）、标准行高（磅）',
      null,
      reference('Worksheet.standardWidth', 'Worksheet.standardHeight'),
      async (at) => {
        const sheet = at.another().load('standardWidth,standardHeight');
        const { format } = sheet.getRange('A1');
        format.load('columnWidth');
        await at.context.sync();
        return `${sheet.standardWidth}；${format.columnWidth}；${sheet.standardHeight}`;
      },
    ),
    question(
      'size-autofit',
      '换行的长文字，自动行高比标准行高高',
      '是',
      reference('RangeFormat.autofitRows'),
      async (at) => {
        const sheet = at.another().load('standardHeight');
        const cell = sheet.getRange('A1');
        cell.values = [['督查事项'.repeat(20)]];
        cell.format.wrapText = true;
        cell.format.autofitRows();
        cell.format.load('rowHeight');
        await at.context.sync();
        return yesNo(cell.format.rowHeight > sheet.standardHeight);
      },
    ),
    question(
      'size-autofit-column',
      '自动列宽：长的列比短的列宽',
      '是',
      reference('RangeFormat.autofitColumns'),
      async (at) => {
        const sheet = at.another();
        sheet.getRange('A1:B1').values = [['甲', '牵头单位和配合单位名称']];
        sheet.getRange('A:B').format.autofitColumns();
        const [short, long] = ['A1', 'B1'].map((cell) => sheet.getRange(cell));
        short!.format.load('columnWidth');
        long!.format.load('columnWidth');
        await at.context.sync();
        return yesNo(long!.format.columnWidth > short!.format.columnWidth);
      },
    ),
    question(
      'copy-formats',
      '只复制格式：底色过去，值不过去',
      '文字 #FFC7CE；空',
      article('excel/excel-add-ins-ranges-cut-copy-paste'),
      async (at) => {
        at.cells(1, 0).copyFrom(await filled(at), Excel.RangeCopyType.formats);
        return `${await colorOf(at, at.cells(1, 0))}；${await valueOf(at, at.cells(1, 0))}`;
      },
    ),
    question(
      'clear-formats',
      '清格式不清值',
      '文字 #FFFFFF；文字 甲',
      article('excel/excel-add-ins-ranges-clear-delete'),
      async (at) => {
        const cell = await filled(at);
        cell.clear(Excel.ClearApplyTo.formats);
        return `${await colorOf(at, cell)}；${await valueOf(at, cell)}`;
      },
    ),
    question(
      'clear-contents',
      '清值不清格式',
      '文字 #FFC7CE；空',
      article('excel/excel-add-ins-ranges-clear-delete'),
      async (at) => {
        const cell = await filled(at);
        cell.clear(Excel.ClearApplyTo.contents);
        return `${await colorOf(at, cell)}；${await valueOf(at, cell)}`;
      },
    ),
    question(
      'link-place',
      '文内超链接原样读回，显示文字在',
      '去处在；文字 看这里',
      reference('RangeHyperlink.documentReference', 'RangeHyperlink.textToDisplay'),
      async (at) => {
        const cell = at.cells(0, 0);
        at.sheet.load('name');
        await at.context.sync();
        const place = `'${at.sheet.name}'!A1`;
        cell.hyperlink = { documentReference: place, textToDisplay: '看这里' };
        cell.load('hyperlink');
        await at.context.sync();
        const there = cell.hyperlink.documentReference === place ? '去处在' : String(cell.hyperlink.documentReference);
        return `${there}；${await valueOf(at, cell)}`;
      },
    ),
    question(
      'link-places',
      '一次给两格文内超链接，各自读回，显示文字在',
      '去处在；文字 看那里',
      reference('Range.setCellProperties', 'SettableCellProperties.hyperlink'),
      async (at) => {
        at.sheet.load('name');
        await at.context.sync();
        const places = [1, 2].map((row) => `'${at.sheet.name}'!A${row}`);
        const [here, there] = [at.cells(0, 0), at.cells(1, 0)];
        here
          .getBoundingRect(there)
          .setCellProperties(
            places.map((documentReference, row) => [
              { hyperlink: { documentReference, textToDisplay: row === 0 ? '看这里' : '看那里' } },
            ]),
          );
        here.load('hyperlink');
        there.load('hyperlink');
        await at.context.sync();
        const found = [here, there].map(({ hyperlink }) => String(hyperlink.documentReference));
        const kept = found.every((place, row) => place === places[row]) ? '去处在' : found.join('、');
        return `${kept}；${await valueOf(at, there)}`;
      },
    ),
    question(
      'single-format',
      '一个数字格式给几格，各格都是',
      '0.00、0.00',
      article('excel/excel-add-ins-advanced-concepts'),
      async (at) => {
        const range = at.cells(0, 0).getBoundingRect(at.cells(1, 0));
        Object.assign(range, { numberFormat: '0.00' });
        range.load('numberFormat');
        await at.context.sync();
        return range.numberFormat.map(([format]) => String(format)).join('、');
      },
    ),
    question(
      'freeze-rows',
      '冻结前三行，读得出',
      '1:3',
      reference('WorksheetFreezePanes.freezeRows', 'WorksheetFreezePanes.getLocationOrNullObject'),
      async (at) => {
        const { freezePanes } = at.another();
        freezePanes.freezeRows(3);
        const frozen = freezePanes.getLocationOrNullObject().load('address');
        await at.context.sync();
        return frozen.isNullObject ? '空对象' : (frozen.address.split('!').at(-1) ?? '');
      },
    ),
    question('tab-color', '工作表标签颜色读回', '#FFC000', reference('Worksheet.tabColor'), async (at) => {
      const sheet = at.another();
      sheet.tabColor = '#FFC000';
      sheet.load('tabColor');
      await at.context.sync();
      return sheet.tabColor;
    }),
  ],
};
