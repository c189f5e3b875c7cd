import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { buildReport } from '../app/month/buildReport';
import { runMonthEnd } from '../app/month/monthEnd';
import { reportSchema } from '../app/month/report';
import { localTime, today } from './clock';
import { readArguments, type MonthEndArguments } from './arguments';
import { openInHost } from './openInHost';

/** Exit codes of month-end.md: 2 where the file cannot be read or no ledger is recognized. */
const REFUSED = 2;

async function main(argv: readonly string[]): Promise<number> {
  const read = readArguments(argv);
  if (!read.ok) return refuse(read.sentence);
  const { file } = read.arguments;
  if (!existsSync(file)) return refuse(`找不到文件“${file}”。请核对文件名和所在文件夹。`);
  if (!statSync(file).isFile()) return refuse(`“${file}”不是文件。请写上台账的文件名。`);

  const asOf = read.arguments.asOf ?? today();
  const folder = outputFolder(read.arguments, asOf);
  const written = join(folder, basename(file));
  if (existsSync(written) && realpathSync(written) === realpathSync(file)) {
    return refuse('输出文件夹就是台账所在的文件夹，会覆盖原文件，没有写入。请用 --out 指定别的文件夹。');
  }
  if (existsSync(folder) && !statSync(folder).isDirectory()) return refuse(notMade(folder));

  const opened = openInHost(readFileSync(file), basename(file));
  if (!opened.ok) return refuse(opened.sentence);
  const { workbook, session, close } = opened;
  for (const caution of workbook.cautions) say(caution);
  if (workbook.readOnly)
    return refuse(`“${basename(file)}”只能查看，不能写入。请在 Excel 中另存为普通的 .xlsx 文件后再试。`);

  const result = await runMonthEnd({ ...read.arguments, asOf, today: laterOf(asOf, today()), at: localTime() }, say);
  close();
  if (!result.ok) return refuse(result.sentence);

  const { outcome } = result;
  const report = reportSchema.parse(
    buildReport({
      asOf,
      workbook: basename(file),
      documents: outcome.documents.map(({ name }) => name),
      review: outcome.review,
      findings: outcome.findings,
      scores: outcome.scores,
      late: outcome.late,
      lists: outcome.lists,
      notices: outcome.notices,
      wire: { requests: session.wire.requests, bytesOut: session.wire.bytesOut, bytesIn: session.wire.bytesIn },
    }),
  );
  if (!isMade(folder)) return refuse(notMade(folder));
  writeFileSync(written, workbook.save());
  for (const { name, bytes } of outcome.documents) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  say(`已写入 ${folder}`);
  return 0;
}

/** Default: a new folder beside the file, numbered where that name is taken. */
function outputFolder({ file, out }: MonthEndArguments, asOf: string): string {
  if (out !== null) return out;
  const base = join(dirname(file), `${basename(file, extname(file))}-${asOf}-月末`);
  let folder = base;
  for (let count = 2; existsSync(folder); count += 1) folder = `${base}(${count})`;
  return folder;
}

const notMade = (folder: string): string =>
  `输出文件夹“${folder}”建不成或不能写入，没有写入。请用 --out 另指定一个文件夹。`;

/** False where the name is a file's, or the place may not be written to. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const laterOf = <T extends string>(one: T, other: T): T => (one > other ? one : other);

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function refuse(sentence: string): number {
  say(sentence);
  return REFUSED;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
