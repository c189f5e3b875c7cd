import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellContent } from '../../src/host/xlsx';
import { deskWith } from '../hostDesk';
import { deskOnPane } from '../taskpane/paneDesk';

const HEADER = ['序号', '督查事项', '责任单位', '办结时限', '办理状态'];
const LEDGER = [
  HEADER,
  ['1', '修缮老城区道路', '交通局', '2026-10-20', ''],
  ['2', '新建第三小学', '教育局', '2026-10-30', ''],
];

/** Workbooks that bring the pane into its states, by what they are. */
export const STATE_BOOKS = {
  noLedger: [
    ['姓名', '电话'],
    ['张三', '1'],
  ],
  asking: [
    ['序号', '督查事项', '责任单位', '交办时间', '完成时间', '备注'],
    ['1', '修缮老城区道路', '交通局', '2026-10-1', '2026-10-20', ''],
  ],
  noMatters: [HEADER],
  nothingToDo: [HEADER, ['1', '修缮老城区道路', '交通局', '2099-12-20', '']],
} as const satisfies Record<string, readonly (readonly CellContent[])[]>;
export type StateBook = keyof typeof STATE_BOOKS | 'unfinished';

/** Files of all of them, in a folder of their own; `unfinished`: a marking was cut off in the middle. */
export async function makeStateBooks(): Promise<Readonly<Record<StateBook, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'state-books-'));
  const files = {} as Record<StateBook, string>;
  const keep = (name: StateBook, bytes: Uint8Array): void => {
    files[name] = join(folder, `${name}.xlsx`);
    writeFileSync(files[name], bytes);
  };
  for (const [name, rows] of Object.entries(STATE_BOOKS) as [keyof typeof STATE_BOOKS, readonly CellContent[][]][]) {
    const host = deskWith(name === 'noLedger' ? '通讯录' : '督查台账', rows);
    keep(name, host.workbook.save());
    host.close();
  }
  const host = deskWith('督查台账', LEDGER);
  const { desk } = deskOnPane();
  await desk.open();
  await desk.previewMarking();
  host.failNext((ordinal) =>
    ordinal === 2 ? { when: { afterAction: 12 }, error: { code: 'GeneralException', message: '' } } : undefined,
  );
  await desk.write();
  await desk.leave();
  keep('unfinished', host.workbook.save());
  host.close();
  return files;
}
