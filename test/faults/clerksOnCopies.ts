import { draftLetters, planIssue } from '../../src/app/letters/issueNotices';
import { issueLetters, type Issued } from '../../src/app/letters/issueLetters';
import { lettersGone } from '../../src/app/letters/lettersGone';
import { lettersOnRecord } from '../../src/app/letters/lettersOnRecord';
import { planTurn } from '../../src/app/letters/noticeLife';
import { applyPlan } from '../../src/app/office/workbook';
import type { Notice } from '../../src/domain/notices/notice';
import { numberingFindings } from '../../src/domain/notices/numbersOnRecord';
import { NOTICE_FORMS } from '../../src/domain/registers/registers';
import type { SheetModel } from '../../src/host/xlsx';
import { office } from '../domain/notices/builders';
import { requestOn } from '../app/desk';
import { AS_OF, reviewed } from '../app/reviewing';
import { chanceOf } from './chance';
import type { CopiesBench, MergedCopies } from './mergedCopies';
import { bareBook, keptBook, LEDGER } from './startBook';

/** What clerks do on copies of their own. The number tells which of the letters that are due. */
export type CopyDeed = { readonly kind: 'send' | 'draft' | 'sendDraft' | 'sign'; readonly letter: number };

export interface OnCopies {
  readonly problems: readonly string[];
  readonly requests: number;
  /** Letters handed over. */
  readonly letters: number;
  /** Letters whose number was drawn anew because a co-author had it. */
  readonly redrawn: number;
  readonly refused: number;
  /** Where waiting was too short: numbers two letters share, how many of them the check finds, letters without a row. */
  readonly tooShort: { readonly shared: number; readonly found: number; readonly unrecorded: number };
}

interface Handed {
  readonly by: string;
  readonly notice: Notice;
}

const SENTENCE = /[\u4e00-\u9fff].*。$/s;
const PROGRESS_COLUMN = 9;
let books: readonly [Uint8Array, Uint8Array] | null = null;

/**
 * Two clerks on copies of one file that come together at moments drawn by the seed, each typing into the ledger too.
 * `synced`: whether waiting is long enough for what was written to reach the other.
 */
