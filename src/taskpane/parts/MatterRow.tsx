import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { Assessment } from '../../domain/assessment';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { daysLeft } from '../desk/shown';
import { WORDS, badgeWord, stepWord } from '../words';
import { useLooks } from './looks';
import { StateBadge } from './StateBadge';
import { textLines } from './textLines';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    height: '100%',
    boxSizing: 'border-box',
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '13px',
    paddingRight: '16px',
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    borderLeftColor: 'transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  wide: { flexDirection: 'row', alignItems: 'flex-end', gap: '12px' },
  main: { display: 'flex', flexDirection: 'column', gap: '4px', flexGrow: 1, minWidth: 0, width: '100%' },
  stepButton: { height: '20px', minWidth: 0, paddingTop: 0, paddingBottom: 0, fontWeight: 'normal' },
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
    flexShrink: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    wordBreak: 'break-word',
  },
  missing: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  facts: {
    display: 'flex',
    gap: '8px',
    flexShrink: 0,
    alignItems: 'center',
    height: '20px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  unit: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
    flexShrink: 1,
    flexGrow: 1,
    flexBasis: 0,
  },
  date: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  step: { flexShrink: 0, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** From this width on the next step stands beside the other facts. */
const WIDE = 420;
const SIDES = 32;
const TITLE_SIZE = 14;

const titleOf = ({ matter }: Assessment): string =>
  matter.classified ? WORDS.classifiedTitle : (matter.title ?? WORDS.noTitle);
const hasStep = ({ nextStep, returned }: Assessment): boolean => nextStep !== null || returned;

/** In pixels: as many lines of title as it needs, two at most; the facts; the next step where it has a line of its own. */
export function matterRowHeight(assessment: Assessment, width: number, selected = false): number {
  const titleLines = Math.min(2, textLines(titleOf(assessment), width - SIDES, TITLE_SIZE));
  return 17 + titleLines * 20 + 24 + (width < WIDE && (hasStep(assessment) || selected) ? 24 : 0);
}

export const isWide = (width: number): boolean => width >= WIDE;

interface MatterRowProps {
  readonly assessment: Assessment;
  readonly asOf: CivilDate;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly wide: boolean;
  readonly onSelect: (assessment: Assessment) => void;
  /** Where the next step is a letter; null: a proposal to leaders, or none. */
  readonly onStep: ((assessment: Assessment) => void) | null;
  /** What may be done with a selected matter. */
  readonly menu?: ReactNode;
}

/** One matter: title, unit, deadline, state, next step. */
export const MatterRow = memo(function MatterRow(props: MatterRowProps): React.JSX.Element {
  const { assessment, asOf, selected, tabIndex, wide, onSelect } = props;
  const styles = useStyles();
  const looks = useLooks();
  const { matter, state, overdueDays, deadline } = assessment;
  const title = titleOf(assessment);
  const unit = matter.leadUnits.length === 0 ? WORDS.noUnit : matter.leadUnits.map((lead) => lead.unit).join('、');
  const date =
    deadline.kind === 'date'
      ? deadline.date
      : deadline.kind === 'recurring'
        ? WORDS.recurringDeadline
        : WORDS.noDeadline;
  return (
    <div className={mergeClasses(styles.row, wide && styles.wide, selected && styles.selected)}>
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.main)}
        aria-current={selected ? 'true' : undefined}
        title={title}
        onClick={() => onSelect(assessment)}
      >
        <span className={mergeClasses(styles.title, (matter.classified || matter.title === null) && styles.missing)}>
          {title}
        </span>
        <span className={styles.facts}>
          <StateBadge state={state} word={badgeWord(state, overdueDays, daysLeft(assessment, asOf))} />
          <span className={styles.unit}>{unit}</span>
          <span className={styles.date}>{date}</span>
        </span>
      </button>
      {(hasStep(assessment) || selected) && <Step {...props} />}
    </div>
  );
});

function Step({ assessment, tabIndex, onStep, menu }: MatterRowProps): React.JSX.Element {
  const styles = useStyles();
  const step = stepWord(assessment);
  return (
    <span className={styles.facts}>
      {assessment.returned && <span>{WORDS.returned}</span>}
      {step !== null && onStep !== null && (
        <Button
          size="small"
          className={styles.stepButton}
          tabIndex={tabIndex}
          aria-label={`${step}：${titleOf(assessment)}`}
          onClick={() => onStep(assessment)}
        >
          {step}
        </Button>
      )}
      {step !== null && onStep === null && (
        <span>
          {WORDS.nextStep} <span className={styles.step}>{step}</span>
        </span>
      )}
      {menu}
    </span>
  );
}
