import type { Assessment, NextStep, State } from '../domain/assessment';
import type { FindingLevel } from '../domain/finding';

/** Every word the pane shows that is not the ledger's own. Kinds of findings: `findingWords.ts`. */
export const WORDS = {
  allLedgers: '全部台账',
  ledger: '台账',
  columnsTaken: '表头与列',
  readAgain: '重新读取',
  asOf: '统计日期',
  today: '今天',
  lastMonthEnd: '上月末',
  thisMonthEnd: '本月末',
  otherDate: '指定日期',
  more: '更多',
  undo: '撤销',
  settings: '设置',
  help: '帮助',
  helpHere: '这里怎么用',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  confirm: '确认',
  save: '保存',
  stop: '停止',
  rooms: '功能',
  month: '月度督查',
  loading: '正在读取台账',
  all: '全部',
  noMatters: '台账里还没有督查事项',
  noMattersHelp: '在这里新增，或者直接在表头下面填写，这里会跟着更新。',
  classifiedTitle: '涉密事项（标题不显示）',
  noTitle: '（标题为空）',
  noUnit: '单位为空',
  noDeadline: '时限不明',
  recurringDeadline: '长期',
  provisional: '暂按周末推算',
  returned: '退回重报',
  search: '查找',
  searchIn: '查找事项、单位、序号',
  searchClear: '清除查找',
  nextStep: '下一步',
  rowHidden: '该行在表中被隐藏',
  lookFailed: '没有读成',
  bug: '程序出错，没有完成。请重新读取；仍不行，请告诉信息化人员。',
} as const;

export const ROOM_WORDS = {
  overview: '总览',
  checks: '核对',
  reminders: '催办',
  letters: '文书',
  scores: '计分',
  bulletin: '通报',
} as const;

/** What a room is called; 计分 is 名单 where the document gives no points. */
export const roomName = (room: keyof typeof ROOM_WORDS, unscored: boolean): string =>
  room === 'scores' && unscored ? '名单' : ROOM_WORDS[room];

export const STATE_WORDS: Readonly<Record<State, string>> = {
  closedOnTime: '按期办结',
  closedLate: '超期办结',
  closed: '办结，期限不明',
  suspended: '暂缓办理',
  notAssigned: '未交办',
  overdue: '逾期',
  dueSoon: '临期',
  recurring: '长期',
  undetermined: '时限不明',
  inProgress: '办理中',
};

export const STEP_WORDS: Readonly<Record<NextStep, string>> = {
  reminderNotice: '催办单',
  supervisionOrder: '督办通知单',
  supervisionLetter: '督查通知书',
  criticism: '列入批评',
  interview: '提请约谈',
  referral: '提请移交',
};

export const stepWord = ({ nextStep, repeated }: Pick<Assessment, 'nextStep' | 'repeated'>): string | null =>
  nextStep === null ? null : repeated ? `再发${STEP_WORDS[nextStep]}` : STEP_WORDS[nextStep];

export const LEVEL_WORDS: Readonly<Record<FindingLevel, string>> = { error: '错误', warning: '提醒', info: '提示' };

/** `逾期 11 天`; `daysLeft`: deadline − asOf, for matters due soon. */
export function badgeWord(state: State, overdueDays: number, daysLeft: number): string {
  switch (state) {
    case 'overdue':
      return `逾期 ${overdueDays} 天`;
    case 'dueSoon':
      return daysLeft === 0 ? '今天到期' : `还剩 ${daysLeft} 天`;
    case 'closedLate':
      return `超期 ${overdueDays} 天办结`;
    case 'closed':
      return '办结';
    default:
      return STATE_WORDS[state];
  }
}

export const cases = (count: number): string => `${count} 件`;
export const totalWord = (count: number): string => `共 ${count} 件`;
export const stateCount = (state: State, count: number): string => `${STATE_WORDS[state]} ${count}`;
export const optionCount = (word: string, count: number): string => `${word}（${count}）`;

export const CHECKS = {
  levels: '级别',
  none: '没有发现问题',
  noneOfLevel: '这一级别没有问题',
  fix: '改正',
  fixAll: (count: number) => `全部改正（${count}）`,
  fixTo: (shown: string) => `改为 ${shown}`,
  list: '核对结果',
  group: (level: string, name: string, count: number) => `${level}：${name}，${count} 处`,
} as const;

