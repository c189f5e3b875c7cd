import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { DONE, UNDO, WORDS } from '../words';
import {
  ArrowClockwiseRegular,
  CheckmarkCircleFilled,
  DismissRegular,
  ErrorCircleFilled,
  InfoRegular,
  WarningFilled,
} from './icons';
import { useLooks } from './looks';
import { useToneGround, type Tone } from './tones';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingLeft: '12px',
    paddingRight: '4px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { fontSize: '16px', flexShrink: 0, marginTop: '2px' },
  text: { color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexShrink: 0, gap: '4px' },
});

const LOOK = {
  info: { tone: 'quiet', Icon: InfoRegular },
  done: { tone: 'success', Icon: CheckmarkCircleFilled },
  warning: { tone: 'warning', Icon: WarningFilled },
  error: { tone: 'danger', Icon: ErrorCircleFilled },
} as const satisfies Record<string, { tone: Tone; Icon: unknown }>;

/** One line about what happened, with 撤销 where something was written; read out when it changes. */
export function NoticeLine(): React.JSX.Element {
  const desk = useDesk();
  const { notice, stale, work } = useDeskView();
  const styles = useStyles();
  const looks = useLooks();
  const ground = useToneGround();
  const shown = notice ?? (stale ? { tone: 'info' as const, text: DONE.stale, readAgain: true } : null);
  const look = shown === null ? null : LOOK[shown.tone];
  const undo = notice?.undo;
  return (
    <div role="status" aria-live="polite">
      {shown !== null && look !== null && (
        <div className={mergeClasses(styles.line, ground[look.tone])}>
          <look.Icon className={styles.icon} aria-hidden />
          <span className={mergeClasses(looks.grow, styles.text)}>{shown.text}</span>
          <span className={styles.buttons}>
            {undo !== undefined && (
              <Button
                size="small"
                disabled={work !== null}
                aria-label={UNDO.takeBack(undo.summary)}
                onClick={() => void desk.undo(undo)}
              >
                {UNDO.title}
              </Button>
            )}
            {shown.readAgain === true && (
              <Button
                size="small"
                disabled={work !== null}
                icon={<ArrowClockwiseRegular />}
                aria-label={WORDS.readAgain}
                title={WORDS.readAgain}
                onClick={() => void desk.readAgain()}
              />
            )}
            {notice !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={WORDS.close}
                title={WORDS.close}
                onClick={desk.dismissNotice}
              />
            )}
          </span>
        </div>
      )}
    </div>
  );
}
