import { addDays, yearOf, type CivilDate } from '../../domain/calendar/civilDate';
import { toSerial } from '../../domain/calendar/serialDate';
import { BLANK_DATE_FIELDS, BLANK_LEDGERS, type BlankColumn } from '../../domain/ledger/blankLedgers';
import type { Field } from '../../domain/ledger/fields';
import { statusList } from '../../domain/ledger/statusChoice';
import type { Change, Plan, SheetCell, SheetContent } from '../../domain/plan';
import { DIRECTORY_HEADERS } from '../../domain/registers/readDirectory';
import { EVENT_HEADERS } from '../../domain/registers/readEvents';
import { NOTICE_HEADERS } from '../../domain/registers/readNotices';
import { PROCEEDING_HEADERS } from '../../domain/registers/readProceedings';
import type { RegisterSheet } from '../../domain/ledger/ownSheets';
import type { RuleSetId } from '../../domain/ruleSet';
import type { Survey } from '../../excel/survey';
import { PLAIN_DATE_FORMAT } from '../ledger/ledgerCells';
import { listValidation } from '../ledger/listValidation';
import { freeName } from './daySheet';

export interface FirstRunPlan {
  readonly plan: Plan;
  /** The ledger's sheet. */
  readonly sheet: string;
}

/** Rows ready to be filled in. */
const BLANK_ROWS = 30;
/** Rows of the title and the header. */
const HEAD_ROWS = 2;
const HEADER_LOOK = { bold: true, fill: '#D9E1F2', align: 'center', wrap: true } as const;

/** A ledger with nothing in it yet, in the document's manner, and its registers. */
export function planBlankLedger(survey: Survey, scheme: RuleSetId, today: CivilDate): FirstRunPlan {
  const { columns, categories } = BLANK_LEDGERS[scheme];
  const title = `督查台账（${yearOf(today)}年）`;
  const rows = Array.from({ length: BLANK_ROWS }, () => columns.map(blankCell));
  return planned(survey, title, ledgerSheet(title, columns, categories, rows));
}

/** A small ledger of an invented place: what is overdue, due soon, closed and unreadable at `today` is all in it. */
export function planSampleLedger(survey: Survey, today: CivilDate): FirstRunPlan {
  const { columns, categories } = BLANK_LEDGERS['dengzhou-2018'];
  const title = `河阳市督查台账样本（${yearOf(today)}年）`;
  const rows = sampleMatters(today).map((matter, index) =>
    columns.map(({ field, ...column }): SheetCell => {
      const value = field === 'id' ? index + 1 : (matter[field] ?? '');
      const look = blankCell({ field, ...column });
      if (typeof value !== 'object') return { ...look, value };
      return { ...look, value: toSerial(value.day, survey.date1904) ?? value.day };
    }),
  );
  return planned(survey, '样本台账', ledgerSheet(title, columns, categories, rows));
}

function planned(survey: Survey, wanted: string, content: SheetContent): FirstRunPlan {
  const taken = survey.sheets.map(({ head }) => head.name);
  const sheet = taken.includes(wanted) ? freeName(wanted, taken) : wanted;
  const registers = REGISTERS.filter(({ name }) => !taken.some((own) => own.trim() === name));
  const changes: readonly Change[] = [
    { kind: 'addSheet', name: sheet, content },
    ...registers.map(({ name, headers }): Change => ({
      kind: 'addSheet',
      name,
      content: registerSheet(headers.filter((header) => header !== '台账')),
    })),
  ];
  return { sheet, plan: { action: 'firstRun', asOf: null, expectations: [], changes } };
}

const REGISTERS: readonly { readonly name: RegisterSheet; readonly headers: readonly string[] }[] = [
  { name: '单位名录', headers: DIRECTORY_HEADERS },
  { name: '文书登记簿', headers: NOTICE_HEADERS },
  { name: '办理登记', headers: PROCEEDING_HEADERS },
  { name: '加减分登记', headers: EVENT_HEADERS },
];

