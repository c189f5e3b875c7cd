import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIsStale } from '../../src/cli/pageBuild';
import { fileFor, pageListener, serveBuiltPage } from '../../src/cli/pageServer';
import { readServeOptions } from '../../src/cli/serveOptions';

const POLICY = "default-src 'none'; script-src 'self'";
let root: string;
let server: Server;
let port: number;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(root, 'dist/samples'), { recursive: true });
  mkdirSync(join(root, 'dist-secret'));
  writeFileSync(join(root, 'dist-secret/a.txt'), 'secret');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'dist/index.html'), `<meta http-equiv="Content-Security-Policy"\n content="${POLICY}" />`);
  writeFileSync(join(root, 'dist/short.html'), `<meta http-equiv=Content-Security-Policy content="${POLICY}">`);
  writeFileSync(join(root, 'dist/app.js'), 'let a;');
  writeFileSync(join(root, 'dist/.built'), '');
  writeFileSync(join(root, 'dist/samples/台账（2026年）.xlsx'), 'PK');
  server = createServer(pageListener(join(root, 'dist')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true });
});

/** Asks for exactly that path: no client tidies it up. */
const ask = (path: string, method = 'GET'): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (reply) => (reply.resume(), resolve(reply)))
      .on('error', reject)
      .end();
  });

describe('网页服务', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/app.js?v=1', 'text/javascript; charset=utf-8'],
    [
      `/samples/${encodeURIComponent('台账（2026年）.xlsx')}`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('%s 有正确的类型', async (path, type) => {
    const reply = await ask(path);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
  });
  test('网页自己的安全策略也写在应答头里', async () => {
    expect((await ask('/index.html')).headers['content-security-policy']).toBe(POLICY);
    expect((await ask('/short.html')).headers['content-security-policy']).toBe(POLICY);
    expect((await ask('/app.js')).headers['content-security-policy']).toBeUndefined();
  });
  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/samples/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '/../dist-secret/a.txt',
    '/.built',
    '/%00',
    '/%zz',
    '/samples',
    '/nothing.js',
  ])('%s 得不到东西', async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });
  test('只答 GET 和 HEAD', async () => {
    expect((await ask('/', 'POST')).statusCode).toBe(405);
    expect((await ask('/', 'HEAD')).statusCode).toBe(200);
  });
  test('相邻的同名目录不算在内', () => {
    expect(fileFor(join(root, 'dist'), '/../dist-secret/a.txt')).toBeNull();
  });
  test('只对本机开放；端口被占时说得出来', async () => {
    await expect(serveBuiltPage(root, { port, tls: null })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      address: '127.0.0.1',
    });
  });
});

describe('npm start 的参数', () => {
  test('不给参数用 3000 端口和 http', () => {
    expect(readServeOptions([])).toEqual({ ok: true, value: { port: 3000, tls: null } });
  });
  test('端口、证书都可以给', () => {
    expect(readServeOptions(['--port', '8080', '--cert', 'c.pem', '--key', 'k.pem'])).toEqual({
      ok: true,
      value: { port: 8080, tls: { cert: 'c.pem', key: 'k.pem' } },
    });
  });
  test.each([
    [['--port', '65536']],
    [['--port', 'abc']],
    [['--port', '-1']],
    [['--cert', 'c.pem']],
    [['--open']],
    [['x']],
  ])('%j 不接受，说明为什么', (args) => {
    expect(readServeOptions(args)).toMatchObject({ ok: false, sentence: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });
});

describe('要不要重新构建', () => {
  const at = (file: string, seconds: number): void => utimesSync(join(root, file), seconds, seconds);
  test('源文件比构建新才重建，没有构建过也重建', () => {
    mkdirSync(join(root, 'src/host'), { recursive: true });
    writeFileSync(join(root, 'src/host/a.ts'), '');
    at('dist/.built', 2_000);
    at('src/host/a.ts', 1_000);
    expect(buildIsStale(root)).toBe(false);
    at('src/host/a.ts', 3_000);
    expect(buildIsStale(root)).toBe(true);
    rmSync(join(root, 'dist/.built'));
    at('src/host/a.ts', 1_000);
    expect(buildIsStale(root)).toBe(true);
  });
});
