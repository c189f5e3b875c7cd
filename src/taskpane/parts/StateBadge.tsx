import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import { STATE_ICONS, STATE_TONES, useToneGround } from './tones';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    height: '20px',
    paddingLeft: '6px',
    paddingRight: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    borderTopWidth: '1px',
    borderRightWidth: '1px',
    borderBottomWidth: '1px',
    borderLeftWidth: '1px',
    borderTopStyle: 'solid',
    borderRightStyle: 'solid',
    borderBottomStyle: 'solid',
    borderLeftStyle: 'solid',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: '14px', flexShrink: 0 },
});

/** `⚠ 逾期 11 天`: icon, colour and words together. */
export function StateBadge({ state, word }: { readonly state: State; readonly word: string }): React.JSX.Element {
  const styles = useStyles();
  const ground = useToneGround();
  const Icon = STATE_ICONS[state];
  return (
    <span className={mergeClasses(styles.badge, ground[STATE_TONES[state]])}>
      <Icon className={styles.icon} aria-hidden />
      {word}
    </span>
  );
}
