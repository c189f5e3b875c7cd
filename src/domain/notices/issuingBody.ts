/** `单位：河阳市人民政府办公室…`, `填报单位：…`. */
const LABELLED = /^(?:填报|编制|制表|主管|督查)?单位[:：]\s*/;
/** A name at the start of a line, up to the word that ends a body's name. */
const BODY = /^(?!各|全|有关)([\u4e00-\u9fff]{2,18}?(?:人民政府|管理委员会|委员会|局|厅))/;
const SHORT = /^(?!各|全|有关)([\u4e00-\u9fff]{1,8}[省市县区旗州])政府/;

/**
 * The body that issues letters, as the lines above a ledger's header name it: a labelled line first (单位：…), else the
 * title. `河阳市政府` is read as 河阳市人民政府. Null where no line names one.
 */
export function issuingBodyIn(lines: readonly string[]): string | null {
  const plain = lines.map((line) => line.trim());
  const labelled = plain.filter((line) => LABELLED.test(line)).map((line) => line.replace(LABELLED, ''));
  for (const line of [...labelled, ...plain]) {
    const short = SHORT.exec(line)?.[1];
    if (short !== undefined) return `${short}人民政府`;
    const body = BODY.exec(line)?.[1];
    if (body !== undefined) return body;
  }
  return null;
}

/** The office units report to, by the kind of body: 市政府办公室 of a city's government, 局办公室 of a bureau. */
export function generalOfficeOf(issuingBody: string): string {
  const government = /([省市县区旗州镇乡])人民政府$/.exec(issuingBody)?.[1];
  if (government !== undefined) return `${government}政府办公室`;
  const kind = /(局|厅)$/.exec(issuingBody)?.[1];
  if (kind !== undefined) return `${kind}办公室`;
  return /委员会$/.test(issuingBody) ? '委办公室' : '办公室';
}
