import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readRibbon } from '../../../src/host/page/ribbon';

const text = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');
const read = (xml: string) => readRibbon(new JSDOM(xml, { contentType: 'text/xml' }).window.document);

describe('网页上的按钮', () => {
  test('照清单来：选项卡、分组、按钮的名称、提示、图标和函数', () => {
    const ribbon = read(text)!;
    expect(ribbon.tab).toBe('督查');
    expect(ribbon.groups.map(({ label, buttons }) => [label, buttons.length])).toEqual([
      ['台账', 3],
      ['标记', 2],
      ['督查', 3],
      ['恢复', 1],
    ]);
    expect(ribbon.groups[1]!.buttons[0]).toEqual({
      id: 'Supervision.Mark',
      label: '标记逾期',
      tip: '按今天的日期给逾期、临期、办结的行加底色和字体，不改单元格内容。点“撤销”可以恢复。',
      icon: 'assets/mark-16.png',
      functionName: 'markOverdue',
    });
    expect(ribbon.cellMenu.map(({ label }) => label)).toEqual(['本行生成催办单', '登记办结']);
  });
  test('打开窗格的按钮不调函数', () => {
    expect(read(text)!.groups[0]!.buttons[0]).toMatchObject({ label: '督查台账', functionName: null });
  });
  test('站点放在子目录下，图标仍按子目录取', () => {
    const moved = text.replaceAll('https://localhost:3000', 'https://oa.example.gov.cn/ducha');
    expect(read(moved)!.groups[0]!.buttons[0]!.icon).toBe('assets/ledger-16.png');
  });
  test('没有功能区的清单：没有按钮', () => {
    expect(read(text.replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, ''))).toBeNull();
  });
});