export const REMINDERS = {
  show: '显示',
  everything: '全部事项',
  withStep: '有下一步的',
  mark: '标出逾期和临期',
  remark: '更新标记',
  unmark: '去掉标记',
  closedAny: '已办结',
  empty: '没有符合条件的事项',
  nothingOverdue: '无逾期事项',
  list: '事项清单',
  showAll: '显示全部',
  filtered: (shown: number, all: number) => `${shown} / ${all} 件`,
} as const;

export const PREVIEW = {
  title: '将要写入',
  details: '看改动前后',
  hideDetails: '收起',
  place: '位置',
  before: '改动前',
  after: '改动后',
  blank: '（空）',
  moreRows: (count: number) => `另有 ${count} 处未列出`,
  onlyFormat: '只加底色和字体，不改单元格内容。随时可以撤销。',
  canUndo: '写入后可以撤销。',
  nothingToWrite: '不用写入：表中已是这样。',
  deedMark: (rows: number) => `标出 ${rows} 行`,
  deedUnmark: (sheets: number) => `去掉 ${sheets} 张表的标记`,
  deedRemark: '更新标记',
  deedWrite: (places: number) => `写入 ${places} 处`,
  deedSheets: (count: number) => `写入 ${count} 张工作表`,
  deedLetters: (count: number) => `生成 ${count} 份文书`,
  letterLine: (form: string, count: number) => `${form} ${count} 份`,
  bodyOpen: '没有填发文机关，文书标题上留空。可在“单位与模板”里填写。',
  lettersFile: '登记后生成 Word 文件，由浏览器下载。',
  scoresDiffer: (count: number) => `本月计分表已经印发，现在计算有 ${count} 处不同。写入后以新的为准。`,
  markLine: (rows: number) => `${rows} 行`,
  marksOn: (sheet: string) => `${sheet}：按行加标记`,
  unmarkLine: (sheet: string) => `${sheet}：去掉全部标记，原有的格式不动`,
  cellLine: (sheet: string, count: number) => `${sheet}：改 ${count} 个单元格`,
  newSheetLine: (sheet: string, rows: number) => `新建工作表“${sheet}”，${rows} 行`,
  dropSheetLine: (sheet: string) => `删除工作表“${sheet}”`,
  replaceSheetLine: (sheet: string) => `重写工作表“${sheet}”`,
  keepSheetLine: (kept: string) => `原来的表留作“${kept}”，别处引用它的公式仍指向那张`,
  insertLine: (sheet: string, row: number, count: number) => `${sheet}：第 ${row} 行处插入 ${count} 行，下面的行顺移`,
  deleteLine: (sheet: string, row: number, count: number) => `${sheet}：删去第 ${row} 行起的 ${count} 行`,
  validationLine: (sheet: string) => `${sheet}：加下拉选项`,
  rowsLine: (sheet: string, count: number) => `${sheet}：末尾加 ${count} 行`,
  dropRowsLine: (sheet: string, count: number) => `${sheet}：去掉末尾 ${count} 行`,
  partLine: '随文件保存的督查设置',
  writing: '正在写入',
} as const;

export const DONE = {
  written: (summary: string) => `已写入：${summary}`,
  unchanged: '表中已是这样，没有写入。',
  takenBack: (summary: string) => `已撤销：${summary}`,
  rowsGone: (summary: string, gone: readonly { readonly sheet: string; readonly count: number }[]) =>
    `“${summary}”写进${gone.map(({ sheet, count }) => `${sheet}的 ${count} 行`).join('、')}，现在已不在表里，可能被别人同时登记的行盖掉了。请核对，需要的补登。`,
  lettersMade: (count: number, files: string) =>
    `已生成 ${count} 份文书并登记。Word 文件：${files}，在浏览器的下载文件夹里。`,
  fileMade: (file: string) => `Word 文件：${file}，在浏览器的下载文件夹里。`,
  uncertain: '没有写完的可以接着写完，也可以退回。',
  andThen: (said: string, more: string) => (said.endsWith('。') ? `${said}${more}` : `${said}。${more}`),
  seenRemote: (place: string) => `他人改动了${place}，已重新核对。`,
  seenRemoteMany: (count: number) => `他人改动了 ${count} 处，已重新核对。`,
  stale: '台账已改动，下面是改动前的结果。',
  partial: (sheets: string) => `${sheets} 没有核对，其余照常。`,
  settingsNewer: '文件里的督查设置由更新的版本保存，本次按默认设置，不改动它。',
  settingsBroken: '文件里的督查设置已损坏，本次按默认设置，不改动它。',
  finished: (summary: string) => `已接着写完：${summary}`,
  unfinished: (summary: string) => `上次“${summary}”没有写完`,
  finish: '接着写完',
  revert: '退回',
  seeCell: '看这一格',
} as const;

