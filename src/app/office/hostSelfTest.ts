import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Plan, SheetCell, SheetContent } from '../../domain/plan';
import { hostFacts, type HostFacts } from '../../excel/hostFacts';
import { askHost, type HostAnswer } from '../../excel/hostQuestions/askHost';
import { sourceText } from '../../excel/hostQuestions/source';
import { HOST_THEMES } from '../../excel/hostQuestions/themes';
import type { HostResult } from '../../excel/run';
import type { Survey } from '../../excel/survey';
import { freeName } from './daySheet';

/** `noted`: the documentation does not say, the answer is only noted down. */
export type HostVerdict = 'same' | 'different' | 'noted';

export interface HostReportLine {
  readonly theme: string;
  readonly id: string;
  readonly name: string;
  readonly expected: string | null;
  readonly got: string;
  readonly verdict: HostVerdict;
  readonly source: string;
}

/** What a host answered, as it is kept: the first office with an Excel sends it back. */
export interface HostReport {
  readonly format: 'duchataizhang-host-self-test/1';
  /** Local time, `2026-10-31 09:12`. */
  readonly at: string;
  readonly host: HostFacts;
  readonly counts: Readonly<Record<HostVerdict, number>>;
  readonly lines: readonly HostReportLine[];
}

export const VERDICT_NAMES: Readonly<Record<HostVerdict, string>> = {
  same: '一致',
  different: '不一致',
  noted: '只记录',
};

/** How many questions there are. */
export const QUESTION_COUNT = HOST_THEMES.reduce((sum, { questions }) => sum + questions.length, 0);

/** Longest answer kept: some are whole cells. */
const LONGEST = 200;

/**
 * Asks the host it runs in, on scratch sheets that are cleared away again. `progress` is called before each question;
 * what it throws ends the asking, and the clearing is done all the same.
 */
export async function runHostSelfTest(
  occasion: { readonly today: CivilDate; readonly at: string },
  progress?: (done: number, of: number) => void,
): Promise<HostResult<HostReport>> {
  const asked = await askHost(HOST_THEMES, occasion.today, progress);
  return asked.ok ? { ok: true, value: reportOf(asked.value, hostFacts(), occasion.at) } : asked;
}

export function reportOf(answers: readonly HostAnswer[], host: HostFacts, at: string): HostReport {
  const lines = answers.map(({ theme, question: { id, name, expected, source, agrees }, got }): HostReportLine => {
    const same = agrees === undefined ? got === expected : agrees(got);
    const verdict = expected === null ? 'noted' : same ? 'same' : 'different';
    return { theme, id, name, expected, got: got.slice(0, LONGEST), verdict, source: sourceText(source) };
  });
  const count = (verdict: HostVerdict): number => lines.filter((line) => line.verdict === verdict).length;
  return {
    format: 'duchataizhang-host-self-test/1',
    at,
    host,
    counts: { same: count('same'), different: count('different'), noted: count('noted') },
    lines,
  };
}

/** The report as a file. */
export function hostReportFile(report: HostReport): { readonly name: string; readonly bytes: Uint8Array } {
  const day = report.at.slice(0, 10);
  return { name: `宿主自检_${day}.json`, bytes: new TextEncoder().encode(hostReportText(report)) };
}

export const hostReportText = (report: HostReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** What the host is, in one line. */
export function hostLine({ platform, version, embedded, language, sets }: HostFacts): string {
  const newest = sets.filter(({ name, supported }) => supported && name.startsWith('ExcelApi ')).at(-1)?.name;
  const who = embedded ? '内嵌宿主（不是 Excel）' : `Excel ${version}`;
  return [who, `平台 ${platform}`, `界面语言 ${language}`, newest ?? 'ExcelApi 版本不明'].join('，');
}

const SHEET = '宿主自检';
const HEADS = ['序号', '类别', '问题', '应答', '实得', '结果', '依据'];
const WIDTHS = [6, 18, 40, 28, 28, 8, 44];
const TITLE_ROWS = 3;

/** The plan that writes the report as a sheet of its own. */
export function planHostReport(survey: Survey, report: HostReport): { readonly plan: Plan; readonly sheet: string } {
  const names = survey.sheets.map(({ head }) => head.name);
  const day = `${SHEET} ${report.at.slice(0, 10)}`;
  const sheet = names.includes(day) ? freeName(day, names) : day;
  const plan: Plan = {
    action: 'selfTest',
    asOf: null,
    expectations: [],
    changes: [{ kind: 'addSheet', name: sheet, content: reportSheet(report) }],
  };
  return { plan, sheet };
}

function reportSheet({ at, host, counts, lines }: HostReport): SheetContent {
  const text = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({
    value,
    numberFormat: '@',
    wrap: true,
    ...more,
  });
  const blank = HEADS.map((): SheetCell => ({ value: '' }));
  const alone = (cell: SheetCell): readonly SheetCell[] => [cell, ...blank.slice(1)];
  const said = `共 ${lines.length} 问：一致 ${counts.same}，不一致 ${counts.different}，只记录 ${counts.noted}`;
  return {
    rows: [
      alone({ value: '宿主自检', bold: true, fontSize: 16, align: 'center' }),
      alone({ value: `${at}；${hostLine(host)}；${said}` }),
      HEADS.map((value): SheetCell => ({ value, bold: true, fill: '#D9E1F2', align: 'center' })),
      ...lines.map(({ theme, name, expected, got, verdict, source }, index): readonly SheetCell[] => [
        { value: index + 1, align: 'center' },
        text(theme),
        text(name),
        text(expected ?? '文档未写'),
        text(got),
        text(VERDICT_NAMES[verdict], {
          align: 'center',
          ...(verdict === 'different' ? { bold: true, fill: '#FFC7CE', color: '#9C0006' } : {}),
        }),
        text(source),
      ]),
    ],
    columnWidths: WIDTHS,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: HEADS.length - 1 })),
    frozenRows: TITLE_ROWS,
    titleRows: [TITLE_ROWS - 1, TITLE_ROWS - 1],
    landscape: true,
    borders: { top: TITLE_ROWS - 1, left: 0, bottom: TITLE_ROWS - 1 + lines.length, right: HEADS.length - 1 },
  };
}
