import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  QUESTION_COUNT,
  hostLine,
  hostReportFile,
  planHostReport,
  runHostSelfTest,
  type HostReport,
} from '../../../src/app/office/hostSelfTest';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { lookOver } from '../../../src/app/reading/connectLedger';
import { parseCivilDate, type CivilDate } from '../../../src/domain/calendar/civilDate';
import {
  ARTICLES,
  NO_DOCUMENT,
  SOURCE_NAMES,
  sourceText,
  type SourceKind,
} from '../../../src/excel/hostQuestions/source';
import type { HostQuestion } from '../../../src/excel/hostQuestions/question';
import { HOST_THEMES } from '../../../src/excel/hostQuestions/themes';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { KNOWN_DIFFERENCES } from './knownHostDifferences';

const OCCASION = { today: parseCivilDate('2026-10-31') as CivilDate, at: '2026-10-31 09:00' };

let desk: HostDesk;
afterEach(() => desk.close());

/** Everything the self-test may touch: content, looks of the book around it, and what Excel keeps beside it. */
const standing = ({ workbook, session }: HostDesk): unknown => ({
  content: contentOf(workbook),
  sheets: workbook.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.charts().length, sheet.pageSetup()]),
  parts: workbook.customXmlParts().map((part) => part.xml),
  names: workbook.names().map(({ name }) => name),
  settings: [...session.document.settings.keys()],
  active: session.document.activeSheet.name,
});

async function selfTest(progress?: (done: number, of: number) => void): Promise<HostReport> {
  const tested = await runHostSelfTest(OCCASION, progress);
  if (!tested.ok) throw new Error(tested.refusal.sentence);
  return tested.value;
}

describe('宿主自检', () => {
  test('内嵌宿主与文档不一致之处，正好是已知的那些', async () => {
    desk = openSample('bureau');
    const { lines } = await selfTest();
    const different = lines.filter(({ verdict }) => verdict === 'different').map(({ id, got }) => [id, got]);
    expect(Object.fromEntries(different)).toEqual(
      Object.fromEntries(Object.entries(KNOWN_DIFFERENCES).map(([id, { got }]) => [id, got])),
    );
    expect(lines.filter(({ got }) => got.startsWith('出错'))).toEqual([]);
    expect(lines).toHaveLength(QUESTION_COUNT);
  });

  test('自检之后工作簿与之前一样：内容、名称、设置、随文件保存的部分、所在的表', async () => {
    desk = openSample('district');
    const before = standing(desk);
    await selfTest();
    expect(standing(desk)).toEqual(before);
  });

  test('中途停止，临时的东西也都去掉', async () => {
    desk = openSample('bureau');
    const before = standing(desk);
    const stop = new Error('停止');
    await expect(
      selfTest((done) => {
        if (done === 150) throw stop;
      }),
    ).rejects.toBe(stop);
    expect(standing(desk)).toEqual(before);
  });

  test('某一次请求断开，其余照问，临时的东西都去掉', async () => {
    desk = openSample('bureau');
    const before = standing(desk);
    desk.failNext((ordinal) =>
      ordinal % 40 === 30 ? { when: 'before', error: { code: 'GeneralException', message: '' } } : undefined,
    );
    const tested = await runHostSelfTest(OCCASION);
    desk.failNext(() => undefined);
    if (tested.ok) expect(tested.value.lines.some(({ got }) => got === '拒绝 GeneralException')).toBe(true);
    // What a broken request has left is cleared away when it is run the next time, before anything else.
    await selfTest(undefined);
    expect(standing(desk)).toEqual(before);
  });

  test('上一次没有收拾的临时工作表，下一次先收拾', async () => {
    desk = deskWith('台账', [['督查事项', '牵头单位']]);
    desk.workbook.addSheet('~宿主自检~日期').visibility = 'veryHidden';
    await selfTest();
    expect(desk.workbook.sheets.map(({ name }) => name)).toEqual(['台账']);
  });

  test('1904 日期系统的工作簿里，日期的答案也一致', async () => {
    desk = deskWith('台账', [['督查事项']]);
    Object.defineProperty(desk.workbook, 'date1904', { value: true });
    const { lines } = await selfTest();
    const wrong = lines.filter(({ theme, verdict }) => theme === '日期' && verdict === 'different').map(({ id }) => id);
    expect(wrong).toEqual(['date-numerals', 'date-today']);
  });

  test('报告写成工作表，撤销后没有了；文件里有平台与各问', async () => {
    desk = openSample('bureau');
    const before = standing(desk);
    const report = await selfTest();
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const { plan, sheet } = planHostReport(looked.value.survey, report);
    expect(sheet).toBe('宿主自检 2026-10-31');
    const applied = await applyPlan(plan, { at: OCCASION.at, summary: '写入宿主自检' });
    if (!applied.ok || applied.entry === null) throw new Error('not written');
    const written = desk.workbook.sheets.at(-1)!;
    expect(written.name).toBe(sheet);
    expect(written.value(2, 2)).toBe('问题');
    expect(written.value(2 + QUESTION_COUNT, 0)).toBe(QUESTION_COUNT);
    expect((await takeBack(applied.entry)).ok).toBe(true);
    expect((standing(desk) as { content: unknown }).content).toEqual((before as { content: unknown }).content);

    const { name, bytes } = hostReportFile(report);
    expect(name).toBe('宿主自检_2026-10-31.json');
    const file = JSON.parse(new TextDecoder().decode(bytes)) as HostReport;
    expect(file.lines).toHaveLength(QUESTION_COUNT);
    expect(file.host.embedded).toBe(true);
    expect(hostLine(file.host)).toContain('内嵌宿主（不是 Excel）');
  });

  test('同一天第二份报告另起一张表', async () => {
    desk = deskWith('宿主自检 2026-10-31', [['甲']]);
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const report: HostReport = {
      format: 'duchataizhang-host-self-test/1',
      at: OCCASION.at,
      host: { platform: 'PC', version: '16.0.17328.20162', embedded: false, language: 'zh-CN', sets: [] },
      counts: { same: 0, different: 0, noted: 0 },
      lines: [],
    };
    expect(planHostReport(looked.value.survey, report).sheet).toBe('宿主自检 2026-10-31(2)');
    expect(hostLine(report.host)).toBe('Excel 16.0.17328.20162，平台 PC，界面语言 zh-CN，ExcelApi 版本不明');
  });
});

