import { Button } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import type { Notice } from '../desk/view';
import { DONE, UNDO, WORDS } from '../words';
import { LETTERS_DONE } from '../words/letters';
import { MessageLine } from './MessageLine';

/** One line about what happened, with 撤销 where something was written; read out when it changes. */
export function NoticeLine(): React.JSX.Element {
  const desk = useDesk();
  const { notice, stale, work } = useDeskView();
  const shown: Notice | null = notice ?? (stale ? { tone: 'info', text: DONE.stale, readAgain: true } : null);
  const undo = shown?.undo;
  const cell = shown?.cell;
  return (
    <div role="status" aria-live="polite">
      {shown !== null && (
        <MessageLine tone={shown.tone} text={shown.text} onClose={notice === null ? null : desk.dismissNotice}>
          {cell !== undefined && (
            <Button size="small" onClick={() => void desk.selectCell(cell)}>
              {DONE.seeCell}
            </Button>
          )}
          {undo !== undefined && (
            <Button
              size="small"
              disabledFocusable={work !== null}
              aria-label={UNDO.takeBack(undo.summary)}
              onClick={() => void desk.undo(undo)}
            >
              {UNDO.title}
            </Button>
          )}
          {shown.letters !== undefined && (
            <Button
              size="small"
              disabledFocusable={work !== null}
              onClick={() => void import('../desk/letterDeeds').then(({ makeOffered }) => makeOffered(desk))}
            >
              {LETTERS_DONE.makeNow}
            </Button>
          )}
          {shown.readAgain === true && (
            <Button size="small" disabledFocusable={work !== null} onClick={() => void desk.readAgain()}>
              {WORDS.readAgain}
            </Button>
          )}
        </MessageLine>
      )}
    </div>
  );
}
