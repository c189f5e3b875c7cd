import { Button } from '@fluentui/react-components';
import { useCallback } from 'react';
import { changedInPortions } from '../../app/reading/changedSince';
import { mattersByKey } from '../../app/reading/mattersByKey';
import type { Review } from '../../app/reading/review';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { InPortions } from '../../domain/portions';
import { useDesk, useDeskView } from '../deskContext';
import { SINCE } from '../words/overview';
import { useComputed } from './useComputed';
import { MessageLine } from './MessageLine';

function* countSince(
  of: Review,
  ledger: string | null,
  since: CivilDate | null,
): InPortions<Readonly<Record<'overdue' | 'dueSoon', number>> | null> {
  const changed = yield* changedInPortions(of, since);
  if (changed === null) return null;
  const matters = mattersByKey(of);
  const isOwn = (key: string): boolean => ledger === null || matters.get(key)?.sheet === ledger;
  return { overdue: changed.overdue.filter(isOwn).length, dueSoon: changed.dueSoon.filter(isOwn).length };
}

/** On opening: what became overdue or due since the workbook was last looked over; each number a door. */
export function SinceLine(): React.JSX.Element {
  const desk = useDesk();
  const { review, ledger, since } = useDeskView();
  const counts = useComputed(
    review,
    useCallback((of: Review) => countSince(of, ledger, since), [ledger, since]),
  );
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
