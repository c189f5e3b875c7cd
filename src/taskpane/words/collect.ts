/** Words of 收表. */
export const COLLECT = {
  title: '收表',
  month: '月份',
  monthOf: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`,
  tabs: { send: '下发', take: '收回' },
  // 下发
  units: '要填报的单位',
  asked: (count: number) => `${count} 件`,
  allUnits: (count: number) => `全选（${count} 个单位）`,
  noneAsked: '没有要单位填报的事项：都已办结，或没有单位。',
  leftOut: (count: number) =>
    `另有 ${count} 件在办事项不在填报表里：涉密，或编号空缺、重复，或没有单位。请另行了解进展。`,
  sendHelp: '每个单位一份，只有进展、完成情况、说明、延期申请四列可以填。填好后原样发回，文件名可以改。',
  download: '下载',
  downloadOf: (unit: string) => `下载${unit}的填报表`,
  zip: (count: number) => `下载 ${count} 份（一个压缩包）`,
  one: '下载 1 份',
  zipName: (month: string) => `${month}-进展填报表.zip`,
  made: (count: number, names: string) => `已生成 ${count} 份填报表：${names}，在浏览器的下载文件夹里。`,
  noDownload: 'Excel for Mac 不能从这里保存文件。请在 Windows 版或网页版 Excel 里打开本工作簿下发；收回可以在这里做。',
  // 收回
  drop: '把收回的填报表拖到这里，可以一次多份',
  dropHere: '松开即读入',
  choose: '选择文件',
  reportedOn: '记入日期',
  reportedOnHelp: '进展按这一天记入台账和办理登记。',
  files: '收回的文件',
  none: '还没有收回的文件。',
  noUnit: '单位不明',
  verdicts: {
    merge: (lines: number) => `可并入 ${lines} 条`,
    ask: (lines: number) => `请您看过再定，可并入 ${lines} 条`,
    stop: '没有读入',
    blank: '没有填写',
    done: '已并入',
  },
  accept: '看过了，照收',
  acceptOf: (name: string) => `${name}：看过了，照收`,
  remove: (name: string) => `移去${name}`,
  clear: '全部移去',
  lineOf: (about: string, kind: string, text: string) => `${about} ${kind}：${text}`,
  moreLines: (count: number) => `另有 ${count} 条`,
  go: (files: number, lines: number) => `并入 ${files} 份，${lines} 条`,
  summary: (month: string, files: number) => `收表：${month}并入 ${files} 份`,
  left: (count: number) => `还有 ${count} 份没有并入，原因在“收回的文件”里。`,
  unreadable: (name: string) => `“${name}”打不开，没有读入。是文件夹的，请打开后选里面的文件。`,
  tooLarge: (name: string) => `“${name}”超过 20 兆，不像填报表，没有读入。`,
  // 没有报送
  notReported: (count: number) => `还没有报送（${count} 个单位）`,
  allReported: '各单位都报送了。',
  notOver: (month: string) => `${month}过完以后，可以在这里登记未按时报送进展。`,
  notScored: '没有要登记的：本方案不计，或已经登记，或单位在本月没有满足条件的事项。',
  missed: (unit: string, kind: string) => `${unit}：${kind}`,
  enterMissed: (count: number) => `登记 ${count} 笔`,
  missedSummary: (month: string, count: number) => `登记${month}未按时报送 ${count} 笔`,
} as const;

/** Words of 并表. */
export const MERGE = {
  title: '并表',
  lead: '几个科室各记一本的，选各科室的台账文件，按表头和编号、事项对上，改过的格和新增的事项并进本台账。',
  ledger: '并入',
  drop: '把科室的台账文件拖到这里，可以一次多份',
  files: '科室的台账',
  same: (count: number) => `${count} 件与本台账一样。`,
  differences: (count: number) => `不同的格（${count} 处）`,
  differs: (field: string, before: string, after: string) => `${field}：${before} → ${after}`,
  blank: '（空）',
  from: (file: string) => `来自 ${file}`,
  additions: (count: number) => `新增的事项（${count} 件）`,
  refusals: (count: number) => `没有并入（${count} 处）`,
  nothing: '没有要并入的：与本台账一样。',
  stopped: '已停止，都还是原来的。',
  stale: '台账已改动，请重新比对。',
  again: '重新比对',
  go: (cells: number, matters: number) =>
    matters === 0
      ? `并入 ${cells} 处`
      : cells === 0
        ? `并入新增 ${matters} 件`
        : `并入 ${cells} 处、新增 ${matters} 件`,
  summary: (files: string) => `并表：${files}`,
  more: (count: number) => `另有 ${count} 处，一并处理`,
  refusedAddition: (title: string, sentence: string) => `“${title}”：${sentence}`,
} as const;

/** Words of 年终结转. */
export const CARRY_OVER = {
  title: '年终结转',
  ledger: '台账',
  carried: (count: number, name: string) => `未办结的 ${count} 件结转到新工作表“${name}”。`,
  go: (count: number) => `结转 ${count} 件`,
  summary: (name: string, count: number) => `结转 ${count} 件到“${name}”`,
  named: (id: string, title: string) => `${id} ${title}`,
  more: (count: number) => `另有 ${count} 件`,
} as const;
