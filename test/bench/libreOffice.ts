import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Calculates every formula of an .xlsx when it is opened, whatever values it holds. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Its version, or null where it is not installed. */
export function libreOfficeVersion(): string | null {
  const asked = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim().split(' ').slice(0, 2).join(' ') : null;
}

/** A user folder of its own under `folder`, set to calculate on opening; started once so that no run pays for making it. */
export function prepared(folder: string): string {
  const user = join(folder, 'libreoffice');
  mkdirSync(join(user, 'user'), { recursive: true });
  writeFileSync(join(user, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  const blank = join(folder, 'blank.csv');
  writeFileSync(blank, '1\n');
  converted(user, blank, join(folder, 'warm'));
  return user;
}

/** Opens, calculates, saves as .xlsx into `out`. */
export function converted(user: string, file: string, out: string): void {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(user).href}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, file],
    { stdio: 'ignore' },
  );
}
