import { Button } from '@fluentui/react-components';
import { yearMonthOf } from '../../domain/calendar/civilDate';
import { MONTH_STEPS, nextStepIn, stepsOf } from '../../domain/monthSteps';
import { useDesk, useDeskView } from '../deskContext';
import { goToStep, monthSettings } from '../desk/monthWay';
import { MONTH } from '../words/month';
import { useLooks } from './looks';

/** From 总览 into 月度督查: how far it is, and on from there. */
export function MonthDoor(): React.JSX.Element | null {
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const settings = monthSettings(view);
  if (view.review === null || settings === null) return null;
  const month = yearMonthOf(view.review.asOf);
  const steps = stepsOf(settings.months, month);
  const settled = steps.filter(({ standing }) => standing.state !== 'todo').length;
  const next = nextStepIn(settings.months, month);
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{MONTH.title}</h2>
      <p className={looks.hint}>{next === null ? MONTH.through : MONTH.progress(settled, steps.length)}</p>
      <div className={looks.actions}>
        {next !== null && (
          <Button size="small" onClick={() => goToStep(desk, next)}>
            {settled === 0 ? MONTH.start : MONTH.resume(MONTH_STEPS[next])}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => desk.showPanel('month')}>
          {MONTH.see}
        </Button>
      </div>
    </section>
  );
}
