import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import { stateCount } from '../words';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '12px', gap: '2px', overflow: 'hidden', borderRadius: tokens.borderRadiusMedium },
  part: { minWidth: '3px', flexBasis: 0, forcedColorAdjust: 'none' },
  // The colours of the icons below: they stand out from the ground in light and dark alike.
  overdue: { backgroundColor: tokens.colorPaletteRedForeground1 },
  dueSoon: { backgroundColor: tokens.colorStatusWarningForeground1 },
  closed: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  open: { backgroundColor: tokens.colorBrandForeground1 },
  other: { backgroundColor: tokens.colorNeutralForeground3 },
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
