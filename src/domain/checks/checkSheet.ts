import type { CivilDate } from '../calendar/civilDate';
import { cellAddress, columnLetters, type CellRef } from '../cell';
import type { Finding, FindingLevel } from '../finding';
import { FINDING_KINDS } from '../findingKinds';
import { findingSentence } from '../findingSentence';
import type { SheetCell, SheetContent } from '../plan';
import { atOnce, forEach, type InPortions } from '../portions';
import { rowHeights } from '../scoring/sheetWords';
import { chineseDate } from '../scoring/wording';

export const CHECK_COLUMNS = ['序号', '级别', '工作表', '位置', '事项编号', '说明'] as const;
const WIDTHS = [6, 7, 18, 12, 14, 78] as const;

export const LEVEL_WORDS: Readonly<Record<FindingLevel, string>> = { error: '错误', warning: '提醒', info: '说明' };
const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** Each row carries a link; the request that writes them must stay under Excel's 5 MB. */
export const MOST_ROWS = 2000;

export const checkSheetName = (asOf: CivilDate): string => `台账核对 ${asOf}`;

export interface CheckSheetRequest {
  /** By sheet, row and column. */
  readonly findings: readonly Finding[];
  /** Number of a matter by its key. */
  readonly idOf: (matter: string) => string | null;
  readonly asOf: CivilDate;
}

/** 台账核对: findings by level and kind, each with its place as a link. Printed on A4 across. */
export const checkSheet = (request: CheckSheetRequest): SheetContent => atOnce(checkSheetInPortions(request));

export function* checkSheetInPortions({ findings, idOf, asOf }: CheckSheetRequest): InPortions<SheetContent> {
  const last = CHECK_COLUMNS.length - 1;
  const rows: (readonly SheetCell[])[] = [
    [{ value: '台账核对', bold: true, align: 'center' }],
    [{ value: summary(findings, asOf) }],
    CHECK_COLUMNS.map((name) => ({ value: name, bold: true, align: 'center' as const, fill: '#D9E2F3' })),
  ];
  const headings: number[] = [];
  let number = 0;
  for (const group of yield* groupsOf(findings)) {
    if (number >= MOST_ROWS) break;
    headings.push(rows.length);
    rows.push([{ value: `${FINDING_KINDS[group[0]!.code]}（${group.length}处）`, bold: true, fill: '#F2F2F2' }]);
    yield* forEach(group.slice(0, MOST_ROWS - number), (finding) => {
      number += 1;
      rows.push(rowOf(finding, number, idOf));
    });
  }
  const left = findings.length - number;
  if (left > 0) {
    headings.push(rows.length);
    rows.push([{ value: `另有${left}处没有列出，改完以上各处后请再核对一次。` }]);
  }
  return {
    rows,
    columnWidths: WIDTHS,
    rowHeights: rowHeights(rows, WIDTHS),
    titleRows: [0, 2],
    frozenRows: 3,
    landscape: true,
    merges: [0, 1, ...headings].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    borders: { top: 2, left: 0, bottom: rows.length - 1, right: last },
  };
}

function summary(findings: readonly Finding[], asOf: CivilDate): string {
  const date = chineseDate(asOf);
  if (findings.length === 0) return `统计日期：${date}；没有发现问题`;
  const counts = LEVELS.map(
    (level) => `${LEVEL_WORDS[level]}${findings.filter((finding) => finding.level === level).length}处`,
  );
  return `统计日期：${date}；共${findings.length}处：${counts.join('，')}`;
}

/** By level, then by kind in the order of the catalogue; places inside a kind keep their order. */
function* groupsOf(findings: readonly Finding[]): InPortions<readonly (readonly Finding[])[]> {
  const kinds = Object.keys(FINDING_KINDS);
  const groups = new Map<string, Finding[]>();
  yield* forEach(findings, (finding) => {
    const key = `${LEVELS.indexOf(finding.level)} ${String(kinds.indexOf(finding.code)).padStart(3, '0')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function rowOf(finding: Finding, number: number, idOf: CheckSheetRequest['idOf']): readonly SheetCell[] {
  const { cell, level, matter } = finding;
  const sentence = findingSentence(finding);
  return [
    { value: number, align: 'center' },
    { value: LEVEL_WORDS[level], align: 'center' },
    { value: cell.sheet, wrap: true },
    { value: `第${cell.row + 1}行${columnLetters(cell.column)}列`, link: linkTo(cell) },
    { value: matter === undefined ? '' : (idOf(matter) ?? ''), align: 'center' },
    // The sentence begins with its place, which has a column of its own here.
    { value: sentence.slice(sentence.indexOf('：') + 1), wrap: true },
  ];
}

/** `'督查台账'!H9`. */
const linkTo = ({ sheet, row, column }: CellRef): string =>
  `'${sheet.replaceAll("'", "''")}'!${cellAddress(row, column)}`;
