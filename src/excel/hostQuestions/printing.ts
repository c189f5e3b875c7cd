import { question, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, reference } from './source';

const own = (at: Scratch): { readonly sheet: Excel.Worksheet; readonly page: Excel.PageLayout } => {
  const sheet = at.another();
  return { sheet, page: sheet.pageLayout };
};

export const PRINTING: HostTheme = {
  name: '页面设置与打印',
  questions: [
    question('page-default', '新工作表的纸张与方向', null, NO_DOCUMENT, async (at) => {
      const { page } = own(at);
      page.load('paperSize,orientation');
      await at.context.sync();
      return `${String(page.paperSize)} ${page.orientation}`;
    }),
    question(
      'page-a4',
      'A4 横向读回（文档中 A4 写作 A4）',
      'A4 Landscape',
      reference('PageLayout.paperSize', 'PageLayout.orientation'),
      async (at) => {
        const { page } = own(at);
        page.paperSize = Excel.PaperType.a4;
        page.orientation = Excel.PageOrientation.landscape;
        page.load('paperSize,orientation');
        await at.context.sync();
        return `${String(page.paperSize)} ${page.orientation}`;
      },
    ),
    question(
      'page-margins',
      '按厘米设页边距，读回是磅（2.8 厘米约 79.4 磅）',
      '79.4 磅',
      reference('PageLayout.setPrintMargins', 'PageLayout.leftMargin'),
      async (at) => {
        const { page } = own(at);
        page.setPrintMargins(Excel.PrintMarginUnit.centimeters, { left: 2.8, right: 2.6, top: 3.7, bottom: 3.5 });
        page.load('leftMargin');
        await at.context.sync();
        return `${Math.round(page.leftMargin * 10) / 10} 磅`;
      },
      { agrees: (got) => Math.abs(Number.parseFloat(got) - 79.37) <= 0.5 },
    ),
    question(
      'page-one-margin',
      '只设页脚边距，其余不动',
      '不动',
      reference('PageLayout.setPrintMargins'),
      async (at) => {
        const { page } = own(at);
        page.load('topMargin');
        await at.context.sync();
        const before = page.topMargin;
        page.setPrintMargins(Excel.PrintMarginUnit.points, { footer: 40 });
        page.load('topMargin');
        await at.context.sync();
        return before === page.topMargin ? '不动' : `${before} → ${page.topMargin}`;
      },
    ),
    question(
      'page-fit',
      '缩到一页宽、页数不限，读回',
      '宽 1 页，高不限',
      reference('PageLayout.zoom', 'PageLayoutZoomOptions.horizontalFitToPages'),
      async (at) => {
        const { page } = own(at);
        page.zoom = { horizontalFitToPages: 1 };
        page.load('zoom');
        await at.context.sync();
        const { horizontalFitToPages: wide, verticalFitToPages: tall } = page.zoom;
        return `宽 ${wide ?? '不限'} 页，高${tall === null || tall === undefined ? '不限' : ` ${tall} 页`}`;
      },
    ),
    question('page-scale', '缩放 85% 读回', '85', reference('PageLayout.zoom'), async (at) => {
      const { page } = own(at);
      page.zoom = { scale: 85 };
      page.load('zoom');
      await at.context.sync();
      return String(page.zoom.scale);
    }),
    question('page-area', '打印区域读回', 'A1:D9', reference('PageLayout.setPrintArea'), async (at) => {
      const { page } = own(at);
      page.setPrintArea('A1:D9');
      const area = page.getPrintAreaOrNullObject().load('address');
      await at.context.sync();
      return area.isNullObject ? '空对象' : (area.address.split('!').at(-1) ?? '');
    }),
    question(
      'page-no-area',
      '没有设打印区域时得空对象',
      '空对象',
      reference('PageLayout.getPrintAreaOrNullObject'),
      async (at) => {
        const area = own(at).page.getPrintAreaOrNullObject();
        await at.context.sync();
        return area.isNullObject ? '空对象' : '有区域';
      },
    ),
    question('page-titles', '每页重复的标题行读回', '1:2', reference('PageLayout.setPrintTitleRows'), async (at) => {
      const { page } = own(at);
      page.setPrintTitleRows('$1:$2');
      const rows = page.getPrintTitleRowsOrNullObject().load('address');
      await at.context.sync();
      return rows.isNullObject ? '空对象' : (rows.address.split('!').at(-1) ?? '').replace(/\$/g, '');
    }),
    question('page-footer', '页脚的页码代码原样读回', '— &P —', reference('HeaderFooter.centerFooter'), async (at) => {
      const { defaultForAllPages } = own(at).page.headersFooters;
      defaultForAllPages.centerFooter = '— &P —';
      defaultForAllPages.load('centerFooter');
      await at.context.sync();
      return defaultForAllPages.centerFooter;
    }),
    question(
      'page-odd-even',
      '奇偶页不同的页脚读回',
      'OddAndEven 单 双',
      reference('HeaderFooterGroup.state'),
      async (at) => {
        const group = own(at).page.headersFooters;
        group.state = Excel.HeaderFooterState.oddAndEven;
        group.oddPages.rightFooter = '单';
        group.evenPages.leftFooter = '双';
        group.load('state');
        group.oddPages.load('rightFooter');
        group.evenPages.load('leftFooter');
        await at.context.sync();
        return `${group.state} ${group.oddPages.rightFooter} ${group.evenPages.leftFooter}`;
      },
    ),
    question(
      'page-first-number',
      '起始页码读回；写空文字为自动（null，有的版本是空文字）',
      '5；自动',
      reference('PageLayout.firstPageNumber'),
      async (at) => {
        const { page } = own(at);
        page.firstPageNumber = 5;
        page.load('firstPageNumber');
        await at.context.sync();
        const five = String(page.firstPageNumber);
        page.firstPageNumber = '';
        page.load('firstPageNumber');
        await at.context.sync();
        const after: unknown = page.firstPageNumber;
        return `${five}；${after === '' || after === null ? '自动' : String(after)}`;
      },
    ),
    question(
      'page-centre',
      '水平居中、打印网格线读回',
      'true false',
      reference('PageLayout.centerHorizontally', 'PageLayout.printGridlines'),
      async (at) => {
        const { page } = own(at);
        page.centerHorizontally = true;
        page.printGridlines = false;
        page.load('centerHorizontally,printGridlines');
        await at.context.sync();
        return `${page.centerHorizontally} ${page.printGridlines}`;
      },
    ),
    question(
      'page-break',
      '第 5 行前分页，分页后第一格是 A5',
      '1 处；A5',
      reference('PageBreakCollection.add', 'PageBreak.getCellAfterBreak'),
      async (at) => {
        const { horizontalPageBreaks: breaks } = own(at).sheet;
        const made = breaks.add('A5');
        const count = breaks.getCount();
        const after = made.getCellAfterBreak().load('address');
        await at.context.sync();
        return `${count.value} 处；${after.address.split('!').at(-1)}`;
      },
    ),
    question(
      'page-break-remove',
      '分页可以全部去掉',
      '0 处',
      reference('PageBreakCollection.removePageBreaks'),
      async (at) => {
        const { horizontalPageBreaks: breaks } = own(at).sheet;
        breaks.add('A5');
        breaks.add('A9');
        await at.context.sync();
        breaks.removePageBreaks();
        const count = breaks.getCount();
        await at.context.sync();
        return `${count.value} 处`;
      },
    ),
  ],
};
