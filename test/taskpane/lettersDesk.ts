import { lettersOnRecord, type LetterOnRecord } from '../../src/app/letters/lettersOnRecord';
import { atOnce } from '../../src/domain/portions';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { lettersToIssue, previewIssue, wishesOf } from '../../src/taskpane/desk/letterDeeds';
import { deskWith, type HostDesk } from '../hostDesk';
import { deskOnPane, type HandTurned } from './paneDesk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'];

/** Two matters whose reminder is due at 2026-10-31, and one with time left. */
const LEDGER = [
  HEADER,
  ['1', '修桥', '交通局', '2026-09-01', '2026-10-20', ''],
  ['2', '治水', '水利局', '2026-09-01', '2026-10-21', ''],
  ['3', '建校', '教育局', '2026-09-01', '2026-12-20', ''],
];

/** So many matters of one unit, the reminder of each due. */
export const manyOverdue = (count: number): readonly (readonly string[])[] => [
  HEADER,
  ...Array.from({ length: count }, (_, index) => [
    String(index + 1),
    `事项${index + 1}`,
    '交通局',
    '2026-09-01',
    '2026-10-20',
    '',
  ]),
];

/** A desk that makes letters over a small ledger, with what it has handed over. */
export class LettersDesk {
  readonly handed: string[] = [];
  readonly host: HostDesk;
  readonly desk: Desk;
  readonly timing: HandTurned;

  constructor({
    rows = LEDGER,
    downloads = true,
    autoSave = false,
  }: {
    readonly rows?: readonly (readonly string[])[];
    readonly downloads?: boolean;
    readonly autoSave?: boolean;
  } = {}) {
    this.host = deskWith('台账', rows, { autoSave });
    const handOver = ({ name }: { readonly name: string }): void => void this.handed.push(name);
    ({ desk: this.desk, timing: this.timing } = deskOnPane({ handOver, canDownload: () => downloads }));
  }

  readonly due = () => atOnce(lettersToIssue(this.desk.view().review!, wishesOf(this.desk.view())));
  readonly record = (): readonly LetterOnRecord[] => lettersOnRecord(this.desk.view().review!);
  readonly register = () => this.host.workbook.sheets.find(({ name }) => name === '文书登记簿');

  readonly preview = () => previewIssue(this.desk, this.due().notices);

  readonly issue = async (): Promise<void> => {
    await this.preview();
    await this.desk.write();
  };

  async close(): Promise<void> {
    await this.desk.leave();
    this.host.close();
  }
}
