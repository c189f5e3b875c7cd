import fc from 'fast-check';
import { overviewOfReview, overviewOfReviewInPortions } from '../../src/app/bulletin/overviewOfReview';
import { review, reviewInPortions, type Review, type ReviewRequest } from '../../src/app/reading/review';
import { scoreInPortions, scoreReview } from '../../src/app/scoring/scoreReview';
import { planScoreSheets, scoreSheetsInPortions, type Scored } from '../../src/app/scoring/scoreSheets';
import { lookOver } from '../../src/app/reading/connectLedger';
import { readForReview, type Reading } from '../../src/app/reading/readForReview';
import { ruleSetFor } from '../../src/app/reading/chosenRules';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { forEach, type InPortions } from '../../src/domain/portions';
import { DEFAULT_SETTINGS } from '../../src/domain/ruleSet';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { figuresOf } from '../../src/taskpane/desk/figures';
import { inSlices, oneSlice, SLICE, wallTurns, type Turns } from '../../src/taskpane/desk/inSlices';
import { openSample, type HostDesk } from '../hostDesk';
import { deskOnPane, TODAY, until } from './paneDesk';

/** A hand that jumps by these milliseconds, one after the other, each time it is looked at. */
function jumping(steps: readonly number[]): Turns & { readonly pauses: () => number } {
  let [at, now, pauses] = [0, 0, 0];
  return {
    now: () => (now += steps[at++ % steps.length]!),
    pause: () => Promise.resolve(void (pauses += 1)),
    pauses: () => pauses,
  };
}

const sizes = fc.array(fc.integer({ min: 0, max: SLICE * 2 }), { minLength: 1, maxLength: 7 });
const thousand = (): InPortions<void> => forEach(new Array<number>(1000).fill(0), () => undefined, 'check');

describe('分片计算', () => {
  test('一片里做得完的不让', async () => {
    const turns = jumping([0]);
    await inSlices(thousand(), turns);
    expect(turns.pauses()).toBe(0);
    expect(oneSlice(thousand(), turns)).toEqual({ done: true, result: undefined });
  });

  test('做满一片就让一次，并说做到哪里', async () => {
    const said: number[] = [];
    await inSlices(thousand(), jumping([SLICE]), { progress: ({ done }) => said.push(done) });
    expect(said).toEqual([200, 400, 600, 800, 1000]);
  });

  test('真的让出：排在前面的事先做', async () => {
    const order: string[] = [];
    const waiting = inSlices(thousand(), { ...wallTurns, now: jumping([SLICE]).now }).then(() => order.push('算完'));
    setImmediate(() => order.push('别的事'));
    await waiting;
    expect(order).toEqual(['别的事', '算完']);
  });

  test('取消：以取消的缘由告终，余下的不做', async () => {
    const stop = new AbortController();
    const reason = new Error('取消');
    const done: number[] = [];
    const work = forEach(new Array<number>(1000).fill(0), (_, index) => done.push(index));
    const turns = { now: jumping([SLICE]).now, pause: () => Promise.resolve(stop.abort(reason)) };
    await expect(inSlices(work, turns, { signal: stop.signal })).rejects.toBe(reason);
    expect(done).toHaveLength(200);
    expect(work.next().done).toBe(true);
  });
});

describe('台账分片核对', () => {
  let host: HostDesk;
  let reading: Reading;
  let request: ReviewRequest;
  let whole: Review;
  beforeAll(async () => {
    host = openSample('city');
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const connections = looked.value.ledgers.map(({ connection }) => connection);
    const read = await readForReview(looked.value.survey, connections);
    if (!read.ok) throw new Error(read.refusal.sentence);
    reading = read.value;
    const settings = DEFAULT_SETTINGS;
    request = { connections, doubts: new Map(), asOf: TODAY, today: TODAY, ruleSet: ruleSetFor(null), settings };
    whole = review(reading, request);
  });
  afterAll(() => host.close());

  test('片大片小，核对、总览、计分、计分表都同一次算完的一样', async () => {
    const scored = scoreReview(whole) as Scored;
    const [overview, sheets] = [overviewOfReview(whole), planScoreSheets(whole, scored, { replace: false })];
    expect(whole.findings.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(sizes, async (steps) => {
        const sliced = await inSlices(reviewInPortions(reading, request), jumping(steps));
        expect({ ...sliced, calendar: null }).toEqual({ ...whole, calendar: null });
        expect(await inSlices(overviewOfReviewInPortions(sliced, null), jumping(steps))).toEqual(overview);
        expect(await inSlices(scoreInPortions(sliced), jumping(steps))).toEqual(scored);
        const again = scoreSheetsInPortions(sliced, scored, { replace: false });
        expect(await inSlices(again, jumping(steps))).toEqual(sheets);
      }),
      { numRuns: 8 },
    );
  });
});

