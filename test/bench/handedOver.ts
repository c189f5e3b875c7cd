import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { lookOver } from '../../src/app/reading/connectLedger';
import { ruleSetFor } from '../../src/app/reading/chosenRules';
import { readForReview, type Reading } from '../../src/app/reading/readForReview';
import type { ReviewRequest } from '../../src/app/reading/review';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { CellValue } from '../../src/domain/cell';
import type { LedgerConnection } from '../../src/domain/ledger/connection';
import { DEFAULT_SETTINGS } from '../../src/domain/ruleSet';
import { deskOver } from '../hostDesk';
import { largeLedger } from './largeLedger';

export const AS_OF = '2026-10-31' as CivilDate;

/** What the host handed over for a review: the cells as JSON text, and the little beside them. */
export interface HandedOver {
  readonly json: string;
  readonly connections: readonly LedgerConnection[];
  /** A reading without its cells. */
  readonly frame: Reading;
}

/** Reads a ledger of that size through office.js and keeps what came, for processes that only compute. */
export async function keepHandedOver(size: number, folder: string): Promise<void> {
  const desk = deskOver(largeLedger(size), '台账.xlsx');
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  desk.close();
  const { sheets } = read.value.snapshot;
  const bare = sheets.map((sheet) => ({ ...sheet, values: [] }));
  const frame = { ...read.value, snapshot: { ...read.value.snapshot, sheets: bare } };
  writeFileSync(join(folder, `${size}.json`), JSON.stringify(sheets.map(({ values }) => values)));
  writeFileSync(join(folder, `${size}.frame`), serialize({ connections, frame }));
}

export function handedOver(size: number, folder: string): HandedOver {
  const kept = deserialize(readFileSync(join(folder, `${size}.frame`))) as Omit<HandedOver, 'json'>;
  return { ...kept, json: readFileSync(join(folder, `${size}.json`), 'utf8') };
}

export const parsed = (json: string): CellValue[][][] => JSON.parse(json) as CellValue[][][];

export function readingOf({ frame }: HandedOver, values: readonly CellValue[][][]): Reading {
  const sheets = frame.snapshot.sheets.map((sheet, index) => ({ ...sheet, values: values[index]! }));
  return { ...frame, snapshot: { ...frame.snapshot, sheets } };
}

export const requestOf = ({ connections }: HandedOver): ReviewRequest => ({
  connections,
  doubts: new Map(),
  asOf: AS_OF,
  today: AS_OF,
  ruleSet: ruleSetFor('dengzhou-2018'),
  settings: DEFAULT_SETTINGS,
});
