import { Select } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { deliveryOf } from '../desk/letterDeeds';
import type { Delivery, LetterChoices } from '../desk/view';
import { useListLooks } from '../parts/listLooks';
import { useLooks } from '../parts/looks';
import { LETTERS } from '../words/letters';

/** How letters are grouped, entered and handed over. */
export function LetterTools(): React.JSX.Element {
  const styles = useListLooks();
  const desk = useDesk();
  const { letterChoices } = useDeskView();
  const { grouping, status } = letterChoices;
  return (
    <>
      <Select
        className={styles.tool}
        size="small"
        aria-label={LETTERS.grouping}
        value={grouping}
        onChange={(_event, { value }) => desk.chooseLetters({ grouping: value as LetterChoices['grouping'] })}
      >
        <option value="perMatter">{LETTERS.perMatter}</option>
        <option value="perUnit">{LETTERS.perUnit}</option>
      </Select>
      <Select
        className={styles.tool}
        size="small"
        aria-label={LETTERS.status}
        value={status}
        onChange={(_event, { value }) => desk.chooseLetters({ status: value as LetterChoices['status'] })}
      >
        <option value="draft">{LETTERS.statuses.draft}</option>
        <option value="sent">{LETTERS.statuses.sent}</option>
      </Select>
      <DeliveryChoice allowed={['joined', 'zip', 'sheets', 'recordOnly']} />
    </>
  );
}

/** Word in one file, one file each, worksheets, or the register alone; no files where the host has no downloads. */
export function DeliveryChoice({ allowed }: { readonly allowed: readonly Delivery[] }): React.JSX.Element {
  const styles = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  useDeskView();
  const delivery = deliveryOf(desk);
  return (
    <>
      <Select
        className={styles.tool}
        size="small"
        aria-label={LETTERS.delivery}
        value={allowed.includes(delivery) ? delivery : 'joined'}
        onChange={(_event, { value }) => desk.chooseLetters({ delivery: value as Delivery })}
      >
        {allowed.map((own) => (
          <option key={own} value={own} disabled={!desk.downloads && (own === 'joined' || own === 'zip')}>
            {LETTERS.deliveries[own]}
          </option>
        ))}
      </Select>
      {!desk.downloads && <p className={looks.hint}>{LETTERS.noDownload}</p>}
    </>
  );
}
