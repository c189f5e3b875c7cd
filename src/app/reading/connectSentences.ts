import { columnLetters } from '../../domain/cell';
import type { LedgerConnection } from '../../domain/ledger/connection';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import type { Field } from '../../domain/ledger/fields';
import type { Connecting, LedgerFound } from './connectLedger';

const words = (fields: readonly Field[]): string => fields.map((field) => FIELD_NAMES[field]).join('、');

/** No sheet is a ledger: which columns were missed, sheet by sheet. */
export function noLedgerSentence(others: Connecting['others']): string {
  if (others.length === 0) return '没有找到台账：文件里没有可以读取的工作表。请把台账所在的工作表设为可见后再试。';
  const said = others.map(({ sheet, unread }) => `工作表“${sheet}”缺少${words(unread.missing)}列`).join('；');
  return `没有找到台账表头：${said}。台账至少要有督查事项一列，并有牵头单位或办结时限一列。`;
}

export function twoHeadersSentence({
  sheet,
  candidates,
}: {
  readonly sheet: string;
  readonly candidates: readonly LedgerConnection[];
}): string {
  const rows = candidates.map(({ headerTop }) => `第${headerTop + 1}行`).join('和');
  return `工作表“${sheet}”里${rows}都像表头，无法确定哪一个是台账。请把两张表分到不同的工作表后再试。`;
}

export const protectedSentence = (sheet: string): string =>
  `工作表“${sheet}”受保护，不能写入标记，文件没有改动。请先在“审阅”中撤销工作表保护再试。`;

/** The header is no longer as it was connected. */
export function connectionSentence({ connection, check }: LedgerFound): string {
  const columns = Object.entries(connection.columns)
    .map(([field, { column, header }]) => `${FIELD_NAMES[field as Field]}（${columnLetters(column)}列“${header}”）`)
    .join('、');
  const why = check.kind === 'same' ? '' : '表头已改动，与上次连接时不同。';
  return `工作表“${connection.sheet}”${why}上次连接的列是：${columns}。请在任务窗格里重新确认后再试。`;
}
