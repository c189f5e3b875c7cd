/** Words of 计分依据. */
export const BASIS = {
  title: '计分依据',
  choose: '看哪一份文件',
  inForce: (name: string) => `${name}（现在用）`,
  document: (title: string, number: string | null) => `《${title}》${number === null ? '' : `（${number}）`}`,
  since: (from: string) => `自 ${from} 起适用`,
  /** Articles are numbered in several ways: 五, 三(二)2, 附件1. */
  place: (article: string) => (article.startsWith('附件') ? article : `条款 ${article}`),
  restored: '这份文件的公开文本有误，此处按原意整理，数字照原文。',
  rules: '按这一条计分',
  line: (name: string, amount: string) => `${name}：${amount}`,
  amended: (text: string) => `本单位改为：${text}`,
  none: '这份文件没有规定分值，不计分。',
  asked: '这份文件没有写明下面的分值，计分前会问。',
  rest: '其余条款',
  readings: '对条文的理解',
  upTo: (points: number) => `至多 ${points} 分`,
  downTo: (points: number) => `至多扣 ${points} 分`,
  weight: (points: number) => `${points} 分`,
  below: (points: number) => `低于 ${points} 分`,
  byBasis: '按登记的分值',
} as const;
