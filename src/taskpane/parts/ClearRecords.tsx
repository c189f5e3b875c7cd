import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk, useDeskView } from '../deskContext';
import { RECORDS } from '../words/records';
import { useLooks } from './looks';

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', marginTop: '16px' },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** 清空操作记录 and 清成对外版: said what goes before anything goes. */
export function ClearRecords(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { journal, work } = useDeskView();
  const [asked, setAsked] = useState<'journal' | 'outside' | null>(null);
  if (asked === null) {
    return (
      <div className={styles.block}>
        <p className={looks.hint}>{RECORDS.outsideHint}</p>
        <div className={styles.deeds}>
          {journal.length > 0 && (
            <Button size="small" disabledFocusable={work !== null} onClick={() => setAsked('journal')}>
              {RECORDS.clear}
            </Button>
          )}
          <Button size="small" disabledFocusable={work !== null} onClick={() => setAsked('outside')}>
            {RECORDS.outside}
          </Button>
        </div>
      </div>
    );
  }
  const unfinished = journal.filter(({ state }) => state === 'pending').length;
  return (
    <div className={styles.block} role="alert">
      <p className={looks.text}>
        {asked === 'journal' ? RECORDS.clearAsked(journal.length) : RECORDS.outsideAsked(journal.length)}
        {unfinished > 0 && RECORDS.unfinishedAsked(unfinished)}
      </p>
      <div className={styles.deeds}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={work !== null}
          onClick={() => void desk.clearRecords(asked)}
        >
          {asked === 'journal' ? RECORDS.clearDeed(journal.length) : RECORDS.outsideDeed}
        </Button>
        <Button size="small" onClick={() => setAsked(null)}>
          {RECORDS.cancel}
        </Button>
      </div>
    </div>
  );
}
