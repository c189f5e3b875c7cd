import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { makeBureau } from './bureau/bureauSheet';
import { makeCity } from './city/citySheet';
import { makeDistrict } from './district/districtSheet';

/** 做出全部样本；`npm run samples -- --out 目录` 可改写到别处（测试比对用）。 */
async function main(): Promise<void> {
  const at = process.argv.indexOf('--out');
  const root = path.resolve(__dirname, '../..');
  const samples = at < 0 ? path.join(root, 'assets/samples') : path.resolve(process.argv[at + 1] ?? '.');
  const intentions = at < 0 ? path.join(__dirname, 'expected') : samples;
  mkdirSync(samples, { recursive: true });
  mkdirSync(intentions, { recursive: true });
  for (const [name, make] of [
    ['city', makeCity],
    ['district', makeDistrict],
    ['bureau', makeBureau],
  ] as const) {
    const { bytes, expected } = await make();
    writeFileSync(path.join(samples, expected.file), bytes);
    const json = await format(JSON.stringify(expected), { parser: 'json', printWidth: 120 });
    writeFileSync(path.join(intentions, `${name}.json`), json);
    console.log(`${expected.file}：${String(expected.matters.length)} 件`);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
