import { hostileFiles } from '../hostile/all';
import { faultInPage, openInPage } from '../hostile/inPage';
import { describeInBrowser, openWatched } from './browser';
import { inBrowser } from './freshPane';
import { paneOf } from './paneFrame';

const MAIN = [
  '压缩包截断',
  '压缩炸弹：一张表',
  'XML 炸弹在共享字符串里',
  '外部实体',
  '路径穿越',
  '.xls 改名',
  '.csv 改名',
  '设了打开密码',
  '带宏的 .xlsm',
  '外部链接',
  '严格的 Open XML',
  '16,384 列',
  '一万处合并',
  '一处合并盖住整张表',
  '循环公式',
];

describeInBrowser('网页：来路不明的文件', () => {
  const shared = inBrowser();

  test('一个接一个打开，不是说清楚就是打开；页面一直活着，最后照常接上样例台账；没有一个请求出本机', async () => {
    const { page, requests, violations, errors } = await openWatched(shared.browser, shared.site.address);
    await paneOf(page);
    const faults: string[] = [];
    for (const [index, title] of MAIN.entries()) {
      const file = hostileFiles.find((one) => one.title.startsWith(title))!;
      const name = file.name.replace('.', `${index}.`);
      const fault = faultInPage(file, name, await openInPage(page, name, await file.make()));
      if (fault !== null) faults.push(`${title}：${fault}`);
    }
    expect(faults).toEqual([]);
    const pane = await paneOf(page);
    await pane
      .getByText(/共 \d+ 件/)
      .first()
      .waitFor();
    expect(
      requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(shared.site.address)),
    ).toEqual([]);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });
});
