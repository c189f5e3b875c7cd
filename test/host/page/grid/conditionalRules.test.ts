import { gridRules } from '../../../../src/host/page/grid/conditionalRules';
import type { ConditionalRule } from '../../../../src/host/xlsx/model';

const rule = (change: Partial<ConditionalRule>): ConditionalRule => ({
  id: 'r',
  areas: [{ top: 3, left: 7, bottom: 20, right: 8 }],
  type: 'expression',
  formulas: ['$H4<TODAY()'],
  priority: 1,
  stopIfTrue: false,
  style: { fill: '#FDE7E9' },
  raw: null,
  ...change,
});
const shown = (change: Partial<ConditionalRule>): unknown => gridRules([rule(change)], SIZE)[0]?.rule;

const SIZE = { rows: 200, columns: 40 };

describe('条件格式到表格视图', () => {
  test('公式规则原样带上，区域从 0 数起', () => {
    expect(gridRules([rule({ stopIfTrue: true })], SIZE)).toEqual([
      {
        cfId: 'r',
        ranges: [{ startRow: 3, startColumn: 7, endRow: 20, endColumn: 8 }],
        stopIfTrue: true,
        rule: { type: 'highlightCell', subType: 'formula', value: '=$H4<TODAY()', style: { bg: { rgb: '#FDE7E9' } } },
      },
    ]);
  });
  test.each([
    ['lessThan', ['5'], '=H4<(5)'],
    ['notEqual', ['"已办结"'], '=H4<>("已办结")'],
    ['between', ['1', '9'], '=AND(H4>=(1),H4<=(9))'],
    ['notBetween', ['1', '9'], '=OR(H4<(1),H4>(9))'],
  ])('单元格值规则 %s 说成对首格的公式', (operator, formulas, value) => {
    const raw = `<cfRule type="cellIs" dxfId="0" priority="1" operator="${operator}"><formula>…</formula></cfRule>`;
    expect(shown({ type: 'cellIs', formulas, raw })).toMatchObject({ subType: 'formula', value });
  });
  test('第 27 列叫 AA', () => {
    const raw = '<cfRule type="cellIs" operator="equal">';
    const areas = [{ top: 0, left: 26, bottom: 0, right: 26 }];
    expect(shown({ type: 'cellIs', formulas: ['1'], raw, areas })).toMatchObject({ value: '=AA1=(1)' });
  });
  test('前十项、后百分之二十都认得', () => {
    expect(shown({ type: 'top10', formulas: [], raw: '<cfRule type="top10" rank="3">' })).toMatchObject({
      subType: 'rank',
      isBottom: false,
      isPercent: false,
      value: 3,
    });
    expect(
      shown({ type: 'top10', formulas: [], raw: '<cfRule type="top10" bottom="1" percent="1" rank="20">' }),
    ).toMatchObject({ isBottom: true, isPercent: true, value: 20 });
  });
  test('数据条照文件里的颜色画', () => {
    const raw =
      '<cfRule type="dataBar" priority="1"><dataBar showValue="0"><cfvo type="min"/><cfvo type="num" val="30"/><color rgb="FFF8A5A5"/></dataBar></cfRule>';
    expect(shown({ type: 'dataBar', formulas: [], raw })).toEqual({
      type: 'dataBar',
      isShowValue: false,
      config: {
        min: { type: 'min' },
        max: { type: 'num', value: 30 },
        isGradient: true,
        positiveColor: '#F8A5A5',
        nativeColor: '#F8A5A5',
      },
    });
  });
  test('色阶的每一档有值有色', () => {
    const raw =
      '<cfRule type="colorScale"><colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule>';
    expect(shown({ type: 'colorScale', formulas: [], raw })).toEqual({
      type: 'colorScale',
      config: [
        { index: 0, color: '#F8696B', value: { type: 'min' } },
        { index: 1, color: '#FFEB84', value: { type: 'percentile', value: 50 } },
        { index: 2, color: '#63BE7B', value: { type: 'max' } },
      ],
    });
  });
  test('图标集和主题颜色的数据条留在文件里，不画', () => {
    const bar = '<dataBar><cfvo type="min"/><cfvo type="max"/><color theme="4"/></dataBar>';
    expect(gridRules([rule({ type: 'dataBar', formulas: [], raw: bar })], SIZE)).toEqual([]);
    expect(gridRules([rule({ type: 'iconSet', formulas: [], raw: '<cfRule type="iconSet"/>' })], SIZE)).toEqual([]);
  });
  test('优先级高的在前', () => {
    const ids = gridRules([rule({ id: '低', priority: 9 }), rule({ id: '高', priority: 2 })], SIZE).map(
      ({ cfId }) => cfId,
    );
    expect(ids).toEqual(['高', '低']);
  });
});
