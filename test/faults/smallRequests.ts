import { smallSizes } from './smallSizes';

/** `--request-bytes 2000`. To be imported before anything that reads the sizes: it puts others in their place. */
const at = process.argv.indexOf('--request-bytes');
if (at > 0) {
  const path = require.resolve('../../src/excel/requestSizes');
  const exports = smallSizes(Number(process.argv[at + 1]));
  require.cache[path] = { ...module, id: path, filename: path, loaded: true, exports };
}
