import { Button } from '@fluentui/react-components';
import type { JournalEntry } from '../../app/office/workbook';
import { useDesk, useDeskView } from '../deskContext';
import { DONE, UNDO } from '../words';

/** What may be done with an action whose writing was cut off: written to its end, or taken back. */
export function CutOffDeeds({ entry }: { readonly entry: JournalEntry }): React.JSX.Element {
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <>
      <Button
        size="small"
        disabledFocusable={work !== null}
        aria-label={UNDO.finish(entry.summary)}
        onClick={() => void desk.finish(entry)}
      >
        {DONE.finish}
      </Button>
      <Button
        size="small"
        disabledFocusable={work !== null}
        aria-label={UNDO.revert(entry.summary)}
        onClick={() => void desk.undo(entry)}
      >
        {DONE.revert}
      </Button>
    </>
  );
}
