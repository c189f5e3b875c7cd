import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { findingSentence } from '../../domain/findingSentence';
import { cellName } from '../../domain/cell';
import type { Finding, FindingLevel } from '../../domain/finding';
import { useDesk, useDeskView } from '../deskContext';
import { countLevels, findingsOf, groupFindings, type FindingGroup } from '../desk/shown';
import { FINDING_KINDS } from '../findingWords';
import { ChevronDownRegular, ChevronRightRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { LEVEL_ICONS, LEVEL_TONES, useToneText } from '../parts/tones';
import { textLines } from '../parts/textLines';
import { WindowedList } from '../parts/WindowedList';
import { CHECKS, LEVEL_WORDS, WORDS, optionCount } from '../words';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  tools: {
    display: 'flex',
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
  line: {
    display: 'flex',
    alignItems: 'center',
    height: '100%',
    boxSizing: 'border-box',
    gap: '4px',
    paddingRight: '12px',
  },
  group: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  groupButton: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    flexGrow: 1,
    minWidth: 0,
    height: '100%',
    paddingLeft: '12px',
  },
  groupName: { fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  icon: { fontSize: '16px', flexShrink: 0 },
  finding: {
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    borderLeftColor: 'transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  findingButton: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: '2px',
    flexGrow: 1,
    minWidth: 0,
    height: '100%',
    paddingLeft: '33px',
    paddingRight: '4px',
  },
  sentence: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '18px',
    wordBreak: 'break-word',
  },
  cell: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
});

type Line =
  | { readonly kind: 'group'; readonly group: FindingGroup }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly key: string };

const groupKey = ({ code, level }: FindingGroup): string => `${level}:${code}`;
const keyOf = (line: Line): string => (line.kind === 'group' ? groupKey(line.group) : line.key);
const SENTENCE_SIZE = 14;

/** In pixels: three lines of a sentence at most. */
function heightOf(line: Line, width: number): number {
  if (line.kind === 'group') return 36;
  const taken = line.finding.fix === undefined ? 52 : 52 + 60;
  return 35 + 18 * Math.min(3, textLines(findingSentence(line.finding), width - taken, SENTENCE_SIZE));
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];
const OPEN_TO = 5;

/** 核对: what was noticed, by kind; a click goes to the cell, a fix is previewed before it is written. */
export default function Checks(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, level, work, cell } = useDeskView();
  /** Kinds the clerk opened or closed herself; short ones are open, long ones closed. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const findings = useMemo(() => (review === null ? [] : findingsOf(review, ledger)), [review, ledger]);
  const counts = useMemo(() => countLevels(findings), [findings]);
  const groups = useMemo(() => groupFindings(findings, level), [findings, level]);
  const isOpen = useCallback(
    (group: FindingGroup) => group.findings.length <= OPEN_TO !== turned.has(groupKey(group)),
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
              key: `${groupKey(group)}:${cellName(finding.cell)}:${index}`,
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
                onTurn={() => turn(groupKey(line.group))}
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
    </div>
  );
}

interface GroupLineProps {
  readonly group: FindingGroup;
  readonly open: boolean;
  readonly tabIndex: 0 | -1;
  readonly busy: boolean;
  readonly onTurn: () => void;
}

function GroupLine({ group, open, tabIndex, busy, onTurn }: GroupLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const Icon = LEVEL_ICONS[group.level];
  const name = FINDING_KINDS[group.code];
  const fixable = group.findings.filter(({ fix }) => fix !== undefined);
  return (
    <div className={mergeClasses(styles.line, styles.group)}>
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.groupButton)}
        aria-expanded={open}
        aria-label={CHECKS.group(LEVEL_WORDS[group.level], name, group.findings.length)}
        onClick={onTurn}
      >
        {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        <Icon className={mergeClasses(styles.icon, tones[LEVEL_TONES[group.level]])} aria-hidden />
        <span className={mergeClasses(looks.ellipsis, styles.groupName)}>{name}</span>
        <span className={styles.count}>{group.findings.length}</span>
      </button>
      {fixable.length > 1 && (
        <Button
          size="small"
          appearance="subtle"
          tabIndex={tabIndex}
          disabled={busy}
          onClick={() => desk.previewFixes(fixable)}
        >
          {CHECKS.fixAll(fixable.length)}
        </Button>
      )}
    </div>
  );
}

interface FindingLineProps {
  readonly finding: Finding;
  readonly here: boolean;
  readonly tabIndex: 0 | -1;
  readonly busy: boolean;
}

function FindingLine({ finding, here, tabIndex, busy }: FindingLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const sentence = findingSentence(finding);
  return (
    <div className={mergeClasses(styles.line, styles.finding, here && styles.here)}>
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.findingButton)}
        aria-current={here ? 'true' : undefined}
        title={sentence}
        onClick={() => void desk.selectCell(finding.cell)}
      >
        <span className={styles.sentence}>{sentence}</span>
        <span className={mergeClasses(styles.cell, looks.ellipsis)}>{cellName(finding.cell)}</span>
      </button>
      {finding.fix !== undefined && (
        <Button
          size="small"
          tabIndex={tabIndex}
          disabled={busy}
          title={CHECKS.fixTo(finding.fix.shown)}
          aria-label={`${CHECKS.fixTo(finding.fix.shown)}：${cellName(finding.cell)}`}
          onClick={() => desk.previewFixes([finding])}
        >
          {CHECKS.fix}
        </Button>
      )}
    </div>
  );
}
