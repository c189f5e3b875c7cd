import fc from 'fast-check';
import { askedEarlier, takeEarlier, type EarlierLetter } from '../../../src/app/letters/earlierLetters';
import { draftLetters, planIssue, type IssueRequest } from '../../../src/app/letters/issueNotices';
import { lettersOnRecord, type LetterOnRecord } from '../../../src/app/letters/lettersOnRecord';
import { planTurn } from '../../../src/app/letters/noticeLife';
import { reprintLetters } from '../../../src/app/letters/reprintLetters';
import type { Review } from '../../../src/app/reading/review';
import { againstUndoing, planTakingBack } from '../../../src/app/letters/takeBackNotices';
import { finish, journalEntries, takeBack } from '../../../src/app/office/workbook';
import { addDays } from '../../../src/domain/calendar/civilDate';
import type { Notice } from '../../../src/domain/notices/notice';
import { numberOf, PLAIN_NUMBER } from '../../../src/domain/notices/numbering';
import { numberingFindings } from '../../../src/domain/notices/numbersOnRecord';
import { letterName } from '../../../src/domain/notices/remake';
import type { Fault } from '../../../src/host/session';
import { office } from '../../domain/notices/builders';
import { deskWith, type HostDesk } from '../../hostDesk';
import { date, requestOn, reviewAt, write } from '../desk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '催办单编号', '催办日期', '督办单编号'];
const LEDGER = [
  HEADER,
  ...['交通局', '教育局', '水利局', '交通局', '教育局、水利局'].map((unit, index) => [
    index + 1,
    `事项${index + 1}`,
    unit,
    '2026-3-1',
    '2026-3-31',
    null,
    null,
    null,
  ]),
] as const;

const error = { code: 'GeneralException', message: 'x' };
const faults: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault>({ when: 'before', error }, { when: 'after', error: 'lost' }),
  {
    weight: 2,
    arbitrary: fc.integer({ min: 2, max: 45 }).map((actions): Fault => ({ when: { afterAction: actions }, error })),
  },
);

type Step =
  | {
      readonly kind: 'issue';
      readonly matters: readonly number[];
      readonly sent: boolean;
      readonly perUnit: boolean;
      /** What is typed for each 交办单 cited and on no record, one after the other. */
      readonly earlier: readonly string[];
    }
  | { readonly kind: 'send' | 'void' | 'takeBack' | 'reprint' | 'undo'; readonly which: number }
  | { readonly kind: 'finish' | 'wait' };

const issuing: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('issue' as const),
  matters: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }),
  sent: fc.nat(3).map((choice) => choice === 0),
  perUnit: fc.boolean(),
  earlier: fc.array(fc.constantFrom('7', '8', '河政办〔2026〕5号', ''), { maxLength: 2 }),
});
const turning: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'send' as const,
    'void' as const,
    'takeBack' as const,
    'reprint' as const,
    'undo' as const,
    'undo' as const,
  ),
  which: fc.nat(9),
});
const others: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('finish' as const, 'finish' as const, 'wait' as const),
});
const fault = fc.record({
  at: fc.constantFrom(3, 4, 5, 5, 6),
  fault: faults,
  finished: fc.boolean(),
});
/** One step in four fails: the last reading request, or one of writing; half of what was cut off is finished at once. */
const failing = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fault });

/** Letters that left the office's printer, by form and number. */
type Printed = Map<string, string>;
const nameOf = (notice: Notice): string => letterName({ form: notice.form, number: notice.number, unit: notice.unit });
const print = (printed: Printed, notices: readonly Notice[]): void =>
  notices.forEach((notice) => printed.set(nameOf(notice), notice.unit));

/** 补记: the answers beside the matters, as far as they go. */
function lookUp(of: Review, request: IssueRequest, typed: readonly string[]): readonly EarlierLetter[] {
  const asked = askedEarlier(of, draftLetters(of, request).notices);
  return asked.flatMap((own, index) => {
    const register = of.registers.notices ?? [];
    const given = { number: typed[index] ?? '', on: own.on };
    const answer = takeEarlier(own, given, { style: PLAIN_NUMBER, issuedOn: request.issuedOn, register });
    if (answer.kind === 'wrong') throw new Error(answer.sentence);
    return answer.kind === 'entered' ? [answer.letter] : [];
  });
}

