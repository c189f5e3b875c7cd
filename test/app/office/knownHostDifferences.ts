/**
 * Where the embedded host is known to answer otherwise than Excel's documentation has it, by question. `source`: page
 * of the documentation and the line of src/host/README.md that says so. What is not here must agree.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, { readonly got: string; readonly source: string }>> = {
  ...each(['date-today', 'formula-result', 'formula-error'], '数值 0', 'Range.values：宿主不重算公式'),
  'error-formula': { got: '没有拒绝', source: 'Range.formulas：不解析公式' },
  'date-numerals': { got: '2026年10月31日', source: 'Range.text：[DBNum1] 不换成中文数字' },
  ...each(
    ['filter-on', 'filter-read', 'filter-write', 'filter-write-one', 'filter-clear'],
    '拒绝 ApiNotFound',
    'AutoFilter：加载项不加筛选，宿主没有 apply',
  ),
  ...each(
    ['table-body', 'table-resize', 'table-filtered-header'],
    '拒绝 ApiNotFound',
    'TableCollection：加载项不建表格，宿主没有 add',
  ),
  'size-autofit': { got: '否', source: 'RangeFormat.autofitRows：行高留给打开文件的程序去调' },
  'insert-part': { got: '拒绝 UnsupportedOperation', source: 'Range.insert：只插入整行' },
};

function each(
  ids: readonly string[],
  got: string,
  source: string,
): Readonly<Record<string, { readonly got: string; readonly source: string }>> {
  return Object.fromEntries(ids.map((id) => [id, { got, source }]));
}
