import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { carryOverInPortions } from '../../app/ledger/carryOver';
import { mattersByKey } from '../../app/reading/mattersByKey';
import type { Review } from '../../app/reading/review';
import { ready } from '../../domain/portions';
import { useDesk, useDeskView } from '../deskContext';
import { previewCarryOver } from '../desk/collectDeeds';
import { LedgerChoice } from '../parts/LedgerChoice';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { useComputed } from '../parts/useComputed';
import { WORDS } from '../words';
import { CARRY_OVER } from '../words/collect';

const MOST_NAMED = 8;

/** 年终结转: unfinished matters of one ledger into a new sheet for the year after. */
export default function CarryOverPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, work } = useDeskView();
  const sheets = review?.ledgers.map((own) => own.sheet) ?? [];
  const [chosen, setChosen] = useState(ledger);
  const sheet = chosen !== null && sheets.includes(chosen) ? chosen : (sheets[0] ?? null);
  const outcome = useComputed(
    review,
    useCallback((of: Review) => (sheet === null ? ready(null) : carryOverInPortions(of, sheet)), [sheet]),
  );
  const back = (): void => desk.showPanel('none');
  return (
    <PanelFrame
      title={CARRY_OVER.title}
      onBack={back}
      foot={
        <>
          {outcome?.ok === true && (
            <Button
              appearance="primary"
              disabledFocusable={work !== null}
              onClick={() => previewCarryOver(desk, outcome)}
            >
              {CARRY_OVER.go(outcome.carried.length)}
            </Button>
          )}
          <Button onClick={back}>{WORDS.cancel}</Button>
        </>
      }
    >
      {sheet !== null && <LedgerChoice label={CARRY_OVER.ledger} sheets={sheets} sheet={sheet} onChoose={setChosen} />}
      {outcome !== null && !outcome.ok && <p className={looks.text}>{outcome.sentence}</p>}
      {outcome !== null && outcome.ok && (
        <section className={looks.section}>
          <p className={looks.text}>{CARRY_OVER.carried(outcome.carried.length, outcome.name)}</p>
          {outcome.remarks.map((remark) => (
            <p key={remark} className={looks.hint}>
              {remark}
            </p>
          ))}
          <Named keys={outcome.carried} />
        </section>
      )}
    </PanelFrame>
  );
}

/** The first of the matters, as the clerk knows them. */
function Named({ keys }: { readonly keys: readonly string[] }): React.JSX.Element {
  const looks = useLooks();
  const { review } = useDeskView();
  const byKey = review === null ? new Map<string, never>() : mattersByKey(review);
  return (
    <ul className={looks.lines}>
      {keys.slice(0, MOST_NAMED).map((key) => {
        const matter = byKey.get(key);
        const title = matter?.classified === true ? WORDS.classifiedTitle : (matter?.title ?? WORDS.noTitle);
        return (
          <li key={key} className={looks.text}>
            {matter?.id === null || matter === undefined ? title : CARRY_OVER.named(matter.id, title)}
          </li>
        );
      })}
      {keys.length > MOST_NAMED && <li className={looks.hint}>{CARRY_OVER.more(keys.length - MOST_NAMED)}</li>}
    </ul>
  );
}
