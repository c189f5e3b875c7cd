import { Button, Skeleton, SkeletonItem, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Suspense, lazy, type ReactNode } from 'react';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { useDesk, useDeskView } from '../deskContext';
import { FIRST, WORDS } from '../words';
import { START } from '../words/start';
import { useLooks } from './looks';

const FirstRun = lazy(() => import('./FirstRun'));

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
  /** What else can be done here. */
  readonly more?: ReactNode;
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is the matter, and the one thing to do. */
function PlainState({ title, lines, more }: PlainStateProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <div className={looks.body}>
      <section className={looks.section} role="alert">
        <h2 className={looks.title}>{title}</h2>
        {lines.map((line) => (
          <p key={line} className={looks.text}>
            {line}
          </p>
        ))}
        <div className={looks.actions}>
          <Button
            {...(more === undefined ? { appearance: 'primary' } : {})}
            disabledFocusable={work !== null}
            onClick={() => void desk.readAgain()}
          >
            {WORDS.readAgain}
          </Button>
        </div>
      </section>
      {more}
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
  const empty = connecting?.survey.sheets.every(({ used }) => used === null) === true;
  return (
    <PlainState
      title={empty ? START.empty : FIRST.noLedger}
      lines={empty ? [START.emptyHelp] : [FIRST.noLedgerHelp, ...missed]}
      more={
        <Suspense fallback={null}>
          <FirstRun />
        </Suspense>
      }
    />
  );
}
