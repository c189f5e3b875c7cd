import type { OpenRefusal } from './model';

/** Why a file is not opened, in the clerk's words: what it is, and what to do. */
export const refusalSentences: Readonly<Record<OpenRefusal['reason'], string>> = {
  empty: '这个文件是空的（0 字节），没有打开。请重新取一份完整的文件。',
  notWorkbook: '这个文件不是 Excel 工作簿（.xlsx 或 .xlsm），没有打开。',
  encrypted: '这个工作簿设了打开密码，没有打开。请在 Excel 或 WPS 里输入密码打开，取消密码后另存一份再用。',
  legacyXls: '这是 Excel 97-2003 的 .xls 文件，没有打开。请在 Excel 或 WPS 里打开，另存为 .xlsx 后再用。',
  wpsEt: '这是 WPS 表格的旧格式文件（.et，或由 WPS 存的 .xls），没有打开。请在 WPS 里打开，另存为 .xlsx 后再用。',
  csvOrText:
    '这个文件其实是文本（CSV、网页等），只是改了扩展名，没有打开。请在 Excel 或 WPS 里打开，另存为 .xlsx 后再用。',
  truncated: '这个文件不完整，可能没有下载完或复制中断，没有打开。请重新取一份。',
  tooLarge: '这个文件解开后过大，没有打开。请删去不用的工作表或空行，另存后再试。',
  brokenPart: '这个工作簿里有损坏的部分，没有打开。请在 Excel 里用“打开并修复”另存一份再用。',
};

export function refusal(
  reason: OpenRefusal['reason'],
  detail?: string,
): { readonly ok: false; readonly refusal: OpenRefusal } {
  const sentence = refusalSentences[reason];
  return { ok: false, refusal: { reason, sentence: detail === undefined ? sentence : `${detail}${sentence}` } };
}

export const cautionSentences = {
  strict: '这个文件是“严格的 Open XML”格式，只能查看，不能在这里保存。请在 Excel 里另存为普通的 .xlsx 后再用。',
  signed: '这个文件带有数字签名，在这里修改并保存后签名将失效。',
} as const;
