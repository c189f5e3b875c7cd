import { withExcelize } from '../host/xlsx/excelize';

/** A ledger with every kind of conditional format, chart and object that excelize writes. */
export function workbooksOfKinds(): Promise<Uint8Array> {
  return withExcelize((excelize) => {
    const check = (result: { error: string | null }): void => {
      if (result.error) throw new Error(result.error);
    };
    const f = excelize.NewFile();
    const sheet = '督查台账';
    check(f.SetSheetName('Sheet1', sheet));
    const rows = [
      ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'],
      [1, '道路修缮', '交通局', 46082, 46112, ''],
      [2, '校舍加固', '教育局', 46082, 46173, ''],
      [3, '水质整治', '生态环境局', 46082, 46234, '已办结'],
    ];
    rows.forEach((values, r) =>
      values.forEach((value, c) => check(f.SetCellValue(sheet, `${String.fromCharCode(65 + c)}${r + 1}`, value))),
    );
    const date = f.NewStyle({ NumFmt: 14 }).style;
    check(f.SetCellStyle(sheet, 'D2', 'E4', date));
    const look = f.NewConditionalStyle({
      Font: { Color: '9A0511' },
      Fill: { Type: 'pattern', Color: ['FEC7CE'], Pattern: 1 },
    }).style;
    const kinds = [
      { Type: 'cell', Criteria: 'between', Format: look, MinValue: '1', MaxValue: '2' },
      { Type: 'top', Criteria: '=', Format: look, Value: '2' },
      { Type: 'bottom', Criteria: '=', Format: look, Value: '10', Percent: true },
      { Type: 'average', Criteria: '=', Format: look, AboveAverage: true },
      { Type: 'duplicate', Criteria: '=', Format: look },
      { Type: 'unique', Criteria: '=', Format: look },
      { Type: 'blanks', Format: look },
      { Type: 'no_blanks', Format: look },
      { Type: 'errors', Format: look },
      { Type: 'no_errors', Format: look },
      { Type: 'text', Criteria: 'containing', Format: look, Value: '修' },
      { Type: 'time_period', Criteria: 'last month', Format: look },
      {
        Type: '2_color_scale',
        Criteria: '=',
        MinType: 'min',
        MaxType: 'max',
        MinColor: '#F8696B',
        MaxColor: '#63BE7B',
      },
      {
        Type: '3_color_scale',
        Criteria: '=',
        MinType: 'min',
        MidType: 'percentile',
        MaxType: 'max',
        MinColor: '#F8696B',
        MidColor: '#FFEB84',
        MaxColor: '#63BE7B',
      },
      {
        Type: 'data_bar',
        Criteria: '=',
        MinType: 'min',
        MaxType: 'max',
        BarColor: '#638EC6',
        BarSolid: true,
        BarBorderColor: '#0000FF',
        BarDirection: 'rightToLeft',
      },
      { Type: 'icon_set', IconStyle: '3Arrows', ReverseIcons: true },
      { Type: 'formula', Criteria: '$A2>1', Format: look, StopIfTrue: true },
    ];
    kinds.forEach((kind, index) =>
      check(
        f.SetConditionalFormat(sheet, `${String.fromCharCode(72 + index)}2:${String.fromCharCode(72 + index)}9`, [
          kind,
        ]),
      ),
    );
    f.NewSheet('图表');
    rows.forEach((values, r) => check(f.SetCellValue('图表', `A${r + 1}`, values[1])));
    rows.forEach((values, r) => check(f.SetCellValue('图表', `B${r + 1}`, r === 0 ? '件数' : values[0])));
    [
      excelize.Col,
      excelize.Line,
      excelize.Pie,
      excelize.Doughnut,
      excelize.Area,
      excelize.Radar,
      excelize.Scatter,
    ].forEach((Type, index) =>
      check(
        f.AddChart('图表', `D${index * 16 + 1}`, {
          Type,
          Series: [{ Name: '图表!$B$1', Categories: '图表!$A$2:$A$4', Values: '图表!$B$2:$B$4' }],
        }),
      ),
    );
    check(f.AddTable('图表', { Range: 'A1:B4', Name: '件数表', StyleName: 'TableStyleMedium2' }));
    check(
      f.AddSlicer('图表', { Name: '督查事项', Cell: 'M1', TableSheet: '图表', TableName: '件数表', Caption: '事项' }),
    );
    ['line', 'column', 'win_loss'].forEach((Type, index) =>
      check(f.AddSparkline('图表', { Location: [`C${index + 1}`], Range: ['图表!B2:B4'], Type })),
    );
    check(f.AddShape('图表', { Cell: 'P1', Type: 'rect', Paragraph: [{ Text: '说明' }] }));
    check(f.AddFormControl('图表', { Cell: 'R1', Type: excelize.FormControlButton, Text: '按钮' }));
    check(f.GroupSheets ? { error: null } : { error: null });
    check(f.SetRowOutlineLevel(sheet, 3, 1));
    check(f.SetColVisible(sheet, 'F', false));
    check(f.SetRowVisible(sheet, 4, false));
    check(f.AutoFilter(sheet, 'A1:F4', []));
    const { buffer, error } = f.WriteToBuffer();
    if (error) throw new Error(error);
    return buffer as Uint8Array;
  }, null);
}
