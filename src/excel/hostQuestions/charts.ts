import { question, said, yesNo, type HostTheme, type Scratch } from './question';
import { reference } from './source';

/** Units and their numbers, and a chart of them. */
function chart(at: Scratch, type: 'BarClustered' | 'LineMarkers' | 'BarStacked'): Excel.Chart {
  const sheet = at.another();
  sheet.getRange('A1:B4').values = [
    ['单位', '逾期'],
    ['发改局', 3],
    ['住建局', 2],
    ['教育局', 1],
  ];
  return sheet.charts.add(type, sheet.getRange('A1:B4'), Excel.ChartSeriesBy.columns);
}

export const CHARTS: HostTheme = {
  name: '图表',
  questions: [
    question(
      'chart-series',
      '条形图：首行作系列名，首列作分类',
      '1 个系列：逾期',
      reference('ChartCollection.add'),
      async (at) => {
        const { series } = chart(at, 'BarClustered');
        const count = series.getCount();
        const first = series.getItemAt(0).load('name');
        await at.context.sync();
        return `${count.value} 个系列：${first.name}`;
      },
    ),
    question('chart-title', '标题原样读回', '各单位逾期事项', reference('ChartTitle.text'), async (at) => {
      const { title } = chart(at, 'BarClustered');
      title.text = '各单位逾期事项';
      title.load('text');
      await at.context.sync();
      return title.text;
    }),
    question(
      'chart-place',
      '位置和大小按磅读回',
      '20 40 300 200',
      reference('Chart.left', 'Chart.top', 'Chart.width', 'Chart.height'),
      async (at) => {
        const own = chart(at, 'BarClustered');
        own.set({ left: 20, top: 40, width: 300, height: 200 });
        own.load('left,top,width,height');
        await at.context.sync();
        return [own.left, own.top, own.width, own.height].map((points) => Math.round(points)).join(' ');
      },
    ),
    question(
      'chart-reversed',
      '分类轴可以逆序（第一个单位在上）',
      '逻辑值 是',
      reference('ChartAxis.reversePlotOrder'),
      async (at) => {
        const { categoryAxis } = chart(at, 'BarClustered').axes;
        categoryAxis.reversePlotOrder = true;
        categoryAxis.load('reversePlotOrder');
        await at.context.sync();
        return said(categoryAxis.reversePlotOrder);
      },
    ),
    question(
      'chart-axis-position',
      '逆序后数值轴可放回下边',
      'Maximum',
      reference('ChartAxis.position'),
      async (at) => {
        const { categoryAxis } = chart(at, 'BarClustered').axes;
        categoryAxis.reversePlotOrder = true;
        categoryAxis.position = Excel.ChartAxisPosition.maximum;
        categoryAxis.load('position');
        await at.context.sync();
        return categoryAxis.position;
      },
    ),
    question('chart-minimum', '数值轴从 0 起', '数值 0', reference('ChartAxis.minimum'), async (at) => {
      const { valueAxis } = chart(at, 'BarClustered').axes;
      valueAxis.minimum = 0;
      valueAxis.load('minimum');
      await at.context.sync();
      return said(valueAxis.minimum as unknown);
    }),
    question(
      'chart-labels',
      '数据标签打开、图例关闭',
      '是 否',
      reference('ChartSeries.hasDataLabels', 'ChartLegend.visible'),
      async (at) => {
        const own = chart(at, 'BarClustered');
        const series = own.series.getItemAt(0);
        series.hasDataLabels = true;
        own.legend.visible = false;
        series.load('hasDataLabels');
        own.legend.load('visible');
        await at.context.sync();
        return `${yesNo(series.hasDataLabels)} ${yesNo(own.legend.visible)}`;
      },
    ),
    question('chart-line', '折线图（带点）的类型读回', 'LineMarkers', reference('Chart.chartType'), async (at) => {
      const own = chart(at, 'LineMarkers').load('chartType');
      await at.context.sync();
      return own.chartType;
    }),
    question('chart-stacked', '堆积条形图的类型读回', 'BarStacked', reference('Chart.chartType'), async (at) => {
      const own = chart(at, 'BarStacked').load('chartType');
      await at.context.sync();
      return own.chartType;
    }),
    question('chart-delete', '图表删去后没有了', '0 个', reference('Chart.delete'), async (at) => {
      const own = chart(at, 'BarClustered');
      const { charts } = own.worksheet;
      own.delete();
      const count = charts.getCount();
      await at.context.sync();
      return `${count.value} 个`;
    }),
  ],
};
