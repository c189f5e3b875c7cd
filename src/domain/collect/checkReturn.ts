import { readDate } from '../calendar/readDate';
import type { CivilDate } from '../calendar/civilDate';
import { cellText } from '../cellText';
import type { ProceedingKind } from '../registers/registers';
import { columnLetters } from '../cell';
import {
  checkCode,
  INPUT_COLUMNS,
  plain,
  SENT_COLUMNS,
  titleLine,
  type FillIn,
  type ReturnedFillIn,
  type ReturnedRow,
} from './fillIn';

export type ReturnProblemCode =
  | 'notOpened'
  | 'macros'
  | 'notFillIn'
  | 'otherLedger'
  | 'otherMonth'
  | 'notAsked'
  | 'unitChanged'
  | 'twoFiles'
  | 'cellsChanged'
  | 'rowsAdded'
  | 'rowsMissing'
  | 'rowsRepeated'
  | 'contentAdded'
  | 'reportedAlready'
  | 'formula'
  | 'dateUnreadable'
  | 'reasonMissing'
  | 'unknownWord'
  | 'alreadyMerged'
  | 'notTaken'
  | 'nothingFilled';

/** `stop`: nothing of the file is taken. `ask`: taken only after the clerk has seen it and agrees. `say`: that cell is not. */
export interface ReturnProblem {
  readonly code: ReturnProblemCode;
  readonly weight: 'stop' | 'ask' | 'say';
  readonly sentence: string;
}

/** A line for 办理登记 from one row. */
export interface ReturnedEntry {
  readonly mark: string;
  readonly kind: Extract<ProceedingKind, 'progress' | 'explanation' | 'extension' | 'closingReport'>;
  readonly content: string;
  readonly newDeadline: CivilDate | null;
}

export interface CheckedReturn {
  readonly problems: readonly ReturnProblem[];
  readonly entries: readonly ReturnedEntry[];
}

/**
 * What a returned file says, compared with what was sent: from its own part where the file still has it, else by the
 * code in its identity line and `asked`, what would be sent today.
 */
export function checkReturn(
  file: ReturnedFillIn,
  asked: { readonly ledger: string; readonly month: string; readonly fillIns: ReadonlyMap<string, FillIn> },
  asOf: CivilDate,
): CheckedReturn {
  const stop = stopping(file, asked);
  if (stop !== null) return { problems: [stop], entries: [] };
  const sent = file.sent ?? asked.fillIns.get(file.unit)!;
  const compared = compare(file, sent);
  const known = new Set(sent.rows.map(({ mark }) => mark));
  const taken = file.rows.filter(
    ({ mark }, index) => known.has(mark) && file.rows.findIndex((row) => row.mark === mark) === index,
  );
  const read = taken.map((row) => readInputs(row, file, asOf));
  const entries = read.flatMap((each) => each.entries);
  const problems = [...compared, ...read.flatMap((each) => each.problems)];
  if (entries.length === 0) {
    problems.push({ code: 'nothingFilled', weight: 'say', sentence: '黄色的各列都没有填，按没有报送算。' });
  }
  return { problems, entries };
}

function stopping(
  { unit, month, ledger, sent }: ReturnedFillIn,
  asked: Parameters<typeof checkReturn>[1],
): ReturnProblem | null {
  const stop = (code: ReturnProblemCode, sentence: string): ReturnProblem => ({ code, weight: 'stop', sentence });
  if (ledger !== asked.ledger || (sent !== null && sent.ledger !== asked.ledger)) {
    return stop('otherLedger', `这是为“${ledger}”发的填报表，不是本台账的，没有读入。`);
  }
  if (sent !== null && sent.unit !== unit) {
    return stop('unitChanged', `这份表是发给${sent.unit}的，表头却写着${unit}，没有读入，请核对是哪个单位报的。`);
  }
  if (month !== asked.month || (sent !== null && sent.month !== asked.month)) {
    const other = sent !== null && sent.month !== asked.month ? sent.month : month;
    return stop('otherMonth', `这是${other}的填报表，现在收的是${asked.month}，没有读入，请让单位报本月的。`);
  }
  if (!asked.fillIns.has(unit)) {
    return stop('notAsked', `${unit}没有要填报的事项，没有读入，请核对单位。`);
  }
  return null;
}

const MOST_NAMED = 5;

