import type { Words } from './findingSentence';

/** Why a register row was not taken, by `problem`. */
export const REGISTER_ROW_SENTENCES: Readonly<Record<string, (column: string, text: string) => string>> = {
  blank: (column) => `“${column}”没有填，请补上，不然这一行不完整`,
  unreadable: (column, text) => `“${column}”写的“${text}”读不出，没有算，请改正`,
  unknownWord: (column, text) => `“${column}”写的“${text}”不在规定的说法里，这一行没有算，请改正`,
  noColumn: (column) => `这张表缺“${column}”列，整张表读不了，请补上这一列`,
  noMatter: () => '事项编号和事项名称都没有填，这一行没有算到任何事项上，请补上',
  sameEvent: (_, text) => `与第${text}行的日期、单位、类型、事项、依据都相同，两行都计了分；是同一件事的请删去一行`,
  nameMissing: () => '没有写明提出或批准人，已按所填分值计算，请在备注里补上姓名',
  repeated: (column, text) => `${column}“${text}”前面已经有一行，这一行没有用，请合并`,
};

/** Why nothing is scored by 计分方案 until a row is put right, by `reason`. */
export const RULE_SET_ROW_SENTENCES: Readonly<Record<string, (words: Words) => string>> = {
  notANumber: (w) => `“${w.of('rule')}”的分值“${w.of('value')}”不是数字，改正之前不计分`,
  amountMissing: (w) => `“${w.of('rule')}”没有填分值，填上之前不计分`,
  signReversed: (w) => `“${w.of('rule')}”的分值${w.of('value')}加减方向反了，改正之前不计分`,
  negative: (w) => `“${w.of('rule')}”的数值${w.of('value')}不能小于零，改正之前不计分`,
  unknownRule: (w) => `“${w.of('value')}”不是方案里的规则，改正或删去之前不计分`,
  duplicate: (w) => `“${w.of('rule')}”写了两行，删去一行之前不计分`,
  kindDiffers: (w) =>
    `“${w.of('rule')}”的规则是“${w.of('kind')}”，表里写成了“${w.of('value')}”；只能改分值、封顶，改回之前不计分`,
  wrongColumn: (w) => `“${w.of('rule')}”没有${w.of('column')}，不能填${w.of('value')}，删去之前不计分`,
  clauseMissing: (w) => `本单位自定的“${w.of('rule')}”没有写条款，写明之前不计分`,
  rowMissing: (w) => `没有“${w.of('rule')}”这一行，按公布的分值计算`,
  unknownRuleSet: (w) => `不认识的方案“${w.of('value')}”，请从已有方案里选；改正之前不计分`,
  columnMissing: (w) => `计分方案缺“${w.of('columns')}”列，补上之前不计分`,
  amountsOpen: (w) =>
    `《${w.of('ruleSet')}》没有写明${w.of('rules')}的分值，填好之前不计分；请生成“计分方案”表，把这几项填上`,
  noScheme: (w) => `《${w.of('ruleSet')}》没有规定加减分，不计分`,
};

/** Why an event or notice scores nothing, by `reason`. */
export const NOT_SCORED_SENTENCES: Readonly<Record<string, (words: Words) => string>> = {
  notInScheme: (w) => `${w.of('unit')}的${w.of('kind')}：本方案不计分`,
  unitNotListed: (w) => `${w.of('unit')}没有牵头的事项，也不在单位名录里，${w.of('kind')}没有计分，请核对单位名称`,
  unitNotAssessed: (w) => `${w.of('unit')}不参加考核，${w.of('kind')}不计分`,
  pointsMissing: (w) => `${w.of('unit')}的${w.of('kind')}没有填分值，没有计分，请补上`,
  basisMissing: (w) => `${w.of('unit')}的${w.of('kind')}没有写依据，没有计分，请补上`,
  noOpenMatter: (w) => `${w.of('unit')}那个月没有在办的事项，${w.of('kind')}没有计分，请核对`,
  unitWithoutMatters: (w) => `${w.of('unit')}没有列入本方案类别的事项，不参加计分`,
  unitMissing: (w) => `${w.of('kind')}没有填单位，没有计分，请补上`,
};

/** How a month's figures differ from what was issued, by `kind`. */
export const ISSUED_DIFFERENCES: Readonly<Record<string, (words: Words) => string>> = {
  added: (w) => `${w.of('month')}印发以后，${w.of('unit')}多出${w.date('date')}的${w.of('rule')}${w.of('after')}分`,
  removed: (w) =>
    `${w.of('month')}印发的${w.of('unit')}${w.date('date')}${w.of('rule')}${w.of('before')}分，现在没有来由`,
  changed: (w) =>
    `${w.of('month')}印发的${w.of('unit')}${w.date('date')}${w.of('rule')}${w.of('before')}分，现在是${w.of('after')}分`,
  total: (w) =>
    `${w.of('month')}印发的${w.of('unit')}总分${w.of('before') || '空白'}，现在是${w.of('after') || '不计分'}`,
  ruleSet: (w) => `${w.of('month')}不是按《${w.of('ruleSet')}》印发的，分数没有逐笔比较`,
  bulletin: (w) => `${w.of('sheet')}印发以后，台账或登记有变动，现在写出的通报与它不同`,
};
