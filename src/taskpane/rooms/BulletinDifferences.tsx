import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { previewBulletin, type BulletinShown } from '../desk/bulletinDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { PREVIEW, WORDS } from '../words';
import { BULLETIN } from '../words/bulletin';

const useStyles = makeStyles({
  line: {
    paddingTop: '4px',
    paddingBottom: '4px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    overflowWrap: 'anywhere',
  },
  kind: { fontWeight: tokens.fontWeightSemibold, marginRight: '8px' },
});

const MOST = 200;

interface BulletinDifferencesProps {
  readonly shown: BulletinShown;
  /** It is being worked out anew. */
  readonly old: boolean;
  readonly onBack: () => void;
}

/** What a bulletin written anew would say otherwise; only from here it is written over. */
export function BulletinDifferences({ shown, old, onBack }: BulletinDifferencesProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const { differences } = shown.issuing;
  return (
    <PanelFrame
      title={BULLETIN.differences}
      onBack={onBack}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={work !== null || old}
            onClick={() => void previewBulletin(desk, shown, true)}
          >
            {BULLETIN.rewrite}
          </Button>
          <Button onClick={onBack}>{WORDS.back}</Button>
        </>
      }
    >
      {differences.length === 0 ? (
        <p className={looks.text}>{BULLETIN.noTextDifference}</p>
      ) : (
        <ul className={looks.lines}>
          {differences.slice(0, MOST).map(({ kind, text }, index) => (
            <li key={`${kind}:${index}`} className={mergeClasses(looks.text, styles.line)}>
              <span className={styles.kind}>{kind === 'was' ? BULLETIN.was : BULLETIN.now}</span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {differences.length > MOST && <p className={looks.hint}>{PREVIEW.moreRows(differences.length - MOST)}</p>}
    </PanelFrame>
  );
}
