import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { WORDS } from '../words';
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled, InfoRegular, WarningFilled } from './icons';
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
  /** Deeds stand beside short words and under long ones. */
  body: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 8px', flexGrow: 1, minWidth: 0 },
  text: {
    flexGrow: 1,
    flexBasis: '136px',
    minWidth: 0,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  longText: { flexBasis: '232px' },
  deeds: { display: 'flex', flexShrink: 0, gap: '4px' },
  close: { flexShrink: 0 },
});

const LOOK = {
  info: { tone: 'quiet', Icon: InfoRegular },
  done: { tone: 'success', Icon: CheckmarkCircleFilled },
  warning: { tone: 'warning', Icon: WarningFilled },
  error: { tone: 'danger', Icon: ErrorCircleFilled },
} as const satisfies Record<string, { tone: Tone; Icon: unknown }>;

interface MessageLineProps {
  readonly tone: keyof typeof LOOK;
  readonly text: string;
  /** Buttons for what can be done about it. */
  readonly children?: ReactNode;
  readonly onClose: (() => void) | null;
}

/** Characters that fill more than one line beside a button where the pane is narrowest. */
const LONG = 16;

/** One message across the pane: a tinted ground, an icon, words, what can be done. */
export function MessageLine({ tone, text, children, onClose }: MessageLineProps): React.JSX.Element {
  const styles = useStyles();
  const ground = useToneGround();
  const look = LOOK[tone];
  return (
    <div className={mergeClasses(styles.line, ground[look.tone])}>
      <look.Icon className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <span className={mergeClasses(styles.text, text.length > LONG && styles.longText)}>{text}</span>
        <span className={styles.deeds}>{children}</span>
      </div>
      {onClose !== null && (
        <Button
          className={styles.close}
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={WORDS.close}
          title={WORDS.close}
          onClick={onClose}
        />
      )}
    </div>
  );
}
