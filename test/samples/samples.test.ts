import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { addDays, addWorkdays, serialOf } from './civilDate';
import { countBy } from './expected';
import type { ExpectedSample } from './expected';
import { CLERKS, LEADERS, STAFF } from './words/people';

const ROOT = path.resolve(__dirname, '../..');
const NAMES = ['city', 'district', 'bureau'] as const;
const PEOPLE = new Set<string>([...LEADERS, ...STAFF, ...CLERKS]);

function expectedOf(name: string): ExpectedSample {
  return JSON.parse(readFileSync(path.join(__dirname, 'expected', `${name}.json`), 'utf8')) as ExpectedSample;
}

function partsOf(file: string): Record<string, string> {
  const parts = unzipSync(readFileSync(path.join(ROOT, 'assets/samples', file)));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** 各格的文字：不经被测的引擎，只从部件里取。 */
function rowsOf(parts: Record<string, string>, sheet: number): Map<string, string> {
  const plain = (xml: string): string => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('');
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    plain(si ?? ''),
  );
  const cells = new Map<string, string>();
  const xml = parts[`xl/worksheets/sheet${String(sheet)}.xml`] ?? '';
  for (const [, ref, rest, value] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*)>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v><\/c>/g,
  )) {
    cells.set(ref ?? '', (rest ?? '').includes('t="s"') ? (shared[Number(value)] ?? '') : (value ?? ''));
  }
  return cells;
}

describe('样本工作簿', () => {
  test('再做一遍，逐字节相同，本意也相同', () => {
    const out = mkdtempSync(path.join(os.tmpdir(), 'samples-'));
    try {
      const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
      const run = spawnSync(process.execPath, [tsx, path.join(__dirname, 'makeSamples.ts'), '--out', out], {
        encoding: 'utf8',
      });
      expect(run.status === 0 ? '' : run.stderr).toBe('');
      for (const name of NAMES) {
        const { file } = expectedOf(name);
        expect(readFileSync(path.join(out, file)).equals(readFileSync(path.join(ROOT, 'assets/samples', file)))).toBe(
          true,
        );
        expect(readFileSync(path.join(out, `${name}.json`), 'utf8')).toBe(
          readFileSync(path.join(__dirname, 'expected', `${name}.json`), 'utf8'),
        );
      }
      expect(readdirSync(out)).toHaveLength(6);
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  test('件数：市 200，区 171 加 55，局 60', () => {
    expect(NAMES.map((name) => expectedOf(name).ledgers.map(({ matters }) => matters))).toEqual([
      [200],
      [171, 55],
      [60],
    ]);
  });

  test.each(NAMES)('%s：每件事的标题不重样，行号编号对得上', (name) => {
    const { file, ledgers, matters } = expectedOf(name);
    const parts = partsOf(file);
    const titleColumn = name === 'district' ? 'C' : 'B';
    const titles = matters.map((matter) => {
      const cells = rowsOf(parts, ledgers.findIndex(({ sheet }) => sheet === matter.sheet) + 1);
      expect(cells.get(`A${String(matter.row)}`)).toBe(matter.id);
      return cells.get(`${titleColumn}${String(matter.row)}`) ?? '';
    });
    expect(titles.every((title) => title.length >= 6)).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(NAMES)('%s：各状态的件数与逐件的本意一致', (name) => {
    const { byState, byIntention, matters } = expectedOf(name);
    expect(countBy(matters, ({ state }) => state)).toEqual(byState);
    expect(countBy(matters, ({ intention }) => intention)).toEqual(byIntention);
  });

  test.each(NAMES)('%s：逾期、临期、未到期的本意与时限不矛盾', (name) => {
    const { asOf, matters } = expectedOf(name);
    for (const { state, deadline, overdueDays } of matters) {
      if (state === 'overdue') expect(deadline !== null && deadline < asOf && overdueDays > 0).toBe(true);
      if (state === 'dueSoon') expect(deadline !== null && deadline >= asOf && deadline <= addDays(asOf, 3)).toBe(true);
      if (state === 'inProgress') expect(deadline !== null && deadline > addDays(asOf, 3)).toBe(true);
      if (state === 'recurring' || state === 'undetermined') expect(deadline).toBeNull();
    }
  });

  test.each(NAMES)('%s：没有造漏的空、没有真号码，公式只有办事员那一列和故意的一个错', (name) => {
    const parts = partsOf(expectedOf(name).file);
    const all = Object.values(parts).join('\n');
    expect(all).not.toMatch(/undefined|NaN|\[object|#VALUE!|#NAME\?|#DIV/);
    const strings = parts['xl/sharedStrings.xml'] ?? '';
    for (const [phone] of strings.matchAll(/0\d{2,3}-\d{7,8}/g)) expect(phone).toMatch(/^0399-5550\d{3}$/);
    expect(strings).not.toMatch(/\{[a-z]+\}/);
    expect(strings).not.toMatch(/1[3-9]\d{9}/);
    const formulas = Object.entries(parts).flatMap(([part, xml]) =>
      part.startsWith('xl/worksheets/') ? [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, f]) => f ?? '') : [],
    );
    expect(formulas.filter((f) => f !== '#REF!' && !f.startsWith('IF(OR(P'))).toEqual([]);
    expect(formulas.length).toBe({ city: 200, district: 0, bureau: 1 }[name]);
  });

  test('人名只取自虚构的名单', () => {
    const columns = { city: ['E', 'I', 'O'], district: ['G', 'H', 'M'], bureau: ['D'] } as const;
    const notNames = new Set(['', '待批', '不同意', '否']);
    for (const name of NAMES) {
      const { file, ledgers, matters } = expectedOf(name);
      const sheets = ledgers.map((_, index) => rowsOf(partsOf(file), index + 1));
      for (const { sheet, row } of matters) {
        const cells = sheets[ledgers.findIndex((ledger) => ledger.sheet === sheet)];
        const people = columns[name].map((column) => cells?.get(`${column}${String(row)}`) ?? '');
        expect(people.filter((person) => !notNames.has(person) && !PEOPLE.has(person))).toEqual([]);
      }
    }
  });

  test('涉密事项的标题只在它自己那一行', () => {
    const { file, matters } = expectedOf('city');
    const parts = partsOf(file);
    const [secret, ...more] = matters.filter(({ classified }) => classified);
    expect(more).toEqual([]);
    const title = rowsOf(parts, 1).get(`B${String(secret?.row)}`) ?? '';
    const holders = [1, 2, 3, 4, 5].flatMap((sheet) =>
      [...rowsOf(parts, sheet).values()].filter((text) => text.includes(title)),
    );
    expect(holders).toEqual([title]);
  });

  test('市级的分：每个单位总分等于一百加登记的每一笔，十月的在总分之内', () => {
    const scores = expectedOf('city').scores ?? [];
    expect(scores.length).toBe(37);
    expect(scores.some(({ total }) => total < 98)).toBe(true);
    expect(scores.some(({ total }) => total > 100)).toBe(true);
    for (const { total, month } of scores)
      expect(Math.round(total * 10) === total * 10 && Math.round(month * 10) === month * 10).toBe(true);
  });
});

describe('制作者自己的历法', () => {
  test('九月二十八日起十五个工作日，跨国庆、算上十月十日调休，到十月二十三日', () => {
    expect(addWorkdays('2026-09-28', 15)).toBe('2026-10-23');
  });

  test('序列号按 1900 系统', () => {
    expect(serialOf('2026-10-31')).toBe(46326);
  });
});
