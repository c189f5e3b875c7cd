/**
 * Where an expectation is taken from, by how far it can be relied on. `reference`, `article`: Microsoft's published
 * documentation of the API (its reference, its articles). `microsoft`: another page of Microsoft's, on Excel itself.
 * `standard`: a published file format. `issue`: a thread on GitHub in which the behaviour was reported, and mostly
 * confirmed by Microsoft's staff. `none`: no document was found, the answer is what this add-in was designed on.
 */
export type SourceKind = 'reference' | 'article' | 'microsoft' | 'standard' | 'issue' | 'none';

export interface HostSource {
  readonly kind: SourceKind;
  /** Member, page with its title, or thread; empty where there is none. */
  readonly where: string;
}

export const SOURCE_NAMES: Readonly<Record<SourceKind, string>> = {
  reference: '接口参考',
  article: '开发文档',
  microsoft: '微软其他文档',
  standard: '文件格式标准',
  issue: 'GitHub 议题',
  none: '未见文档，按设计说明',
};

/** The articles read, by path under docs/ of the documentation's repository. */
export const ARTICLES = {
  'develop/application-specific-api-model': 'Application-specific API model',
  'concepts/resource-limits-and-performance-optimization': 'Resource limits and performance optimization',
  'testing/application-specific-api-error-handling': 'Error handling with the application-specific JavaScript APIs',
  'excel/excel-add-ins-advanced-concepts': 'Advanced programming concepts with the Excel JavaScript API',
  'excel/excel-add-ins-blank-null-values': 'Blank and null values in Excel add-ins',
  'excel/excel-add-ins-conditional-formatting': 'Apply conditional formatting to Excel ranges',
  'excel/excel-add-ins-data-validation': 'Add data validation to Excel ranges',
  'excel/excel-add-ins-events': 'Work with Events using the Excel JavaScript API',
  'excel/excel-add-ins-multiple-ranges': 'Work with multiple ranges simultaneously',
  'excel/excel-add-ins-ranges-clear-delete': 'Clear or delete ranges',
  'excel/excel-add-ins-ranges-cut-copy-paste': 'Cut, copy, and paste ranges',
  'excel/excel-add-ins-ranges-dates': 'Work with dates',
  'excel/excel-add-ins-ranges-insert': 'Insert a range of cells',
  'excel/excel-add-ins-ranges-set-get-values': 'Set or get Excel range values, text, and formulas',
  'excel/excel-add-ins-ranges-special-cells': 'Find special cells within a range',
  'excel/excel-add-ins-ranges-unbounded': 'Read or write to an unbounded range',
  'excel/excel-add-ins-troubleshooting': 'Troubleshoot Excel add-ins',
  'excel/performance': 'Performance optimization using the Excel JavaScript API',
} as const;

export type Article = keyof typeof ARTICLES;

/** A member of the API's reference, `Range.values`; more than one where it takes them together. */
export const reference = (...members: readonly string[]): HostSource => ({
  kind: 'reference',
  where: members.join('、'),
});

export const article = (path: Article): HostSource => ({ kind: 'article', where: path });
export const microsoft = (title: string): HostSource => ({ kind: 'microsoft', where: title });
export const standard = (where: string): HostSource => ({ kind: 'standard', where });

/** Threads, `office-js #224`. */
export const issue = (...threads: readonly string[]): HostSource => ({ kind: 'issue', where: threads.join('、') });

export const NO_DOCUMENT: HostSource = { kind: 'none', where: '' };

/** The source as the report has it. */
export function sourceText({ kind, where }: HostSource): string {
  if (kind === 'none') return SOURCE_NAMES.none;
  if (kind === 'article') return `${SOURCE_NAMES.article}：${ARTICLES[where as Article]}（${where}）`;
  return `${SOURCE_NAMES[kind]}：${where}`;
}
