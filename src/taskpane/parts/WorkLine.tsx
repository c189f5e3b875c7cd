import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { PROGRESS, WORDS } from '../words';
import { useLooks } from './looks';

const useStyles = makeStyles({
  work: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingLeft: '16px',
    paddingRight: '8px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  lines: { display: 'flex', flexDirection: 'column', gap: '4px', flexGrow: 1, minWidth: 0 },
});

/** Progress of what takes longer than a second; reading can be stopped, writing cannot be cut in two. */
export function WorkLine(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  if (work === null || !work.slow) return null;
  const { kind, progress } = work;
  const counted = {
    make: PROGRESS.made,
    ask: PROGRESS.asked,
    read: PROGRESS.step,
    write: PROGRESS.step,
    undo: PROGRESS.step,
  };
  return (
    <div className={styles.work} role="status">
      <div className={styles.lines}>
        <span className={looks.hint}>
          {PROGRESS[kind]}
          {progress !== null && ` ${counted[kind](progress.done, progress.of)}`}
        </span>
        <ProgressBar
          aria-label={PROGRESS[kind]}
          {...(progress === null ? {} : { value: progress.done / Math.max(1, progress.of) })}
        />
        {kind !== 'make' && <span className={looks.hint}>{PROGRESS.waitCell}</span>}
      </div>
      {(kind === 'read' || kind === 'ask' || (kind === 'make' && progress !== null)) && (
        <Button size="small" onClick={desk.stop}>
          {WORDS.stop}
        </Button>
      )}
    </div>
  );
}
