import { readPackageOptions } from '../../../src/cli/package/packageOptions';

const sentence = (...args: string[]): string => {
  const result = readPackageOptions(args);
  return result.ok ? '' : result.sentence;
};

describe('打部署包的参数', () => {
  test('地址、office.js 的来源、写到哪里', () => {
    expect(readPackageOptions(['--base-url', 'https://oa.example.gov.cn/ducha/'])).toEqual({
      ok: true,
      value: { baseUrl: 'https://oa.example.gov.cn/ducha/', officeJs: 'self', out: 'out' },
    });
    expect(
      readPackageOptions(['--base-url', 'https://10.1.2.3:8443/', '--office-js', 'cdn-cn', '--out', 'D:/包']),
    ).toEqual({ ok: true, value: { baseUrl: 'https://10.1.2.3:8443/', officeJs: 'cdn-cn', out: 'D:/包' } });
  });
  test('中文路径写成网址的样子', () => {
    const result = readPackageOptions(['--base-url', 'https://oa.example.gov.cn/督查/']);
    expect(result.ok && result.value.baseUrl).toBe('https://oa.example.gov.cn/%E7%9D%A3%E6%9F%A5/');
  });
  test.each([
    [[], '没有给出网站地址'],
    [['--base-url', 'http://oa.example.gov.cn/ducha/'], '要以 https:// 开头'],
    [['--base-url', 'https://oa.example.gov.cn/ducha'], '要以斜杠结尾：https://oa.example.gov.cn/ducha/'],
    [['--base-url', 'https://oa.example.gov.cn'], '要以斜杠结尾'],
    [['--base-url', 'https://oa.example.gov.cn/du cha/'], '不能有空格'],
    [['--base-url', 'https://oa.example.gov.cn/du', 'cha/'], '地址里不能有空格'],
    [['--base-url', 'oa.example.gov.cn/ducha/'], '应写成 https://主机/路径/ 的样子'],
    [['--base-url', 'https:///ducha/'], '应写成 https://主机/路径/ 的样子'],
    [['--base-url', 'https://a b/'], '不能有空格'],
    [['--base-url', 'https://oa.example.gov.cn/?a=1/'], '不能带 ? 或 #'],
    [['--base-url', 'https://oa.example.gov.cn/#/'], '不能带 ? 或 #'],
    [['--base-url', 'https://admin:1@oa.example.gov.cn/'], '不能带用户名和密码'],
    [['--base-url', 'https://oa.example.gov.cn/', '--office-js', 'npm'], '只能是 self、cdn 或 cdn-cn'],
    [['--base-url', 'https://oa.example.gov.cn/', '--out', ' '], '--out 没有写文件夹'],
    [['--origin', 'https://oa.example.gov.cn/'], '参数有误'],
  ])('%j：%s', (args, said) => {
    expect(sentence(...args)).toContain(said);
  });
});
