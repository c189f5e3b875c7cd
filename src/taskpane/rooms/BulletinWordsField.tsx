import { Button, Textarea, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { WordSlot } from '../../domain/bulletin/words';
import { AddRegular, EditRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { WORDS } from '../words';
import { BULLETIN, SLOT_WORDS } from '../words/bulletin';

const useStyles = makeStyles({
  shown: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  add: { alignSelf: 'flex-start' },
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Slots of one paragraph. */
const ONE_LINE: ReadonlySet<WordSlot> = new Set(['title', 'addressees', 'copies']);
/** Longer than any paragraph of a bulletin. */
const LONGEST = 2000;

interface BulletinWordsFieldProps {
  readonly slot: WordSlot;
  /** As it stands in the bulletin; blank: it is left out. */
  readonly said: string;
  readonly value: string;
  readonly changed: boolean;
  readonly onTake: (text: string) => void;
  readonly onRestore: () => void;
}

/** Words of the bulletin where they stand, with a pencil; blank ones may be added. */
export function BulletinWordsField(props: BulletinWordsFieldProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { slot, said, value, changed, onTake, onRestore } = props;
  const [written, setWritten] = useState<string | null>(null);
  const name = SLOT_WORDS[slot];
  if (written === null) {
    return said === '' ? (
      <Button
        className={styles.add}
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        onClick={() => setWritten(value)}
      >
        {BULLETIN.addWordsTo(name)}
      </Button>
    ) : (
      <div className={styles.shown}>
        <span className={mergeClasses(looks.text, styles.text)}>{said}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={BULLETIN.edit(name)}
          title={BULLETIN.edit(name)}
          onClick={() => setWritten(value)}
        />
      </div>
    );
  }
  const close = (): void => setWritten(null);
  return (
    <div className={styles.form}>
      <Textarea
        autoFocus
        resize="vertical"
        rows={ONE_LINE.has(slot) ? 2 : 5}
        maxLength={LONGEST}
        aria-label={name}
        value={written}
        onChange={(_event, { value: text }) => setWritten(text)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      />
      <div className={looks.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={slot === 'title' && written.trim() === ''}
          onClick={() => {
            onTake(ONE_LINE.has(slot) ? written.replace(/\s*\n\s*/g, '').trim() : written.trim());
            close();
          }}
        >
          {BULLETIN.take}
        </Button>
        {changed && (
          <Button
            size="small"
            onClick={() => {
              onRestore();
              close();
            }}
          >
            {BULLETIN.restore}
          </Button>
        )}
        <Button size="small" onClick={close}>
          {WORDS.cancel}
        </Button>
      </div>
    </div>
  );
}
