import { applyPlan, journalEntries } from '../../src/app/office/workbook';
import type { Plan } from '../../src/domain/plan';
import { numberingFindings } from '../../src/domain/notices/numbersOnRecord';
import type { SheetModel } from '../../src/host/xlsx';
import { reviewed } from '../app/reviewing';
import { chanceOf } from './chance';
import { CLERK_DEEDS, type ClerkDeed } from './clerks';
import type { Relay } from './interleaving';
import { keptBook, LEDGER } from './startBook';

/** How one interleaving went. */
export interface Interleaved {
  /** What is wrong; empty where nothing was lost. */
  readonly problems: readonly string[];
  readonly requests: number;
  readonly written: number;
  /** Times a deed was refused because the other had been there, and done anew. */
  readonly refused: number;
}

/** Times a clerk does it anew before she leaves it. */
const PATIENCE = 6;
const PROGRESS_COLUMN = 9;

let book: Uint8Array | null = null;

/** Two clerks each do these deeds, by index, while a third types into the ledger; the order of requests follows the seed. */
export async function interleaved(
  relay: Relay,
  deeds: readonly [readonly number[], readonly number[]],
  seed: number,
): Promise<Interleaved> {
  const shared = relay.open((book ??= keptBook()));
  const { workbook } = shared.session;
  const chance = chanceOf(seed);
  const problems: string[] = [];
  const done: { readonly deed: ClerkDeed; readonly mark: string }[] = [];
  const sum = { requests: 0, refused: 0 };
  const typed: string[] = [];

  const clerk = (name: string, at: string, indexes: readonly number[]) => async (): Promise<void> => {
    for (const [order, index] of indexes.entries()) {
      const deed = CLERK_DEEDS[index % CLERK_DEEDS.length]!;
      const mark = `${name}${order + 1}`;
      for (let go = 0; go < PATIENCE; go += 1) {
        const plan = await planned(deed, mark);
        if (typeof plan === 'string') {
          sum.refused += 1;
          if (!/[\u4e00-\u9fff].*。$/s.test(plan)) problems.push(`说法不是一句话：${plan}`);
          continue;
        }
        if (plan === null || plan.changes.length === 0) break;
        const result = await applyPlan(plan, { at, summary: `${deed.name}${mark}` });
        if (result.ok) {
          if (result.written) done.push({ deed, mark });
          break;
        }
        sum.refused += 1;
        if (!/[\u4e00-\u9fff].*。$/s.test(result.refusal.sentence))
          problems.push(`说法不是一句话：${result.refusal.sentence}`);
      }
    }
  };
  const types = (request: number): void => {
    sum.requests = request;
    if (chance() > 0.06) return;
    const ledger = workbook.sheets.find(({ name }) => name === LEDGER)!;
    const row = titled(ledger, '=管网改造');
    const word = `同事${typed.length + 1}`;
    const standing = ledger.value(row, PROGRESS_COLUMN);
    typed.push(word);
    const text = standing === null ? word : `${String(standing)}\n${word}`;
    shared.session.colleagueEdits(ledger.id, { top: row, left: PROGRESS_COLUMN, bottom: row, right: PROGRESS_COLUMN }, [
      [text],
    ]);
  };

  await shared.run(
    [clerk('甲', '2026-10-31 09:00', deeds[0]), clerk('乙', '2026-10-31 09:01', deeds[1])],
    chance,
    types,
  );

  for (const { deed, mark } of done) {
    if (deed.leaves === null) continue;
    const count = timesOn(
      workbook.sheets.find(({ name }) => name === deed.leaves)!,
      mark,
      deed.leaves,
    );
    if (count !== 1) problems.push(`${deed.name}写的“${mark}”在${deed.leaves}里有${count}处`);
  }
  const ledger = workbook.sheets.find(({ name }) => name === LEDGER)!;
  for (const title of ['道路修缮', '=管网改造', '河道清淤', '校舍加固', '绿道建设', '合计', '填表人：']) {
    if (titled(ledger, title) < 0) problems.push(`台账里“${title}”没有了`);
  }
  for (const word of typed) {
    if (timesOn(ledger, word, LEDGER) !== 1) problems.push(`同事打的“${word}”没有了`);
  }
  const total = ledger.formula(titled(ledger, '合计'), 15) ?? '';
  const last = titled(ledger, '合计');
  if (total.replace(/\$/g, '') !== `SUM(P3:P${last})`) problems.push(`合计的公式成了${total}，末行是${last}`);
  const after = await reviewed();
  for (const { code, facts } of numberingFindings(after.registers.notices ?? []))
    problems.push(`${code} ${JSON.stringify(facts)}`);
  const ids = after.matters.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) problems.push(`序号重复：${ids.join('、')}`);
  if ((await journalEntries()).some(({ state }) => state === 'pending')) problems.push('有没写完的记录');
  return { problems, requests: sum.requests, written: done.length, refused: sum.refused };
}

/** The plan over a new reading; the sentence where the other changed the sheets while they were read. */
async function planned(deed: ClerkDeed, mark: string): Promise<Plan | string | null> {
  try {
    return await deed.plan(await reviewed(), mark);
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('。')) return error.message;
    throw error;
  }
}

function titled(sheet: SheetModel, title: string): number {
  const area = sheet.usedArea(true);
  for (let row = 0; area !== null && row <= area.bottom; row += 1) {
    if (sheet.value(row, 1) === title || sheet.value(row, 0) === title) return row;
  }
  return -1;
}

/** Cells of a sheet that hold these words; a row of a register counts once. */
function timesOn(sheet: SheetModel | undefined, words: string, name: string): number {
  const area = sheet?.usedArea(true) ?? null;
  let count = 0;
  for (let row = 0; sheet !== undefined && area !== null && row <= area.bottom; row += 1) {
    let here = 0;
    for (let column = 0; column <= area.right; column += 1) {
      const value = sheet.value(row, column);
      if (typeof value === 'string' && value.split(/\n|日：/).includes(words)) here += 1;
    }
    count += name === LEDGER ? here : Math.min(here, 1);
  }
  return count;
}
