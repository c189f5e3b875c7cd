import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk, useDeskView } from '../deskContext';
import { dismissGuide, guideDismissed } from '../desk/guideSeen';
import { START } from '../words/start';
import { WORDS } from '../words';
import { CheckmarkCircleFilled, CircleRegular, DismissRegular } from './icons';
import { useLooks } from './looks';
import { useToneText } from './tones';

const useStyles = makeStyles({
  guide: {
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '12px',
    paddingRight: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  top: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  step: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  icon: { flexShrink: 0, paddingTop: '2px' },
  said: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  door: { marginLeft: '-8px', minWidth: 0 },
});

/** Three steps on a real ledger, till all are done or the clerk puts it away: 连接, 核对, 标记. */
export default function Guide(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const { review, journal } = useDeskView();
  const [gone, setGone] = useState(guideDismissed);
  const marked = journal.some(({ action }) => action === 'mark') || (review?.reading.marks.length ?? 0) > 0;
  if (gone || review === null || marked) return null;
  const sheets = review.ledgers.map(({ sheet }) => sheet).join('、');
  const toSee = review.findings.filter(({ level }) => level !== 'info').length;
  const steps = [
    {
      done: true,
      said: START.connected(sheets, review.matters.length),
      door: START.seeColumns,
      go: () => desk.showPanel('columns'),
    },
    { done: toSee === 0, said: START.check(toSee), door: START.seeChecks, go: () => desk.enter('checks') },
    { done: false, said: START.mark, door: START.seeMarks, go: desk.previewMarking },
  ];
  return (
    <section className={mergeClasses(looks.section, styles.guide)} aria-label={START.guide}>
      <div className={styles.top}>
        <h3 className={looks.heading}>{START.guide}</h3>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={`${WORDS.close}，${START.dismiss}`}
          title={START.dismiss}
          onClick={() => {
            dismissGuide();
            setGone(true);
          }}
        />
      </div>
      <ol className={looks.lines}>
        {steps.map(({ done, said, door, go }, index) => {
          const Icon = done ? CheckmarkCircleFilled : CircleRegular;
          return (
            <li key={door} className={styles.step}>
              <Icon
                className={mergeClasses(styles.icon, tones[done ? 'success' : 'quiet'])}
                role="img"
                aria-label={START.step(index + 1, done)}
              />
              <span className={styles.said}>
                <span>{said}</span>
                <Button className={styles.door} appearance="transparent" size="small" onClick={go}>
                  {door}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
