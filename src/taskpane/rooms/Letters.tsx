import { useDesk, useDeskView } from '../deskContext';
import { useListLooks } from '../parts/listLooks';
import { RoomTabs } from '../parts/RoomTabs';
import { LETTERS } from '../words/letters';
import { LettersDue } from './LettersDue';
import { LettersOffice } from './LettersOffice';
import { LettersOnRecord } from './LettersOnRecord';

/** 文书: letters due, letters on record with their life, and how the office's letters look. */
export default function Letters(): React.JSX.Element | null {
  const looks = useListLooks();
  const desk = useDesk();
  const { review, letterChoices } = useDeskView();
  if (review === null) return null;
  const { tab } = letterChoices;
  return (
    <div className={looks.room}>
      <RoomTabs
        label={LETTERS.tabs}
        words={LETTERS.tab}
        chosen={tab}
        onChoose={(name) => desk.chooseLetters({ tab: name })}
      />
      {tab === 'due' && <LettersDue />}
      {tab === 'record' && <LettersOnRecord />}
      {tab === 'office' && <LettersOffice />}
    </div>
  );
}
