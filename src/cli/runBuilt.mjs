import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * `node src/cli/runBuilt.mjs monthEnd …` runs src/cli/monthEnd.ts as one file: reading and compiling some four hundred
 * sources each time takes longer than a small ledger's month. The file is made anew when a source or an installed
 * package has changed. No source map: reading it costs as much again, and the file keeps all names.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(join(root, 'package.json'));
const folder = join(root, 'node_modules/.cache/built');
const shipped = join(root, 'node_modules/.cache/shipped');
const [name, ...rest] = process.argv.slice(2);

/** All that the built file depends on, by name, size and time. */
function standing() {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  for (const path of readdirSync(join(root, 'src'), { recursive: true }).sort()) {
    if (/\.(ts|mjs|json)$/.test(path)) add(join('src', path));
  }
  for (const path of ['tsconfig.json', 'node_modules/.package-lock.json']) {
    if (existsSync(join(root, path))) add(path);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Written beside and renamed: two that start together do not read each other's half. */
function build(file) {
  const made = `${file}.${process.pid}`;
  const { metafile } = require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [`src/cli/${name}.ts`],
    outfile: made,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    define: { 'import.meta.url': 'builtFileUrl' },
    banner: { js: 'const builtFileUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
    metafile: true,
  });
  // What it is made of: the list of licences is made from it.
  mkdirSync(shipped, { recursive: true });
  writeFileSync(join(shipped, `${name}.json`), JSON.stringify(metafile));
  renameSync(made, file);
  // Only whole ones: what another is just making ends in its process's number.
  for (const other of readdirSync(folder)) {
    const whole = other.startsWith(`${name}-`) && other.endsWith('.cjs');
    if (whole && other !== basename(file)) rmSync(join(folder, other), { force: true });
  }
}

function built() {
  const file = join(folder, `${name}-${standing()}.cjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    build(file);
  }
  return file;
}

/** Where the folder of packages may not be written, the sources run as they are. */
function fromSources() {
  require('tsx/cjs');
  return join(root, 'src/cli', `${name}.ts`);
}

let file = null;
try {
  file = built();
} catch (error) {
  if (error.syscall !== undefined) file = fromSources();
  else {
    const missing = error.code === 'MODULE_NOT_FOUND';
    process.stderr.write(missing ? '还没有装好依赖，请先运行 npm install。\n' : `打包没有成功：${error.message}\n`);
    process.exitCode = 1;
  }
}
if (file !== null) {
  process.argv = [process.argv[0], file, ...rest];
  require(file);
}
