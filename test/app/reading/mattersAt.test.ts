import { mattersAt } from '../../../src/app/reading/mattersAt';
import { assess } from '../../../src/domain/assess';
import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import { historyOf, joinHistories } from '../../../src/domain/registers/history';
import { openSample, type HostDesk } from '../../hostDesk';
import { reviewAt } from '../desk';

let host: HostDesk;
beforeEach(() => void (host = openSample('city')));
afterEach(() => host.close());

test.each(['2026-08-31', '2026-10-31', '2027-02-01'])(
  '%s那天的事项，同去掉那几份文书的行以后从头对一遍登记簿的一样',
  async (on) => {
    const of = await reviewAt('2026-09-30');
    const date = on as CivilDate;
    const rows = (of.registers.notices ?? []).map(({ cell }) => cell.row);
    expect(rows.length).toBeGreaterThan(20);
    for (const without of [new Set<number>(), new Set(rows.filter((_, index) => index % 2 === 0)), new Set(rows)]) {
      const at = mattersAt(of, date, without);
      const notices = of.registers.notices!.filter(({ cell }) => !without.has(cell.row));
      const { histories } = joinHistories(of.matters, { ...of.registers, notices }, date);
      const { ruleSet, settings, calendar } = of;
      for (const matter of of.matters) {
        const history = historyOf(histories, matter);
        const assessment = assess(history, { asOf: date, ruleSet, settings, calendar });
        expect(at(matter.key)).toEqual({ history, assessment });
      }
    }
  },
);
