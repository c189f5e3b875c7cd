import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packages copied into the page as they are shipped, beside the dependencies of package.json. */
const COPIED = [
  '@univerjs/core',
  '@univerjs/preset-sheets-core',
  '@univerjs/preset-sheets-conditional-formatting',
  '@univerjs/preset-sheets-data-validation',
  '@univerjs/preset-sheets-find-replace',
  'rxjs',
];

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence as the package brings it; '' where it brings none. */
  readonly text: string;
}

const packages = (
  JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  }
).packages;

function licenceText(place: string): string {
  const folder = join(ROOT, place);
  if (!existsSync(folder)) return '';
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
}

/** Where node finds a package from another: in its own folder first, then upwards. */
function placeOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}

/** Every package that may reach a user's browser: the dependencies, what is copied, and all they depend on. */
export function noticesOfLock(): readonly Notice[] {
  const places = new Set<string>();
  const waiting: (readonly [name: string, from: string])[] = [
    ...Object.keys(packages['']!.dependencies ?? {}),
    ...COPIED,
  ].map((name) => [name, '']);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = placeOf(...next);
    if (place === null || places.has(place)) continue;
    places.add(place);
    const { dependencies = {}, peerDependencies = {} } = packages[place]!;
    for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies)]) waiting.push([name, place]);
  }
  return [...places].sort().map((place) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[place]!.version ?? '',
    licence: packages[place]!.license ?? '',
    text: licenceText(place),
  }));
}

/** The notice that goes with the page: a table, then each licence once, with the packages it covers. */
export function noticeText(notices: readonly Notice[]): string {
  const byText = new Map<string, Notice[]>();
  for (const notice of notices) byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  const titled = ({ name, version, licence }: Notice): string => `${name} ${version} (${licence})`;
  const texts = [...byText].map(
    ([text, of]) =>
      `${of.map(titled).join('\n')}\n\n${text === '' ? '软件包里没有附许可全文，以其许可名称为准。' : text}\n`,
  );
  return `督查台账用到的第三方软件（由 npm run licences 从锁定文件生成）\n\n${notices.map(titled).join('\n')}\n\n${'='.repeat(72)}\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
