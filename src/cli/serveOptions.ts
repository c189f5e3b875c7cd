import { parseArgs } from 'node:util';

export interface ServeOptions {
  readonly port: number;
  /** Certificate and key files (PEM) for https, which Excel asks for; null serves http. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
}

export type ServeOptionsResult =
  { readonly ok: true; readonly value: ServeOptions } | { readonly ok: false; readonly sentence: string };

const USAGE = '用法：npm start -- [--port 3000] [--cert 证书.pem --key 私钥.pem]';

/** Reads `--port`, `--cert`, `--key`. */
export function readServeOptions(args: readonly string[]): ServeOptionsResult {
  let values: { port?: string; cert?: string; key?: string };
  try {
    const options = { port: { type: 'string' }, cert: { type: 'string' }, key: { type: 'string' } } as const;
    values = parseArgs({ args: [...args], options }).values;
  } catch {
    return { ok: false, sentence: `不认识的参数。${USAGE}` };
  }
  const { port: written = '3000', cert, key } = values;
  const port = Number(written);
  if (!/^\d+$/.test(written) || port > 65_535) return { ok: false, sentence: `端口应是 0 到 65535 的整数：${written}` };
  if ((cert === undefined) !== (key === undefined)) return { ok: false, sentence: '--cert 和 --key 要一起给。' };
  return { ok: true, value: { port, tls: cert === undefined || key === undefined ? null : { cert, key } } };
}
