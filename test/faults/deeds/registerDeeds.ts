import { collectReports, missedUnits, planMissed } from '../../../src/app/collecting/collectReports';
import { planEvents } from '../../../src/app/scoring/events';
import { fillInFiles } from '../../../src/app/collecting/fillIns';
import { compareFiles, planMerge } from '../../../src/app/collecting/mergeLedgers';
import { planProceeding, type ProceedingRequest } from '../../../src/app/registers/proceedings';
import { openForm } from '../../../src/app/ledger/registerMatter';
import { planReceipt, rectificationsIn } from '../../../src/app/bulletin/rectificationReports';
import { planBulletinEvents } from '../../../src/app/bulletin/recordBulletin';
import { applyPlan } from '../../../src/app/office/workbook';
import { HEADER_ROW } from '../../../src/documents/fillIn';
import type { Plan } from '../../../src/domain/plan';
import { PROCEEDING_KINDS, type ProceedingKind } from '../../../src/domain/registers/registers';
import { newWorkbook, openXlsx } from '../../../src/host/xlsx';
import { AS_OF, AT, done, on, reviewed } from '../../app/reviewing';
import { LEDGER, put } from '../startBook';
import { given, type WritingDeed } from '../writingDeed';

const proceeding =
  (kind: ProceedingKind, ids: readonly string[], over: Partial<ProceedingRequest> = {}) =>
  async (): Promise<Plan> => {
    const of = await reviewed();
    return planProceeding(of, {
      kind,
      date: on('2026-10-20'),
      content: '已完成主体施工',
      newDeadline: null,
      approver: '',
      handler: '张三',
      today: AS_OF,
      matters: new Set(of.matters.filter(({ id }) => ids.includes(id ?? '')).map(({ key }) => key)),
      ...over,
    }).plan;
  };

const OVER: Readonly<Partial<Record<ProceedingKind, Partial<ProceedingRequest>>>> = {
  extension: { newDeadline: on('2027-01-31'), approver: '副市长甲' },
};

const proceedingDeeds = (Object.keys(PROCEEDING_KINDS) as ProceedingKind[]).map((kind): WritingDeed => ({
  name: `办理登记：${PROCEEDING_KINDS[kind]}`,
  useCases: ['planProceeding'],
  book: 'kept',
  plan: proceeding(kind, ['1', '3'], OVER[kind]),
  ...(kind === 'resumed'
    ? {
        before: async () => {
          done(await applyPlan(await proceeding('suspended', ['1', '3'])(), AT));
        },
      }
    : {}),
}));

/** The unit's file as it comes back. */
async function collected(): Promise<Plan> {
  const of = await reviewed();
  const files = fillInFiles(of, '2026-10', new Set(['交通局', '水利局'])).map(({ name, bytes }) => {
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    opened.workbook.sheets[0]!.setValue(HEADER_ROW + 1, 8, '完成七成');
    return { name, bytes: opened.workbook.save() };
  });
  return collectReports(of, {
    files,
    month: '2026-10',
    reportedOn: AS_OF,
    today: AS_OF,
    handler: '张三',
    accepted: new Set(files.map(({ name }) => name)),
  }).plan;
}

/** A 科室's ledger: one matter further on, and one that ours does not have. */
function ledgerHandedIn(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const file = newWorkbook();
  put(file, file.sheets[0]!.name, [
    ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况'],
    [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '完成七成'],
    [3, '河道清淤', '水利局', '2026-3-1', '2026-12-31', '推进中', '已开工'],
    [9, '湿地修复', '水利局', '2026-5-1', '2026-12-31', '推进中', '已立项'],
  ]);
  return [{ name: '城建科.xlsx', bytes: file.save() }];
}
const merged = async (): Promise<Plan> => compareFiles(await reviewed(), LEDGER, ledgerHandedIn()).plan;
async function mergedWhole(): Promise<Plan> {
  const of = await reviewed();
  const open = await openForm(of, LEDGER, null);
  if (!open.ok) throw new Error(open.refusal.sentence);
  return planMerge(of, compareFiles(of, LEDGER, ledgerHandedIn()), open.value, { today: AS_OF, handler: '张三' }).plan;
}

async function receipt(): Promise<Plan> {
  const of = await reviewed();
  const [waiting] = rectificationsIn(of, AS_OF);
  const received = { date: AS_OF, content: '已整改到位', handler: '张三', today: AS_OF };
  const planned = planReceipt(of, given(waiting, '没有要收的整改报告。'), received);
  // Received already: nothing is left to write.
  if (!planned.ok) return { action: 'proceeding', asOf: AS_OF, expectations: [], changes: [] };
  return planned.plan;
}

const events = async (): Promise<Plan> => {
  const of = await reviewed();
  const entry = { date: on('2026-10-09'), points: null, matter: null, author: '张三' };
  return planEvents(of, [
    { ...entry, unit: '交通局', kind: 'meetingLate', basis: '月度调度会' },
    { ...entry, unit: '水利局', kind: 'manual', points: -0.5, basis: '市长批示' },
  ]);
};

const bulletinEvents = async (): Promise<Plan> => {
  const of = await reviewed();
  const choices = {
    commended: [{ unit: '教育局', keys: [of.matters[3]!.key] }],
    criticised: [{ unit: '交通局', keys: [of.matters[0]!.key], limit: on('2026-11-10') }],
  };
  return planBulletinEvents(of, choices, { issuedOn: AS_OF, basis: '关于2026年10月份政务督查情况的通报' });
};

/** What goes into the registers, and what units and 科室 hand in. */
export const REGISTER_DEEDS: readonly WritingDeed[] = [
  ...proceedingDeeds,
  { name: '办理登记（新建）', useCases: ['planProceeding'], book: 'bare', plan: proceeding('progress', ['1']) },
  { name: '并入各单位报表', useCases: ['collectReports'], book: 'kept', plan: collected },
  { name: '并入科室台账', useCases: ['compareFiles'], book: 'bare', plan: merged },
  { name: '并入科室台账连同新事项', useCases: ['planMerge'], book: 'bare', plan: mergedWhole },
  {
    name: '登记整改报告',
    useCases: ['planReceipt'],
    book: 'kept',
    before: async () => {
      done(await applyPlan(await bulletinEvents(), AT));
    },
    plan: receipt,
  },
  {
    name: '记未按时报送',
    useCases: ['planMissed'],
    book: 'kept',
    plan: async () => {
      const of = await reviewed('county-2023');
      return planMissed(of, missedUnits(of, '2026-09').length > 0 ? missedUnits(of, '2026-09') : MISSED);
    },
  },
  { name: '记加减分', useCases: ['planEvents'], book: 'kept', plan: events },
  { name: '记加减分（新建）', useCases: ['planEvents'], book: 'bare', plan: events },
  { name: '记通报表扬批评', useCases: ['planBulletinEvents'], book: 'kept', plan: bulletinEvents },
];

const MISSED: Parameters<typeof planMissed>[1] = [
  { unit: '水利局', kind: 'reportLate', date: on('2026-09-30'), matters: [] },
];
