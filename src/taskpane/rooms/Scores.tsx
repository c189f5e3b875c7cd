import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { planScoreSheets } from '../../app/scoreSheets';
import { scoreReview } from '../../app/scoreReview';
import type { ScoreLine, UnitScore } from '../../domain/scoring/score';
import { useDesk, useDeskView } from '../deskContext';
import { ChevronDownRegular, ChevronRightRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { useToneText } from '../parts/tones';
import { WindowedList } from '../parts/WindowedList';
import { SCORES } from '../words';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  basis: {
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  line: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    borderRadius: 0,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  unit: { alignItems: 'center', paddingLeft: '12px' },
  rank: {
    flexShrink: 0,
    minWidth: '20px',
    textAlign: 'end',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  total: {
    flexShrink: 0,
    minWidth: '56px',
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  score: { flexDirection: 'row', paddingTop: '6px', paddingBottom: '6px', paddingLeft: '64px' },
  said: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  message: { lineHeight: '18px', overflowWrap: 'anywhere' },
  points: { flexShrink: 0, minWidth: '48px', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

type Line =
  | { readonly kind: 'unit'; readonly score: UnitScore; readonly open: boolean }
  | { readonly kind: 'line'; readonly line: ScoreLine; readonly key: string };

const keyOf = (line: Line): string => (line.kind === 'unit' ? line.score.unit : line.key);
const MESSAGE_SIZE = 14;
/** In pixels: a unit, or as many lines as a sentence takes and its clause below. */
const heightOf = (line: Line, width: number): number =>
  line.kind === 'unit' ? 51 : 31 + 18 * textLines(line.line.message, width - 64 - 16 - 56, MESSAGE_SIZE);

/** 计分: each unit's points as a sum of lines, each line with its clause and a way to its cell. */
export default function Scores(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, work } = useDeskView();
  const [open, setOpen] = useState<string | null>(null);
  const outcome = useMemo(() => (review === null ? null : scoreReview(review)), [review]);
  const sheets = useMemo(
    () => (review === null || outcome?.kind !== 'scored' ? null : planScoreSheets(review, outcome, { replace: false })),
    [review, outcome],
  );
  const lines = useMemo(() => (outcome?.kind === 'scored' ? linesOf(outcome.scores, open) : []), [outcome, open]);
  if (review === null || outcome === null) return null;
  if (outcome.kind !== 'scored' || lines.length === 0) {
    return (
      <div className={looks.body}>
        <div className={looks.section}>
          {whyNot(outcome).map((line) => (
            <p key={line} className={looks.text}>
              {line}
            </p>
          ))}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.room}>
      <p className={mergeClasses(looks.hint, styles.basis)}>{SCORES.basis(review.ruleSet.name)}</p>
      <WindowedList items={lines} label={SCORES.list} keyOf={keyOf} heightOf={heightOf}>
        {(line, tabIndex) =>
          line.kind === 'unit' ? (
            <UnitLine
              score={line.score}
              open={line.open}
              tabIndex={tabIndex}
              onTurn={() => setOpen(line.open ? null : line.score.unit)}
            />
          ) : (
            <PointsLine line={line.line} tabIndex={tabIndex} />
          )
        }
      </WindowedList>
      {sheets !== null && (
        <div className={styles.foot}>
          {sheets.standing === 'new' && (
            <Button appearance="primary" disabled={work !== null} onClick={() => desk.previewScores(false)}>
              {SCORES.write}
            </Button>
          )}
          {sheets.standing === 'same' && <span className={looks.hint}>{SCORES.issued}</span>}
          {sheets.standing === 'differs' && (
            <>
              <span className={looks.hint}>{SCORES.differs(sheets.changes.length)}</span>
              <Button disabled={work !== null} onClick={() => desk.previewScores(true)}>
                {SCORES.rewrite}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Ranked units first, as ranked; the lines of the open one below it. */
function linesOf(scores: readonly UnitScore[], open: string | null): readonly Line[] {
  const ranked = [...scores].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
  return ranked.flatMap((score): readonly Line[] => [
    { kind: 'unit', score, open: score.unit === open },
    ...(score.unit === open
      ? score.lines.map((line, index): Line => ({ kind: 'line', line, key: `${score.unit}:${index}` }))
      : []),
  ]);
}

function whyNot(outcome: ReturnType<typeof scoreReview>): readonly string[] {
  switch (outcome.kind) {
    case 'noScheme':
      return [SCORES.noScheme];
    case 'sheetRefused':
      return [SCORES.sheetRefused];
    case 'amountsMissing':
      return [SCORES.amountsMissing, ...outcome.questions.map(({ question }) => question)];
    case 'scored':
      return [SCORES.none];
  }
}

interface UnitLineProps {
  readonly score: UnitScore;
  readonly open: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTurn: () => void;
}

function UnitLine({ score, open, tabIndex, onTurn }: UnitLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <button
      type="button"
      data-main
      tabIndex={tabIndex}
      className={mergeClasses(looks.bare, styles.line, styles.unit)}
      aria-expanded={open}
      title={score.remark ?? undefined}
      onClick={onTurn}
    >
      {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
      <span className={styles.rank}>{SCORES.rank(score.rank)}</span>
      <span className={styles.said}>
        <span className={looks.ellipsis}>{score.unit}</span>
        <span className={looks.hint}>{SCORES.month(score.month)}</span>
      </span>
      <span className={styles.total}>{SCORES.total(score.total)}</span>
    </button>
  );
}

function PointsLine({ line, tabIndex }: { readonly line: ScoreLine; readonly tabIndex: 0 | -1 }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const { source } = line;
  return (
    <button
      type="button"
      data-main
      tabIndex={tabIndex}
      className={mergeClasses(looks.bare, styles.line, styles.score)}
      title={line.clause}
      onClick={() => {
        if (source !== null) void desk.selectCell(source);
      }}
    >
      <span className={styles.said}>
        <span className={styles.message}>{line.message}</span>
        <span className={mergeClasses(looks.hint, looks.ellipsis)}>{line.clause}</span>
      </span>
      <span className={mergeClasses(styles.points, line.points < 0 && tones.danger)}>{SCORES.points(line.points)}</span>
    </button>
  );
}
