import { Button } from '@fluentui/react-components';
import { unitsInPortions } from '../../app/ledger/directory';
import { useDesk, useDeskView } from '../deskContext';
import { previewCheckSheet } from '../desk/ledgerDeeds';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { CHECK_DEEDS } from '../words/checks';

/** What 核对 leads to: the sheet of findings, 单位名录 where units are not in it, drop-down lists. */
export function CheckDeeds(): React.JSX.Element | null {
  const looks = useLooks();
  const desk = useDesk();
  const { review, work } = useDeskView();
  const proposal = useComputed(review, unitsInPortions);
  if (review === null) return null;
  const listed = review.ledgers.some(
    ({ connection }) => connection.columns.status !== undefined || connection.columns.leadUnit !== undefined,
  );
  return (
    <div className={looks.foot}>
      <Button appearance="primary" disabledFocusable={work !== null} onClick={() => void previewCheckSheet(desk)}>
        {CHECK_DEEDS.sheet}
      </Button>
      {proposal !== null && proposal.units.length > 0 && (
        <Button disabledFocusable={work !== null} onClick={() => desk.showPanel('directory')}>
          {proposal.first ? CHECK_DEEDS.directory : CHECK_DEEDS.directoryMore(proposal.units.length)}
        </Button>
      )}
      {listed && (
        <Button disabledFocusable={work !== null} onClick={() => desk.showPanel('lists')}>
          {CHECK_DEEDS.lists}
        </Button>
      )}
    </div>
  );
}
