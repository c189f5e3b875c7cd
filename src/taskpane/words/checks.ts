import type { ListWish } from '../../app/ledger/validationLists';

/** Words of 核对 and of what it leads to: 核对表, 单位名录, 下拉选项. */
export const BY_ROW = {
  grouping: '分组',
  byKind: '按问题',
  byRow: '按行',
  row: (sheet: string | null, row: number) => (sheet === null ? `第 ${row} 行` : `${sheet} 第 ${row} 行`),
  rowOf: (place: string, title: string) => `${place} ${title}`,
} as const;

export const CHECK_DEEDS = {
  sheet: '写出核对表',
  sheetDeed: '写入 1 张工作表',
  sheetSummary: (sheet: string) => `写出${sheet}`,
  directory: '建单位名录',
  directoryMore: (count: number) => `补单位名录（${count}）`,
  lists: '设下拉选项',
} as const;

export const DIRECTORY = {
  titleFirst: '建单位名录',
  title: '补单位名录',
  lead: '下面是台账里的单位。勾选要列入的，再看哪些写法是同一个单位。',
  leadMore: '下面是单位名录里还没有的写法。勾选要列入的。',
  none: '台账里的单位都已在单位名录里。',
  unit: (name: string, count: number) => `${name}（${count} 件）`,
  alias: (name: string, count: number) => `${name}（${count} 件）是它的另一种写法`,
  mayBe: (unit: string) => `是“${unit}”的另一种写法`,
  members: (name: string) => `“${name}”的成员单位，用顿号隔开`,
  all: '全选',
  go: (count: number) => `列入 ${count} 个`,
  summary: (count: number) => `单位名录列入 ${count} 个单位`,
} as const;

export const LISTS = {
  title: '设下拉选项',
  lead: '在这些列设下拉选项。填别的内容时提醒，仍可填。',
  fields: { status: '办理状态', leadUnit: '责任单位' } satisfies Readonly<Record<ListWish['field'], string>>,
  wish: (sheet: string | null, field: string) => (sheet === null ? field : `${sheet}：${field}`),
  go: '看将要写入的',
  deed: (count: number) => `设 ${count} 列下拉选项`,
  line: (place: string, offers: string) => `${place}：${offers}`,
  replaces: (place: string) => `${place} 原来的数据有效性会被换掉。`,
} as const;
