import { valueAt, type SheetSnapshot } from '../snapshot';
import type { BulletinBlock, BulletinTable, BulletinText, Origin } from './bulletinText';
import { COLUMN_LOOKS } from './tables';

type Column = BulletinTable['columns'][number];
type Written = readonly { readonly at: number; readonly text: string }[];

const NO_ORIGIN: Origin = { kind: 'facts', keys: [] };
const INDENT = '\u3000\u3000';
const HEADING = /^[一二三四五六七八九十]+、/;
const ATTACHMENT = /^附件\d*$/;
const COPIES = '抄送：';
const ADDRESSED = /^[^\u3000].*：$/;

/**
 * The bulletin as its sheet says it, so that an issued one is shown and printed as it went out. `like`: the same
 * bulletin as it would read today; looks of the columns and ties to rows come from there where the words are the same.
 * Null where the sheet is not laid out as `bulletinSheet` lays it out.
 */
export function readBulletinSheet(sheet: SheetSnapshot, like: BulletinText): BulletinText | null {
  const rows = writtenRows(sheet);
  const title = rows[0]?.[0];
  if (title === undefined || rows[0]!.length !== 1) return null;
  const columns = new Map([
    ...COLUMN_LOOKS,
    ...tablesOf(like).flatMap((table) => table.columns.map((column) => [column.head, column] as const)),
  ]);
  const origins = new Map(like.blocks.flatMap((block) => (block.kind === 'table' ? [] : [[block.text, block.origin]])));
  const blocks: BulletinBlock[] = [];
  const attachments: { title: string; table: BulletinTable }[] = [];
  let addressees = '';
  let copies = '';
  let next = 1;
  const line = (): string | null =>
    rows[next]?.length === 1 && rows[next]![0]!.at === 0 ? rows[next]![0]!.text : null;
  const table = (): BulletinTable | null => {
    const first = next;
    while ((rows[next]?.length ?? 0) > 1) next += 1;
    return next === first ? null : tableOf(rows.slice(first, next), columns);
  };
  if (ADDRESSED.test(line() ?? '')) {
    addressees = line()!.slice(0, -1);
    next += 1;
  }
  while (next < rows.length) {
    const text = line();
    if (text === null) {
      const found = table();
      if (found === null) return null;
      if (attachments.length > 0) return null;
      const like0 = like.blocks.find((block) => block.kind === 'table');
      blocks.push({ kind: 'table', ...found, origin: like0?.origin ?? NO_ORIGIN });
      continue;
    }
    next += 1;
    if (ATTACHMENT.test(text)) {
      const named = line();
      next += 1;
      const found = named === null ? null : table();
      if (named === null || found === null) return null;
      attachments.push({ title: named, table: found });
    } else if (text.startsWith(COPIES)) copies = text.slice(COPIES.length);
    else if (!text.startsWith(INDENT)) return null;
    else {
      const said = text.slice(INDENT.length);
      const origin = origins.get(said) ?? NO_ORIGIN;
      blocks.push({ kind: HEADING.test(said) ? 'heading1' : 'text', text: said, origin });
    }
  }
  return { title: title.text, addressees, blocks, attachments, copies };
}

/** Filled cells of each row that has any. */
function writtenRows(sheet: SheetSnapshot): readonly Written[] {
  const width = sheet.left + (sheet.values[0]?.length ?? 0);
  return sheet.values
    .map((_, offset) =>
      Array.from({ length: width }, (_cell, at) => ({ at, text: String(valueAt(sheet, sheet.top + offset, at)) })),
    )
    .map((row) => row.filter(({ text }) => text !== ''))
    .filter((row) => row.length > 0);
}

const tablesOf = ({ blocks, attachments }: BulletinText): readonly BulletinTable[] => [
  ...blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  ...attachments.map(({ table }) => table),
];

function tableOf([head, ...rows]: readonly Written[], looks: ReadonlyMap<string, Column>): BulletinTable {
  const columns = head!.map(({ text }): Column => looks.get(text) ?? { head: text, part: 4, align: 'center' });
  return {
    columns,
    rows: rows.map((row) =>
      head!.map(({ at, text }) => {
        const value = row.find((cell) => cell.at === at)?.text ?? '';
        // A share is kept as a number: 95 in the cell reads 95.0.
        return text.endsWith('（%）') && /^\d+(\.\d+)?$/.test(value) ? Number(value).toFixed(1) : value;
      }),
    ),
  };
}

/** A line of the bulletin as issued that is gone now, or one that is new. */
export interface BulletinDifference {
  readonly kind: 'was' | 'now';
  readonly text: string;
}

/** What a bulletin written anew would say otherwise, line by line, in its order. */
export function differencesOf(issued: BulletinText, now: BulletinText): readonly BulletinDifference[] {
  const [was, is] = [linesOf(issued), linesOf(now)];
  const missing = (from: readonly string[], other: readonly string[]): readonly string[] => {
    const left = new Map<string, number>();
    for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
    return from.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
  };
  return [
    ...missing(was, is).map((text): BulletinDifference => ({ kind: 'was', text })),
    ...missing(is, was).map((text): BulletinDifference => ({ kind: 'now', text })),
  ];
}

const linesOf = (text: BulletinText): readonly string[] => [
  text.title,
  text.addressees,
  ...text.blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block) : block.text.split('\n'))),
  ...(text.copies === '' ? [] : [`${COPIES}${text.copies}`]),
  ...text.attachments.flatMap(({ title, table }) => [title, ...rowsOf(table)]),
];

const rowsOf = ({ rows }: BulletinTable): readonly string[] => rows.map((row) => row.join(' · '));
