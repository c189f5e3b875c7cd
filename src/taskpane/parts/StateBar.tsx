import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import { stateCount } from '../words';
import { useBarPaint, type BarPaint } from './barPaint';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '12px', gap: '2px', overflow: 'hidden', borderRadius: tokens.borderRadiusMedium },
  part: { minWidth: '3px', flexBasis: 0 },
});

const PAINT: Readonly<Record<State, BarPaint>> = {
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

/** How the matters divide among the states; its labels stand below it as doors. */
export function StateBar({ parts }: { readonly parts: readonly (readonly [State, number])[] }): React.JSX.Element {
  const styles = useStyles();
  const paint = useBarPaint();
  return (
    <div className={styles.bar} role="img" aria-label={parts.map((part) => stateCount(...part)).join('，')}>
      {parts.map(([state, count]) => (
        <div key={state} className={mergeClasses(styles.part, paint[PAINT[state]])} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