describe('大台账在窗格里核对', () => {
  let host: HostDesk;
  let desk: Desk;
  let slow = false;
  const on = (date: string) => ({ kind: 'on' as const, date: date as CivilDate });
  const asOfShown = (): string | undefined => desk.view().review?.asOf;

  beforeEach(async () => {
    host = openSample('city');
    slow = false;
    desk = deskOnPane({}, { now: () => (slow ? (clock += 1000) : 0), pause: nextTurn }).desk;
    await desk.open();
  });
  afterEach(async () => {
    await desk.leave();
    host.close();
  });
  let clock = 0;
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** From now on every portion takes a whole slice. */
  const slowly = (): void => void (slow = true);

  test('换统计日期要算一阵：算着仍显示原来的，件数一路报，算完一起换', async () => {
    slowly();
    const stages = new Set<string | undefined>();
    desk.subscribe(() => stages.add(desk.view().work?.progress?.stage));
    const choosing = desk.chooseDate(on('2026-09-30'));
    expect(desk.view()).toMatchObject({ work: { kind: 'compute' }, asOf: { kind: 'today' } });
    expect(asOfShown()).toBe(TODAY);
    expect(await choosing).toBe(true);
    expect(desk.view()).toMatchObject({ work: null, asOf: on('2026-09-30') });
    expect(asOfShown()).toBe('2026-09-30');
    expect([...stages]).toEqual(expect.arrayContaining(['check']));
  });

  test('取消：日期、核对结果、设置都是原来的，可以再来', async () => {
    slowly();
    const before = desk.view();
    const choosing = desk.chooseDate(on('2026-09-30'));
    await nextTurn();
    desk.stop();
    expect(await choosing).toBe(false);
    expect(desk.view()).toEqual(before);
    const changing = desk.choose({ ...before.choices, scheme: 'liangshan-2010' });
    desk.stop();
    expect(await changing).toBe(false);
    expect(desk.view()).toEqual(before);
    expect(await desk.chooseDate(on('2026-09-30'))).toBe(true);
    expect(desk.view().choices).toEqual(before.choices);
  });

  test('重读时取消：原来的核对仍在，注明不是最新', async () => {
    const before = desk.view();
    slowly();
    const reading = desk.readAgain();
    await until(() => desk.view().work?.progress?.stage !== undefined);
    desk.stop();
    await reading;
    expect(desk.view()).toEqual({ ...before, stale: true });
  });

  test('没算完又换日期，只按后一个算', async () => {
    slowly();
    const first = desk.chooseDate(on('2026-09-30'));
    const second = desk.chooseDate(on('2026-08-31'));
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(asOfShown()).toBe('2026-08-31');
  });

  test('正在读时换日期，读完再按新日期算', async () => {
    slowly();
    const reading = desk.readAgain();
    expect(await desk.chooseDate(on('2026-09-30'))).toBe(true);
    await reading;
    expect(asOfShown()).toBe('2026-09-30');
    expect(figuresOf(desk.view().review!, null).asOf).toBe('2026-09-30');
  });

  test('取消写计分表，没有预览', async () => {
    slowly();
    const previewing = desk.previewScores(false);
    while (desk.view().work === null) await nextTurn();
    expect(desk.view().work?.kind).toBe('compute');
    desk.stop();
    expect(await previewing).toBe(false);
    expect(desk.view()).toMatchObject({ preview: null, work: null });
  });
});
