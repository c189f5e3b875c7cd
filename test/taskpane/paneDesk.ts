import type { Review } from '../../src/app/reading/review';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { workbookCalls, type DeskCalls } from '../../src/taskpane/desk/calls';
import { Desk } from '../../src/taskpane/desk/Desk';
import type { Timing } from '../../src/taskpane/desk/DeskStore';
import { figuresOf } from '../../src/taskpane/desk/figures';
import type { Turns } from '../../src/taskpane/desk/inSlices';
import { deskWith, type HostDesk } from '../hostDesk';

export const TODAY = '2026-10-31' as CivilDate;

/** Three matters, one of which is overdue at 2026-10-31, one closed. */
export const HEADER = ['序号', '督查事项', '责任单位', '办结时限', '办理状态'];
export const LEDGER = [
  HEADER,
  ['1', '修桥', '交通局', '2026-10-20', ''],
  ['2', '建校', '教育局', '2026-11-02', ''],
  ['3', '治水', '水利局', '2026-10-01', '已办结'],
];

export const reviewOf = (desk: Desk): Review => {
  const { review } = desk.view();
  if (review === null) throw new Error('nothing was reviewed');
  return review;
};
export const overdueIn = (desk: Desk): number => figuresOf(reviewOf(desk), null).states.overdue.length;

/** A clock whose hand the test turns. */
export class HandTurned implements Timing {
  /** A hand that stands still makes every computing one slice. */
  now = (): number => 0;
  pause = (): Promise<void> => Promise.resolve();

  private waiting: { readonly milliseconds: number; readonly run: () => void }[] = [];

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const own = { milliseconds, run };
    this.waiting.push(own);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== own);
    };
  };

  /** Runs what waits no longer than that. */
  turn(milliseconds: number): void {
    const due = this.waiting.filter((own) => own.milliseconds <= milliseconds);
    this.waiting = this.waiting.filter((own) => own.milliseconds > milliseconds);
    for (const { run } of due) run();
  }
}

/** The pane's desk at 2026-10-31, 09:00, over the workbook that is open. */
export function deskOnPane(
  calls: Partial<DeskCalls> = {},
  turns: Partial<Turns> = {},
): { readonly desk: Desk; readonly timing: HandTurned } {
  const timing = Object.assign(new HandTurned(), turns);
  const clock = { today: () => TODAY, now: () => `${TODAY} 09:00` };
  return { desk: new Desk({ ...workbookCalls, ...calls }, clock, timing), timing };
}

interface OverLedger {
  readonly host: HostDesk;
  readonly desk: Desk;
  readonly timing: HandTurned;
}

/** Before each test a desk opened over these rows, in one sheet 台账, is given to `take`; left and closed after it. */
export function eachOverLedger(rows: Parameters<typeof deskWith>[1], take: (over: OverLedger) => void): void {
  let over: OverLedger;
  beforeEach(async () => {
    over = { host: deskWith('台账', rows), ...deskOnPane() };
    await over.desk.open();
    take(over);
  });
  afterEach(async () => {
    await over.desk.leave();
    over.host.close();
  });
}

/** Lets answers of the host and events come in, until `holds`. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  if (!holds()) throw new Error('it never came');
}
