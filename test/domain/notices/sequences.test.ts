import fc from 'fast-check';
import { nextSerial } from '../../../src/domain/notices/numbering';
import { Sequences } from '../../../src/domain/notices/sequences';
import { day, entry } from './builders';

const FORMS = ['reminderNotice', 'supervisionOrder'] as const;
const row = fc.record({
  form: fc.constantFrom(...FORMS),
  number: fc.oneof(
    fc.nat({ max: 12 }).map((serial) => `〔2026〕${serial}号`),
    fc.nat({ max: 3 }).map((serial) => `〔2025〕${serial}号`),
    fc.constantFrom(null, '无', '5号'),
  ),
  date: fc.constantFrom(day('2025-03-01'), day('2026-03-01')),
});

test('行一行行收回、放回，各文书各年的末一号总是登记簿里现有的末一号', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.nat({ max: 40 })), (rows, picks) => {
      let register = rows.map((own) => entry(own));
      const off: typeof register = [];
      const sequences = new Sequences(register);
      for (const pick of picks) {
        if (pick % 3 === 0 && off.length > 0) {
          const back = off.splice(pick % off.length, 1)[0]!;
          register = [...register, back];
          sequences.putOn(back);
        } else if (register.length > 0) {
          const gone = register[pick % register.length]!;
          register = register.filter((own) => own !== gone);
          off.push(gone);
          sequences.takeOff(gone);
        }
        for (const form of FORMS) {
          for (const year of [2025, 2026]) {
            expect(sequences.highest(form, year)).toBe(nextSerial(register, form, year) - 1);
          }
        }
      }
    }),
  );
});
