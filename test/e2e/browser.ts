import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/cli/pageBuild';
import { pageListener } from '../../src/cli/pageServer';

export const ROOT = join(__dirname, '../..');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * How many times slower than this machine pages run. `E2E_SLOWDOWN=6 npx jest test/e2e` finds tests that only pass where
 * pages are fast.
 */
const SLOWDOWN = Number(process.env['E2E_SLOWDOWN'] ?? 1);

/**
 * Up to so many milliseconds each request to the embedded host takes longer. `E2E_DELAY=1500` finds tests, and places of
 * the pane, that only hold where Excel answers at once.
 */
const DELAY = Number(process.env['E2E_DELAY'] ?? 0);

const WIRE_DELAYS = readFileSync(join(__dirname, 'wireDelays.js'), 'utf8');

/** How long a page may take for one thing, and a test for all of it, in milliseconds: no measure, only an end. */
export const PATIENCE = 180_000;
const TEST_PATIENCE = 1_200_000;

/** Why the browser tests cannot run here, or null. */
export const missingBrowser = (): string | null => (existsSync(CHROMIUM) ? null : `没有 ${CHROMIUM}`);

/** `describe` where there is a browser; elsewhere one line that says what was not run. */
export function describeInBrowser(name: string, body: () => void): void {
  const missing = missingBrowser();
  jest.setTimeout(TEST_PATIENCE);
  if (missing === null) return describe(name, body);
  console.warn(`未运行：${name}（${missing}）`);
  describe(name, () => test(`未运行：${missing}`, () => expect(existsSync(CHROMIUM)).toBe(false)));
}

/** `more`: switches beside the usual ones. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    timeout: PATIENCE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
  browser.on('context', (context) => {
    context.setDefaultTimeout(PATIENCE);
    if (SLOWDOWN > 1) context.on('page', (page) => void slowDown(context, page));
    if (DELAY > 0) void context.addInitScript({ content: `window.wireDelay = ${DELAY};\n${WIRE_DELAYS}` });
  });
  return browser;
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built page; `instead` replaces some of its files (request path → file). Builds first where needed. */
export async function serveSite(instead: Readonly<Record<string, string>> = {}): Promise<Site> {
  if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
  const answer = pageListener(join(ROOT, 'dist'));
  const server: Server = createServer((request, response) => {
    const file = instead[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (file === undefined) return answer(request, response);
    const type = file.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** What a page asked for and what its policy forbade. */
export interface Watched {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
}

export async function openWatched(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
  const requests: string[] = [];
  const violations: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
    else if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  return { page, requests, violations, errors };
}
