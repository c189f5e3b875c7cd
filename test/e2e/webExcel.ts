import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pageListener } from '../../src/cli/pageServer';
import { createHostSession, type HostSession } from '../../src/host/session';
import { openXlsx, type WorkbookModel } from '../../src/host/xlsx';
import { sampleBytes, SAMPLES } from '../hostDesk';

/** Why no certificate can be made here, or null. */
export function missingOpenssl(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return '没有 openssl，做不了 https 证书';
  }
}

/** A certificate for localhost that nobody else trusts, for this run only. */
export function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** Excel on the web's own page, at this path of the test's server. */
export const EXCEL_PATH = '/excel-on-the-web/';

export interface HttpsSite {
  /** Address of the folder the site stands in. */
  readonly base: string;
  readonly excel: string;
  /** Paths asked for that the site does not have. */
  readonly missing: readonly string[];
  /** Says which folder the site is; until then nothing is there. */
  serve(folder: string): void;
  close(): Promise<void>;
}

/** An https server with a site under `path` (`/oa/ducha/`) and Excel on the web's page beside it. */
export async function serveHttps(path: string): Promise<HttpsSite> {
  let answer: ReturnType<typeof pageListener> | null = null;
  const missing: string[] = [];
  const server: Server = createServer(certificate(), (request, response) => {
    const address = request.url ?? '/';
    if (address.startsWith(EXCEL_PATH)) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(EXCEL_PAGE);
    } else if (answer !== null && address.startsWith(path)) {
      request.url = address.slice(path.length - 1);
      response.on('finish', () => void (response.statusCode === 404 && missing.push(address)));
      answer(request, response);
    } else {
      missing.push(address);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    base: `${origin}${path}`,
    excel: `${origin}${EXCEL_PATH}`,
    missing,
    serve: (folder) => void (answer = pageListener(folder)),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/**
 * What Excel on the web says to a task pane's frame and hears from it, as the genuine office.js has it: JSON by
 * postMessage; requests to the workbook are handed to the test, requests to the client itself acknowledged.
 */
const EXCEL_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Excel</title></head><body>
<script>
window.clientActions = [];
window.ended = [];
addEventListener('message', async (event) => {
  let message;
  try { message = JSON.parse(event.data); } catch { return; }
  if (message._messageType !== 0) return;
  const reply = (data) => event.source.postMessage(JSON.stringify({
    _messageType: 1, _actionName: message._actionName, _conversationId: message._conversationId,
    _correlationId: message._correlationId, _origin: location.origin, _data: data, _errorCode: 0, _responseType: 0,
    _serializerVersion: 1 }), event.origin);
  if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
    reply({ _id: 'app1', _appName: 16, _appVersion: '16.0', _appUILocale: 'zh-CN', _dataLocale: 'zh-CN',
      _docUrl: location.origin + '/ledger.xlsx', _clientMode: 1, _settings: [], _reason: 1, _osfControlType: 1,
      _eToken: encodeURIComponent('<t cid="" oid=""/>'), _correlationId: 'c', _appInstanceId: 'i1',
      _requirementMatrix: JSON.stringify({ ExcelApi: '1.15', SharedRuntime: '1.1' }) });
  } else if (message._actionName === 'executeMethod' && message._data.DdaMethod.DispatchId === 93) {
    const [customData, , , , body] = message._data.ArrayData;
    if (customData === 'WacPartition') {
      const { Actions } = JSON.parse(body);
      window.clientActions.push(...Actions.map(({ Name }) => Name));
      reply({ Error: 0, Data: [200, [], JSON.stringify({ Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: {} })) })] });
    } else {
      reply({ Error: 0, Data: [200, [], await window.processQuery(body)] });
    }
  } else if (message._actionName === 'executeMethod' && message._data.DdaMethod.DispatchId === 94) {
    window.ended.push(message._data[1]);
    reply({ Error: 0 });
  } else if (message._actionType === 1) {
    const push = (data) => event.source.postMessage(JSON.stringify({
      _messageType: 1, _actionName: message._actionName, _conversationId: message._conversationId,
      _correlationId: message._correlationId, _origin: location.origin, _data: data, _errorCode: 0, _responseType: 1,
      _serializerVersion: 1 }), event.origin);
    if (message._data.eventDispId === 39) {
      window.callFunction = (name) => push(['call-' + name, name, JSON.stringify({ source: { id: name } })]);
    }
    reply({ Error: 0 });
  } else reply(null);
});
window.openPane = (address) => {
  const frame = document.createElement('iframe');
  frame.name = JSON.stringify({ hostInfo: 'Excel$Web$16.00$zh-CN$c$$$0', xdmInfo: 'conv1|app1|' + location.origin, serializerVersion: '1' });
  frame.src = address + '?_host_Info=Excel$Web$16.00$zh-CN$c$$$0';
  frame.style = 'width:400px;height:760px;border:0';
  document.body.append(frame);
};
</script></body></html>`;

export interface WebExcel {
  readonly workbook: WorkbookModel;
  readonly session: HostSession;
}

/** Opens the sample ledger, or another workbook, in Excel on the web's page, with the pane at that address. */
export async function openInWebExcel(
  page: Page,
  excel: string,
  pane: string,
  workbook: WorkbookModel = sampleBook(),
): Promise<WebExcel> {
  const session = createHostSession(workbook, { name: SAMPLES.city });
  await page.exposeFunction('processQuery', (body: string) => session.execute(body));
  await page.goto(excel);
  await page.evaluate((address) => (window as unknown as { openPane(own: string): void }).openPane(address), pane);
  return { workbook, session };
}

function sampleBook(): WorkbookModel {
  const opened = openXlsx(sampleBytes('city'));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.workbook;
}
