const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join, resolve } = require('node:path');
const { expectShortRun, scriptWithKeptCode } = require('./keptCode.cjs');

/*
 * `node src/cli/runBuilt.cjs monthEnd …` runs src/cli/monthEnd.ts as one file: reading and compiling some four hundred
 * sources each time takes longer than a small ledger's month. The file is made anew when a source or an installed
 * package has changed. No source map: reading it costs as much again, and the file keeps all names.
 */
const root = resolve(__dirname, '../..');
const fromRoot = createRequire(join(root, 'package.json'));
const folder = join(root, 'node_modules/.cache/built');
const shipped = join(root, 'node_modules/.cache/shipped');
const [name, ...rest] = process.argv.slice(2);

expectShortRun();

/** Files under a folder, in a fixed order. */
function* sourcesIn(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesIn(inner);
    else if (/\.(ts|cjs|mjs|json)$/.test(inner)) yield inner;
  }
}

/** All that the built file depends on, by name, size and time. */
function standing() {
  const said = [process.version];
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    said.push(`${path}\n${size}\n${mtimeMs}`);
  };
  for (const path of sourcesIn('src')) add(path);
  for (const path of ['tsconfig.json', 'node_modules/.package-lock.json']) {
    if (existsSync(join(root, path))) add(path);
  }
  return shortName(said.join('\n'));
}

/** Sixteen hexadecimal digits for a text. It keeps no secret: loading Node's own hashes takes longer than all the rest here. */
function shortName(text) {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Written beside and renamed: two that start together do not read each other's half. */
function build(file) {
  const made = `${file}.${process.pid}`;
  const { metafile } = fromRoot('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [`src/cli/${name}.ts`],
    outfile: made,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    minifyWhitespace: true,
    define: { 'import.meta.url': 'builtFileUrl' },
    banner: { js: 'const builtFileUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
    metafile: true,
  });
  // What it is made of: the list of licences is made from it.
  mkdirSync(shipped, { recursive: true });
  writeFileSync(join(shipped, `${name}.json`), JSON.stringify(metafile));
  renameSync(made, file);
  const own = basename(file, '.cjs');
  // Only whole ones: what another is just making ends in its process's number.
  for (const other of readdirSync(folder)) {
    const whole = other.startsWith(`${name}-`) && /\.(cjs|code)$/.test(other);
    if (whole && !other.startsWith(own)) rmSync(join(folder, other), { force: true });
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

/** The built file as a module, with the code kept of it. */
function runKept(file) {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const run = scriptWithKeptCode(source, file, file.replace(/\.cjs$/, '.code')).runInThisContext();
  const module = { exports: {} };
  run(module.exports, createRequire(file), module, file, dirname(file));
}

/** Where the folder of packages may not be written, the sources run as they are. */
function runSources() {
  fromRoot('tsx/cjs');
  const file = join(root, 'src/cli', `${name}.ts`);
  process.argv = [process.argv[0], file, ...rest];
  fromRoot(file);
}

let file;
try {
  file = built();
} catch (error) {
  if (error.syscall !== undefined) file = null;
  else {
    const missing = error.code === 'MODULE_NOT_FOUND';
    process.stderr.write(missing ? '还没有装好依赖，请先运行 npm install。\n' : `打包没有成功：${error.message}\n`);
    process.exitCode = 1;
  }
}
if (file === null) runSources();
else if (file !== undefined) {
  process.argv = [process.argv[0], file, ...rest];
  runKept(file);
}
