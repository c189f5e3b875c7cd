import { Button, Skeleton, SkeletonItem, makeStyles, mergeClasses } from '@fluentui/react-components';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { useDesk, useDeskView } from '../deskContext';
import { FIRST, WORDS } from '../words';
import { useLooks } from './looks';

const useStyles = makeStyles({
  bones: { display: 'flex', flexDirection: 'column', gap: '12px' },
  /** Forced colours take the bones' own colour away. */
  bone: { '@media (forced-colors: active)': { outline: '1px solid GrayText' } },
  short: { width: '60%' },
});

/** Bones of the room, at once. */
export function Loading(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <div className={looks.body} aria-busy="true">
      <Skeleton aria-label={WORDS.loading} className={styles.bones}>
        <SkeletonItem size={12} className={styles.bone} />
        <SkeletonItem size={28} className={styles.bone} />
        <SkeletonItem size={28} className={styles.bone} />
        <SkeletonItem size={12} className={mergeClasses(styles.bone, styles.short)} />
        <SkeletonItem size={28} className={styles.bone} />
        <SkeletonItem size={28} className={styles.bone} />
        <SkeletonItem size={28} className={styles.bone} />
      </Skeleton>
    </div>
  );
}

interface PlainStateProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is the matter, and the one thing to do. */
function PlainState({ title, lines }: PlainStateProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <div className={looks.body} role="alert">
      <section className={looks.section}>
        <h2 className={looks.title}>{title}</h2>
        {lines.map((line) => (
          <p key={line} className={looks.text}>
            {line}
          </p>
        ))}
        <div className={looks.actions}>
          <Button appearance="primary" disabled={work !== null} onClick={() => void desk.readAgain()}>
            {WORDS.readAgain}
          </Button>
        </div>
      </section>
    </div>
  );
}

export const Stopped = (): React.JSX.Element => <PlainState title={FIRST.stopped} lines={[FIRST.stoppedHelp]} />;

export const Failed = ({ sentence }: { readonly sentence: string }): React.JSX.Element => (
  <PlainState title={WORDS.lookFailed} lines={[sentence]} />
);

export function NoLedger(): React.JSX.Element {
  const { connecting } = useDeskView();
  const missed = (connecting?.others ?? []).map(({ sheet, unread: { missing } }) =>
    FIRST.missing(sheet, missing.map((field) => FIELD_NAMES[field]).join('、')),
  );
  return <PlainState title={FIRST.noLedger} lines={[FIRST.noLedgerHelp, ...missed]} />;
}
