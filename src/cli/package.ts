import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { makePackage } from './package/makePackage';
import { readPackageOptions } from './package/packageOptions';
import { filesUnder, type SiteFile } from './package/siteFiles';
import { buildIfNeeded } from './pageBuild';

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The day every file in the zip bears: two packages of one build are alike to the byte. */
const ZIP_DAY = new Date(2026, 0, 1);
/** Already compressed. */
const PACKED = /\.(png|xlsx)$/;

function zipped(name: string, files: readonly SiteFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, bytes }) => [`${name}/${path}`, [bytes, { mtime: ZIP_DAY, level: PACKED.test(path) ? 0 : 9 }]]),
  );
  return zipSync(entries);
}

/** Replaces a package made before; anything else of that name stays. */
function write(folder: string, files: readonly SiteFile[]): boolean {
  if (existsSync(folder)) {
    if (!existsSync(join(folder, 'SHA256SUMS.txt'))) return false;
    rmSync(folder, { recursive: true });
  }
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return true;
}

/** `npm run package`: the site built where needed, then one folder and one zip for an office's IT person. */
async function pack(root: string, args: readonly string[]): Promise<number> {
  const options = readPackageOptions(args);
  if (!options.ok) {
    console.error(options.sentence);
    return 2;
  }
  if (!(await buildIfNeeded(root))) {
    console.error('网页没有构建成功，上面是原因。');
    return 1;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const files = makePackage(filesUnder(join(root, 'dist')), version, options.value);
  const name = `ducha-taizhang-${version}`;
  const folder = resolve(options.value.out, name);
  try {
    if (!write(folder, files)) {
      console.error(`${folder} 已经有了，而且不是以前生成的部署包，没有写入。请用 --out 换一个文件夹。`);
      return 2;
    }
    const zip = zipped(name, files);
    writeFileSync(`${folder}.zip`, zip);
    const whole = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    console.log(`部署包：${folder}（${files.length} 个文件，${megabytes(whole)}）`);
    console.log(`压缩包：${folder}.zip（${megabytes(zip.length)}）`);
    console.log(`网站地址：${options.value.baseUrl}。怎样部署，见其中的“部署说明.txt”。`);
    return 0;
  } catch (error) {
    console.error(`写不到 ${folder}：${(error as Error).message}`);
    return 1;
  }
}

void pack(process.cwd(), process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
