import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { findingSentence } from '../../domain/findingSentence';
import { cellName } from '../../domain/cell';
import type { Finding, FindingLevel } from '../../domain/finding';
import { useDesk, useDeskView } from '../deskContext';
import { byKind, byRow, type Grouping, type HeadedFindings } from '../desk/findingGroups';
import { countLevels, findingsOf } from '../desk/shown';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { WindowedList } from '../parts/WindowedList';
import { CHECKS, LEVEL_WORDS, WORDS, optionCount } from '../words';
import { BY_ROW } from '../words/checks';
import { CheckDeeds } from './CheckDeeds';
import { FindingLine, GroupLine } from './CheckLines';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  tools: {
    display: 'flex',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  select: { flexGrow: 1, minWidth: 0 },
});

type Line =
  | { readonly kind: 'group'; readonly group: HeadedFindings }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly key: string };

const keyOf = (line: Line): string => (line.kind === 'group' ? line.group.key : line.key);
const SENTENCE_SIZE = 14;

/** In pixels: three lines of a sentence at most. */
function heightOf(line: Line, width: number): number {
  if (line.kind === 'group') return 36;
  const taken = line.finding.fix === undefined ? 52 : 52 + 60;
  return 35 + 18 * Math.min(3, textLines(findingSentence(line.finding), width - taken, SENTENCE_SIZE));
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];
const OPEN_TO = 5;

/** 核对: what was noticed, by kind or by row; a click goes to the cell, a fix is previewed before it is written. */
export default function Checks(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, level, work, cell } = useDeskView();
  /** Kinds the clerk opened or closed herself; short ones are open, long ones closed. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const findings = useMemo(() => (review === null ? [] : findingsOf(review, ledger)), [review, ledger]);
  const counts = useMemo(() => countLevels(findings), [findings]);
  const [grouping, setGrouping] = useState<Grouping>('kind');
  const groups = useMemo(
    () => (grouping === 'kind' ? byKind(findings, level) : byRow(findings, level, review?.matters ?? [])),
    [findings, level, grouping, review],
  );
  const isOpen = useCallback(
    (group: HeadedFindings) => group.findings.length <= OPEN_TO !== turned.has(group.key),
    [turned],
  );
  const lines = useMemo(
    () =>
      groups.flatMap((group): readonly Line[] => [
        { kind: 'group', group },
        ...(isOpen(group)
          ? group.findings.map((finding, index): Line => ({
              kind: 'finding',
              finding,
              key: `${group.key}:${cellName(finding.cell)}:${index}`,
            }))
          : []),
      ]),
    [groups, isOpen],
  );
  if (review === null) return null;
  const turn = (key: string): void => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  return (
    <div className={styles.room}>
      <div className={styles.tools}>
        <Select
          className={styles.select}
          size="small"
          aria-label={CHECKS.levels}
          value={level}
          onChange={(_event, { value }) => desk.chooseLevel(value as FindingLevel | 'all')}
        >
          <option value="all">{optionCount(WORDS.all, findings.length)}</option>
          {LEVELS.map((own) => (
            <option key={own} value={own}>
              {optionCount(LEVEL_WORDS[own], counts[own])}
            </option>
          ))}
        </Select>
        <Select
          className={styles.select}
          size="small"
          aria-label={BY_ROW.grouping}
          value={grouping}
          onChange={(_event, { value }) => setGrouping(value as Grouping)}
        >
          <option value="kind">{BY_ROW.byKind}</option>
          <option value="row">{BY_ROW.byRow}</option>
        </Select>
      </div>
      {lines.length === 0 ? (
        <div className={looks.body}>
          <p className={looks.text}>{findings.length === 0 ? CHECKS.none : CHECKS.noneOfLevel}</p>
        </div>
      ) : (
        <WindowedList items={lines} label={CHECKS.list} keyOf={keyOf} heightOf={heightOf}>
          {(line, tabIndex) =>
            line.kind === 'group' ? (
              <GroupLine
                group={line.group}
                open={isOpen(line.group)}
                tabIndex={tabIndex}
                busy={work !== null}
                onTurn={() => turn(line.group.key)}
              />
            ) : (
              <FindingLine
                finding={line.finding}
                here={cell !== null && cellName(cell) === cellName(line.finding.cell)}
                tabIndex={tabIndex}
                busy={work !== null}
              />
            )
          }
        </WindowedList>
      )}
      <CheckDeeds />
    </div>
  );
}
