import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import { useDesk, useDeskView } from '../deskContext';
import { figuresOf } from '../desk/figures';
import { STATE_WORDS, WORDS, stateCount, totalWord } from '../words';
import { COLLECT } from '../words/collect';
import { PROCEEDING, REGISTER } from '../words/registering';
import { DateChoice } from './DateChoice';
import {
  AddRegular,
  ArrowClockwiseRegular,
  ArrowUndoRegular,
  CalendarLtrRegular,
  ChevronDownRegular,
  MailInboxArrowDownRegular,
  MoreHorizontalRegular,
  NotebookAddRegular,
  QuestionCircleRegular,
  SettingsRegular,
} from './icons';
import { useLooks } from './looks';
import { STATE_TONES, useToneText } from './tones';

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    paddingTop: '8px',
    paddingLeft: '8px',
    paddingRight: '4px',
    paddingBottom: '4px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', alignItems: 'center', gap: '2px', minWidth: 0 },
  ledger: {
    flexGrow: 1,
    flexShrink: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    paddingLeft: '8px',
    paddingRight: '4px',
  },
  ledgerName: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    paddingLeft: '4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  count: {
    paddingTop: '2px',
    paddingBottom: '2px',
    paddingLeft: '4px',
    paddingRight: '4px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationLine: 'underline' },
  },
  dot: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

const DOORS: readonly State[] = ['overdue', 'dueSoon', 'undetermined'];

/** Always there: which ledger, at which date, how it stands, and the menu. */
export function Head(): React.JSX.Element {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <LedgerChoice />
        <DateChoice />
        <PaneMenu />
      </div>
      <Counts />
    </header>
  );
}

function LedgerChoice(): React.JSX.Element {
  const styles = useStyles();
  const desk = useDesk();
  const { review, ledger } = useDeskView();
  const sheets = review?.ledgers.map(({ sheet }) => sheet) ?? [];
  const name = ledger ?? (sheets.length === 1 ? sheets[0]! : sheets.length === 0 ? WORDS.ledger : WORDS.allLedgers);
  const chosen = ledger ?? (sheets.length === 1 ? sheets[0]! : '');
  return (
    <Menu checkedValues={{ ledger: [chosen] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.ledger}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={`${WORDS.ledger}：${name}`}
        >
          <span className={styles.ledgerName}>{name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sheets.length > 1 && (
            <MenuItemRadio name="ledger" value="" onClick={() => desk.chooseLedger(null)}>
              {WORDS.allLedgers}
            </MenuItemRadio>
          )}
          {sheets.map((sheet) => (
            <MenuItemRadio key={sheet} name="ledger" value={sheet} onClick={() => desk.chooseLedger(sheet)}>
              {sheet}
            </MenuItemRadio>
          ))}
          {sheets.length > 0 && <MenuDivider />}
          {sheets.length > 0 && <MenuItem onClick={() => desk.showPanel('columns')}>{WORDS.columnsTaken}</MenuItem>}
          <MenuItem onClick={() => void desk.readAgain()}>{WORDS.readAgain}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function PaneMenu(): React.JSX.Element {
  const desk = useDesk();
  const { phase } = useDeskView();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={WORDS.more} title={WORDS.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {phase.kind === 'ready' && (
            <>
              <MenuItem icon={<CalendarLtrRegular />} onClick={() => desk.showPanel('month')}>
                {WORDS.month}
              </MenuItem>
              <MenuItem icon={<AddRegular />} onClick={() => desk.showPanel('register')}>
                {REGISTER.title}
              </MenuItem>
              <MenuItem icon={<NotebookAddRegular />} onClick={() => desk.showPanel('proceeding')}>
                {PROCEEDING.title}
              </MenuItem>
              <MenuItem icon={<MailInboxArrowDownRegular />} onClick={() => desk.showPanel('collect')}>
                {COLLECT.title}
              </MenuItem>
              <MenuDivider />
            </>
          )}
          <MenuItem icon={<ArrowUndoRegular />} onClick={() => desk.showPanel('undo')}>
            {WORDS.undo}
          </MenuItem>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => void desk.readAgain()}>
            {WORDS.readAgain}
          </MenuItem>
          <MenuItem icon={<SettingsRegular />} onClick={() => desk.showPanel('settings')}>
            {WORDS.settings}
          </MenuItem>
          <MenuItem icon={<QuestionCircleRegular />} onClick={() => desk.showPanel('help')}>
            {WORDS.help}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Counts(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const { review, ledger } = useDeskView();
  const figures = review === null ? null : figuresOf(review, ledger);
  if (figures === null) return null;
  return (
    <div className={styles.counts}>
      <button
        type="button"
        className={mergeClasses(looks.bare, styles.count)}
        onClick={() => desk.enter('reminders', { shown: 'all' })}
      >
        {totalWord(figures.all.length)}
      </button>
      {DOORS.map((state) => (
        <span key={state}>
          <span className={styles.dot} aria-hidden>
            ·
          </span>
          <button
            type="button"
            className={mergeClasses(
              looks.bare,
              styles.count,
              figures.states[state].length > 0 && mergeClasses(tones[STATE_TONES[state]], styles.strong),
            )}
            aria-label={`${STATE_WORDS[state]} ${figures.states[state].length}`}
            onClick={() => desk.enter('reminders', { shown: state })}
          >
            {stateCount(state, figures.states[state].length)}
          </button>
        </span>
      ))}
    </div>
  );
}
