const path = require('node:path');
const fs = require('node:fs');
const zlib = require('node:zlib');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const root = __dirname;
const dist = path.join(root, 'dist');
const modules = path.join(root, 'node_modules');
const SHIPPED = path.join(modules, '.cache/shipped');

/** The oldest web views Fluent UI v9 runs on (Edge and Chrome 84, Safari 14.1). */
const BROWSERS = { chrome: '84', edge: '84', safari: '14.1' };

/** Packages shipped in syntax those browsers know; thousands of icon files need not be read twice. */
const PLAIN_ENOUGH = /node_modules[\\/](@fluentui|@griffel|react|react-dom|scheduler)[\\/]/;

/** What the pane loads before it can show anything, gzipped, office.js apart. */
const PANE_BUDGET_BYTES = 350 * 1024;

/** office.js fetches the rest by name at run time; o15apptofilemappingtable.js is what it loads in a plain browser. */
const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'telemetry/oteljs_agave.js',
  'en-us/office_strings.js',
  'zh-cn/office_strings.js',
];

/** Univer as shipped, in the order in which its files need one another; React is put in place by the page first. */
const UNIVER_SCRIPTS = [
  'rxjs/dist/bundles/rxjs.umd.min.js',
  '@wendellhu/redi/dist/umd/index.js',
  '@wendellhu/redi/dist/umd/react-bindings/index.js',
  '@univerjs/themes/lib/umd/index.js',
  '@univerjs/protocol/lib/umd/index.js',
  '@univerjs/core/lib/umd/index.js',
  '@univerjs/core/lib/umd/facade.js',
  '@univerjs/network/lib/umd/index.js',
  '@univerjs/network/lib/umd/facade.js',
  '@univerjs/telemetry/lib/umd/index.js',
  '@univerjs/rpc/lib/umd/index.js',
  '@univerjs/engine-render/lib/umd/index.js',
  '@univerjs/engine-formula/lib/umd/index.js',
  '@univerjs/engine-formula/lib/umd/facade.js',
  '@univerjs/drawing/lib/umd/index.js',
  '@univerjs/preset-sheets-core/lib/umd/index.js',
  '@univerjs/preset-sheets-core/lib/umd/locales/zh-CN.js',
  '@univerjs/preset-sheets-conditional-formatting/lib/umd/index.js',
  '@univerjs/preset-sheets-conditional-formatting/lib/umd/locales/zh-CN.js',
  '@univerjs/preset-sheets-data-validation/lib/umd/index.js',
  '@univerjs/preset-sheets-data-validation/lib/umd/locales/zh-CN.js',
  '@univerjs/preset-sheets-find-replace/lib/umd/index.js',
  '@univerjs/preset-sheets-find-replace/lib/umd/locales/zh-CN.js',
];
const UNIVER_STYLES = [
  '@univerjs/preset-sheets-core/lib/index.css',
  '@univerjs/preset-sheets-conditional-formatting/lib/index.css',
  '@univerjs/preset-sheets-data-validation/lib/index.css',
  '@univerjs/preset-sheets-find-replace/lib/index.css',
];
const univerName = (file) =>
  `univer/${file
    .replace(/^@univerjs\/|^@/, '')
    .replace(/\/(lib|dist)(\/umd|\/bundles)?\//, '-')
    .replace(/[@/]/g, '-')}`;
const univerCopy = (file) => ({ from: path.join(modules, file), to: univerName(file), info: { minimized: true } });

/** What the page's build leaves in dist; the rest is the pane's. Each clears away its own old files only. */
const OF_PAGE = /^(index\.html|(page|univer|samples)(\/|$))/;

/** Functions the ribbon calls, which the page must know before the pane's scripts are there. */
const functionNames = () =>
  [...fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8').matchAll(/<FunctionName>([^<]+)</g)].map(
    ([, name]) => name,
  );

