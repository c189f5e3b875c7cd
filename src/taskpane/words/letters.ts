import type { NoticeTurn } from '../../app/letters/noticeLife';
import type { LetterChoices } from '../desk/view';

/** Words of 文书. */
export const LETTERS = {
  tabs: '文书',
  tab: { due: '待发', record: '登记在案', office: '单位与模板' } satisfies Record<LetterChoices['tab'], string>,
  list: '待发文书',
  none: '没有需要发的文书',
  noneSelected: '请在表中选中要出文书的行。',
  noneForForm: (form: string) => `选中的事项都不能出${form}，原因如下。`,
  form: '出哪种文书',
  dueForm: '按下一步应发的',
  chosenForm: (form: string, count: number) => `${form}（选中 ${count} 件）`,
  grouping: '分单方式',
  perMatter: '一件事一份',
  perUnit: '同单位合一份',
  status: '登记为',
  statuses: { draft: '先拟稿', sent: '直接发出' } satisfies Record<LetterChoices['status'], string>,
  delivery: '怎样交出',
  deliveries: {
    joined: '一个 Word 文件',
    zip: '每份一个文件（zip）',
    sheets: '打印用工作表',
    recordOnly: '只登记',
  } satisfies Record<LetterChoices['delivery'], string>,
  noDownload: '本机的 Excel 不能下载文件，请用打印用工作表。',
  make: (count: number) => `生成 ${count} 份`,
  pickAll: '全选',
  pick: (form: string, unit: string, title: string) => `选中${form}，${unit}，${title}`,
  several: (title: string, count: number) => `${title}等 ${count} 件`,
  replyDue: (date: string) => `答复期限 ${date}`,
  noReply: '不要求答复',
  only: '只看一件事项的文书',
  showAll: '显示全部',
  proposals: (interviews: number, referrals: number) =>
    `另有${[
      ...(interviews === 0 ? [] : [`提请约谈 ${interviews} 件`]),
      ...(referrals === 0 ? [] : [`提请移交 ${referrals} 件`]),
    ].join('、')}，由领导决定，不出文书。`,
  refused: (count: number) => `不能出的 ${count} 件`,
  override: '写理由',
  overrideFor: (title: string) => `写理由，仍出文书：${title}`,
  overridden: (reason: string) => `理由：${reason}`,
  dropReason: '去掉理由',
  preview: '看全文',
  previewOf: (name: string) => `看全文：${name}`,
} as const;

export const OVERRIDE = {
  title: '仍要出文书',
  reason: '理由（记入登记簿备注）',
  missing: '请写明理由',
  take: '采用',
} as const;

/** 补记: letters cited that are on no record. */
export const EARLIER = {
  title: '补记上一文书',
  lead: '要引用的文书，登记簿和台账里都查不到，或者缺一项。查到的填上，随本次补记进文书登记簿，台账有这一列的同时填上；查不到的不填，文书上留空。',
  reminders: '补记的催办单同样计入催办和计分。',
  number: (form: string) => `${form}编号`,
  numberHint: '如〔2026〕7号；由别的文件交办的填那份文件的文号',
  date: (form: string) => `${form}日期`,
  sameAs: (units: readonly string[]) => `与${units.join('、')}的同号同日，按同一份登记`,
  of: (unit: string, title: string) => `${unit}：${title}`,
  go: '下一步',
  more: (next: number, left: number) => `再列 ${next} 件（还有 ${left} 件没有列出）`,
  short: (count: number) => `${count} 件事项查不到上一文书`,
  ask: '填编号',
  answered: (count: number) => `上一文书已问过 ${count} 件`,
  again: '修改',
  note: (count: number) => `补记上一文书 ${count} 件，登记为已发，备注“补记”。`,
  blankNote: (count: number) => `有 ${count} 份查不到上一文书的编号，文书上留空。`,
} as const;

export const LETTER_TEXT = {
  making: '正在排出全文',
  body: '文书全文',
  approval: '盖章、签收处留空，按此印出。',
} as const;

