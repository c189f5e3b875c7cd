import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { State } from '../../domain/assessment';
import { useDesk, useDeskView } from '../deskContext';
import { countLevels, findingsOf, ofLedger, tally, type Tally } from '../desk/shown';
import { useLooks } from '../parts/looks';
import { StateBar } from '../parts/StateBar';
import { STATE_ICONS, STATE_TONES, useToneText } from '../parts/tones';
import { OVERVIEW, STATE_WORDS, STEP_WORDS, WORDS, cases } from '../words';

const useStyles = makeStyles({
  states: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
    columnGap: '12px',
    rowGap: '2px',
  },
  door: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '28px',
    paddingLeft: '4px',
    paddingRight: '4px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  word: { flexGrow: 1, minWidth: 0 },
  /** So that it stays on one line where the pane is narrowest. */
  longWord: { fontSize: tokens.fontSizeBase200 },
  icon: { fontSize: '16px', flexShrink: 0 },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  unit: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '3px',
    paddingTop: '4px',
    paddingBottom: '5px',
    width: '100%',
    boxSizing: 'border-box',
  },
  unitLine: { display: 'flex', gap: '8px' },
  track: { height: '6px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground4 },
  fill: {
    display: 'block',
    height: '6px',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteRedForeground1,
    forcedColorAdjust: 'none',
  },
});

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
const UNITS_SHOWN = 8;

/** 总览: states, units, steps due; every number a door. */
export default function Overview(): React.JSX.Element | null {
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger } = useDeskView();
  const figures = useMemo(() => (review === null ? null : tally(ofLedger(review, ledger))), [review, ledger]);
  const levels = useMemo(() => (review === null ? null : countLevels(findingsOf(review, ledger))), [review, ledger]);
  if (figures === null || levels === null) return null;
  if (figures.all === 0) {
    return (
      <div className={looks.body}>
        <section className={looks.section}>
          <h2 className={looks.title}>{WORDS.noMatters}</h2>
          <p className={looks.text}>{WORDS.noMattersHelp}</p>
        </section>
      </div>
    );
  }
  return (
    <div className={looks.body}>
      <States figures={figures} />
      <Steps figures={figures} />
      <Units figures={figures} />
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
  );
}

function States({ figures }: { readonly figures: Tally }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const closed = figures.states.closedOnTime + figures.states.closedLate + figures.states.closed;
  const present = ORDER.filter((state) => figures.states[state] > 0);
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.states}</h2>
      <StateBar states={present} counts={figures.states} />
      <div className={styles.states}>
        {present.map((state) => {
          const Icon = STATE_ICONS[state];
          return (
            <button
              key={state}
              type="button"
              className={mergeClasses(looks.bare, styles.door)}
              onClick={() => desk.enter('reminders', { shown: state })}
            >
              <Icon className={mergeClasses(styles.icon, tones[STATE_TONES[state]])} aria-hidden />
              <span className={mergeClasses(styles.word, STATE_WORDS[state].length > 6 && styles.longWord)}>
                {STATE_WORDS[state]}
              </span>
              <span className={styles.number}>{figures.states[state]}</span>
            </button>
          );
        })}
      </div>
      <p className={looks.hint}>{OVERVIEW.closedShare(closed, figures.all)}</p>
    </section>
  );
}

function Steps({ figures }: { readonly figures: Tally }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.bySteps}</h2>
      {figures.steps.length === 0 && <p className={looks.hint}>{OVERVIEW.nothingDue}</p>}
      <div className={styles.states}>
        {figures.steps.map(({ step, count }) => (
          <button
            key={step}
            type="button"
            className={mergeClasses(looks.bare, styles.door)}
            onClick={() => desk.enter('reminders', { shown: 'step', step })}
          >
            <span className={styles.word}>{STEP_WORDS[step]}</span>
            <span className={styles.number}>{cases(count)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function Units({ figures }: { readonly figures: Tally }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const [whole, setWhole] = useState(false);
  const shown = whole ? figures.units : figures.units.slice(0, UNITS_SHOWN);
  const most = figures.units[0]?.overdue ?? 1;
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.byUnit}</h2>
      {figures.units.length === 0 && <p className={looks.hint}>{OVERVIEW.nothingOverdue}</p>}
      <div>
        {shown.map(({ unit, overdue }) => (
          <button
            key={unit}
            type="button"
            className={mergeClasses(looks.bare, styles.door, styles.unit)}
            onClick={() => desk.enter('reminders', { shown: 'overdue', unit })}
          >
            <span className={styles.unitLine}>
              <span className={styles.word}>{unit}</span>
              <span className={styles.number}>{cases(overdue)}</span>
            </span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${(overdue / most) * 100}%` }} />
            </span>
          </button>
        ))}
      </div>
      {!whole && figures.units.length > shown.length && (
        <div className={looks.actions}>
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            {OVERVIEW.moreUnits(figures.units.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