async function take(step: Step, today: string, printed: Printed): Promise<void> {
  const of = await reviewAt(today);
  const letters = lettersOnRecord(of);
  if (step.kind === 'issue') {
    const keys = of.matters.filter(({ id }) => step.matters.includes(Number(id))).map(({ key }) => key);
    const request = requestOn(today, {
      matters: new Set(keys),
      status: step.sent ? 'sent' : 'draft',
      grouping: step.perUnit ? 'perUnit' : 'perMatter',
    });
    const earlier = lookUp(of, request, step.earlier);
    const { notices } = draftLetters(of, { ...request, earlier });
    if (notices.length === 0) return;
    const written = await write(planIssue(of, notices, office, earlier));
    if (written.ok) print(printed, notices);
    return;
  }
  if (step.kind === 'finish') {
    const entry = (await journalEntries()).find(({ state }) => state === 'pending');
    if (entry !== undefined) await finish(entry);
    return;
  }
  if (step.kind === 'undo') {
    const entries = await journalEntries();
    const entry = entries[step.which % Math.max(entries.length, 1)];
    if (entry !== undefined && againstUndoing(of, entry) === null) await takeBack(entry);
    return;
  }
  if (!('which' in step) || letters.length === 0) return;
  const letter: LetterOnRecord = letters[step.which % letters.length]!;
  if (step.kind === 'reprint') print(printed, reprintLetters(of, [letter], office).notices);
  else if (step.kind === 'takeBack') await write(planTakingBack(of, [letter]).plan);
  else {
    const turn = step.kind === 'send' ? { kind: step.kind, on: date(today) } : { kind: step.kind, reason: '写错' };
    await write(planTurn(of, [letter], turn, office).plan);
  }
}

function held(of: Review, printed: Printed, mayShrink: boolean): void {
  const all = lettersOnRecord(of);
  const letters = all.filter(({ note }) => !note.startsWith('补记'));
  const entries = of.registers.notices ?? [];
  expect(numberingFindings(entries)).toEqual([]);
  laterOnesHeld(
    of,
    all.filter((letter) => !letters.includes(letter)),
  );
  for (const form of ['reminderNotice', 'supervisionOrder'] as const) {
    const serials = letters.filter((own) => own.form === form).map(({ entries: [first] }) => numberOf(first!)!.serial);
    expect(serials.sort((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1));
  }
  // A draft taken back is destroyed with its record; every other letter printed has one row, and each row its letter.
  const onRecord = letters.map(letterName);
  expect(new Set(onRecord).size).toBe(onRecord.length);
  for (const { unlinked } of letters) expect(unlinked).toBe(0);
  const sent = letters.filter(({ status }) => status !== 'void');
  const again = reprintLetters(of, sent, office);
  expect(again.refusals).toEqual([]);
  expect(again.notices.map((notice) => [nameOf(notice), notice.unit])).toEqual(
    sent.map((letter) => [letterName(letter), letter.unit]),
  );
  for (const letter of letters) {
    const unit = printed.get(letterName(letter));
    if (unit !== undefined) expect(unit).toBe(letter.unit);
  }
  const lost = [...printed.keys()].filter((name) => !onRecord.includes(name));
  if (!mayShrink) expect(lost).toEqual([]);
  for (const name of lost) printed.delete(name);
}

/** What was entered afterwards stands once for each matter and unit, as sent, and is never printed. */
function laterOnesHeld(of: Review, later: readonly LetterOnRecord[]): void {
  const standing = later.filter(({ status }) => status !== 'void');
  const named = standing.flatMap(({ number, matters, entries }) =>
    entries.flatMap(({ unit }) => matters.map(({ key }) => `${number ?? ''} ${unit} ${key}`)),
  );
  expect(new Set(named).size).toBe(named.length);
  for (const { form, status, unlinked } of standing)
    expect([form, status, unlinked]).toEqual(['assignmentNotice', 'sent', 0]);
  expect(reprintLetters(of, later, office).notices).toEqual([]);
}

test('拟、发、废、撤、补打、补记、出错、接着写完任意交错：号不重、不跳，一份文书恰有一行登记', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.oneof(
            { weight: 3, arbitrary: issuing },
            { weight: 3, arbitrary: turning },
            { weight: 2, arbitrary: others },
          ),
          failing,
        ),
        {
          minLength: 6,
          maxLength: 14,
        },
      ),
      async (steps) => {
        const desk: HostDesk = deskWith('督查台账', LEDGER);
        try {
          const printed: Printed = new Map();
          let today = date('2026-10-01');
          for (const [step, failure] of steps) {
            desk.failNext((nth) => (failure !== null && nth === failure.at ? failure.fault : undefined));
            await take(step, today, printed).catch((error: Error) => expect(error.message).toMatch(/。$/));
            desk.failNext(() => undefined);
            if (failure?.finished === true) await take({ kind: 'finish' }, today, printed);
            held(await reviewAt(today), printed, step.kind === 'takeBack' || step.kind === 'undo');
            if (step.kind === 'wait') today = addDays(today, 5);
          }
        } finally {
          desk.close();
        }
      },
    ),
    { numRuns: 40 },
  );
});
