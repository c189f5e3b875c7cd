import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { flowInPortions, type FlowStep } from '../../app/month/monthFlow';
import type { Review } from '../../app/reading/review';
import { monthOf, yearOf } from '../../domain/calendar/civilDate';
import type { MonthStep, StepState } from '../../domain/monthSteps';
import { useDesk, useDeskView } from '../deskContext';
import { settleStep } from '../desk/monthDeeds';
import { goToStep, monthSettings } from '../desk/monthWay';
import { CountingLine } from '../parts/CountingLine';
import { CheckmarkCircleFilled, CircleRegular, PauseRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { useComputed } from '../parts/useComputed';
import { useKept } from '../parts/useKept';
import { useToneText } from '../parts/tones';
import { WORDS } from '../words';
import { MONTH } from '../words/month';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '0px' },
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingTop: '8px',
    paddingBottom: '10px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  top: { display: 'flex', gap: '8px', alignItems: 'center' },
  state: { display: 'flex', gap: '4px', alignItems: 'center', flexShrink: 0, fontSize: tokens.fontSizeBase200 },
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** 月度督查: the steps of the month in order, each with its own state; done, skipped with a reason, or left for later. */
export default function MonthPanel(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const { review } = view;
  const settings = monthSettings(view);
  const months = settings?.months;
  const computed = useComputed(
    review,
    useCallback((of: Review) => flowInPortions(of, months), [months]),
  );
  const flow = useKept(computed);
  const [refused, setRefused] = useState<string | null>(null);
  if (review === null) return null;
  const settle = async (step: MonthStep, state: StepState): Promise<void> =>
    setRefused(await settleStep(desk, step, state));
  const steps = flow ?? [];
  const first = steps.find(({ standing }) => standing.state === 'todo');
  return (
    <PanelFrame title={MONTH.of(yearOf(review.asOf), monthOf(review.asOf))} onBack={() => desk.showPanel('none')}>
      <section className={looks.section}>
        <p className={looks.hint}>{flow !== null && first === undefined ? MONTH.through : MONTH.lead}</p>
        <p className={looks.hint}>{MONTH.asOfHint(review.asOf)}</p>
        <Refusals sentences={settings === null ? [MONTH.unreadable] : refused === null ? [] : [refused]} />
      </section>
      {computed === null && <CountingLine />}
      <ol className={styles.list} aria-label={MONTH.steps}>
        {steps.map((step) => (
          <li key={step.step} className={styles.step}>
            <Step step={step} first={step === first} settle={settle} />
          </li>
        ))}
      </ol>
    </PanelFrame>
  );
}

interface StepProps {
  readonly step: FlowStep;
  /** The first one still to do. */
  readonly first: boolean;
  readonly settle: (step: MonthStep, state: StepState) => Promise<void>;
}

function Step({ step: { step, name, standing, found, settled }, first, settle }: StepProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { today, work } = useDeskView();
  const [reason, setReason] = useState<string | null>(null);
  const busy = work !== null;
  return (
    <>
      <div className={styles.top}>
        <h3 className={mergeClasses(looks.heading, looks.grow)}>{name}</h3>
        <Standing standing={standing} />
      </div>
      {standing.state === 'skipped' && <p className={looks.hint}>{MONTH.reason(standing.reason)}</p>}
      <p className={looks.hint}>{found}</p>
      {standing.state === 'todo' && settled && <p className={looks.hint}>{MONTH.settled}</p>}
      {reason === null ? (
        <div className={looks.actions}>
          <Button
            size="small"
            appearance={first ? 'primary' : 'secondary'}
            aria-label={MONTH.goTo(name)}
            onClick={() => goToStep(desk, step)}
          >
            {MONTH.go}
          </Button>
          {standing.state === 'todo' ? (
            <>
              <Button
                size="small"
                disabledFocusable={busy}
                aria-label={MONTH.doneOf(name)}
                onClick={() => void settle(step, { state: 'done', on: today })}
              >
                {MONTH.done}
              </Button>
              <Button
                size="small"
                disabledFocusable={busy}
                aria-label={MONTH.skipOf(name)}
                onClick={() => setReason('')}
              >
                {MONTH.skip}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              disabledFocusable={busy}
              aria-label={MONTH.againOf(name)}
              onClick={() => void settle(step, { state: 'todo' })}
            >
              {MONTH.again}
            </Button>
          )}
        </div>
      ) : (
        <div className={styles.form}>
          <Field label={MONTH.skipReason} required>
            <Input autoFocus maxLength={200} value={reason} onChange={(_event, { value }) => setReason(value)} />
          </Field>
          <div className={looks.actions}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy || reason.trim() === ''}
              onClick={() => {
                void settle(step, { state: 'skipped', on: today, reason });
                setReason(null);
              }}
            >
              {MONTH.skipGo}
            </Button>
            <Button size="small" onClick={() => setReason(null)}>
              {WORDS.cancel}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function Standing({ standing }: { readonly standing: StepState }): React.JSX.Element {
  const styles = useStyles();
  const tones = useToneText();
  if (standing.state === 'done') {
    return (
      <span className={mergeClasses(styles.state, tones.success)}>
        <CheckmarkCircleFilled aria-hidden />
        {MONTH.standing.done(standing.on)}
      </span>
    );
  }
  if (standing.state === 'skipped') {
    return (
      <span className={mergeClasses(styles.state, tones.quiet)}>
        <PauseRegular aria-hidden />
        {MONTH.standing.skipped(standing.on)}
      </span>
    );
  }
  return (
    <span className={mergeClasses(styles.state, tones.open)}>
      <CircleRegular aria-hidden />
      {MONTH.standing.todo}
    </span>
  );
}
