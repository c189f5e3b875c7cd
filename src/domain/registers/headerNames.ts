/**
 * What offices that kept a register before call its columns. The register's own word goes first; another name counts
 * where that column is missing and only one column has such a name.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  文书: ['文书种类', '文书类型', '文书类别', '文书名称', '文种'],
  编号: ['文号', '文书编号', '文书号', '发文字号', '发文编号'],
  日期: [
    '发文日期',
    '发文时间',
    '发出日期',
    '发出时间',
    '下发日期',
    '下发时间',
    '印发日期',
    '登记日期',
    '登记时间',
    '时间',
  ],
  主送单位: ['主送', '发往单位', '受文单位', '收文单位', '接收单位', '责任单位', '承办单位', '牵头单位', '单位'],
  单位: ['单位名称', '责任单位', '承办单位', '被考核单位', '考核单位'],
  事项编号: ['事项序号', '督查编号', '督办编号'],
  事项: ['事项名称', '督查事项', '督办事项'],
  答复期限: ['回复期限', '答复时限', '回复时限', '反馈期限', '反馈时限', '要求回复日期', '要求答复日期'],
  签收日期: ['签收时间'],
  回复日期: ['回复时间', '答复日期', '答复时间'],
  新时限: ['延期至', '延期后时限', '延期时限'],
  批准人: ['批准领导', '审批人', '审批领导', '延期批准人'],
  分值: ['分数', '加减分值'],
  别名: ['简称'],
  参加考核: ['是否参加考核', '是否考核'],
  督查人员数: ['督查人员'],
  承担科室: ['督查科室', '承办科室'],
};

/** Register columns by another name of theirs; a name may stand for one column in this register, another in that. */
const COLUMNS_CALLED: ReadonlyMap<string, readonly string[]> = Object.entries(OTHER_NAMES).reduce(
  (called, [column, names]) => {
    for (const name of names) called.set(name, [...(called.get(name) ?? []), column]);
    return called;
  },
  new Map<string, readonly string[]>(),
);

/** The columns of a header row by the register's own names; `texts` are folded, '' where a cell holds no text. */
export function registerColumns(texts: readonly string[], headers: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  const called = new Map<string, number[]>();
  texts.forEach((text, at) => {
    if (text === '') return;
    if (headers.includes(text)) {
      if (!columns.has(text)) columns.set(text, at);
      return;
    }
    const column = COLUMNS_CALLED.get(text)?.find((name) => headers.includes(name));
    if (column !== undefined) called.set(column, [...(called.get(column) ?? []), at]);
  });
  for (const [column, places] of called) {
    if (!columns.has(column) && places.length === 1) columns.set(column, places[0]!);
  }
  return columns;
}
