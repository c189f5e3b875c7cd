import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { ClearRecords } from '../parts/ClearRecords';
import { CutOffDeeds } from '../parts/CutOffDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { UNDO } from '../words';

const useStyles = makeStyles({
  entry: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  time: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** 撤销: what was written, newest first, each to be taken back. */
export default function UndoPanel(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { journal, work } = useDeskView();
  return (
    <PanelFrame title={UNDO.title} onBack={() => desk.showPanel('none')}>
      {journal.length === 0 ? (
        <p className={looks.text}>{UNDO.none}</p>
      ) : (
        <>
          <ul className={looks.lines}>
            {[...journal].reverse().map((entry) => (
              <li key={entry.id} className={styles.entry}>
                <span className={styles.name}>
                  <span>{entry.summary}</span>
                  <span className={styles.time}>
                    {entry.state === 'pending' ? `${entry.at} ${UNDO.pending}` : entry.at}
                  </span>
                </span>
                {entry.state === 'pending' ? (
                  <CutOffDeeds entry={entry} />
                ) : (
                  <Button
                    size="small"
                    disabledFocusable={work !== null}
                    aria-label={UNDO.takeBack(entry.summary)}
                    onClick={() => void desk.undo(entry)}
                  >
                    {UNDO.title}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p className={looks.hint}>{UNDO.bounded}</p>
        </>
      )}
      <ClearRecords />
    </PanelFrame>
  );
}
