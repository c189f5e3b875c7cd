import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { foundAt } from '../../app/month/monthFlow';
import type { Review } from '../../app/reading/review';
import { MONTH_STEPS, type MonthStep } from '../../domain/monthSteps';
import { useDesk, useDeskView } from '../deskContext';
import { settleStep } from '../desk/monthDeeds';
import { goToStep, STEPS } from '../desk/monthWay';
import { useComputed } from './useComputed';
import { PROGRESS } from '../words';
import { MONTH } from '../words/month';
import { DismissRegular } from './icons';
import { useLooks } from './looks';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    flexShrink: 0,
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingLeft: '16px',
    paddingRight: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  step: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
});

/** 月度督查 on its way through the rooms: where it is, what this step finds, and on. */
export default function MonthBar({ step }: { readonly step: MonthStep }): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, today, work } = useDeskView();
  const found = useComputed(
    review,
    useCallback((of: Review) => foundAt(of, step), [step]),
  );
  if (review === null) return null;
  const name = MONTH_STEPS[step];
  return (
    <section className={styles.bar} aria-label={MONTH.title}>
      <div className={styles.line}>
        <button
          type="button"
          className={mergeClasses(looks.bare, looks.grow, styles.step)}
          onClick={() => goToStep(desk, step)}
        >
          {MONTH.bar(STEPS.indexOf(step) + 1, STEPS.length, name)}
        </button>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={MONTH.leave}
          title={MONTH.leave}
          onClick={() => desk.takeStep(null)}
        />
      </div>
      <p className={looks.hint}>{found === null ? PROGRESS.counting : found.found}</p>
      <div className={looks.actions}>
        <Button
          size="small"
          disabledFocusable={work !== null}
          aria-label={MONTH.doneOf(name)}
          onClick={() => void settleStep(desk, step, { state: 'done', on: today })}
        >
          {MONTH.done}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => desk.showPanel('month')}>
          {MONTH.all}
        </Button>
      </div>
    </section>
  );
}