export async function onCopies(
  bench: CopiesBench,
  deeds: readonly [readonly CopyDeed[], readonly CopyDeed[]],
  seed: number,
  synced = true,
): Promise<OnCopies> {
  const chance = chanceOf(seed);
  books ??= [bareBook(), keptBook()];
  const copies = bench.open(books[chance() < 0.3 ? 0 : 1], { partsMerge: chance() < 0.5 });
  const often = chance() * 0.5;
  const problems: string[] = [];
  const handed: Handed[] = [];
  const sum = { redrawn: 0, refused: 0 };
  const typed: string[] = [];

  const refused = (sentence: string): void => {
    sum.refused += 1;
    if (!SENTENCE.test(sentence)) problems.push(`说法不是一句话：${sentence}`);
  };
  const clerk = (copy: 0 | 1) => async (): Promise<void> => {
    const by = copy === 0 ? '甲' : '乙';
    for (const deed of deeds[copy]) {
      try {
        await does(deed, copy, by);
      } catch (error) {
        if (error instanceof Error && error.message.endsWith('。')) refused(error.message);
        else throw error;
      }
    }
  };
  const does = async ({ kind, letter }: CopyDeed, copy: 0 | 1, by: string): Promise<void> => {
    const of = await reviewed();
    const occasion = { at: `2026-10-31 09:0${copy}`, summary: kind };
    const own = { ...office, handler: by };
    if (kind === 'sign' || kind === 'sendDraft') {
      const fitting = lettersOnRecord(of).filter(({ status, signedOn }) =>
        kind === 'sign' ? status === 'sent' && signedOn === null : status === 'draft',
      );
      const chosen = fitting.slice(letter % Math.max(1, fitting.length)).slice(0, 1);
      const { plan } = planTurn(of, chosen, kind === 'sign' ? { kind, on: AS_OF } : { kind: 'send', on: AS_OF }, own);
      if (plan.changes.length === 0) return;
      const result = await applyPlan(plan, occasion);
      if (!result.ok) refused(result.refusal.sentence);
      return;
    }
    const request = requestOn(AS_OF, { status: kind === 'draft' ? 'draft' : 'sent', office: own });
    const drafted = draftLetters(of, request).notices;
    if (drafted.length === 0) return;
    const chosen = drafted.slice(letter % drafted.length).slice(0, 1 + (letter % 2));
    // As the preview numbers them: those chosen follow one another.
    const first = draftLetters(of, {
      ...request,
      matters: new Set(chosen.map(({ matters }) => matters[0]!.key)),
    }).notices;
    const issued: Issued = await issueLetters(
      {
        of,
        notices: first,
        plan: planIssue(of, first, own),
        office: own,
        readAnew: () => reviewed(),
        redraft: (again) => draftLetters(again, request).notices,
        planOf: async (again, notices) => planIssue(again, notices, own),
        make: async () => true,
      },
      {
        occasion,
        token: Math.floor(chance() * 36 ** 6)
          .toString(36)
          .padStart(6, '0'),
        wait: async () => {
          await copies.wait(copy, synced);
          return chance() > 0.02;
        },
      },
    );
    if (issued.kind === 'refused') return refused(issued.refusal.sentence);
    if (issued.kind === 'stopped') return;
    for (const [index, notice] of issued.notices.entries()) {
      handed.push({ by, notice });
      if (notice.number !== first[index]!.number) sum.redrawn += 1;
    }
  };
  const between = (): void => {
    if (chance() < often) copies.merge(chance() < 0.5 ? 0 : 1);
    if (chance() < 0.06) typed.push(types(copies, chance() < 0.5 ? 0 : 1, typed.length));
  };

  const requests = await copies.run([clerk(0), clerk(1)], chance, between);

  const store = copies.together();
  const sheet = (name: string): SheetModel | undefined => store.sheets.find((each) => each.name === name);
  const after = await copies.as(0, () => reviewed());
  const shared = sharedNumbers(handed);
  const found = numberingFindings(after.registers.notices ?? []).filter(
    ({ code }) => code === 'notice-number-duplicate',
  );
  const rows = handed.map(({ notice }) => rowsOf(sheet('文书登记簿'), notice));
  const missed = new Set(
    lettersGone(
      after,
      handed.map(({ notice }) => notice),
    ),
  );
  for (const [index, { by, notice }] of handed.entries())
    if (rows[index] === 0 && !missed.has(notice))
      problems.push(`${by}的${NOTICE_FORMS[notice.form]}${notice.number}不在登记簿里，也没有说出来`);
  if (synced) {
    for (const number of shared) problems.push(`两份发出的文书同号：${number}`);
    for (const { facts } of found) problems.push(`登记簿编号重复：${JSON.stringify(facts)}`);
    for (const [index, { by, notice }] of handed.entries())
      if (rows[index] !== 1)
        problems.push(`${by}的${NOTICE_FORMS[notice.form]}${notice.number}在登记簿里有${rows[index]}行`);
  }
  for (const cell of synced ? cellsOf(sheet('文书登记簿')) : []) {
    if (cell.includes('占号')) problems.push(`登记簿里还有“${cell}”`);
  }
  const ledger = cellsOf(sheet(LEDGER)).join('\n').split('\n');
  for (const word of typed) {
    if (ledger.filter((cell) => cell === word).length !== 1) problems.push(`打的“${word}”没有了`);
  }
  return {
    problems,
    requests,
    letters: handed.length,
    redrawn: sum.redrawn,
    refused: sum.refused,
    tooShort: synced
      ? { shared: 0, found: 0, unrecorded: 0 }
      : { shared: shared.length, found: found.length, unrecorded: rows.filter((count) => count === 0).length },
  };
}

/** Each clerk types into a cell of her own, as merging would lose one of two in the same cell. */
function types(copies: MergedCopies, copy: 0 | 1, count: number): string {
  const session = copies.sessions[copy];
  const ledger = session.workbook.sheets.find(({ name }) => name === LEDGER)!;
  const row = copy === 0 ? 3 : 4;
  const word = `打字${count + 1}`;
  const standing = ledger.value(row, PROGRESS_COLUMN);
  const area = { top: row, left: PROGRESS_COLUMN, bottom: row, right: PROGRESS_COLUMN };
  session.userEdits(ledger.id, area, [[standing === null ? word : `${String(standing)}\n${word}`]]);
  return word;
}

function sharedNumbers(handed: readonly Handed[]): readonly string[] {
  const seen = new Set<string>();
  return handed.flatMap(({ notice: { form, number } }) => {
    const key = `${NOTICE_FORMS[form]}${number}`;
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}

function cellsOf(sheet: SheetModel | undefined): readonly string[] {
  const area = sheet?.usedArea(true) ?? null;
  const cells: string[] = [];
  for (let row = 0; sheet !== undefined && area !== null && row <= area.bottom; row += 1)
    for (let column = 0; column <= area.right; column += 1) {
      const value = sheet.value(row, column);
      if (value !== null) cells.push(String(value));
    }
  return cells;
}

/** Rows that record this letter and no other. */
function rowsOf(sheet: SheetModel | undefined, { form, number, unit, matters }: Notice): number {
  const area = sheet?.usedArea(true) ?? null;
  let count = 0;
  for (let row = 1; sheet !== undefined && area !== null && row <= area.bottom; row += 1) {
    const cells = Array.from({ length: area.right + 1 }, (_, column) => String(sheet.value(row, column) ?? ''));
    if ([NOTICE_FORMS[form], number, unit, ...matters.map(({ title }) => title)].every((text) => cells.includes(text)))
      count += 1;
  }
  return count;
}