export const RECORD = {
  list: '登记在案的文书',
  none: '文书登记簿里还没有文书',
  noneShown: '没有符合条件的文书',
  show: '显示',
  shown: { all: '全部', draft: '拟稿', unsigned: '未签收', unanswered: '未回复', sent: '已发', void: '作废' },
  unit: '单位',
  allUnits: '全部单位',
  onlySelected: '只看表中选中的事项',
  noNumber: '无编号',
  draft: '拟稿',
  sent: (date: string) => `${date} 发出`,
  signed: (date: string) => `${date} 签收`,
  unsigned: '未签收',
  replied: (date: string) => `${date} 回复`,
  waiting: (date: string) => `${date} 前回复`,
  late: (days: number) => `答复过期 ${days} 天`,
  void: '作废',
  unlinked: '登记的事项在台账里对不上',
  picked: (count: number) => `已选 ${count} 份`,
  turn: { send: '发出', sign: '签收', reply: '回复', void: '作废' } satisfies Record<NoticeTurn['kind'], string>,
  takeBack: '撤回拟稿',
  reprint: '补打',
  more: '办理',
} as const;

export const TURN = {
  title: (turn: string, count: number) => `${turn} ${count} 份文书`,
  date: { send: '发出日期', sign: '签收日期', reply: '回复日期' },
  dateMissing: '请填日期',
  reason: '作废理由（记入登记簿备注）',
  reasonMissing: '请写明作废理由',
  voidKeeps: '作废后编号不再使用；台账里的编号和日期退回上一份文书的。',
  leftOut: (count: number) => `有 ${count} 份不能办，写入时略过：`,
  none: '选中的文书都不能办。',
  go: '下一步',
  deed: (turn: string, count: number) => `登记${turn} ${count} 份`,
  takeBack: (count: number) => `撤回拟稿 ${count} 份`,
} as const;

export const OFFICE = {
  office: '单位',
  numbers: '答复与编号',
  layout: '字体与版面',
  fontHint: (font: string) => `不填用${font}`,
  page: '版面',
  pages: { standard: '国标公文（GB/T 9704）', electronic: '电子公文（GB/T 33476.2）' },
  natural: '自然日',
  working: '工作日',
  on: '是',
  save: '保存',
  deed: '保存单位与版面',
  unreadable: '文件里的督查设置读不出来，不能改动。',
  templates: '文书模板',
  templatesLead: '下载后用 Word 修改，保留｛｝里的占位符，再交回。模板存在台账文件里。',
  builtIn: '内置模板',
  own: '本单位模板',
  download: '下载',
  give: '交回',
  restore: '恢复默认',
  of: (deed: string, form: string) => `${deed}${form}模板`,
  problems: (form: string) => `交回的${form}模板不能用：`,
  keepDeed: (form: string) => `采用交回的${form}模板`,
  restoreDeed: (form: string) => `${form}模板恢复默认`,
  templatesFailed: '没有读到存着的模板。',
} as const;

export const LETTERS_DONE = {
  madeAgain: (count: number, files: string) => `已补打 ${count} 份。Word 文件：${files}，在浏览器的下载文件夹里。`,
  stopped: '已停止，没有生成文件。',
  stoppedBefore: '已停止，没有登记，也没有生成文书。',
  stoppedSheets: '已停止，后面的打印用工作表没有写。',
  onRecord: (count: number) => `${count} 份文书已登记在案，没有交出。`,
  gone: (names: readonly string[]) =>
    `${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 份` : ''}已经发出，文书登记簿里却没有这一行，可能被别人同时登记的行盖掉了。请核对登记簿，补登这份文书；编号与别人重复的，改号后重发。`,
  redrawn: (count: number) => `有别人同时登记，${count} 份的编号已顺延，以登记簿为准。`,
  makeNow: '生成文书',
} as const;

export const LETTERS_PREVIEW = {
  sheetsNote: '登记后把文书写成打印用工作表，放在最后。',
  pageNumbers: '同一张表上的一页文书不印页码；两页以上的单独成表，页码各从 1 起。',
  unnumbered: (count: number) => `两页以上的有 ${count} 份，不再单独成表，也不印页码；要页码的请用 Word 文件。`,
  sheetsAgain: (count: number) => `补打 ${count} 份到工作表`,
  recordOnlyNote: '只登记，不生成文件；以后可以补打。',
  draftNote: '登记为拟稿：不算已经催办，发出后才算。',
  sentNote: '登记为已发：随即计入催办、督办和计分，写入后只能作废，不能撤销。',
  overriddenNote: (name: string, reason: string) => `${name}按理由出：${reason}`,
} as const;
