import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { WORDS } from '../words';
import { ArrowLeftRegular } from './icons';
import { useLooks } from './looks';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    minHeight: '36px',
    paddingLeft: '8px',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  alone: { paddingLeft: '16px' },
});

interface PanelFrameProps {
  readonly title: string;
  /** null: there is nowhere to go back to. */
  readonly onBack: (() => void) | null;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A panel in place of the room: title with the focus on it, body, deeds below; Escape goes back. */
export function PanelFrame({ title, onBack, foot, children }: PanelFrameProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className={styles.frame}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onBack !== null) onBack();
      }}
    >
      <div className={mergeClasses(styles.top, onBack === null && styles.alone)}>
        {onBack !== null && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowLeftRegular />}
            aria-label={WORDS.back}
            title={WORDS.back}
            onClick={onBack}
          />
        )}
        <h2 ref={heading} tabIndex={-1} className={looks.title}>
          {title}
        </h2>
      </div>
      <div className={looks.body}>{children}</div>
      {foot !== undefined && <div className={looks.foot}>{foot}</div>}
    </section>
  );
}
