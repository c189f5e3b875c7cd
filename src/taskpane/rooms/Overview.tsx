import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Suspense, lazy, useMemo } from 'react';
import type { State } from '../../domain/assessment';
import type { Overview as Figures } from '../../domain/overview/overview';
import type { Pace } from '../../domain/overview/plannedProgress';
import { useDesk, useDeskView } from '../deskContext';
import { figuresOf } from '../desk/figures';
import { countLevels, findingsOf } from '../desk/shown';
import { Door, Doors } from '../parts/Door';
import { CheckmarkCircleFilled, CircleRegular, ClockFilled, InfoRegular, WarningFilled } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { MonthDoor } from '../parts/MonthDoor';
import { StateBar } from '../parts/StateBar';
import { STATE_ICONS, STATE_TONES } from '../parts/tones';
import { STATE_WORDS, STEP_WORDS, WORDS, cases } from '../words';
import { OVERVIEW, PACE_WORDS } from '../words/overview';
import { REGISTER } from '../words/registering';
import { OverviewDeeds } from './OverviewDeeds';
import { OverviewGroups } from './OverviewGroups';
import { OverviewTrend } from './OverviewTrend';

const Guide = lazy(() => import('../parts/Guide'));

const useStyles = makeStyles({ share: { alignSelf: 'flex-start', minHeight: '24px', textAlign: 'left' } });

/** In the order in which they matter to a supervisor. */
const ORDER: readonly State[] = [
  'overdue',
  'dueSoon',
  'inProgress',
  'undetermined',
  'recurring',
  'suspended',
  'notAssigned',
  'closedOnTime',
  'closedLate',
  'closed',
];

/** 总览: states, what is due, progress, steps, groups, twelve months; every number a door. */
export default function Overview(): React.JSX.Element | null {
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, work } = useDeskView();
  const levels = useMemo(() => (review === null ? null : countLevels(findingsOf(review, ledger))), [review, ledger]);
  if (review === null || levels === null) return null;
  const figures = figuresOf(review, ledger);
  if (figures.all.length === 0) {
    return (
      <div className={looks.body}>
        <section className={looks.section}>
          <h2 className={looks.title}>{WORDS.noMatters}</h2>
          <p className={looks.text}>{WORDS.noMattersHelp}</p>
          <div className={looks.actions}>
            <Button appearance="primary" disabledFocusable={work !== null} onClick={() => desk.showPanel('register')}>
              {REGISTER.title}
            </Button>
          </div>
        </section>
      </div>
    );
  }
  return (
    <>
      <div className={looks.body}>
        <Suspense fallback={null}>
          <Guide />
        </Suspense>
        <States figures={figures} />
        <Soon figures={figures} />
        <Steps figures={figures} />
        <MonthDoor />
        <OverviewGroups figures={figures} />
        <OverviewTrend review={review} ledger={ledger} />
        {levels.error + levels.warning > 0 && (
          <section className={looks.section}>
            <p className={looks.text}>{OVERVIEW.findings(levels.error, levels.warning)}</p>
            <div className={looks.actions}>
              <Button size="small" onClick={() => desk.enter('checks')}>
                {OVERVIEW.findingsDoor}
              </Button>
            </div>
          </section>
        )}
      </div>
      <OverviewDeeds />
    </>
  );
}

function States({ figures }: { readonly figures: Figures }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const present = ORDER.filter((state) => figures.states[state].length > 0);
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.states}</h2>
      {figures.states.overdue.length === 0 && <p className={looks.hint}>{OVERVIEW.nothingOverdue}</p>}
      <StateBar parts={present.map((state) => [state, figures.states[state].length])} />
      <Doors>
        {present.map((state) => (
          <Door
            key={state}
            word={STATE_WORDS[state]}
            number={figures.states[state].length}
            icon={{ Icon: STATE_ICONS[state], tone: STATE_TONES[state] }}
            onOpen={() => desk.enter('reminders', { shown: state })}
          />
        ))}
      </Doors>
      <button
        type="button"
        className={mergeClasses(looks.bare, looks.hint, styles.share)}
        onClick={() => desk.enter('reminders', { shown: 'closedAny' })}
      >
        {OVERVIEW.closedShare(figures.closed.length, figures.all.length)}
      </button>
    </section>
  );
}

const PACES: readonly Pace[] = ['behind', 'onPlan', 'ahead'];
const PACE_ICONS = {
  behind: { Icon: WarningFilled, tone: 'danger' },
  onPlan: { Icon: CircleRegular, tone: 'open' },
  ahead: { Icon: CheckmarkCircleFilled, tone: 'success' },
} as const;

/** Due this week, silent this month, planned against actual progress where the ledger tells. */
function Soon({ figures }: { readonly figures: Figures }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { dueThisWeek, noProgress, closingReported, planned } = figures;
  return (
    <>
      <section className={looks.section}>
        <h2 className={looks.heading}>{OVERVIEW.soon}</h2>
        <Doors>
          <Door
            word={OVERVIEW.dueThisWeek}
            number={dueThisWeek.length}
            icon={{ Icon: ClockFilled, tone: 'warning' }}
            onOpen={() => desk.enter('reminders', { shown: 'all', picked: { kind: 'dueThisWeek' } })}
          />
          {noProgress !== null && (
            <Door
              word={OVERVIEW.noProgress}
              number={noProgress.length}
              icon={{ Icon: CircleRegular, tone: 'quiet' }}
              onOpen={() => desk.enter('reminders', { shown: 'all', picked: { kind: 'noProgress' } })}
            />
          )}
          {closingReported.length > 0 && (
            <Door
              word={OVERVIEW.closingReported}
              number={closingReported.length}
              icon={{ Icon: InfoRegular, tone: 'open' }}
              onOpen={() => desk.enter('reminders', { shown: 'all', picked: { kind: 'closingReported' } })}
            />
          )}
        </Doors>
      </section>
      {planned !== null && (
        <section className={looks.section}>
          <h2 className={looks.heading}>{OVERVIEW.planned}</h2>
          <Doors>
            {PACES.map((pace) => (
              <Door
                key={pace}
                word={PACE_WORDS[pace]}
                number={planned[pace].length}
                icon={PACE_ICONS[pace]}
                onOpen={() => desk.enter('reminders', { shown: 'all', picked: { kind: 'pace', pace } })}
              />
            ))}
          </Doors>
        </section>
      )}
    </>
  );
}

function Steps({ figures }: { readonly figures: Figures }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.bySteps}</h2>
      {figures.steps.length === 0 && <p className={looks.hint}>{OVERVIEW.nothingDue}</p>}
      <Doors>
        {figures.steps.map(({ step, keys }) => (
          <Door
            key={step}
            word={STEP_WORDS[step]}
            number={cases(keys.length)}
            onOpen={() => desk.enter('reminders', { shown: 'step', step })}
          />
        ))}
      </Doors>
    </section>
  );
}
