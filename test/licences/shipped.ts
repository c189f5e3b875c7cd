import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src/cli/pageBuild';

export const ROOT = join(__dirname, '../..');

/** Where code of others reaches users; the deployment package is the pane's and the page's files. */
export const REACHES = ['加载项', '网页', 'month-end'] as const;
export type Reach = (typeof REACHES)[number];

/** What a webpack build leaves beside dist: folders of packages, from the project's. */
interface OfBuild {
  readonly bundled: readonly string[];
  readonly copied: readonly string[];
}

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** A package in what users get. */
export interface ShippedPackage {
  /** Its folder, from the project's. */
  readonly place: string;
  readonly reach: Reach;
  /** As it came, a file already bundled by its makers: what it depends on may be inside. */
  readonly whole: boolean;
}

/** The compilers leave some lines of their own in what they make: module loading, helpers for older browsers. */
const LEFT_BY_COMPILERS: readonly ShippedPackage[] = [
  ...(['加载项', '网页'] as const).flatMap((reach) =>
    ['node_modules/@swc/core', 'node_modules/webpack'].map((place) => ({ place, reach, whole: false })),
  ),
  { place: 'node_modules/esbuild', reach: 'month-end', whole: false },
];

function left<T>(file: string): T {
  const path = join(ROOT, 'node_modules/.cache/shipped', file);
  if (!existsSync(path)) throw new Error(`没有 ${path}，请先运行 npm run build。`);
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

const ofBuild = (name: string, reach: Reach): readonly ShippedPackage[] => {
  const { bundled, copied } = left<OfBuild>(`${name}.json`);
  return [
    ...bundled.map((place) => ({ place, reach, whole: false })),
    ...copied.map((place) => ({ place, reach, whole: true })),
  ];
};

/** Makes the job's one file where needed; without a ledger it says how it is called, and ends. */
function ofMonthEnd(): readonly ShippedPackage[] {
  spawnSync(process.execPath, ['src/cli/runBuilt.cjs', 'monthEnd'], { cwd: ROOT });
  const inputs = Object.values(left<Metafile>('monthEnd.json').outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const places = inputs.flatMap(
    ([file]) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
  );
  return [...new Set(places)].map((place) => ({ place, reach: 'month-end', whole: false }));
}

/** Every package of which something is in the pane, the page or the job; builds the site first where it is stale. */
export async function shippedPackages(): Promise<readonly ShippedPackage[]> {
  if (!(await buildIfNeeded(ROOT))) throw new Error('the page does not build');
  return [...ofBuild('pane', '加载项'), ...ofBuild('page', '网页'), ...ofMonthEnd(), ...LEFT_BY_COMPILERS];
}