export const PROGRESS = {
  look: '正在查找台账',
  read: '正在读取台账',
  compute: '正在核对台账',
  open: '正在打开文件',
  compare: '正在比对台账',
  write: '正在写入',
  undo: '正在撤销',
  make: '正在生成文书',
  ask: '正在自检',
  settle: '正在等各人的改动同步，核对编号是否重复',
  step: (done: number, of: number) => `已读 ${done} / ${of} 段`,
  asked: (done: number, of: number) => `已问 ${done} / ${of}`,
  waited: (done: number, of: number) => `${done} / ${of} 秒`,
  stages: {
    read: (done: number, of: number) => `已整理 ${done} / ${of} 行`,
    check: (done: number, of: number) => `已核对 ${done} / ${of} 件`,
    open: (done: number, of: number) => `已打开 ${done} / ${of} 份`,
    compare: (done: number, of: number) => `已比对 ${done} / ${of} 件`,
    score: (done: number, of: number) => `已计分 ${done} / ${of} 个单位`,
    make: (done: number, of: number) => `已生成 ${done} / ${of} 份`,
  },
  counting: '正在计算',
  waitCell: '如有单元格正在编辑，请按回车结束编辑。',
} as const;

export const UNDO = {
  title: '撤销',
  none: '没有可撤销的操作',
  bounded: '只保留最近 20 项操作。单元格被再次改动后，该操作不能撤销。',
  pending: '没有写完',
  takeBack: (summary: string) => `撤销“${summary}”`,
  finish: (summary: string) => `接着写完“${summary}”`,
  revert: (summary: string) => `退回“${summary}”`,
} as const;

export const SUMMARY = {
  fixOne: (cell: string, shown: string) => `${cell} 改为 ${shown}`,
  fixMany: (kind: string, count: number) => `改正${kind} ${count} 处`,
  connect: (sheets: string) => `记住${sheets}的表头和列`,
  settings: '保存设置',
  scores: (sheets: string) => `生成${sheets}`,
  scoresAgain: (sheets: string) => `改写${sheets}`,
} as const;

export const FIRST = {
  noLedger: '没有找到台账',
  noLedgerHelp: '台账要有“督查事项”一列，还要有牵头单位或办结时限一列。表头放在前 40 行内。',
  missing: (sheet: string, fields: string) => `${sheet}：缺少${fields}`,
  stopped: '已停止读取',
  stoppedHelp: '台账没有改动。',
} as const;

export const ASKING = {
  title: '请确认几列',
  lead: '下面几列的意思不止一种，请选定。不选的列不采用，会列在“核对”里。',
  doubt: (letter: string, header: string) => `${letter} 列“${header}”是`,
  notUsed: '不采用',
  changed: (sheet: string) => `${sheet} 的表头与上次不同，请看一看。`,
  movedTo: (sheet: string) => `${sheet} 的列移动过，已按表头重新对上。`,
  twoHeaders: (sheet: string) => `${sheet} 里有两张表，哪一张是台账？`,
  tableAt: (row: number) => `第 ${row} 行起的表`,
  neither: '都不是',
  taken: '已认出的列',
  field: '内容',
  column: '表中的列',
  noColumn: '没有这一列',
  remember: '确认并记住',
  onlyNow: '只用这一次',
  keptInFile: '记住的内容随文件保存，不占单元格。',
  headerAt: (first: number, last: number) => (first === last ? `表头：第 ${first} 行` : `表头：第 ${first}—${last} 行`),
  columnOption: (letter: string, header: string) => `${letter} 列 ${header}`,
  moreFields: '其他内容',
  apply: '按此核对',
} as const;

export const SETTINGS_WORDS = {
  scheme: '督查办法',
  schemeFrom: (document: string, number: string | null) => (number === null ? document : `${document}（${number}）`),
  notInForce: (from: string) => `该办法自 ${from} 起施行，统计日期早于施行日。`,
  dueSoonDays: '临期：时限前几天起提示',
  days: '天',
  countAssignmentDay: '按天计的时限，交办当天算第一天',
  rollWeekend: '按天计的时限到休息日顺延',
  office: '文书上的单位',
  officeElsewhere: '发文机关、联系人、印章、编号、字体和模板，都在“文书”的“单位与模板”里填写。',
  toOffice: '去“单位与模板”',
  daysRange: '请填 0 到 30 的整数',
  apply: '按此核对',
  keep: '并保存到文件',
  readings: '本办法的理解',
  notModelled: '本办法没有做进来的内容',
} as const;
