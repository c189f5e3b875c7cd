import { withExcelize } from './excelize';

let made: Promise<Uint8Array> | undefined;

/**
 * A workbook made by excelize with what clerks' files bring: styles, merges, widths, conditional formats of
 * several kinds, validations, notes, a picture, a chart, names, links, print set-up, panes, protection, a table,
 * a pivot table, sparklines, rich text, a shared and an array formula, a hidden sheet.
 */
export function complexWorkbook(): Promise<Uint8Array> {
  made ??= withExcelize((excelize) => {
    const check = (result: { error: string | null }): void => {
      if (result.error) throw new Error(result.error);
    };
    const f = excelize.NewFile();
    check(f.SetSheetName('Sheet1', '督办台账'));
    const sheet = '督办台账';
    const header = f.NewStyle({
      Font: { Bold: true, Size: 12, Family: '黑体', Color: 'FFFFFF' },
      Fill: { Type: 'pattern', Pattern: 1, Color: ['C00000'] },
      Border: [
        { Type: 'left', Style: 1, Color: '000000' },
        { Type: 'bottom', Style: 2, Color: '000000' },
      ],
      Alignment: { Horizontal: 'center', Vertical: 'center', WrapText: true },
    }).style;
    const date = f.NewStyle({ CustomNumFmt: 'yyyy"年"m"月"d"日"' }).style;
    check(f.SetCellValue(sheet, 'A1', '督办事项台账'));
    check(f.MergeCell(sheet, 'A1', 'F1'));
    ['序号', '事项', '责任单位', '完成时限', '进度', '状态'].forEach((title, index) => {
      check(f.SetCellValue(sheet, String.fromCharCode(65 + index) + '2', title));
    });
    check(f.SetCellStyle(sheet, 'A1', 'F2', header));
    for (let row = 3; row <= 30; row++) {
      check(f.SetCellValue(sheet, `A${row}`, row - 2));
      check(f.SetCellValue(sheet, `B${row}`, `第${row - 2}项工作`));
      check(f.SetCellValue(sheet, `C${row}`, ['教育局', '民政局', '住建局'][row % 3]));
      check(f.SetCellValue(sheet, `D${row}`, 45_000 + row));
      check(f.SetCellValue(sheet, `E${row}`, row / 30));
    }
    check(f.SetCellStyle(sheet, 'D3', 'D30', date));
    check(f.SetCellFormula(sheet, 'F3', 'IF(E3>=1,"办结","在办")', { Ref: 'F3:F30', Type: 'shared' }));
    check(
      f.SetCellRichText(sheet, 'B5', [{ Text: '重点', Font: { Bold: true, Color: 'FF0000' } }, { Text: '项目 推进' }]),
    );
    check(f.SetColWidth(sheet, 'B', 'B', 30));
    check(f.SetRowHeight(sheet, 1, 32));
    const red = f.NewConditionalStyle({ Fill: { Type: 'pattern', Pattern: 1, Color: ['FFC7CE'] } }).style;
    check(f.SetConditionalFormat(sheet, 'D3:D30', [{ Type: 'formula', Criteria: '$D3<TODAY()', Format: red }]));
    check(
      f.SetConditionalFormat(sheet, 'E3:E30', [
        { Type: 'data_bar', Criteria: '=', MinType: 'min', MaxType: 'max', BarColor: '638EC6', BarSolid: true },
        { Type: 'cell', Criteria: '>', Format: red, Value: '0.9' },
      ]),
    );
    check(
      f.AddDataValidation(sheet, {
        Type: 'list',
        Formula1: '"教育局,民政局,住建局"',
        Sqref: 'C3:C30',
        AllowBlank: true,
        ShowErrorMessage: true,
      }),
    );
    check(f.AddComment(sheet, { Cell: 'B4', Author: '督查室', Text: '已催办一次' }));
    check(f.SetCellHyperLink(sheet, 'B3', 'https://example.com/a?b=1&c=2', 'External', { Tooltip: '附件' }));
    check(f.SetCellHyperLink(sheet, 'B6', '汇总!A1', 'Location'));
    check(f.SetDefinedName({ Name: '责任单位', RefersTo: '督办台账!$C$3:$C$30' }));
    check(f.SetDefinedName({ Name: '_xlnm.Print_Titles', RefersTo: '督办台账!$1:$2', Scope: sheet }));
    check(f.SetPageLayout(sheet, { Size: 9, Orientation: 'landscape', FitToHeight: 0, FitToWidth: 1 }));
    check(f.SetHeaderFooter(sheet, { OddFooter: '第 &P 页 共 &N 页' }));
    check(f.SetPanes(sheet, { Freeze: true, YSplit: 2, XSplit: 0, TopLeftCell: 'A3', ActivePane: 'bottomLeft' }));
    check(f.InsertPageBreak(sheet, 'A17'));

    f.NewSheet('汇总');
    ['单位', '件数'].forEach((title, index) =>
      check(f.SetCellValue('汇总', String.fromCharCode(65 + index) + '1', title)),
    );
    ['教育局', '民政局', '住建局'].forEach((unit, index) => {
      check(f.SetCellValue('汇总', `A${index + 2}`, unit));
      check(f.SetCellFormula('汇总', `B${index + 2}`, `COUNTIF(督办台账!$C$3:$C$30,A${index + 2})`));
    });
    check(f.SetCellFormula('汇总', 'D2', 'B2:B4*2', { Ref: 'D2:D4', Type: 'array' }));
    check(f.AddTable('汇总', { Range: 'F1:G4', Name: '明细', StyleName: 'TableStyleMedium2' }));
    check(
      f.AddChart('汇总', 'A8', {
        Type: excelize.Bar,
        Series: [{ Name: '汇总!$B$1', Categories: '汇总!$A$2:$A$4', Values: '汇总!$B$2:$B$4' }],
        Title: { Paragraph: [{ Text: '各单位件数' }] },
      }),
    );
    check(f.AddSparkline('汇总', { Location: ['H2'], Range: ['督办台账!E3:E30'], Markers: true, Style: 1 }));
    const pixel = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (sign) => sign.charCodeAt(0),
    );
    check(f.AddPictureFromBytes('汇总', 'J2', { Extension: '.png', File: pixel, Format: { AltText: '印章' } }));

    f.NewSheet('透视');
    check(
      f.AddPivotTable({
        DataRange: '督办台账!A2:F30',
        PivotTableRange: '透视!A3:C12',
        Rows: [{ Data: '责任单位' }],
        Data: [{ Data: '序号', Name: '件数', Subtotal: 'Count' }],
      }),
    );
    f.NewSheet('字典');
    check(f.SetCellValue('字典', 'A1', '在办'));
    check(f.SetSheetVisible('字典', false));
    check(f.ProtectSheet('字典', { Password: 'abc', EditScenarios: false }));
    const { buffer, error } = f.WriteToBuffer();
    if (error) throw new Error(error);
    return buffer as Uint8Array;
  }, null);
  return made;
}
