import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { changedSince } from '../../app/reading/changedSince';
import { useDesk, useDeskView } from '../deskContext';
import { ofLedger } from '../desk/shown';
import { SINCE } from '../words/overview';
import { MessageLine } from './MessageLine';

/** On opening: what became overdue or due since the workbook was last looked over; each number a door. */
export function SinceLine(): React.JSX.Element {
  const desk = useDesk();
  const { review, ledger, since } = useDeskView();
  const counts = useMemo(() => {
    const changed = review === null ? null : changedSince(review, since);
    if (review === null || changed === null) return null;
    const own = new Set(ofLedger(review, ledger).map(({ matter }) => matter.key));
    const count = (of: 'overdue' | 'dueSoon'): number => changed[of].filter((key) => own.has(key)).length;
    return { overdue: count('overdue'), dueSoon: count('dueSoon') };
  }, [review, ledger, since]);
  const doors = (['overdue', 'dueSoon'] as const).filter((of) => counts !== null && counts[of] > 0);
  return (
    <div role="status" aria-live="polite">
      {since !== null && counts !== null && doors.length > 0 && (
        <MessageLine tone="info" text={SINCE.since(since)} onClose={desk.dismissSince}>
          {doors.map((of) => (
            <Button
              key={of}
              size="small"
              onClick={() => desk.enter('reminders', { shown: 'all', picked: { kind: 'since', since, of } })}
            >
              {SINCE[of](counts[of])}
            </Button>
          ))}
        </MessageLine>
      )}
    </div>
  );
}
