import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { makePackage } from '../../../src/cli/package/makePackage';
import { manifestVersion, packageManifest, withoutRibbon } from '../../../src/cli/package/packageManifest';
import type { SiteFile } from '../../../src/cli/package/siteFiles';

const ROOT = join(__dirname, '../../..');
const BASE = 'https://oa.example.gov.cn/ducha/';
const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const pane = readFileSync(join(ROOT, 'src/taskpane/taskpane.html'), 'utf8');
const page = readFileSync(join(ROOT, 'src/host/page/index.html'), 'utf8');
const file = (path: string, text: string): SiteFile => ({ path, bytes: new TextEncoder().encode(text) });
const BUILT = [
  file('assets/ledger-32.png', 'png'),
  file('index.html', page),
  file('manifest.xml', manifest),
  file('office/office.js', 'office'),
  file('taskpane.html', pane),
  file('taskpane/130.f3cfa28c.js', 'chunk'),
  file('taskpane/bootstrap.js', 'start'),
];
const text = (files: readonly SiteFile[], path: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.find((own) => own.path === path)!.bytes);
const paths = (files: readonly SiteFile[]): readonly string[] => files.map((own) => own.path);

describe('部署包', () => {
  const made = makePackage(BUILT, '0.1.0', { baseUrl: BASE, officeJs: 'self' });

  test('清单：地址换成网站的，版本是四段，编号不变', () => {
    const packed = text(made, 'manifest.xml');
    expect(packed).not.toContain('localhost');
    expect([...packed.matchAll(/<AppDomain>([^<]+)</g)].map(([, domain]) => domain)).toEqual([
      'https://oa.example.gov.cn',
    ]);
    expect(packed).toContain(`<SourceLocation DefaultValue="${BASE}taskpane.html"/>`);
    expect(packed).toContain(`"${BASE}assets/mark-80.png"`);
    const elsewhere = [...packed.matchAll(/https:\/\/[^"<]+/g)]
      .map(([address]) => address)
      .filter((own) => !own.startsWith(BASE));
    expect(elsewhere).toEqual(['https://oa.example.gov.cn']);
    expect(packed).toContain('<Version>0.1.0.0</Version>');
    expect(/<Id>([^<]+)</.exec(packed)![1]).toBe(/<Id>([^<]+)</.exec(manifest)![1]);
    expect(text(made, 'site/manifest.xml')).toBe(packed);
  });
  test('版本号后面带的字样不进清单；没有三段的是程序的错', () => {
    expect(manifestVersion('1.12.3-beta.4')).toBe('1.12.3.0');
    expect(() => manifestVersion('1.2')).toThrow();
  });
  test('不带选项卡的清单：没有 VersionOverrides，其余一样', () => {
    const plain = text(made, 'manifest-sharepoint.xml');
    expect(plain).not.toContain('VersionOverrides');
    expect(plain).toBe(withoutRibbon(packageManifest(manifest, BASE, '0.1.0')));
    const { documentElement } = new JSDOM(plain, { contentType: 'text/xml' }).window.document;
    expect(documentElement.lastElementChild!.tagName).toBe('Permissions');
  });
  test('office.js 随网站走；换成微软网络的，网站里就没有，窗格的策略只多放行那一处', () => {
    expect(paths(made)).toContain('site/office/office.js');
    expect(text(made, 'site/taskpane.html')).toBe(pane);
    for (const [source, origin] of [
      ['cdn', 'https://appsforoffice.microsoft.com'],
      ['cdn-cn', 'https://appsforoffice.cdn.partner.office365.cn'],
    ] as const) {
      const files = makePackage(BUILT, '0.1.0', { baseUrl: BASE, officeJs: source });
      expect(paths(files).filter((path) => path.startsWith('site/office/'))).toEqual([]);
      const html = text(files, 'site/taskpane.html');
      expect(html).toContain(`<script src="${origin}/`);
      expect(html).toContain(`script-src 'self' ${origin};`);
      expect(text(files, 'server/nginx.conf')).toContain(`script-src 'self' ${origin};`);
    }
  });
  test('构建时去掉了引号的网页也认得', () => {
    const bare = pane.replace('src="office/office.js"', 'src=office/office.js');
    const built = BUILT.map((own) => (own.path === 'taskpane.html' ? file('taskpane.html', bare) : own));
    expect(text(makePackage(built, '0.1.0', { baseUrl: BASE, officeJs: 'cdn' }), 'site/taskpane.html')).toContain(
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">',
    );
  });
  test('校验值逐个对得上，一个文件不漏', () => {
    const lines = text(made, 'SHA256SUMS.txt').trimEnd().split('\n');
    expect(lines).toHaveLength(made.length - 1);
    for (const line of lines) {
      const [sum, path] = line.split('  ');
      const { bytes } = made.find((own) => own.path === path)!;
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
  });
  test('nginx：路径、策略、缓存、类型；窗格不限制谁来嵌入，网页不让人嵌入', () => {
    const conf = text(made, 'server/nginx.conf');
    expect(conf).toContain('server_name oa.example.gov.cn;');
    expect(conf).toContain('location /ducha/ {');
    expect(conf).toContain('alias /srv/ducha-taizhang/site/;');
    expect(conf).not.toMatch(/add_header X-Frame-Options/);
    const policy = (name: string): string =>
      conf.split('\n').find((line) => line.includes(name) && line.includes('default-src'))!;
    expect(policy('taskpane')).not.toContain('frame-ancestors');
    expect(policy('index')).toContain("frame-ancestors 'none'");
    const cached = new RegExp(/"~(.+)" "public, max-age=31536000, immutable"/.exec(conf)![1]!);
    expect(['/ducha/taskpane/130.f3cfa28c.js', '/ducha/taskpane/bootstrap.js', '/ducha/taskpane.html'].map((uri) =>
      cached.test(uri),
    )).toEqual([true, false, false]); // prettier-ignore
    const rooted = makePackage(BUILT, '0.1.0', { baseUrl: 'https://oa.example.gov.cn:8443/', officeJs: 'self' });
    expect(text(rooted, 'server/nginx.conf')).toMatch(/listen 8443 ssl;[\s\S]*root {2}\/srv\/ducha-taizhang\/site;/);
  });
  test('IIS：是完整的 XML；每个类型先去后加，只有带哈希的脚本长期缓存', () => {
    const config = new JSDOM(text(made, 'server/web.config'), { contentType: 'text/xml' }).window.document;
    expect(config.querySelector('parsererror')).toBeNull();
    const named = (tag: string): string[] =>
      [...config.querySelectorAll(`staticContent > ${tag}`)].flatMap((own) => own.getAttribute('fileExtension') ?? []);
    expect(named('remove')).toEqual(named('mimeMap'));
    const endings = BUILT.map(({ path }) => `.${path.split('.').at(-1)}`);
    expect(named('mimeMap')).toEqual(expect.arrayContaining(endings));
    const locations = [...config.querySelectorAll('location')].map((own) => own.getAttribute('path'));
    expect(locations).toEqual(['taskpane.html', 'index.html', 'taskpane/130.f3cfa28c.js']);
    expect(config.querySelector('location add')!.getAttribute('value')).toContain("default-src 'none'");
  });
  test('部署说明：记事本读得了；写着这个网站的地址、四种装法、升级、卸载', () => {
    const guide = text(made, '部署说明.txt');
    expect(guide.startsWith('\uFEFF')).toBe(true);
    expect(guide.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const said of [BASE, '集中部署', '共享文件夹', 'TrustedCatalogs', '本地 SharePoint', 'wef', '升级', '卸载']) {
      expect(guide).toContain(said);
    }
    expect(guide).not.toMatch(/[！!]/);
    expect(guide).toContain('"Url"="\\\\\\\\服务器\\\\加载项"');
  });
  test('部署说明：微软文档说不支持的，都写明不支持', () => {
    const guide = text(made, '部署说明.txt').replace(/\s+/g, '');
    for (const said of [
      '微软把它当测试用的办法，不对正式使用提供支持。Mac、iPad、网页版不支持这种办法',
      '世纪互联版等单独运营的云没有“集成应用”',
      '没有选项卡，只有窗格；不支持Mac',
      '每个用户要重新添加一次',
      '要清就全清，不要只删其中的清单',
      String.raw`%LOCALAPPDATA%\Microsoft\Office\16.0\Wef`,
      'com.Microsoft.OsfWebHost/Data',
    ]) {
      expect(guide).toContain(said);
    }
  });
  test('同样的网站打出同样的包', () => {
    expect(makePackage(BUILT, '0.1.0', { baseUrl: BASE, officeJs: 'self' })).toEqual(made);
  });
  test('构建里缺一样就不打包', () => {
    const broken = BUILT.filter(({ path }) => path !== 'taskpane.html');
    expect(() => makePackage(broken, '0.1.0', { baseUrl: BASE, officeJs: 'self' })).toThrow('taskpane.html');
  });
});