describe('问题', () => {
  const all = HOST_THEMES.flatMap(({ questions }) => questions);

  test('各有名称，编号不重', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ name }) => name === '')).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(100);
  });

  test('各有已知一类的依据；没有文档的写明没有', () => {
    for (const { id, source } of all) {
      expect([id, Object.keys(SOURCE_NAMES)]).toEqual([id, expect.arrayContaining([source.kind])]);
      expect([id, source.where === '']).toEqual([id, source.kind === 'none']);
    }
    expect(sourceText(NO_DOCUMENT)).toBe('未见文档，按设计说明');
  });

  test('引接口参考的，成员都在 Excel 的声明文件里；引文章的，文章都用得上', () => {
    const members = declaredMembers();
    const of = (kind: SourceKind): readonly string[] =>
      all.filter(({ source }) => source.kind === kind).flatMap(({ source }) => source.where.split('、'));
    expect(of('reference').filter((member) => !members.has(member))).toEqual([]);
    expect(new Set(of('article'))).toEqual(new Set(Object.keys(ARTICLES)));
  });

  test('依据的表与 README 上的一样', () => {
    const kinds = Object.keys(SOURCE_NAMES) as SourceKind[];
    const row = (name: string, questions: readonly HostQuestion[]): string => {
      const counts = kinds.map((kind) => questions.filter(({ source }) => source.kind === kind).length);
      return `| ${[name, ...counts, questions.length].join(' | ')} |`;
    };
    const table = [...HOST_THEMES.map(({ name, questions }) => row(name, questions)), row('合计', all)];
    const page = readFileSync(join(__dirname, '../../../src/excel/hostQuestions/README.md'), 'utf8');
    expect(page.split('\n').filter((line) => /^\| \S+( \| \d+)+ \|$/.test(line))).toEqual(table);
  });
});

/** `Range.values` for each member of Excel's API, from the library's own declarations. */
function declaredMembers(): ReadonlySet<string> {
  const file = createRequire(__filename).resolve('@microsoft/office-js/dist/office.d.ts');
  const members = new Set<string>();
  let owner: string | null = null;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    owner = /^ {4}(?:class|interface|enum) (\w+)/.exec(line)?.[1] ?? (line.startsWith('    }') ? null : owner);
    const member = /^ {8}(?:readonly |static )?(\w+)\??\s*[(:=]/.exec(line)?.[1];
    if (owner !== null && member !== undefined) members.add(`${owner}.${member}`);
  }
  return members;
}
