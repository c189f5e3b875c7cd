import { unzipSync } from 'fflate';
import { mainNamespace, plainStyles, relationshipsPart } from '../host/xlsx/handmade';
import { ledgerFile, ledgerRows, sheetData } from '../hostile/ledgerParts';
import { oleFile, withParts } from '../hostile/zipParts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ms = 'http://schemas.microsoft.com/office';
const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

/** Everything Excel may write into a sheet beside cells, in the order of the schema; most of it excelize never writes. */
const AROUND = {
  before:
    '<sheetPr codeName="Sheet1" filterMode="1"><tabColor rgb="FFC00000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:K8"/>' +
    '<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C2" sqref="C2"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="14.4" outlineLevelRow="2"/><cols><col min="2" max="2" width="30.7" customWidth="1"/><col min="8" max="9" width="0" hidden="1" customWidth="1" outlineLevel="1" collapsed="1"/></cols>',
  after:
    '<sheetProtection password="CC1A" sheet="0" objects="1" scenarios="1"/><autoFilter ref="A1:G4"><filterColumn colId="2"><filters><filter val="交通局"/></filters></filterColumn></autoFilter>' +
    '<mergeCells count="1"><mergeCell ref="A6:C6"/></mergeCells><phoneticPr fontId="0" type="noConversion"/>' +
    '<conditionalFormatting sqref="E2:E4"><cfRule type="timePeriod" dxfId="0" priority="3" timePeriod="lastMonth"><formula>AND(MONTH(E2)=MONTH(EDATE(TODAY(),0-1)),YEAR(E2)=YEAR(EDATE(TODAY(),0-1)))</formula></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="A2:A4"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="' +
    x14 +
    '"><x14:id>{11111111-1111-4111-8111-111111111111}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="F2:F4" xr:uid="{22222222-2222-4222-8222-222222222222}"><formula1>"在办,已办结"</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="B2" r:id="rId1" display="附件" tooltip="打开附件"/><hyperlink ref="B3" location="督查台账!A1" display="回到开头"/></hyperlinks>' +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId2"/>' +
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"黑体,加粗"&amp;14督查台账</oddHeader><oddFooter>&amp;R第&amp;P页</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>' +
    '<ignoredErrors><ignoredError sqref="A1:B9" numberStoredAsText="1"/></ignoredErrors><legacyDrawing r:id="rId3"/>' +
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="' +
    x14 +
    '"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="' +
    ms +
    '/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-1111-4111-8111-111111111111}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>A2:A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
    '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="' +
    x14 +
    '"><x14:dataValidations count="1" xmlns:xm="' +
    ms +
    '/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
} as const;

const CELLS =
  '<row r="5" outlineLevel="1" hidden="1"><c r="H5"><f t="shared" ref="H5:H6" si="0">A2*2</f><v>2</v></c></row>' +
  '<row r="6" outlineLevel="1" ht="31.5" customHeight="1"><c r="A6" t="inlineStr"><is><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>重点</t></r><r><t xml:space="preserve"> 说明</t></r><rPh sb="0" eb="2"><t>zhòngdiǎn</t></rPh></is></c><c r="H6"><f t="shared" si="0"/><v>4</v></c></row>' +
  '<row r="7"><c r="H7" cm="1"><f t="array" ref="H7:I8">_xlfn.UNIQUE(C2:C4)</f><v>1</v></c><c r="I7"><v>2</v></c><c r="J7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="K7" t="b"><v>1</v></c></row>' +
  '<row r="8"><c r="H8"><v>3</v></c><c r="I8"><v>4</v></c><c r="J8" t="str"><f>A2&amp;""</f><v>1</v></c></row>';

/** A ledger that can be marked, with what Excel itself writes and excelize does not. */
export function richLedger(): Uint8Array {
  const file = ledgerFile({
    sheets: [`${AROUND.before}${sheetData([...ledgerRows(), CELLS])}${AROUND.after}`, sheetData([])],
    names: ['督查台账', '字典'],
    styles: `${plainStyles}<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>`,
    beforeSheets:
      '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><workbookProtection lockStructure="0"/><bookViews><workbookView xWindow="0" yWindow="0" activeTab="0"/></bookViews>',
    afterSheets:
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">督查台账!$A$1:$G$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">督查台账!$1:$1</definedName><definedName name="单位" comment="说明">字典!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/>',
  });
  const sheet = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml']);
  return withParts(file, {
    'xl/worksheets/sheet1.xml': sheet.replace(
      '<worksheet ',
      `<worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="${x14}/ac" xmlns:xr="${ms}/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}" `,
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/hyperlink" Target="附件/说明.docx" TargetMode="External"/><Relationship Id="rId2" Type="${office}/printerSettings" Target="../printerSettings/printerSettings1.bin"/><Relationship Id="rId3" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId4" Type="${office}/comments" Target="../comments1.xml"/><Relationship Id="rId5" Type="${ms}/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/><Relationship Id="rId6" Type="${ms}/2007/relationships/slicer" Target="../slicers/slicer1.xml"/></Relationships>`,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 256),
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025" type="#_x0000_t202"><br></br></v:shape></xml>',
    'xl/comments1.xml': `<comments xmlns="${mainNamespace}"><authors><author>tc={33333333-3333-4333-8333-333333333333}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[线程批注] 已催办</t></text></comment></commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${ms}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-10-01T08:00:00.00" personId="{44444444-4444-4444-8444-444444444444}" id="{33333333-3333-4333-8333-333333333333}"><text>已催办</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<personList xmlns="${ms}/spreadsheetml/2018/threadedcomments"><person displayName="督查室" id="{44444444-4444-4444-8444-444444444444}" userId="督查室" providerId="None"/></personList>`,
    'xl/slicers/slicer1.xml': `<slicers xmlns="${x14}"><slicer name="单位" cache="切片器_单位" caption="单位" rowHeight="234950"/></slicers>`,
    'xl/slicerCaches/slicerCache1.xml': `<slicerCacheDefinition xmlns="${x14}" name="切片器_单位" sourceName="牵头单位"/>`,
    'xl/timelines/timeline1.xml': '<timelines xmlns="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"/>',
    'xl/model/item.data': Uint8Array.from({ length: 4000 }, (_, index) => (index * 31) % 251),
    'xl/connections.xml': `<connections xmlns="${mainNamespace}"><connection id="1" keepAlive="1" name="ThisWorkbookDataModel" type="5" refreshedVersion="8"/></connections>`,
    'xl/metadata.xml': `<metadata xmlns="${mainNamespace}"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1"/></metadataTypes></metadata>`,
    'xl/vbaProject.bin': oleFile('Root Entry', 'VBA'),
    'xl/richData/rdrichvalue.xml':
      '<rvData xmlns="http://schemas.microsoft.com/office/spreadsheetml/2017/richdata" count="0"/>',
    'customXml/item1.xml': '<单位 xmlns="urn:example:someone-else">别人的设置</单位>',
    'customXml/_rels/item1.xml.rels': relationshipsPart([['customXmlProps', 'itemProps1.xml']]),
    'customXml/itemProps1.xml':
      '<ds:datastoreItem ds:itemID="{55555555-5555-4555-8555-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    'docProps/custom.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    'docMetadata/LabelInfo.xml':
      '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>',
  });
}
