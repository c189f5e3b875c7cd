import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Assessment } from '../../domain/assessment';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { daysLeft } from '../desk/shown';
import { REMINDERS, WORDS, badgeWord, stepWord } from '../words';
import { useLooks } from './looks';
import { StateBadge } from './StateBadge';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    height: '100%',
    width: '100%',
    boxSizing: 'border-box',
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '13px',
    paddingRight: '16px',
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    borderLeftColor: 'transparent',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    borderRadius: 0,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    height: '40px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    wordBreak: 'break-word',
  },
  missing: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    rowGap: '4px',
    alignItems: 'center',
    height: '20px',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  narrowFacts: { height: '44px' },
  unit: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
    flexShrink: 1,
    flexGrow: 1,
    flexBasis: 0,
  },
  unitNarrow: { flexBasis: '52%' },
  date: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  step: { flexShrink: 0, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Below this width the facts take two lines. */
const NARROW = 420;
export const matterRowHeight = (_assessment: Assessment, width: number): number => (width < NARROW ? 105 : 81);

interface MatterRowProps {
  readonly assessment: Assessment;
  readonly asOf: CivilDate;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly narrow: boolean;
  readonly onSelect: (assessment: Assessment) => void;
}

export const isNarrow = (width: number): boolean => width < NARROW;

/** One matter: title, unit, deadline, state, next step. */
export const MatterRow = memo(function MatterRow(props: MatterRowProps): React.JSX.Element {
  const { assessment, asOf, selected, tabIndex, narrow, onSelect } = props;
  const styles = useStyles();
  const looks = useLooks();
  const { matter, state, overdueDays, deadline } = assessment;
  const title = matter.classified ? WORDS.classifiedTitle : (matter.title ?? WORDS.noTitle);
  const unit = matter.leadUnits.length === 0 ? WORDS.noUnit : matter.leadUnits.map((lead) => lead.unit).join('、');
  const date =
    deadline.kind === 'date'
      ? deadline.date
      : deadline.kind === 'recurring'
        ? WORDS.recurringDeadline
        : WORDS.noDeadline;
  const badge = badgeWord(state, overdueDays, daysLeft(assessment, asOf));
  const step = stepWord(assessment);
  return (
    <button
      type="button"
      data-main
      tabIndex={tabIndex}
      className={mergeClasses(looks.bare, styles.row, selected && styles.selected)}
      aria-current={selected ? 'true' : undefined}
      aria-label={REMINDERS.selectRow(title, badge, unit, date, step)}
      title={title}
      onClick={() => onSelect(assessment)}
    >
      <span className={mergeClasses(styles.title, (matter.classified || matter.title === null) && styles.missing)}>
        {title}
      </span>
      <span className={mergeClasses(styles.facts, narrow && styles.narrowFacts)}>
        {narrow ? (
          <>
            <span className={mergeClasses(styles.unit, styles.unitNarrow)}>{unit}</span>
            <span className={styles.date}>{date}</span>
            <StateBadge state={state} word={badge} />
            <Step step={step} returned={assessment.returned} />
          </>
        ) : (
          <>
            <StateBadge state={state} word={badge} />
            <span className={styles.unit}>{unit}</span>
            <span className={styles.date}>{date}</span>
            <Step step={step} returned={assessment.returned} />
          </>
        )}
      </span>
    </button>
  );
});

function Step({ step, returned }: { readonly step: string | null; readonly returned: boolean }): React.JSX.Element {
  const styles = useStyles();
  return (
    <>
      {returned && <span>{WORDS.returned}</span>}
      {step !== null && (
        <span>
          {WORDS.nextStep} <span className={styles.step}>{step}</span>
        </span>
      )}
    </>
  );
}