/** Fails the build when the pane's first load outgrows its budget. */
class PaneBudget {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PaneBudget', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const files = compilation.entrypoints
        .get('taskpane')
        .getFiles()
        .filter((file) => file.endsWith('.js'));
      const bytes = files.reduce(
        (sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(compiler.outputPath, file))).length,
        0,
      );
      console.log(
        `窗格首屏脚本：${files.length} 个文件，gzip 后 ${(bytes / 1024).toFixed(1)} kB（上限 ${PANE_BUDGET_BYTES / 1024} kB）`,
      );
      if (bytes > PANE_BUDGET_BYTES) {
        compilation.errors.push(
          new Error(`The pane's first JavaScript is ${bytes} bytes gzipped, over ${PANE_BUDGET_BYTES}`),
        );
      }
    });
  }
}

/** Leaves the time at which a whole build began, for `npm start` to judge by; a build in parts leaves none. */
class BuildStamp {
  constructor(builds) {
    this.builds = builds;
    this.began = new Date();
  }

  apply(compiler) {
    compiler.hooks.done.tap('BuildStamp', (stats) => {
      if (stats.hasErrors()) return;
      this.builds.delete(compiler.name);
      if (this.builds.size > 0) return;
      const stamp = path.join(compiler.outputPath, '.built');
      fs.writeFileSync(stamp, `${this.began.toISOString()}\n`);
      fs.utimesSync(stamp, this.began, this.began);
    });
  }
}

/**
 * Leaves which installed packages a build's files are made of, beside dist: the list of licences is made from it.
 * `bundled`: modules of theirs are in a script; `copied`: files of theirs are there as they came.
 */
class Shipped {
  apply(compiler) {
    compiler.hooks.done.tap('Shipped', ({ compilation }) => {
      if (compiler.options.mode !== 'production' || compilation.errors.length > 0) return;
      const { chunkGraph, modules: all } = compilation;
      const read = [...all]
        .filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0)
        .flatMap((module) => (module.modules === undefined ? [module] : [...module.modules]))
        .map((module) => module.resource ?? '');
      const copied = [...compilation.assetsInfo.values()].map(({ sourceFilename }) => sourceFilename ?? '');
      const shipped = {
        bundled: packagesOf(read.map((file) => path.relative(root, file))),
        copied: packagesOf(copied),
      };
      fs.mkdirSync(SHIPPED, { recursive: true });
      fs.writeFileSync(path.join(SHIPPED, `${compiler.name}.json`), JSON.stringify(shipped, null, 1));
    });
  }
}

/** Folders of the installed packages among files: `node_modules/a/node_modules/@b/c/lib/d.js` is of `…/@b/c`. */
const packagesOf = (files) =>
  [
    ...new Set(
      files.flatMap(
        (file) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/')) ?? [],
      ),
    ),
  ].sort();

const swc = (syntax, targets) => ({
  loader: 'swc-loader',
  options: {
    jsc: { parser: syntax, transform: { react: { runtime: 'automatic' } } },
    env: { targets },
    isModule: 'unknown',
  },
});

function shared(mode) {
  return {
    mode,
    context: root,
    devtool: mode === 'production' ? false : 'source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, use: swc({ syntax: 'typescript', tsx: true }, BROWSERS) },
        {
          test: /\.m?js$/,
          include: modules,
          exclude: PLAIN_ENOUGH,
          use: swc({ syntax: 'ecmascript' }, BROWSERS),
          resolve: { fullySpecified: false },
        },
      ],
    },
    performance: { hints: false },
  };
}

