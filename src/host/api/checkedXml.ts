import { SaxesParser } from 'saxes';
import { invalidArgument } from './ApiError';

/** XML that is well formed; Excel takes no other for a custom XML part. */
export function checkedXml(xml: string): string {
  let fault: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.write(xml).close();
  if (fault !== null) throw invalidArgument(`not well-formed XML: ${String(fault)}`);
  return xml;
}
