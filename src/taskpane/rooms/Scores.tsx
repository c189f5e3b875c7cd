import type { Review } from '../../app/reading/review';
import { SCORED } from '../desk/scoreFigures';
import type { ScoresTab } from '../desk/view';
import { useDesk, useDeskView } from '../deskContext';
import { CountingLine } from '../parts/CountingLine';
import { useCounted } from '../parts/useCounted';
import { useListLooks } from '../parts/listLooks';
import { RoomTabs } from '../parts/RoomTabs';
import { SCORES } from '../words/scores';
import { ScoresAnalysis } from './ScoresAnalysis';
import { ScoresEvents } from './ScoresEvents';
import { ScoresLists } from './ScoresLists';
import { ScoresSheets } from './ScoresSheets';
import { ScoresTable } from './ScoresTable';

/** A document without points has its lists in place of scores; one with both has both. */
function tabsOf({ ruleSet }: Review): readonly ScoresTab[] {
  const lists: readonly ScoresTab[] = ruleSet.lists.length > 0 ? ['lists'] : [];
  return ruleSet.scheme === null ? [...lists, 'events'] : ['table', ...lists, 'events', 'analysis', 'sheets'];
}

/** What is entered there stays while the scores are counted. */
const WITHOUT_SCORES: ReadonlySet<ScoresTab> = new Set(['lists', 'events']);

/** 计分: each unit's points as a sum of lines, events, the month in words, and the month's sheets. */
export default function Scores(): React.JSX.Element | null {
  const styles = useListLooks();
  const desk = useDesk();
  const { review, scoresTab } = useDeskView();
  const outcome = useCounted(SCORED, review, null);
  if (review === null) return null;
  const shown = tabsOf(review);
  const tab = shown.includes(scoresTab) ? scoresTab : shown[0]!;
  return (
    <div className={styles.room}>
      <RoomTabs
        label={SCORES.tabs}
        words={Object.fromEntries(shown.map((name) => [name, SCORES.tab[name]]))}
        chosen={tab}
        onChoose={desk.showScores}
      />
      {outcome === null && !WITHOUT_SCORES.has(tab) && <CountingLine />}
      {tab === 'table' && outcome !== null && <ScoresTable review={review} outcome={outcome} />}
      {tab === 'lists' && <ScoresLists review={review} />}
      {tab === 'events' && <ScoresEvents review={review} />}
      {tab === 'analysis' && outcome !== null && <ScoresAnalysis review={review} outcome={outcome} />}
      {tab === 'sheets' && outcome !== null && <ScoresSheets review={review} outcome={outcome} />}
    </div>
  );
}
