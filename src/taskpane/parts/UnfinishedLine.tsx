import { Button } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { DONE, UNDO } from '../words';
import { MessageLine } from './MessageLine';

/** An action whose writing was cut off: written to its end, taken back, or left for later in the undo menu. */
export function UnfinishedLine(): React.JSX.Element {
  const desk = useDesk();
  const { journal, putOff, work } = useDeskView();
  const entry = journal.find(({ id, state }) => state === 'pending' && !putOff.has(id));
  return (
    <div role="status" aria-live="polite">
      {entry !== undefined && (
        <MessageLine tone="warning" text={DONE.unfinished(entry.summary)} onClose={() => desk.putOff(entry)}>
          <Button
            size="small"
            disabled={work !== null}
            aria-label={UNDO.finish(entry.summary)}
            onClick={() => void desk.finish(entry)}
          >
            {DONE.finish}
          </Button>
          <Button
            size="small"
            disabled={work !== null}
            aria-label={UNDO.revert(entry.summary)}
            onClick={() => void desk.undo(entry)}
          >
            {DONE.revert}
          </Button>
        </MessageLine>
      )}
    </div>
  );
}
