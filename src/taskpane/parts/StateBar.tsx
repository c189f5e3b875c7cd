import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import { stateCount } from '../words';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '12px', gap: '2px', overflow: 'hidden', borderRadius: tokens.borderRadiusMedium },
  part: { minWidth: '3px', flexBasis: 0, forcedColorAdjust: 'none' },
  overdue: { backgroundColor: tokens.colorStatusDangerBackground3 },
  dueSoon: { backgroundColor: tokens.colorStatusWarningBackground3 },
  closed: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  open: { backgroundColor: tokens.colorBrandBackground },
  other: { backgroundColor: tokens.colorNeutralForeground4 },
});

const PAINT: Readonly<Record<State, 'overdue' | 'dueSoon' | 'closed' | 'open' | 'other'>> = {
  overdue: 'overdue',
  dueSoon: 'dueSoon',
  inProgress: 'open',
  closedOnTime: 'closed',
  closedLate: 'closed',
  closed: 'closed',
  undetermined: 'other',
  recurring: 'other',
  suspended: 'other',
  notAssigned: 'other',
};

interface StateBarProps {
  readonly states: readonly State[];
  readonly counts: Readonly<Record<State, number>>;
}

/** How the matters divide among the states; its labels stand below it as doors. */
export function StateBar({ states, counts }: StateBarProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={states.map((state) => stateCount(state, counts[state])).join('，')}
    >
      {states.map((state) => (
        <div
          key={state}
          className={mergeClasses(styles.part, styles[PAINT[state]])}
          style={{ flexGrow: counts[state] }}
        />
      ))}
    </div>
  );
}
