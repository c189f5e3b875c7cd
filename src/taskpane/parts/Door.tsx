import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WarningFilled } from './icons';
import { useLooks } from './looks';
import { useToneText, type Tone } from './tones';

const useStyles = makeStyles({
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
    columnGap: '12px',
    rowGap: '2px',
  },
  door: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '28px',
    paddingLeft: '4px',
    paddingRight: '4px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  word: { flexGrow: 1, minWidth: 0 },
  /** So that it stays on one line where the pane is narrowest. */
  longWord: { fontSize: tokens.fontSizeBase200 },
  icon: { fontSize: '16px', flexShrink: 0 },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
});

/** Doors side by side, as many as the pane has room for. */
export function Doors({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return <div className={useStyles().doors}>{children}</div>;
}

interface DoorProps {
  readonly word: string;
  readonly number: string | number;
  readonly icon?: { readonly Icon: typeof WarningFilled; readonly tone: Tone };
  readonly onOpen: () => void;
}

/** A number with its words; opens the matters behind it. */
export function Door({ word, number, icon, onOpen }: DoorProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  return (
    <button type="button" className={mergeClasses(looks.bare, styles.door)} onClick={onOpen}>
      {icon !== undefined && <icon.Icon className={mergeClasses(styles.icon, tones[icon.tone])} aria-hidden />}
      <span className={mergeClasses(styles.word, word.length > 6 && styles.longWord)}>{word}</span>
      <span className={styles.number}>{number}</span>
    </button>
  );
}
