import { useMemo } from 'react';
import { scoreReview } from '../../app/scoreReview';
import { useDesk, useDeskView } from '../deskContext';
import { useListLooks } from '../parts/listLooks';
import { RoomTabs } from '../parts/RoomTabs';
import { SCORES } from '../words/scores';
import { ScoresAnalysis } from './ScoresAnalysis';
import { ScoresEvents } from './ScoresEvents';
import { ScoresSheets } from './ScoresSheets';
import { ScoresTable } from './ScoresTable';

/** 计分: each unit's points as a sum of lines, events, the month in words, and the month's sheets. */
export default function Scores(): React.JSX.Element | null {
  const styles = useListLooks();
  const desk = useDesk();
  const { review, scoresTab } = useDeskView();
  const outcome = useMemo(() => (review === null ? null : scoreReview(review)), [review]);
  if (review === null || outcome === null) return null;
  return (
    <div className={styles.room}>
      <RoomTabs label={SCORES.tabs} words={SCORES.tab} chosen={scoresTab} onChoose={desk.showScores} />
      {scoresTab === 'table' && <ScoresTable review={review} outcome={outcome} />}
      {scoresTab === 'events' && <ScoresEvents review={review} />}
      {scoresTab === 'analysis' && <ScoresAnalysis review={review} outcome={outcome} />}
      {scoresTab === 'sheets' && <ScoresSheets review={review} outcome={outcome} />}
    </div>
  );
}
