import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useDeskView } from '../deskContext';
import { topicOver } from '../desk/helpTopic';
import { WORDS } from '../words';
import { ArrowLeftRegular, QuestionCircleRegular } from './icons';
import { useLooks } from './looks';

const PanelHelp = lazy(() => import('./PanelHelp'));

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    minHeight: '36px',
    paddingLeft: '8px',
    paddingRight: '8px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  alone: { paddingLeft: '16px' },
  /** Before the title for the keyboard, so that Tab leads from it into the panel; to the eye at the end of the line. */
  help: { order: 1, marginLeft: 'auto' },
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
  const topic = topicOver(useDeskView());
  const [helped, setHelped] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // As the panel comes on show: a moment later the clerk may already be typing into it.
  useLayoutEffect(() => heading.current?.focus(), []);
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
        {topic !== null && (
          <Button
            className={styles.help}
            appearance="subtle"
            size="small"
            icon={<QuestionCircleRegular />}
            aria-label={WORDS.helpHere}
            title={WORDS.helpHere}
            aria-expanded={helped}
            onClick={() => setHelped(!helped)}
          />
        )}
        <h2 ref={heading} tabIndex={-1} className={looks.title}>
          {title}
        </h2>
      </div>
      <div className={looks.body}>
        {helped && topic !== null && (
          <Suspense fallback={null}>
            <PanelHelp topic={topic} />
          </Suspense>
        )}
        {children}
      </div>
      {foot !== undefined && <div className={looks.foot}>{foot}</div>}
    </section>
  );
}
