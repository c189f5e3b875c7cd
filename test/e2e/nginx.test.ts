import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { describeInBrowser, launchBrowser, ROOT } from './browser';
import { eventually } from './eventually';
import { makePackageIn } from './madePackage';
import { certificate, missingOpenssl, openInWebExcel, serveHttps, type HttpsSite } from './webExcel';

const NGINX = process.env['NGINX'] ?? 'nginx';

/** Why nginx cannot be run here, or null. */
function missingNginx(): string | null {
  try {
    execFileSync(NGINX, ['-v'], { stdio: 'ignore' });
    return missingOpenssl();
  } catch {
    return `没有 ${NGINX}`;
  }
}

/** Below those the system gives out itself: nobody takes it before nginx does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

const ask = (address: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      address,
      { method, rejectUnauthorized: false, headers: { 'Accept-Encoding': 'gzip' } },
      (got) => {
        got.resume();
        got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers }));
      },
    );
    sent.on('error', reject).end();
  });

const missing = missingNginx();
if (missing !== null) {
  console.warn(`未运行：nginx 示例（${missing}）`);
  test(`未运行：${missing}`, () => expect(missingNginx()).not.toBeNull());
} else {
  describeInBrowser('部署包里的 nginx 示例，放进真正的 nginx', () => {
    let folder: string;
    let base: string;
    let site: string;
    let server: ChildProcess;
    let excel: HttpsSite;
    let browser: Browser;

    beforeAll(async () => {
      if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
      folder = mkdtempSync(join(tmpdir(), 'nginx-'));
      const port = await freePort();
      base = `https://localhost:${port}/oa/ducha/`;
      const made = makePackageIn(folder, base);
      site = join(made, 'site');
      const { key, cert } = certificate();
      writeFileSync(join(folder, 'own.key'), key);
      writeFileSync(join(folder, 'own.crt'), cert);
      mkdirSync(join(folder, 'logs'));
      // Only what the example says an office must change: certificates and folder.
      const example = readFileSync(join(made, 'server/nginx.conf'), 'utf8')
        .replace('/etc/nginx/certs/localhost.crt', join(folder, 'own.crt'))
        .replace('/etc/nginx/certs/localhost.key', join(folder, 'own.key'))
        .replace('/srv/ducha-taizhang/site/', `${site}/`);
      writeFileSync(join(folder, 'example.conf'), example);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${join(folder, name)};`)
        .join(' ');
      const user = process.getuid?.() === 0 ? 'user root;' : '';
      writeFileSync(
        join(folder, 'nginx.conf'),
        `${user} daemon off; worker_processes 1; pid ${join(folder, 'nginx.pid')}; error_log ${join(folder, 'error.log')};
events { worker_connections 64; }
http { access_log off; ${temporary} include ${join(folder, 'example.conf')}; }
`,
      );
      execFileSync(NGINX, ['-t', '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
      server = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
      await eventually(async () => expect((await ask(`${base}index.html`)).status).toBe(200));
      excel = await serveHttps('/none/');
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await excel.close();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true });
    });

    const script = (hashed: boolean): string =>
      readdirSync(join(site, 'taskpane')).find(
        (name) => /\.[0-9a-f]{8}\.js$/.test(name) === hashed && name.endsWith('.js'),
      )!;

    test.each([
      ['taskpane.html', 'text/html; charset=utf-8'],
      ['index.html', 'text/html; charset=utf-8'],
      ['', 'text/html; charset=utf-8'],
      ['assets/ledger-32.png', 'image/png'],
      ['office/office.js', 'text/javascript; charset=utf-8'],
    ])('%s：取得到，类型对，每次核对，不许猜类型', async (path, type) => {
      const { status, headers } = await ask(`${base}${path}`);
      expect([status, headers['content-type']]).toEqual([200, type]);
      expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-cache', 'nosniff']);
      expect(headers['referrer-policy']).toBe('no-referrer');
    });

    test('内容安全策略：窗格可以被网页版嵌入，网页不可以；其余没有', async () => {
      const policy = async (path: string): Promise<string | undefined> =>
        (await ask(`${base}${path}`)).headers['content-security-policy'] as string | undefined;
      expect(await policy('taskpane.html')).toContain("default-src 'none'");
      expect(await policy('taskpane.html')).not.toContain('frame-ancestors');
      expect(await policy('index.html')).toContain("frame-ancestors 'none'");
      expect(await policy('')).toBe(await policy('index.html'));
      expect(await policy('office/office.js')).toBeUndefined();
      expect((await ask(`${base}taskpane.html`)).headers['x-frame-options']).toBeUndefined();
    });

    test('文件名带哈希的脚本一年内不用再取，压缩着送', async () => {
      const lasting = (await ask(`${base}taskpane/${script(true)}`)).headers;
      expect(lasting['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(lasting['content-encoding']).toBe('gzip');
      expect((await ask(`${base}taskpane/${script(false)}`)).headers['cache-control']).toBe('no-cache');
    });

    test('只许取：写、删都不行；没有的文件是 404', async () => {
      expect((await ask(`${base}index.html`, 'PUT')).status).toBe(403);
      expect((await ask(`${base}index.html`, 'DELETE')).status).toBe(403);
      expect((await ask(`${base}index.html`, 'HEAD')).status).toBe(200);
      expect((await ask(`${base}none.html`)).status).toBe(404);
    });

    test('网页版 Excel 里，窗格从这个 nginx 打开，连上台账', async () => {
      const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })).newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
          complaints.push(message.text());
      });
      await openInWebExcel(page, excel.excel, `${base}taskpane.html`);
      const pane = (await (await page.waitForSelector('iframe')).contentFrame())!;
      await pane.getByText('共 200 件').waitFor();
      expect(complaints).toEqual([]);
      expect(readFileSync(join(folder, 'error.log'), 'utf8')).not.toMatch(/\[(emerg|crit)\]/);
    });
  });
}