function compare(file: ReturnedFillIn, sent: FillIn): readonly ReturnProblem[] {
  const problems: ReturnProblem[] = [];
  const ask = (code: ReturnProblemCode, sentence: string): number => problems.push({ code, weight: 'ask', sentence });
  const named = (items: readonly string[]): string =>
    items.length > MOST_NAMED ? `${items.slice(0, MOST_NAMED).join('；')}等${items.length}处` : items.join('；');
  const byMark = new Map(sent.rows.map((row) => [row.mark, row]));
  const filled = file.rows.filter(isFilled);
  const added = filled.filter(({ mark }) => !byMark.has(mark));
  if (added.length > 0) {
    const rows = added.map(({ row }) => `第${row + 1}行`).join('、');
    ask('rowsAdded', `${rows}是发出以后另加的，不会读入；要立为督查事项请另行登记。`);
  }
  const marks = filled.map(({ mark }) => mark).filter((mark) => byMark.has(mark));
  const repeated = [...new Set(marks.filter((mark, index) => marks.indexOf(mark) !== index))];
  if (repeated.length > 0) ask('rowsRepeated', `有${repeated.length}件事项在表里重复出现，只读第一行。`);
  const missing = sent.rows.filter(({ mark }) => !marks.includes(mark));
  if (missing.length > 0) {
    ask(
      'rowsMissing',
      `缺少发出的${missing.length}行：${named(missing.map(({ cells }) => cells[1] || cells[2] || ''))}。`,
    );
  }
  const changed = filled.flatMap((row) => {
    const before = byMark.get(row.mark);
    if (before === undefined) return [];
    return SENT_COLUMNS.flatMap((name, column) => {
      const [was, is] = [plain(before.cells[column] ?? ''), plain(row.cells[column] ?? '')];
      return was === is ? [] : [`${columnLetters(column)}${row.row + 1}（${name}）原为“${was}”，现为“${is}”`];
    });
  });
  // Without its part, a ledger that moved on since differs as well: the code tells whether the unit changed anything.
  const untouched = checkCode({ ...file, rows: file.rows.filter(isFilled) }) === file.code;
  if (changed.length > 0 && !(file.sent === null && untouched)) {
    ask('cellsChanged', `不该改的地方有改动：${named(changed)}。台账仍以原来的为准。`);
  } else if (changed.length === 0 && !untouched && problems.length === 0) {
    ask('cellsChanged', `${titleLine(file)}的校验码对不上，表头或内容有改动，请核对。`);
  }
  if (file.elsewhere.length > 0) {
    ask('contentAdded', `${named(file.elsewhere)}里有发出以后另加的内容，不会读入，请看过再定。`);
  }
  return problems;
}

const isFilled = ({ mark, cells, inputs }: ReturnedRow): boolean =>
  mark !== '' || cells.some((text) => text !== '') || INPUT_COLUMNS.some((name) => cellText(inputs[name]) !== '');

const DONE = /^(?:已?完成|已?办结|是)$/;
const NOT_DONE = /^(?:推进中|办理中|未完成|正在办理|否)?$/;

function readInputs(row: ReturnedRow, file: ReturnedFillIn, asOf: CivilDate): CheckedReturn {
  const problems: ReturnProblem[] = [];
  const entries: ReturnedEntry[] = [];
  const say = (code: ReturnProblemCode, sentence: string): number =>
    problems.push({ code, weight: 'say', sentence: `第${row.row + 1}行：${sentence}` });
  const text = (name: (typeof INPUT_COLUMNS)[number]): string =>
    row.formulas.includes(name) ? '' : plain(cellText(row.inputs[name]));
  for (const name of row.formulas) say('formula', `${name}是公式，没有读入，请改成文字。`);
  const [progress, completion, explanation] = [text('进展'), text('完成情况'), text('说明')];
  const enter = (kind: ReturnedEntry['kind'], content: string, newDeadline: CivilDate | null = null): number =>
    entries.push({ mark: row.mark, kind, content, newDeadline });
  if (progress !== '') enter('progress', progress);
  if (DONE.test(completion)) enter('closingReport', explanation || progress || '单位报称已完成');
  else if (!NOT_DONE.test(completion))
    say('unknownWord', `完成情况“${completion}”看不懂，没有读入，请填推进中或已完成。`);
  const wanted = text('延期申请');
  if (wanted === '') {
    if (explanation !== '' && !DONE.test(completion)) enter('explanation', explanation);
    return { problems, entries };
  }
  const reading = readDate(
    row.inputs['延期申请'],
    typeof row.inputs['延期申请'] === 'number' ? 'yyyy-m-d' : 'General',
    {
      assignedOn: asOf,
      titleYear: null,
      asOf,
      date1904: file.date1904,
      bareNumberIsDays: null,
    },
  );
  if (reading.kind !== 'date')
    say('dateUnreadable', `延期申请“${wanted}”读不成日期，没有读入，请写成2026年11月30日的样子。`);
  else if (explanation === '') say('reasonMissing', '申请延期没有写明理由（说明），没有读入。');
  else enter('extension', explanation, reading.date);
  if (explanation !== '' && reading.kind !== 'date') enter('explanation', explanation);
  return { problems, entries };
}
