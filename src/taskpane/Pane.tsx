import { makeStyles, tokens } from '@fluentui/react-components';
import { Activity, Suspense, lazy } from 'react';
import { useDeskView } from './deskContext';
import type { DeskView } from './desk/view';
import { Failed, Loading, NoLedger, Stopped } from './parts/FirstStates';
import { Head } from './parts/Head';
import { NoticeLine } from './parts/NoticeLine';
import { RoomBar } from './parts/RoomBar';
import { SinceLine } from './parts/SinceLine';
import { UnfinishedLine } from './parts/UnfinishedLine';
import { WorkLine } from './parts/WorkLine';
import { roomName } from './words';

const Overview = lazy(() => import('./rooms/Overview'));
const Checks = lazy(() => import('./rooms/Checks'));
const Reminders = lazy(() => import('./rooms/Reminders'));
const Letters = lazy(() => import('./rooms/Letters'));
const Scores = lazy(() => import('./rooms/Scores'));
const Bulletin = lazy(() => import('./rooms/Bulletin'));
const PreviewPanel = lazy(() => import('./panels/PreviewPanel'));
const AskingPanel = lazy(() => import('./panels/AskingPanel'));
const ColumnsPanel = lazy(() => import('./panels/ColumnsPanel'));
const SettingsPanel = lazy(() => import('./panels/SettingsPanel'));
const UndoPanel = lazy(() => import('./panels/UndoPanel'));
const HelpPanel = lazy(() => import('./panels/HelpPanel'));
const DirectoryPanel = lazy(() => import('./panels/DirectoryPanel'));
const ListsPanel = lazy(() => import('./panels/ListsPanel'));
const RegisterPanel = lazy(() => import('./panels/RegisterPanel'));
const ProceedingPanel = lazy(() => import('./panels/ProceedingPanel'));
const CollectPanel = lazy(() => import('./panels/CollectPanel'));
const MergePanel = lazy(() => import('./panels/MergePanel'));
const CarryOverPanel = lazy(() => import('./panels/CarryOverPanel'));
const MonthPanel = lazy(() => import('./panels/MonthPanel'));
const BasisPanel = lazy(() => import('./panels/BasisPanel'));
const SelfTestPanel = lazy(() => import('./panels/SelfTestPanel'));
const MonthBar = lazy(() => import('./parts/MonthBar'));

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
});

/** The whole pane. */
export function Pane(): React.JSX.Element {
  const styles = useStyles();
  const view = useDeskView();
  const inRoom = view.phase.kind === 'ready' && view.panel === 'none' && view.preview === null;
  return (
    <div className={styles.pane}>
      <Head />
      {view.phase.kind === 'ready' && <RoomBar />}
      {view.phase.kind === 'ready' && view.monthStep !== null && view.panel !== 'month' && (
        <Suspense fallback={null}>
          <MonthBar step={view.monthStep} />
        </Suspense>
      )}
      <UnfinishedLine />
      {inRoom && view.room === 'overview' && <SinceLine />}
      <NoticeLine />
      <WorkLine />
      <main
        className={styles.main}
        tabIndex={-1}
        aria-label={roomName(view.room, view.review?.ruleSet.scheme === null)}
      >
        <Suspense fallback={<Loading />}>{inRoom ? <RoomOf view={view} /> : <Over view={view} />}</Suspense>
      </main>
    </div>
  );
}

function RoomOf({ view }: { readonly view: DeskView }): React.JSX.Element {
  switch (view.room) {
    case 'overview':
      return <Overview />;
    case 'checks':
      return <Checks />;
    case 'reminders':
      return <Reminders />;
    case 'letters':
      return <Letters />;
    case 'scores':
      return <Scores />;
    case 'bulletin':
      return <Bulletin />;
  }
}

/** What stands in place of the room. A panel under a preview keeps what was typed in it. */
function Over({ view }: { readonly view: DeskView }): React.JSX.Element {
  const { preview, panel } = view;
  return (
    <>
      {preview !== null && <PreviewPanel preview={preview} />}
      {(preview === null || panel !== 'none') && (
        <Activity mode={preview === null ? 'visible' : 'hidden'}>
          <PanelOf view={view} />
        </Activity>
      )}
    </>
  );
}

function PanelOf({ view }: { readonly view: DeskView }): React.JSX.Element {
  switch (view.panel) {
    case 'settings':
      return <SettingsPanel />;
    case 'columns':
      return <ColumnsPanel />;
    case 'undo':
      return <UndoPanel />;
    case 'help':
      return <HelpPanel />;
    case 'directory':
      return <DirectoryPanel />;
    case 'lists':
      return <ListsPanel />;
    case 'register':
      return <RegisterPanel />;
    case 'proceeding':
      return <ProceedingPanel key={view.proceeding} begin={view.proceeding} />;
    case 'collect':
      return <CollectPanel />;
    case 'merge':
      return <MergePanel />;
    case 'carryOver':
      return <CarryOverPanel />;
    case 'month':
      return <MonthPanel />;
    case 'basis':
      return <BasisPanel />;
    case 'selfTest':
      return <SelfTestPanel />;
    case 'none':
      return <Before view={view} />;
  }
}

/** Before there is anything to review. */
function Before({ view: { phase, work } }: { readonly view: DeskView }): React.JSX.Element {
  switch (phase.kind) {
    case 'asking':
      return work === null ? (
        <AskingPanel key={phase.questions.map(({ sheet }) => sheet).join()} questions={phase.questions} />
      ) : (
        <Loading />
      );
    case 'noLedger':
      return work === null ? <NoLedger /> : <Loading />;
    case 'failed':
      return work === null ? <Failed sentence={phase.refusal.sentence} /> : <Loading />;
    case 'stopped':
      return work === null ? <Stopped /> : <Loading />;
    case 'connecting':
    case 'ready':
      return <Loading />;
  }
}