function pane(mode, stamp) {
  return {
    ...shared(mode),
    name: 'pane',
    entry: { taskpane: './src/commands/begin.ts' },
    output: {
      path: dist,
      filename: 'taskpane/[name].[contenthash:8].js',
      chunkFilename: 'taskpane/[name].[contenthash:8].js',
      publicPath: '',
      clean: { keep: (file) => file === '.built' || OF_PAGE.test(file) },
      uniqueName: 'pane',
    },
    optimization: {
      moduleIds: 'deterministic',
      chunkIds: 'deterministic',
      splitChunks: {
        cacheGroups: {
          react: {
            test: /node_modules\/(react|react-dom|scheduler)\//,
            name: 'react',
            chunks: 'initial',
            priority: 20,
          },
          fluent: {
            test: /node_modules\/(@fluentui|@griffel|@floating-ui|tabster|keyborg)\//,
            name: 'fluent',
            chunks: 'initial',
            priority: 10,
          },
        },
      },
    },
    plugins: [
      new HtmlPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        inject: false,
        minify: false,
        templateParameters: (_compilation, _assets, _tags, options) => ({
          htmlWebpackPlugin: { options, files: _assets },
          commands: functionNames(),
        }),
      }),
      new CopyPlugin({
        patterns: [
          {
            from: 'src/taskpane/bootstrap',
            to: 'taskpane',
            globOptions: { ignore: ['**/*.ts'] },
            info: { minimized: true },
          },
          { from: path.join(modules, '@microsoft/office-js/LICENSE.md'), to: 'office/LICENSE.txt', toType: 'file' },
          { from: 'manifest.xml' },
          { from: 'assets/THIRD-PARTY.txt' },
          { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
          ...OFFICE_FILES.map((file) => ({
            from: path.join(modules, '@microsoft/office-js/dist', file),
            to: `office/${file}`,
            info: { minimized: true },
          })),
        ],
      }),
      new PaneBudget(),
      new Shipped(),
      stamp,
    ],
  };
}

function page(mode, stamp) {
  return {
    ...shared(mode),
    name: 'page',
    entry: { 'react-for-univer': './src/host/page/reactForUniver.ts', page: './src/host/page/index.tsx' },
    output: {
      path: dist,
      filename: 'page/[name].[contenthash:8].js',
      chunkFilename: 'page/[name].[contenthash:8].js',
      publicPath: '',
      clean: { keep: (file) => !OF_PAGE.test(file) },
      uniqueName: 'page',
    },
    externals: [
      ({ request, contextInfo }, done) => {
        const globals = {
          react: 'React',
          'react/jsx-runtime': 'React',
          'react-dom': 'ReactDOM',
          'react-dom/client': 'ReactDOM',
          '@univerjs/core': 'UniverCore',
          '@univerjs/core/facade': 'UniverCoreFacade',
          '@univerjs/engine-formula': 'UniverEngineFormula',
          '@univerjs/preset-sheets-core': 'UniverPresetSheetsCore',
          '@univerjs/preset-sheets-conditional-formatting': 'UniverPresetSheetsConditionalFormatting',
          '@univerjs/preset-sheets-data-validation': 'UniverPresetSheetsDataValidation',
          '@univerjs/preset-sheets-find-replace': 'UniverPresetSheetsFindReplace',
          '@univerjs/sheets-conditional-formatting': 'UniverSheetsConditionalFormatting',
          '@univerjs/sheets-data-validation': 'UniverSheetsDataValidation',
          '@univerjs/sheets-formula': 'UniverSheetsFormula',
        };
        if (contextInfo.issuer.endsWith('reactForUniver.ts') || contextInfo.issuer.includes('node_modules'))
          return done();
        return request in globals ? done(null, globals[request]) : done();
      },
    ],
    plugins: [
      new HtmlPlugin({
        template: './src/host/page/index.html',
        filename: 'index.html',
        chunks: ['react-for-univer', 'page'],
        chunksSortMode: 'manual',
        inject: false,
        minify: false,
        templateParameters: (_compilation, assets) => ({
          scripts: [assets.js[0], ...UNIVER_SCRIPTS.map(univerName), ...assets.js.slice(1)],
          styles: UNIVER_STYLES.map(univerName),
        }),
      }),
      new CopyPlugin({
        patterns: [
          ...[...UNIVER_SCRIPTS, ...UNIVER_STYLES].map(univerCopy),
          { from: path.join(modules, '@univerjs/core/LICENSE'), to: 'univer/LICENSE.txt', toType: 'file' },
          { from: 'src/host/page/page.css', to: 'page/page.css' },
          { from: 'assets/samples/*.xlsx', to: 'samples/[name][ext]', noErrorOnMissing: true },
        ],
      }),
      new Shipped(),
      stamp,
    ],
  };
}

module.exports = (_env, { mode = 'production' }) => {
  const stamp = new BuildStamp(new Set(['pane', 'page']));
  return [pane(mode, stamp), page(mode, stamp)];
};
