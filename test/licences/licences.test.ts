import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed } from './allowed';
import { noticesOf, noticeText, type Lock, type Notice } from './notices';
import { REACHES, ROOT, shippedPackages } from './shipped';

describe('到用户手里的第三方软件', () => {
  let notices: readonly Notice[];
  beforeAll(async () => {
    notices = noticesOf(await shippedPackages());
  });

  test('清单与构建结果一致（不一致就跑 npm run licences）', () => {
    const listed = readFileSync(join(ROOT, 'assets/THIRD-PARTY.txt'), 'utf8');
    const lines = (text: string): readonly string[] => text.slice(0, text.indexOf('====')).split('\n');
    expect(lines(listed)).toEqual(lines(noticeText(notices)));
    expect(listed === noticeText(notices)).toBe(true);
  });

  test('每个都有版本，都说得出用在哪里；三处各有', () => {
    expect(notices.filter(({ version, reaches }) => version === '' || reaches.length === 0)).toEqual([]);
    const of = (name: string) => notices.find((notice) => notice.name === name)?.reaches;
    expect(of('@microsoft/office-js')).toEqual(['加载项']);
    expect(of('@fluentui/react-button')).toContain('加载项');
    expect(of('@univerjs/core')).toEqual(['网页']);
    expect(of('fflate')).toEqual(REACHES);
    expect(of('playwright-core')).toBeUndefined();
  });

  test('除 office.js（微软许可，只随应用分发）和没有写许可的 @univerjs/telemetry（包里带着 Apache-2.0 全文）外，都是可以随应用分发的许可', () => {
    expect(
      notices.filter(({ licence }) => !isAllowed(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual(['@microsoft/office-js: LICENSE', '@univerjs/telemetry: ']);
    expect(notices.find(({ name }) => name === '@univerjs/telemetry')?.text).toMatch(/Apache License\s+Version 2\.0/);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND BSD-3-Clause', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['MIT-like', false],
    ['', false],
  ])('许可“%s”能不能随应用分发：%s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });

  test('构建带进来的只列它自己，原样带上的连同依赖；多处用到的合成一行', () => {
    const lock: Lock = {
      'node_modules/a': { version: '1', license: 'MIT', dependencies: { c: '*' } },
      'node_modules/b': { version: '2', license: 'ISC', dependencies: { c: '*' } },
      'node_modules/c': { version: '3', license: 'MIT' },
      'node_modules/b/node_modules/c': { version: '4', license: 'GPL-3.0' },
    };
    const found = noticesOf(
      [
        { place: 'node_modules/a', reach: 'month-end', whole: false },
        { place: 'node_modules/a', reach: '加载项', whole: false },
        { place: 'node_modules/b', reach: '网页', whole: true },
      ],
      lock,
    );
    expect(found.map(({ name, version, reaches }) => [name, version, ...reaches])).toEqual([
      ['a', '1', '加载项', 'month-end'],
      ['b', '2', '网页'],
      ['c', '4', '网页'],
    ]);
    expect(() => noticesOf([{ place: 'node_modules/d', reach: '网页', whole: false }], lock)).toThrow('node_modules/d');
  });
});
