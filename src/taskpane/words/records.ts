/** Words of 清空操作记录 and 对外版. */
export const RECORDS = {
  clear: '清空操作记录',
  outside: '清成对外版',
  outsideHint:
    '要发给外单位的文件：先把本文件另存一份，打开另存的那份，再点“清成对外版”，去掉操作记录、督查设置和本单位文书模板。',
  clearAsked: (count: number) => `将要清空 ${count} 项操作记录，清空后都不能再撤销。工作表不动。`,
  unfinishedAsked: (count: number) => `其中 ${count} 项没有写完，清空后不能再接着写完或退回。`,
  outsideAsked: (count: number) =>
    `将要从本文件去掉：操作记录 ${count} 项，督查设置（表头和列、计分方案、单位信息），通报存下的文字，本单位文书模板。工作表不动，不能撤销。请确认这是另存的那一份。`,
  clearDeed: (count: number) => `清空 ${count} 项`,
  outsideDeed: '去掉这些内容',
  cancel: '取消',
  cleared: '已清空操作记录。',
  outsideDone: '已清成对外版，请保存。',
} as const;
