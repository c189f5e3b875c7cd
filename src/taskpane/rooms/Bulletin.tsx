import { useDesk, useDeskView } from '../deskContext';
import { useListLooks } from '../parts/listLooks';
import { RoomTabs } from '../parts/RoomTabs';
import { BULLETIN } from '../words/bulletin';
import { BulletinDraftTab } from './BulletinDraftTab';
import { Rectifications } from './Rectifications';
import { Reports } from './Reports';

/** 通报: the month's bulletin, reports to leaders and units, and the 整改报告 that are owed. */
export default function Bulletin(): React.JSX.Element | null {
  const styles = useListLooks();
  const desk = useDesk();
  const { review, bulletin } = useDeskView();
  if (review === null) return null;
  return (
    <div className={styles.room}>
      <RoomTabs
        label={BULLETIN.tabs}
        words={BULLETIN.tab}
        chosen={bulletin.tab}
        onChoose={(tab) => desk.atBulletin({ tab })}
      />
      {bulletin.tab === 'text' && <BulletinDraftTab review={review} />}
      {bulletin.tab === 'reports' && <Reports review={review} />}
      {bulletin.tab === 'rectifications' && <Rectifications review={review} />}
    </div>
  );
}
