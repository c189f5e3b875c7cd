import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REACHES, ROOT, type Reach, type ShippedPackage } from './shipped';

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
/** By folder, from the project's. */
export type Lock = Readonly<Record<string, LockedPackage>>;

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** In the order of `REACHES`. */
  readonly reaches: readonly Reach[];
  /** The licence as the package brings it; '' where it brings none. */
  readonly text: string;
}

export const lockedPackages = (): Lock =>
  (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages;

function licenceText(place: string): string {
  const folder = join(ROOT, place);
  if (!existsSync(folder)) return '';
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
}

/** Where node finds a package from another: in its own folder first, then upwards. */
function placeOf(name: string, from: string, lock: Lock): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in lock) return place;
    if (folder === '') return null;
  }
}

/** A package and all it depends on, types apart: what its makers bundled into a file cannot be seen from outside. */
function withDependencies(start: string, lock: Lock): ReadonlySet<string> {
  const places = new Set<string>();
  const waiting = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (places.has(place) || place.includes('/@types/')) continue;
    places.add(place);
    const { dependencies = {}, peerDependencies = {} } = lock[place] ?? {};
    for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies)]) {
      const found = placeOf(name, place, lock);
      if (found !== null) waiting.push(found);
    }
  }
  return places;
}

/** One line a package for what is shipped, by name. A package the lock file does not know is a bug. */
export function noticesOf(shipped: readonly ShippedPackage[], lock: Lock = lockedPackages()): readonly Notice[] {
  const reaches = new Map<string, Set<Reach>>();
  for (const { place, reach, whole } of shipped) {
    for (const own of whole ? withDependencies(place, lock) : [place]) {
      reaches.set(own, (reaches.get(own) ?? new Set()).add(reach));
    }
  }
  return [...reaches.keys()].sort().map((place) => {
    const locked = lock[place];
    if (locked === undefined) throw new Error(`the lock file has no ${place}`);
    return {
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version ?? '',
      licence: locked.license ?? '',
      reaches: REACHES.filter((reach) => reaches.get(place)!.has(reach)),
      text: licenceText(place),
    };
  });
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
  return `督查台账用到的第三方软件（由 npm run licences 从构建结果生成）

每行：名称、版本、许可、用在哪里。部署包里就是加载项和网页的文件。
原样带上的成品文件（Univer、rxjs、office.js）里打包了什么无从逐个看出，它们依赖的软件一并列出。

${notices.map((notice) => `${titled(notice)}  ${notice.reaches.join('、')}`).join('\n')}

${'='.repeat(72)}

${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
