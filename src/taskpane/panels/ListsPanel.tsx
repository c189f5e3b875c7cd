import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListWish } from '../../app/ledger/validationLists';
import { useDesk, useDeskView } from '../deskContext';
import { previewLists } from '../desk/ledgerDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { WORDS } from '../words';
import { LISTS } from '../words/checks';

const FIELDS = ['status', 'leadUnit'] as const;
const keyOf = ({ sheet, field }: ListWish): string => `${field}:${sheet}`;

/** 下拉选项: which columns get a drop-down list. */
export default function ListsPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { review, work } = useDeskView();
  const ledgers = review?.ledgers ?? [];
  const wishes = ledgers.flatMap(({ sheet, connection }) =>
    FIELDS.flatMap((field): readonly ListWish[] => (connection.columns[field] === undefined ? [] : [{ sheet, field }])),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly string[]>([]);
  const chosen = wishes.filter((wish) => !left.has(keyOf(wish)));
  return (
    <PanelFrame
      title={LISTS.title}
      onBack={() => desk.showPanel('none')}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={chosen.length === 0 || work !== null}
            onClick={() => void previewLists(desk, chosen).then(setRefused)}
          >
            {LISTS.go}
          </Button>
          <Button onClick={() => desk.showPanel('none')}>{WORDS.cancel}</Button>
        </>
      }
    >
      <p className={looks.text}>{LISTS.lead}</p>
      <div>
        {wishes.map((wish) => (
          <div key={keyOf(wish)}>
            <Checkbox
              label={LISTS.wish(ledgers.length > 1 ? wish.sheet : null, LISTS.fields[wish.field])}
              checked={!left.has(keyOf(wish))}
              onChange={(_event, { checked }) => {
                const next = new Set(left);
                if (checked === true) next.delete(keyOf(wish));
                else next.add(keyOf(wish));
                setLeft(next);
              }}
            />
          </div>
        ))}
      </div>
      <Refusals sentences={refused} />
    </PanelFrame>
  );
}
