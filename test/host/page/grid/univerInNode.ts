import type * as core from '@univerjs/core';
import type * as engine from '@univerjs/engine-formula';
import type * as sheets from '@univerjs/sheets';
import type * as formula from '@univerjs/sheets-formula';
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as own from '../../../../src/host/page/grid/fewerFormulaWalks';

const ENTRY = `
export * as core from '@univerjs/core';
export * as engine from '@univerjs/engine-formula';
export * as sheets from '@univerjs/sheets';
export * as formula from '@univerjs/sheets-formula';
export * as own from './fewerFormulaWalks';
`;

/** Univer's model and formulas without a screen, with what the page changes of them. */
export interface UniverInNode {
  readonly core: typeof core;
  readonly engine: typeof engine;
  readonly sheets: typeof sheets;
  readonly formula: typeof formula;
  readonly own: typeof own;
}

/** jest cannot load its packages as they are. Each call of what is answered gives a copy of its own. */
export function univerInNode(): () => UniverInNode {
  const [bundle] = buildSync({
    stdin: { contents: ENTRY, resolveDir: join(__dirname, '../../../../src/host/page/grid'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    logLevel: 'error',
  }).outputFiles;
  const copy = new Function('module', 'exports', 'require', bundle!.text);
  return () => {
    const module = { exports: {} };
    copy(module, module.exports, createRequire(__filename));
    return module.exports as UniverInNode;
  };
}
