import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { Stage } from '../../domain/portions';
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

function computingWord(stage: Stage | undefined): string {
  if (stage === 'score') return PROGRESS.counting;
  return stage === 'open' || stage === 'compare' || stage === 'make' ? PROGRESS[stage] : PROGRESS.compute;
}

/** Progress of what takes longer than a second; reading can be stopped, writing cannot be cut in two. */
export function WorkLine(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { work, following } = useDeskView();
  // What waits for a reading has not begun.
  const shown = following?.slow === true ? following : work;
  if (shown === null || !shown.slow) return null;
  const { kind, progress } = shown;
  const stage = progress?.stage;
  // What was read is computed with: the host is not asked any more.
  const computing = kind === 'compute' || stage !== undefined;
  const named = computing ? computingWord(stage) : PROGRESS[kind];
  const counted =
    stage !== undefined
      ? PROGRESS.stages[stage]
      : kind === 'make'
        ? PROGRESS.stages.make
        : kind === 'ask'
          ? PROGRESS.asked
          : kind === 'settle'
            ? PROGRESS.waited
            : PROGRESS.step;
  return (
    <div className={styles.work} role="status">
      <div className={styles.lines}>
        <span className={looks.hint}>
          {named}
          {progress !== null && ` ${counted(progress.done, progress.of)}`}
        </span>
        <ProgressBar
          aria-label={named}
          {...(progress === null ? {} : { value: progress.done / Math.max(1, progress.of) })}
        />
        {kind !== 'make' && kind !== 'settle' && !computing && <span className={looks.hint}>{PROGRESS.waitCell}</span>}
      </div>
      {(kind === 'read' ||
        kind === 'compute' ||
        kind === 'ask' ||
        kind === 'settle' ||
        (kind === 'make' && progress !== null)) && (
        <Button size="small" onClick={desk.stop}>
          {WORDS.stop}
        </Button>
      )}
    </div>
  );
}
