import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { proposedEvents } from '../../app/scoring/events';
import type { Review } from '../../app/reading/review';
import { endOfMonth, monthOf, yearOf } from '../../domain/calendar/civilDate';
import { EVENT_KINDS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { previewEvents } from '../desk/scoreDeeds';
import { useLooks } from '../parts/looks';
import { EVENTS } from '../words/scores';

/** Units that reported on none of their open matters in a month, to be confirmed by the clerk. */
export function MissedReports({ review }: { readonly review: Review }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const year = yearOf(review.asOf);
  const months = Array.from({ length: monthOf(review.asOf) }, (_, index) => monthOf(review.asOf) - index);
  const over = (month: number): boolean => endOfMonth(year, month) <= review.asOf;
  const [month, setMonth] = useState(() => months.find(over) ?? months[0]!);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const proposed = useMemo(() => proposedEvents(review, year, month), [review, year, month]);
  const keyOf = (unit: string): string => `${month}:${unit}`;
  const taken = proposed.filter(({ entry }) => !left.has(keyOf(entry.unit)));
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{EVENTS.proposed}</h3>
      <Field label={EVENTS.month}>
        <Select value={String(month)} onChange={(_event, { value }) => setMonth(Number(value))}>
          {months.map((own) => (
            <option key={own} value={String(own)}>
              {EVENTS.monthOf(year, own)}
            </option>
          ))}
        </Select>
      </Field>
      {proposed.length === 0 ? (
        <p className={looks.hint}>{over(month) ? EVENTS.noProposals : EVENTS.runs}</p>
      ) : (
        <>
          <ul className={looks.lines}>
            {proposed.map(({ entry, matters }) => (
              <li key={entry.unit}>
                <Checkbox
                  label={EVENTS.proposal(entry.unit, EVENT_KINDS[entry.kind], matters.length)}
                  checked={!left.has(keyOf(entry.unit))}
                  onChange={() => turn(keyOf(entry.unit))}
                />
              </li>
            ))}
          </ul>
          <div className={looks.actions}>
            <Button
              disabledFocusable={work !== null || taken.length === 0}
              onClick={() =>
                previewEvents(
                  desk,
                  taken.map(({ entry }) => entry),
                )
              }
            >
              {EVENTS.confirm(taken.length)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
