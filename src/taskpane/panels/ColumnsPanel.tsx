import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { LedgerConnection } from '../../domain/ledger/connection';
import { useDesk, useDeskView } from '../deskContext';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { ASKING, WORDS } from '../words';
import { ConnectionEditor } from './ConnectionEditor';

/** 表头与列: what was taken for what in each ledger, and corrections. */
export default function ColumnsPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { review, connecting } = useDeskView();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, LedgerConnection>>(
    () => new Map((review?.ledgers ?? []).map(({ sheet, connection }) => [sheet, connection])),
  );
  const keepable = connecting !== null && connecting.settings.kind !== 'unreadable';
  return (
    <PanelFrame
      title={WORDS.columnsTaken}
      onBack={() => desk.showPanel('none')}
      foot={
        <>
          <Button appearance="primary" onClick={() => void desk.answer(drafts, keepable)}>
            {keepable ? ASKING.remember : ASKING.apply}
          </Button>
          {keepable && <Button onClick={() => void desk.answer(drafts, false)}>{ASKING.onlyNow}</Button>}
        </>
      }
    >
      {[...drafts].map(([sheet, connection]) => {
        const head = connecting?.survey.sheets.find((own) => own.head.name === sheet)?.head;
        return (
          <section key={sheet} className={looks.section}>
            <h3 className={looks.heading}>{sheet}</h3>
            {head !== undefined && (
              <ConnectionEditor
                head={head}
                connection={connection}
                onChange={(own) => setDrafts(new Map([...drafts, [sheet, own]]))}
              />
            )}
          </section>
        );
      })}
      {keepable && <p className={looks.hint}>{ASKING.keptInFile}</p>}
    </PanelFrame>
  );
}
