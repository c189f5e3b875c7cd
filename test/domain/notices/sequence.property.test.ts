import fc from 'fast-check';
import type { NoticeEntry } from '../../../src/domain/registers/registers';
import { draftNotices } from '../../../src/domain/notices/draft';
import { againstTakingBack, send, voidNotice } from '../../../src/domain/notices/lifecycle';
import type { LetterForm, Notice } from '../../../src/domain/notices/notice';
import { numberOf } from '../../../src/domain/notices/numbering';
import { numberingFindings } from '../../../src/domain/notices/numbersOnRecord';
import { entryOf } from '../../../src/domain/notices/registerRow';
import { Sequences } from '../../../src/domain/notices/sequences';
import { at, day, dengzhou, leads, matter, office } from './builders';

const FORMS: readonly LetterForm[] = ['assignmentNotice', 'reminderNotice', 'supervisionOrder'];

type Operation =
  | {
      readonly kind: 'draft';
      readonly form: number;
      readonly matters: readonly number[];
      readonly perUnit: boolean;
      readonly sent: boolean;
      readonly cut: number;
    }
  | { readonly kind: 'send' | 'void' | 'takeBack' | 'reprint'; readonly which: number };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    kind: fc.constant('draft' as const),
    form: fc.nat(2),
    matters: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
    perUnit: fc.boolean(),
    sent: fc.boolean(),
    cut: fc.nat(9),
  }),
  fc.record({
    kind: fc.constantFrom('send' as const, 'void' as const, 'takeBack' as const, 'reprint' as const),
    which: fc.nat(30),
  }),
);

interface Desk {
  register: NoticeEntry[];
  /** Letters on paper, by number: what was written together with its record. */
  readonly letters: Map<string, Notice>;
}

const keyOf = (form: string, number: string | null): string => `${form} ${number}`;

function run(desk: Desk, units: readonly number[], step: Operation): void {
  if (step.kind === 'draft') {
    const form = FORMS[step.form]!;
    const nextStep =
      form === 'assignmentNotice' ? null : form === 'reminderNotice' ? 'reminderNotice' : 'supervisionOrder';
    const matters = step.matters.map((index) => {
      const unit = units[index] ?? 0;
      const lead = unit === 3 ? leads('单位0', '单位1') : leads(`单位${unit}`);
      const one = matter({ row: index + 4, key: `督查台账:${index + 4}`, id: String(index + 1), leadUnits: lead });
      const notices = desk.register.filter((entry) => entry.matters.ids.includes(String(index + 1)));
      return at('2026-10-31', { matter: one, notices, assessment: { nextStep } });
    });
    const { notices } = draftNotices({
      form,
      matters,
      ruleSet: dengzhou,
      register: desk.register,
      issuedOn: day('2026-10-31'),
      office,
      grouping: step.perUnit ? 'perUnit' : 'perMatter',
      status: step.sent ? 'sent' : 'draft',
    });
    // A run that stops half-way: record and letter go together, the rest is not there at all.
    for (const notice of notices.slice(0, step.cut)) {
      const cell = { sheet: '文书登记簿', row: desk.register.length + 1, column: 0 };
      desk.register.push(entryOf(notice, '', cell));
      desk.letters.set(keyOf(notice.form, notice.number), notice);
    }
    return;
  }
  const index = step.which % Math.max(desk.register.length, 1);
  const entry = desk.register[index];
  if (entry === undefined) return;
  if (step.kind === 'takeBack') {
    if (againstTakingBack(entry, new Sequences(desk.register)) !== null) return;
    desk.register = desk.register.filter((_, at) => at !== index);
    desk.letters.delete(keyOf(entry.form, entry.number));
  } else if (step.kind === 'send' || step.kind === 'void') {
    const answer = step.kind === 'send' ? send(entry, day('2026-10-31')) : voidNotice(entry, '写错');
    if (answer.ok) desk.register[index] = answer.entry;
  }
}

test('任意次序的拟、发、废、撤、补打和中断之后：号码不重、不跳，每份文书恰有一条登记', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
      fc.array(operation, { maxLength: 30 }),
      (units, steps) => {
        const desk: Desk = { register: [], letters: new Map() };
        for (const step of steps) run(desk, units, step);
        expect(numberingFindings(desk.register)).toEqual([]);
        for (const form of FORMS) {
          const serials = desk.register.filter((e) => e.form === form).map((e) => numberOf(e)?.serial ?? 0);
          expect([...serials].sort((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1));
        }
        expect(desk.register.map((e) => keyOf(e.form, e.number)).sort()).toEqual([...desk.letters.keys()].sort());
      },
    ),
    { numRuns: 300 },
  );
});

test('有拟稿未发时再拟同一件，不会再占一个号', () => {
  fc.assert(
    fc.property(fc.nat(7), fc.boolean(), (index, perUnit) => {
      const desk: Desk = { register: [], letters: new Map() };
      const step: Operation = { kind: 'draft', form: 1, matters: [index], perUnit, sent: false, cut: 9 };
      run(desk, [0, 1, 2, 0, 1, 2, 0, 1], step);
      run(desk, [0, 1, 2, 0, 1, 2, 0, 1], step);
      expect(desk.register).toHaveLength(1);
    }),
  );
});
