import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { cellName } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import { findingSentence } from '../../domain/findingSentence';
import { useDesk } from '../deskContext';
import type { HeadedFindings } from '../desk/findingGroups';
import { ChevronDownRegular, ChevronRightRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { LEVEL_ICONS, LEVEL_TONES, useToneText } from '../parts/tones';
import { CHECKS, LEVEL_WORDS } from '../words';

const useStyles = makeStyles({
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

interface GroupLineProps {
  readonly group: HeadedFindings;
  readonly open: boolean;
  readonly tabIndex: 0 | -1;
  readonly busy: boolean;
  readonly onTurn: () => void;
}

/** A kind or a row, with its fixes all at once. */
export function GroupLine({ group, open, tabIndex, busy, onTurn }: GroupLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const Icon = LEVEL_ICONS[group.level];
  const { name } = group;
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
          disabledFocusable={busy}
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

/** One finding: its sentence and cell, and its fix. */
export function FindingLine({ finding, here, tabIndex, busy }: FindingLineProps): React.JSX.Element {
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
          disabledFocusable={busy}
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
