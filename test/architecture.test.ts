import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const SRC = resolve(__dirname, '../src');

/** Rooms each room may call. What is not listed here, nobody may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  rules: ['domain'],
  excel: ['domain'],
  documents: ['domain'],
  app: ['domain', 'rules', 'excel', 'documents'],
  taskpane: ['app', 'domain', 'rules'],
  commands: ['app', 'domain', 'taskpane'],
  cli: ['app', 'domain', 'rules', 'host'],
  host: [],
};

/** Packages from outside that each room may use; others only where named. */
const MAY_USE: Readonly<Record<string, readonly RegExp[]>> = {
  domain: [/^zod\/mini$/, /^dayjs/, /^chinese-days(\/|$)/, /^decimal\.js$/],
  rules: [/^zod\/mini$/],
  excel: [/^zod\/mini$/, /^fflate$/],
  documents: [/^fflate$/, /^docxtemplater/, /^@xmldom\/xmldom$/, /^zod\/mini$/],
  app: [/^zod(\/mini)?$/, /^fflate$/],
  taskpane: [/^react/, /^@fluentui\//, /^dayjs$/],
  commands: [],
  cli: [/^node:/, /^dayjs$/, /^fflate$/, /^zod$/],
  host: [/^node:/, /^fflate$/, /^saxes$/, /^react(-dom)?(\/|$)/, /^@univerjs\//],
};

/** The engine for .xlsx files serves documents too, by its front door only: files, not the host's Excel. */
const FILE_ENGINE = { room: 'documents', door: 'host/xlsx' } as const;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(SRC, name));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const room = relative(SRC, file).split(sep)[0]!;
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({ file, room, target: match[1]! }));
});

function wrongImports(): readonly string[] {
  return imports.flatMap(({ file, room, target }) => {
    const said = `${relative(SRC, file)} imports ${target}`;
    if (target.startsWith('.')) {
      const path = relative(SRC, resolve(dirname(file), target)).split(sep);
      const other = path[0]!;
      if (room === FILE_ENGINE.room && path.join('/') === FILE_ENGINE.door) return [];
      return other === room || MAY_IMPORT[room]?.includes(other) ? [] : [said];
    }
    return MAY_USE[room]?.some((pattern) => pattern.test(target)) ? [] : [said];
  });
}

describe('The house', () => {
  test('has only the rooms the plan draws', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).map(({ name }) => name);
    expect(rooms.filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test('no import runs against it', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(wrongImports()).toEqual([]);
  });

  test('Excel and Office are named in the Excel layer and the entry files only', () => {
    const allowed = /^(excel|host)\/|^taskpane\/(index\.tsx|bootstrap\/)|^commands\//;
    const naming = files
      .filter((file) => !allowed.test(relative(SRC, file).split(sep).join('/')))
      .filter((file) =>
        /(?<![\w.'"`\u4e00-\u9fff])(Excel|Office|OfficeExtension)\.[A-Za-z]/.test(withoutComments(file)),
      )
      .map((file) => relative(SRC, file));
    expect(naming).toEqual([]);
  });

  test('only entry files read the clock', () => {
    const allowed = /^(cli|host)\/|^taskpane\/(index\.tsx|clock\.ts)|^commands\//;
    const reading = files
      .filter((file) => !allowed.test(relative(SRC, file).split(sep).join('/')))
      .filter((file) => /new Date\(\)|Date\.now\(|dayjs\(\)/.test(withoutComments(file)))
      .map((file) => relative(SRC, file));
    expect(reading).toEqual([]);
  });

  test('no name says nothing', () => {
    expect(files.filter((file) => /(utils?|helpers?|manager|common|misc)(\/|\.tsx?$)/i.test(file))).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}
