import { useDesk, useDeskView } from '../deskContext';
import { DONE } from '../words';
import { CutOffDeeds } from './CutOffDeeds';
import { MessageLine } from './MessageLine';

/** An action whose writing was cut off: written to its end, taken back, or left for later in the undo menu. */
export function UnfinishedLine(): React.JSX.Element {
  const desk = useDesk();
  const { journal, putOff } = useDeskView();
  const entry = journal.find(({ id, state }) => state === 'pending' && !putOff.has(id));
  return (
    <div role="status" aria-live="polite">
      {entry !== undefined && (
        <MessageLine tone="warning" text={DONE.unfinished(entry.summary)} onClose={() => desk.putOff(entry)}>
          <CutOffDeeds entry={entry} />
        </MessageLine>
      )}
    </div>
  );
}
