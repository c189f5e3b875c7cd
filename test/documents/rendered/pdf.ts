import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unescapeXml } from '../../../src/documents/templateText';

const TOOLS = ['soffice', 'pdftotext', 'pdftoppm'];
const FONT = 'Noto Serif CJK SC';

/** What is missing on this machine to render and measure; '' where nothing is. */
export function missingTools(): string {
  const missing = TOOLS.filter(
    (tool) => spawnSync(tool, [tool === 'soffice' ? '--version' : '-v']).error !== undefined,
  );
  if (missing.length > 0) return missing.join('、');
  const fonts = spawnSync('fc-list', [`:family=${FONT}`], { encoding: 'utf8' });
  return (fonts.stdout ?? '').trim() === '' ? FONT : '';
}

export const STAND_IN_FONTS = { body: FONT, kai: FONT, title: FONT, hei: FONT, song: FONT };

/** A line of text on a page; points from the top left corner. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Red rules: points. */
  readonly rules: readonly { readonly left: number; readonly right: number; readonly middle: number }[];
  /** Highest red point of the page. */
  readonly redTop: number;
}

const DPI = 144;

/** Opens the .docx in LibreOffice, prints it to PDF and measures the pages. */
export function renderedPages(docx: Uint8Array): readonly Page[] {
  return inFolder((folder) => {
    convert(folder, docx, 'pdf');
    const pdf = join(folder, 'letter.pdf');
    const boxes = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
    return boxes
      .split('<page ')
      .slice(1)
      .map((xml, index) => {
        const number = (text: string, name: string): number =>
          Number(new RegExp(`${name}="([\\d.]+)"`).exec(text)?.[1] ?? NaN);
        execFileSync('pdftoppm', [
          '-r',
          String(DPI),
          '-f',
          String(index + 1),
          '-singlefile',
          pdf,
          join(folder, 'page'),
        ]);
        return {
          width: number(xml, 'width'),
          height: number(xml, 'height'),
          lines: joinedLines(xml, number),
          ...red(readFileSync(join(folder, 'page.ppm'))),
        };
      });
  });
}

/** The .docx opened and saved again by LibreOffice Writer. */
export function savedByWriter(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    convert(folder, docx, 'docx', join(folder, 'saved'));
    return readFileSync(join(folder, 'saved', 'letter.docx'));
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let profile: string | null = null;

/** LibreOffice's own settings: made once for this run, apart from the person's. */
function profileFolder(): string {
  if (profile !== null) return profile;
  profile = mkdtempSync(join(tmpdir(), 'letters-profile-'));
  return profile;
}

export function dropProfile(): void {
  if (profile !== null) rmSync(profile, { recursive: true, force: true });
  profile = null;
}

function convert(folder: string, docx: Uint8Array, format: string, out = folder): void {
  const file = join(folder, 'letter.docx');
  writeFileSync(file, docx);
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${profileFolder()}`, '--headless', '--convert-to', format, '--outdir', out, file],
    { stdio: 'ignore' },
  );
}

/** Words on one height are one line: poppler splits at wide gaps. */
function joinedLines(xml: string, number: (text: string, name: string) => number): Line[] {
  const words = [...xml.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, box = '', text = '']) => ({
    text: unescapeXml(text),
    left: number(box, 'xMin'),
    right: number(box, 'xMax'),
    top: number(box, 'yMin'),
    bottom: number(box, 'yMax'),
  }));
  const lines: Line[] = [];
  for (const word of words.sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.top - word.top) < 2) {
      lines[lines.length - 1] = {
        ...last,
        text: last.text + word.text,
        left: Math.min(last.left, word.left),
        right: Math.max(last.right, word.right),
      };
    } else lines.push(word);
  }
  return lines;
}

/** Red ink: rows of red pixels wider than half the page, from a binary PPM; neighbouring rows are one rule. */
function red(ppm: Uint8Array): Pick<Page, 'rules' | 'redTop'> {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(ppm.slice(0, 40)));
  if (head === null) throw new Error('not a PPM');
  const width = Number(head[1]);
  const height = Number(head[2]);
  const scale = 72 / DPI;
  let redTop = Infinity;
  const found: { left: number; right: number; rows: number[] }[] = [];
  for (let row = 0; row < height; row += 1) {
    let left = -1;
    let right = -1;
    let count = 0;
    for (let column = 0; column < width; column += 1) {
      const at = head[0].length + 3 * (row * width + column);
      const red = ppm[at] as number;
      if (red - (ppm[at + 1] as number) < 80 || red - (ppm[at + 2] as number) < 80) continue;
      if (left < 0) left = column;
      right = column;
      count += 1;
    }
    if (count > 0) redTop = Math.min(redTop, row * scale);
    if (count < width / 2 || count < 0.98 * (right - left)) continue;
    const last = found.at(-1);
    if (last && last.rows.at(-1) === row - 1) last.rows.push(row);
    else found.push({ left, right, rows: [row] });
  }
  const rules = found.map(({ left, right, rows }) => ({
    left: left * scale,
    right: (right + 1) * scale,
    middle: ((rows[0] as number) + (rows.at(-1) as number) + 1) * 0.5 * scale,
  }));
  return { rules, redTop };
}
