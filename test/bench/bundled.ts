import { buildSync } from 'esbuild';
import { join } from 'node:path';

/**
 * One file of a bench module with all it needs, as the pane and month-end are shipped: run from the sources, esbuild
 * names every function again each time it is made (`keepNames`), which nobody who uses the add-in pays for.
 */
export function bundled(module: string, folder: string): string {
  const outfile = join(folder, module.replace(/\.ts$/, '.cjs'));
  buildSync({
    entryPoints: [join(__dirname, module)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    logLevel: 'error',
  });
  return outfile;
}
