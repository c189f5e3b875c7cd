import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Review } from '../../app/reading/review';
import type { ReviewScores } from '../../app/scoring/scoreReview';
import type { ExplainedLine } from '../../domain/scoring/explainScore';
import { useDesk, useDeskView } from '../deskContext';
import { scoreRows, type ScoreRow } from '../desk/scoreDeeds';
import { useListLooks } from '../parts/listLooks';
import { SHEETS } from '../desk/scoreFigures';
import { CountingLine } from '../parts/CountingLine';
import { useCounted } from '../parts/useCounted';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { useToneText } from '../parts/tones';
import { TurnRow } from '../parts/TurnRow';
import { WindowedList } from '../parts/WindowedList';
import { BASIS } from '../words/basis';
import { SCORES } from '../words/scores';
import { NotScored } from './NotScored';

const useStyles = makeStyles({
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
  score: { paddingTop: '6px', paddingBottom: '6px', paddingLeft: '36px' },
  said: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  message: { lineHeight: '18px', overflowWrap: 'anywhere' },
  points: { flexShrink: 0, minWidth: '48px', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  why: {
    height: '100%',
    boxSizing: 'border-box',
    paddingTop: '6px',
    paddingLeft: '36px',
    paddingRight: '16px',
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  block: { paddingLeft: '36px', justifyContent: 'space-between', fontVariantNumeric: 'tabular-nums' },
});

const keyOf = (row: ScoreRow): string => {
  switch (row.kind) {
    case 'group':
      return `group:${row.group ?? ''}`;
    case 'unit':
      return `unit:${row.score.unit}`;
    case 'why':
      return `why:${row.unit}`;
    case 'block':
      return `block:${row.unit}:${row.block.name}`;
    case 'line':
      return row.key;
  }
};

const factsOf = ({ line, name, ofMonth, late }: ExplainedLine): string =>
  [SCORES.lineOf(name, line.date), ...(late ? [SCORES.late] : ofMonth ? [SCORES.ofMonth] : [])].join(' · ');

const INDENT = 36;
/** In pixels: a unit; a sentence as long as it is; a line of the score with its facts and clause below. */
function heightOf(row: ScoreRow, width: number): number {
  switch (row.kind) {
    case 'group':
    case 'block':
      return 32;
    case 'unit':
      return 51;
    case 'why':
      return 13 + 18 * textLines(row.sentence, width - INDENT - 16, 14);
    case 'line':
      return (
        15 +
        18 * textLines(row.explained.line.message, width - INDENT - 16 - 56, 14) +
        16 * textLines(factsOf(row.explained), width - INDENT - 16 - 56, 12) +
        16 * textLines(row.explained.line.clause, width - INDENT - 16 - 56, 12)
      );
  }
}

interface ScoresTableProps {
  readonly review: Review;
  readonly outcome: ReviewScores;
}

/** 得分: units as ranked; the open one with why it has its score, to clause and cell. */
export function ScoresTable({ review, outcome }: ScoresTableProps): React.JSX.Element {
  const lists = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const [open, setOpen] = useState<string | null>(null);
  const [byGroup, setByGroup] = useState(false);
  const counted = useCounted(SHEETS, review, null);
  const sheets = counted?.sheets ?? null;
  const rows = useMemo(
    () => (outcome.kind === 'scored' ? scoreRows(review, outcome, open, byGroup) : []),
    [review, outcome, open, byGroup],
  );
  if (outcome.kind !== 'scored' || rows.length === 0) return <NotScored review={review} outcome={outcome} />;
  const grouped = outcome.scores.some(({ group }) => group !== null);
  return (
    <>
      <div className={lists.tools}>
        <span className={mergeClasses(looks.hint, looks.grow)}>{SCORES.basis(review.ruleSet.name)}</span>
        <Button size="small" appearance="subtle" onClick={() => desk.showPanel('basis')}>
          {BASIS.title}
        </Button>
        {grouped && (
          <Select
            className={lists.tool}
            size="small"
            aria-label={SCORES.group}
            value={byGroup ? 'group' : 'all'}
            onChange={(_event, { value }) => setByGroup(value === 'group')}
          >
            <option value="all">{SCORES.allGroups}</option>
            <option value="group">{SCORES.group}</option>
          </Select>
        )}
      </div>
      <WindowedList items={rows} label={SCORES.list} keyOf={keyOf} heightOf={heightOf}>
        {(row, tabIndex) => <TableRow row={row} tabIndex={tabIndex} onTurn={setOpen} />}
      </WindowedList>
      {counted === null && <CountingLine />}
      {sheets !== null && (
        <div className={looks.foot}>
          {sheets.standing === 'new' && (
            <Button appearance="primary" disabledFocusable={work !== null} onClick={() => desk.previewScores(false)}>
              {SCORES.write}
            </Button>
          )}
          {sheets.standing === 'same' && <span className={looks.hint}>{SCORES.issued}</span>}
          {sheets.standing === 'differs' && (
            <>
              <span className={looks.hint}>{SCORES.differs(sheets.changes.length)}</span>
              <Button onClick={() => desk.showScores('sheets')}>{SCORES.seeChanges}</Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

interface TableRowProps {
  readonly row: ScoreRow;
  readonly tabIndex: 0 | -1;
  readonly onTurn: (unit: string | null) => void;
}

function TableRow({ row, tabIndex, onTurn }: TableRowProps): React.JSX.Element {
  const styles = useStyles();
  const lists = useListLooks();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  switch (row.kind) {
    case 'group':
      return (
        <div className={lists.group} data-main tabIndex={tabIndex}>
          {row.group === null ? SCORES.noGroup : SCORES.ofGroup(row.group)}
        </div>
      );
    case 'why':
      return (
        <div className={styles.why} data-main tabIndex={tabIndex}>
          {row.sentence}
        </div>
      );
    case 'block':
      return (
        <div className={mergeClasses(lists.group, styles.block)} data-main tabIndex={tabIndex}>
          <span>{row.block.name}</span>
          <span>{SCORES.points(row.block.points)}</span>
        </div>
      );
    case 'unit': {
      const { score, open, inGroup } = row;
      return (
        <TurnRow tabIndex={tabIndex} open={open} onTurn={() => onTurn(open ? null : score.unit)}>
          <span className={styles.rank}>{SCORES.rank(inGroup ? score.rankInGroup : score.rank)}</span>
          <span className={styles.said}>
            <span className={looks.ellipsis}>{score.unit}</span>
            <span className={mergeClasses(looks.hint, looks.ellipsis)}>{SCORES.month(score.month, score.remark)}</span>
          </span>
          <span className={styles.total}>{SCORES.total(score.total)}</span>
        </TurnRow>
      );
    }
    case 'line': {
      const { line } = row.explained;
      const { source } = line;
      return (
        <button
          type="button"
          data-main
          tabIndex={tabIndex}
          className={mergeClasses(looks.bare, lists.fold, lists.pressed, styles.score)}
          onClick={() => {
            if (source !== null) void desk.selectCell(source);
          }}
        >
          <span className={styles.said}>
            <span className={styles.message}>{line.message}</span>
            <span className={looks.hint}>{factsOf(row.explained)}</span>
            <span className={looks.hint}>{line.clause}</span>
          </span>
          <span className={mergeClasses(styles.points, line.points < 0 && tones.danger)}>
            {SCORES.points(line.points)}
          </span>
        </button>
      );
    }
  }
}
