import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOfLock, noticeText } from './notices';

const PERMISSIVE =
  /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|MIT OR GPL-3\.0-or-later|MPL-2\.0)/;

describe('到用户手里的第三方软件', () => {
  test('清单与锁定文件一致（不一致就跑 npm run licences）', () => {
    const listed = readFileSync(join(__dirname, '../../assets/THIRD-PARTY.txt'), 'utf8');
    expect(listed === noticeText(noticesOfLock())).toBe(true);
  });

  test('除 office.js（微软许可，只随应用分发）和没有写许可的 @univerjs/telemetry（Univer 仓库是 Apache-2.0）外，都是可以随应用分发的许可', () => {
    expect(
      noticesOfLock()
        .filter(({ licence }) => !PERMISSIVE.test(licence))
        .map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual(['@microsoft/office-js: LICENSE', '@univerjs/telemetry: ']);
  });
});
