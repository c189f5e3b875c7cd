import { strToU8, zipSync } from 'fflate';
import type { Notice } from '../../src/domain/notices/notice';
import { atOnce } from '../../src/domain/portions';
import { docxWriter } from '../../src/documents/docxFile';
import { joinedLetters, lettersZip, mergeLetters } from '../../src/documents/letterFiles';
import { bodyOf } from '../../src/documents/merge';
import type { WordPackage } from '../../src/documents/packageParts';
import { xmlText } from '../../src/documents/wordml';
import { office } from '../domain/notices/builders';
import { letterOf } from '../documents/notices';

const COUNT = 1000;

const model = letterOf('reminderNotice');
const letters: readonly Notice[] = Array.from({ length: COUNT }, (_, index) => ({
  ...model,
  number: `〔2026〕${index + 1}号`,
  unit: `第${index + 1}局`,
  fields: { ...model.fields, matter: `城区雨污分流改造工程第${index + 1}标段` },
}));

/** The floor: the same letters by replacing strings in a finished one, then one archive of what `close` makes of each. */
function plainSubstitution(close: (pack: WordPackage) => (document: string) => Uint8Array): Uint8Array {
  const [letter] = mergeLetters([model], { office });
  if (letter === undefined) throw new Error('no letter');
  const { package: pack } = letter.template;
  const { before, after } = bodyOf(pack.document);
  const finished = before + letter.body + after;
  const docxOf = close(pack);
  const outer: Record<string, Uint8Array> = {};
  for (const notice of letters) {
    const document = finished
      .replaceAll(model.number, xmlText(notice.number))
      .replaceAll(model.unit, xmlText(notice.unit))
      .replaceAll(model.fields.matter, xmlText(notice.fields.matter));
    outer[`${notice.number} ${notice.unit}.docx`] = docxOf(document);
  }
  return zipSync(outer, { level: 0 });
}

/** Every part of every letter compressed, as a plain program does. */
const wholeFiles = (pack: WordPackage): ((document: string) => Uint8Array) => {
  const parts = Object.fromEntries(
    [...pack.parts].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
  return (document) => zipSync({ ...parts, [pack.documentPath]: strToU8(document) });
};

/** What is alike in all letters compressed once, as ours does. */
const bareFiles = (pack: WordPackage): ((document: string) => Uint8Array) => {
  const write = docxWriter(pack);
  return (document) => atOnce(write(document));
};

interface Measure {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly heapMegabytes: number;
}

function measure(work: () => number): Measure {
  let best = Infinity;
  let bytes = 0;
  let heap = 0;
  for (let round = 0; round < 3; round += 1) {
    const before = process.memoryUsage();
    const start = performance.now();
    bytes = work();
    best = Math.min(best, performance.now() - start);
    const after = process.memoryUsage();
    heap = Math.max(heap, after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  return { milliseconds: Math.round(best), bytes, heapMegabytes: Math.round(heap / 1e6) };
}

const floor = measure(() => plainSubstitution(wholeFiles).length);
// The engine alone is compared.
const bareFloor = measure(() => plainSubstitution(bareFiles).length);
const zip = measure(() => lettersZip(letters, { office }).length);
const joined = measure(() => joinedLetters(letters, { office }).reduce((sum, file) => sum + file.length, 0));
const ratio = (a: Measure, b: Measure): string => (a.milliseconds / b.milliseconds).toFixed(2);

console.table({
  '逐字替换+压缩': floor,
  '逐字替换+只压正文': bareFloor,
  [`${COUNT} 份压缩包`]: zip,
  合为一个文件: joined,
});
console.log(`压缩包 / 逐字替换 = ${ratio(zip, floor)}（要求 ≤ 5，目标 ≤ 3）`);
console.log(`压缩包 / 逐字替换，只压正文 = ${ratio(zip, bareFloor)}（目标 ≤ 3）`);
console.log(`合为一个文件 / 压缩包 = ${ratio(joined, zip)}（要求 ≤ 1）`);
