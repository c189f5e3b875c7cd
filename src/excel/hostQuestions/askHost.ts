import type { CivilDate } from '../../domain/calendar/civilDate';
import { toSerial } from '../../domain/calendar/serialDate';
import { talkToExcel, type HostResult } from '../run';
import { TEST_NAMESPACE, TEST_SETTING } from './keptWithFile';
import { refused, type HostQuestion, type HostTheme, type Scratch } from './question';

/** Scratch sheets are known by it: no one names a sheet so. */
export const SCRATCH = '~宿主自检~';
/** Rows of a question's block. */
const BLOCK = 30;

export interface HostAnswer {
  readonly theme: string;
  readonly question: HostQuestion;
  readonly got: string;
}

/** Where the clerk was, to be put back there. */
interface Before {
  readonly sheet: string;
  readonly address: string;
  readonly date1904: boolean;
}

/**
 * Asks every question on scratch sheets and clears them away again, whatever happens. `progress` is called before each
 * question and may throw: asking ends there, the clearing is done all the same. Refused where the host gives no
 * scratch sheet (protected or read-only workbook).
 */
export async function askHost(
  themes: readonly HostTheme[],
  today: CivilDate,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<HostResult<readonly HostAnswer[]>> {
  const cleared = await clearAway();
  if (!cleared.ok) return cleared;
  const begun = await talkToExcel(begin);
  if (!begun.ok) return begun;
  const answers: HostAnswer[] = [];
  const of = themes.reduce((sum, { questions }) => sum + questions.length, 0);
  try {
    for (const { name: theme, questions } of themes) {
      const sheet = `${SCRATCH}${theme.slice(0, 20)}`;
      const added = await addScratch(sheet);
      if (!added.ok) return added;
      for (const [index, question] of questions.entries()) {
        progress(answers.length, of);
        const got = await answerTo(question, sheet, index * BLOCK, begun.value, today);
        answers.push({ theme, question, got });
      }
      const removed = await clearAway();
      if (!removed.ok) return removed;
    }
    return { ok: true, value: answers };
  } finally {
    await clearAway();
    await putBack(begun.value);
  }
}

function addScratch(name: string): Promise<HostResult<void>> {
  return talkToExcel(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
}

async function begin(context: Excel.RequestContext): Promise<Before> {
  const { workbook } = context;
  const selected = workbook.getSelectedRanges().load('address');
  const sheet = workbook.worksheets.getActiveWorksheet().load('name');
  const probe = workbook.functions.date(2000, 1, 1).load('value');
  await context.sync();
  return { sheet: sheet.name, address: selected.address, date1904: probe.value === 35064 };
}

async function answerTo(
  question: HostQuestion,
  sheetName: string,
  top: number,
  { date1904 }: Before,
  today: CivilDate,
): Promise<string> {
  try {
    const asked = await talkToExcel((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      let others = 0;
      const scratch: Scratch = {
        context,
        sheet,
        cells: (row, column, rows = 1, columns = 1) => sheet.getRangeByIndexes(top + row, column, rows, columns),
        shown: (address) =>
          address.replace(/(?:'[^']*'|[^!,']*)!/g, '').replace(/\d+/g, (row) => String(Number(row) - top)),
        line: (row) => top + row + 1,
        another: () => context.workbook.worksheets.add(`${SCRATCH}${top / BLOCK + 1}-${(others += 1)}`),
        sheetName: (rest) => `${SCRATCH}${rest}`,
        date1904,
        today: toSerial(today, date1904) ?? 0,
      };
      return question.ask(scratch);
    });
    return asked.ok ? asked.value : refused(asked.refusal.code);
  } catch (error) {
    // One question that the host or the library chokes on must not end the rest: it is in the report.
    return `出错 ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Takes away everything the self-test makes, also what an earlier one cut off has left. */
async function clearAway(): Promise<HostResult<void>> {
  const cleared = await clearOnce();
  // A broken connection may come back: what is left in the clerk's workbook is worth a second try.
  return cleared.ok ? cleared : clearOnce();
}

function clearOnce(): Promise<HostResult<void>> {
  return talkToExcel(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load('items/name,items/visibility');
    const parts = workbook.customXmlParts.getByNamespace(TEST_NAMESPACE).load('items/id');
    const setting = workbook.settings.getItemOrNullObject(TEST_SETTING);
    await context.sync();
    for (const sheet of sheets.items.filter(({ name }) => name.startsWith(SCRATCH))) {
      // A sheet that is hidden for good cannot be deleted (Worksheet.delete).
      if (sheet.visibility !== Excel.SheetVisibility.visible) sheet.visibility = Excel.SheetVisibility.visible;
      sheet.delete();
    }
    for (const part of parts.items) part.delete();
    setting.delete();
    await context.sync();
  });
}

/** Back to the sheet and cells that were selected; not possible where another workbook has the focus, and then left. */
async function putBack({ sheet, address }: Before): Promise<void> {
  await talkToExcel(async (context) => {
    const own = context.workbook.worksheets.getItem(sheet);
    own.activate();
    own.getRange((address.split(',')[0] ?? 'A1').split('!').at(-1)!).select();
    await context.sync();
  });
}
