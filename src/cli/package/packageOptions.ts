import { parseArgs } from 'node:util';

/** Where office.js comes from: the site itself, Microsoft's network, or its network in China (21Vianet). */
export const OFFICE_JS_SOURCES = ['self', 'cdn', 'cdn-cn'] as const;
export type OfficeJsSource = (typeof OFFICE_JS_SOURCES)[number];

export interface PackageOptions {
  /** https address of the folder the site will stand in; ends with a slash. */
  readonly baseUrl: string;
  readonly officeJs: OfficeJsSource;
  readonly out: string;
}

export type PackageOptionsResult =
  { readonly ok: true; readonly value: PackageOptions } | { readonly ok: false; readonly sentence: string };

export const PACKAGE_USAGE =
  '用法：npm run package -- --base-url https://主机/路径/ [--office-js self|cdn|cdn-cn] [--out 文件夹]';

const refused = (sentence: string): PackageOptionsResult => ({ ok: false, sentence });

/** What is wrong with an address for the site, or null. */
function faultOf(address: string): string | null {
  if (/\s/.test(address)) return `地址里不能有空格：${address}`;
  if (/^http:\/\//i.test(address)) return `Excel 只打开 https 网站上的加载项，地址要以 https:// 开头：${address}`;
  if (!/^https:\/\/[^/]/i.test(address) || !URL.canParse(address)) {
    return `地址不对，应写成 https://主机/路径/ 的样子：${address}`;
  }
  const { username, search, hash } = new URL(address);
  if (username !== '') return '地址里不能带用户名和密码。';
  if (search !== '' || hash !== '') return `地址里不能带 ? 或 #：${address}`;
  return address.endsWith('/') ? null : `地址是一个文件夹，要以斜杠结尾：${address}/`;
}

/** Reads the command line; what cannot be taken is said in one sentence. */
export function readPackageOptions(args: readonly string[]): PackageOptionsResult {
  let values: { 'base-url'?: string; 'office-js'?: string; out?: string };
  let positionals: readonly string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'base-url': { type: 'string' }, 'office-js': { type: 'string' }, out: { type: 'string' } },
    }));
  } catch {
    return refused(`参数有误。${PACKAGE_USAGE}`);
  }
  const { 'base-url': address, 'office-js': source = 'self', out = 'out' } = values;
  if (address === undefined) return refused(`没有给出网站地址。${PACKAGE_USAGE}`);
  if (positionals.length > 0) return refused(`多出了“${positionals.join(' ')}”；地址里不能有空格。${PACKAGE_USAGE}`);
  const fault = faultOf(address);
  if (fault !== null) return refused(fault);
  const officeJs = OFFICE_JS_SOURCES.find((own) => own === source);
  if (officeJs === undefined) return refused(`--office-js 只能是 self、cdn 或 cdn-cn，不能是“${source}”。`);
  if (out.trim() === '') return refused('--out 没有写文件夹。');
  return { ok: true, value: { baseUrl: new URL(address).href, officeJs, out } };
}