const WIDE: Readonly<Record<string, number>> = {
  单位: 20,
  别名: 26,
  成员单位: 26,
  主送单位: 20,
  事项: 34,
  内容: 34,
  依据: 26,
};

const registerSheet = (headers: readonly string[]): SheetContent => ({
  rows: [headers.map((value): SheetCell => ({ value, ...HEADER_LOOK }))],
  columnWidths: headers.map((header) => WIDE[header] ?? 13),
  frozenRows: 1,
  titleRows: [0, 0],
  landscape: true,
});

const blankCell = ({ field }: BlankColumn): SheetCell => ({
  value: '',
  wrap: true,
  ...(BLANK_DATE_FIELDS.has(field) ? { numberFormat: PLAIN_DATE_FORMAT, align: 'center' } : {}),
  ...(field === 'id' || field === 'status' ? { align: 'center' } : {}),
});

function ledgerSheet(
  title: string,
  columns: readonly BlankColumn[],
  categories: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): SheetContent {
  const right = columns.length - 1;
  const bottom = HEAD_ROWS + rows.length - 1;
  const lists: readonly (readonly [Field, readonly string[]])[] = [
    ['status', statusList('办理状态', [])],
    ['category', categories],
  ];
  return {
    rows: [
      columns.map((_, index): SheetCell =>
        index === 0 ? { value: title, bold: true, fontSize: 16, align: 'center' } : { value: '' },
      ),
      columns.map(({ header }): SheetCell => ({ value: header, ...HEADER_LOOK })),
      ...rows,
    ],
    columnWidths: columns.map(({ width }) => width),
    rowHeights: [30, 30],
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    frozenRows: HEAD_ROWS,
    titleRows: [HEAD_ROWS - 1, HEAD_ROWS - 1],
    landscape: true,
    borders: { top: HEAD_ROWS - 1, left: 0, bottom, right },
    validations: lists.flatMap(([field, words]) => {
      const at = columns.findIndex((column) => column.field === field);
      if (at < 0 || words.length === 0) return [];
      return [{ area: { top: HEAD_ROWS, left: at, bottom, right: at }, validation: listValidation(words.join(',')) }];
    }),
  };
}

type SampleValue = string | { readonly day: CivilDate };

/** Days are counted from today, so that the sample says the same whenever it is written. */
function sampleMatters(today: CivilDate): readonly Partial<Record<Field, SampleValue>>[] {
  const day = (days: number): SampleValue => ({ day: addDays(today, days) });
  const matter = (
    title: string,
    leadUnit: string,
    assigned: number,
    deadline: SampleValue,
    more: Partial<Record<Field, SampleValue>> = {},
  ): Partial<Record<Field, SampleValue>> => ({
    title,
    leadUnit,
    deadline,
    source: '市政府常务会议',
    assignedOn: day(assigned),
    status: '正在办理',
    ...more,
  });
  return [
    matter('滨河路积水点改造完工', '市住建局', -60, day(-11), { progress: '已完成管网铺设，路面恢复中。' }),
    matter('老旧小区加装电梯方案报审', '市住建局', -40, day(-4), { source: '市长批示件' }),
    matter('秋季学校食堂安全检查', '市教育局', -30, day(2), { progress: '已检查 42 所。' }),
    matter('公交线路优化方案公示', '市交通运输局', -20, day(25)),
    matter('农村饮水安全问题整改', '市水利局', -50, day(-15), { status: '已办结', closedOn: day(-18) }),
    matter('工业园区污水处理厂扩建', '市生态环境局', -90, day(-20), { status: '已办结', closedOn: day(-12) }),
    matter('营商环境企业走访', '市发展改革委', -25, '长期坚持', { source: '政府工作报告' }),
    matter('城区停车泊位普查', '市公安局', -15, '尽快', { requirement: '查清数量和权属' }),
  ];
}
