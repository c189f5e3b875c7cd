import { collectReports } from '../../../src/app/collecting/collectReports';
import { fillInFiles } from '../../../src/app/collecting/fillIns';
import { planHostReport, type HostReport } from '../../../src/app/office/hostSelfTest';
import { lookOver, planSettings, settingsInForce } from '../../../src/app/reading/connectLedger';
import { compareFiles, planMerge, takingOnly } from '../../../src/app/collecting/mergeLedgers';
import { openForm } from '../../../src/app/ledger/registerMatter';
import { HEADER_ROW } from '../../../src/documents/fillIn';
import { newWorkbook } from '../../../src/host/xlsx';
import { AS_OF, AT, reviewed } from '../../app/reviewing';
import { LEDGER, opened, put } from '../../faults/startBook';
import type { Hand, InjectedField } from '../trial';
import { plainKept, plainWide } from './books';

/** A unit's file comes back with these words in these columns of its first matter. */
async function collected(
  hand: Hand,
  cells: Readonly<Record<number, string>>,
  over: { readonly handler?: string; readonly name?: (name: string) => string } = {},
): Promise<void> {
  const of = await reviewed();
  const files = fillInFiles(of, '2026-10', new Set(['交通局'])).map(({ name, bytes }) => {
    const workbook = opened(bytes);
    for (const [column, text] of Object.entries({ 8: '完成七成', ...cells }))
      workbook.sheets[0]!.setValue(HEADER_ROW + 1, Number(column), text);
    return { name: over.name?.(name) ?? name, bytes: workbook.save() };
  });
  const outcome = collectReports(of, {
    files,
    month: '2026-10',
    reportedOn: AS_OF,
    today: AS_OF,
    handler: over.handler ?? '张三',
    accepted: new Set(files.map(({ name }) => name)),
  });
  for (const { verdict, problems } of outcome.files)
    if (verdict !== 'merge') problems.forEach(({ sentence }) => hand.refuse(sentence));
  if (await hand.write(outcome.plan)) await reviewed();
}

const COLUMNS = { 1: '编号', 2: '督查事项', 8: '进展', 9: '完成情况', 10: '说明', 11: '延期申请', 12: '标识' } as const;
const fillIns = Object.entries(COLUMNS).map(([column, name]): InjectedField => ({
  name: `回填表：${name}`,
  useCases: ['collectReports'],
  book: plainKept,
  ...(name === '进展' || name === '说明' ? {} : { reads: '发出的列，改了不收' }),
  put: async (text, hand) => {
    await collected(hand, { [column]: text });
    if (name !== '进展' && name !== '说明') await collected(hand, { 8: `${text}后` });
  },
}));

/** A 科室's ledger with these words in it. */
async function merged(
  hand: Hand,
  over: Readonly<Record<string, string>>,
  { name = '城建科.xlsx', handler = '张三' }: { readonly name?: string; readonly handler?: string } = {},
): Promise<void> {
  const of = await reviewed();
  const file = newWorkbook();
  const header = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况', '备注'];
  const changed: Record<string, string> = { 进展情况: '完成七成', ...over };
  const first: Record<string, string> = {
    序号: '1',
    督查事项: '道路修缮',
    牵头单位: '交通局',
    交办时间: '2026-3-1',
    办结时限: '2026-9-30',
    办理状态: '推进中',
    进展情况: changed['进展情况']!,
    备注: changed['备注'] ?? '',
  };
  const added: Record<string, string> = {
    ...first,
    序号: '9',
    督查事项: '湿地修复',
    牵头单位: '水利局',
    办结时限: '2026-12-31',
    ...changed,
  };
  put(file, changed['表名'] ?? file.sheets[0]!.name, []);
  put(file, file.sheets.at(-1)!.name, [
    header,
    header.map((each) => first[each] ?? ''),
    header.map((each) => added[each] ?? ''),
  ]);
  const merge = compareFiles(of, LEDGER, [{ name, bytes: file.save() }]);
  merge.refusals.forEach((sentence) => hand.refuse(sentence));
  const open = await openForm(of, LEDGER, null);
  if (!open.ok) return hand.refuse(open.refusal.sentence);
  const taken = takingOnly(of, merge, merge.differences, merge.additions);
  const planned = planMerge(of, taken, open.value, { today: AS_OF, handler });
  planned.refusals.forEach(({ sentence }) => hand.refuse(sentence));
  if (await hand.write(planned.plan)) await reviewed();
}

const merges = ['督查事项', '牵头单位', '进展情况', '办理状态', '备注'].map((column): InjectedField => ({
  name: `科室台账：${column}`,
  useCases: ['compareFiles', 'planMerge', 'takingOnly'],
  book: plainWide,
  ...(column === '牵头单位' ? { reads: '分成几个单位' } : {}),
  put: (text, hand) => merged(hand, { [column]: text }),
}));

/** Where the words only go into sentences on the screen, something else carries them into the workbook. */
const names: readonly InjectedField[] = [
  {
    name: '回填表：文件名',
    useCases: ['collectReports'],
    book: plainKept,
    put: (text, hand) => collected(hand, { 8: `${text}后` }, { name: () => `${text}.xlsx` }),
  },
  {
    name: '收表：经办人',
    useCases: ['collectReports'],
    book: plainKept,
    put: (text, hand) => collected(hand, {}, { handler: text }),
  },
  {
    name: '科室台账：文件名',
    useCases: ['compareFiles', 'planMerge'],
    book: plainWide,
    put: (text, hand) => merged(hand, { 进展情况: `${text}后` }, { name: `${text}.xlsx` }),
  },
];

const REPORT: HostReport = {
  format: 'duchataizhang-host-self-test/1',
  at: AT.at,
  host: { platform: 'PC', version: '16.0', embedded: true, language: 'zh-CN', sets: [] },
  counts: { same: 1, different: 0, noted: 0 },
  lines: [{ theme: '单元格', id: 'a', name: '读值', expected: '1', got: '1', verdict: 'same', source: '文档' }],
};

async function inForce() {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  return { survey: looked.value.survey, settings: settingsInForce(looked.value.settings) };
}

const kept: readonly InjectedField[] = [
  {
    name: '宿主自检：宿主的回答',
    useCases: ['planHostReport'],
    book: plainWide,
    put: async (text, hand) => {
      const lines = [{ ...REPORT.lines[0]!, got: text, expected: text }];
      const host = { ...REPORT.host, version: text, language: text };
      await hand.write(planHostReport((await inForce()).survey, { ...REPORT, lines, host }).plan);
    },
  },
  {
    name: '设置部件：方案、单位信息、设置各项',
    useCases: ['planSettings'],
    book: plainWide,
    put: async (text, hand) => {
      const { survey, settings } = await inForce();
      const own = { ...settings, scheme: text, settings: { 甲: text }, office: { issuingBody: text, 乙: text } };
      if (await hand.write(planSettings(survey, own))) await inForce();
    },
  },
];

/** What units and 科室 hand in, what the host answers, and what the workbook's own parts hold. */
export const HANDED_IN_FIELDS: readonly InjectedField[] = [...fillIns, ...merges, ...names, ...kept];
