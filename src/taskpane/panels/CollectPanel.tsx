import { Button, Field, Select } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { collectInPortions, type CollectOutcome } from '../../app/collecting/collectReports';
import { fillInsInPortions } from '../../app/collecting/fillIns';
import type { Review } from '../../app/reading/review';
import type { FillIn } from '../../domain/collect/fillIn';
import { useDesk, useDeskView } from '../deskContext';
import { collectingNow, handOverFillIns, monthsToCollect, previewCollected } from '../desk/collectDeeds';
import { CountingLine } from '../parts/CountingLine';
import { PanelFrame } from '../parts/PanelFrame';
import { RoomTabs } from '../parts/RoomTabs';
import { useComputed } from '../parts/useComputed';
import { WORDS } from '../words';
import { COLLECT } from '../words/collect';
import { CollectSend } from './CollectSend';
import { CollectTake } from './CollectTake';

const NO_FILL_INS: ReadonlyMap<string, FillIn> = new Map();

/** 收表: one fill-in workbook a unit goes out, comes back, is checked, and merged in one write. */
export default function CollectPanel(): React.JSX.Element | null {
  const desk = useDesk();
  const view = useDeskView();
  const { review, collecting, choices, today, work } = view;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { month, reportedOn } = collectingNow(view);
  const { tab, files, accepted } = collecting;
  const { handler } = choices.office;
  const fillIns =
    useComputed(
      review,
      useCallback((of: Review) => fillInsInPortions(of, month), [month]),
    ) ?? NO_FILL_INS;
  const judged = useComputed(
    review,
    useCallback(
      (of: Review) => collectInPortions(of, { files, month, reportedOn, today, handler, accepted }),
      [files, month, reportedOn, today, handler, accepted],
    ),
  );
  /** What was last on show stays until the files are judged anew. */
  const [last, setLast] = useState<CollectOutcome | null>(null);
  if (judged !== null && judged !== last) setLast(judged);
  const outcome = judged ?? last;
  if (review === null) return null;
  if (outcome === null) {
    return (
      <PanelFrame title={COLLECT.title} onBack={() => desk.showPanel('none')}>
        <CountingLine />
      </PanelFrame>
    );
  }
  const chosen = [...fillIns.values()].filter(({ unit }) => !left.has(unit));
  const merged = outcome.files.filter(({ verdict }) => verdict === 'merge');
  const lines = merged.reduce((sum, file) => sum + file.lines.length, 0);
  const back = (): void => desk.showPanel('none');
  return (
    <PanelFrame
      title={COLLECT.title}
      onBack={back}
      foot={
        <>
          {tab === 'send' ? (
            <Button
              appearance="primary"
              disabledFocusable={work !== null || chosen.length === 0 || !desk.downloads}
              onClick={() => void handOverFillIns(desk, month, chosen)}
            >
              {chosen.length === 1 ? COLLECT.one : COLLECT.zip(chosen.length)}
            </Button>
          ) : (
            <Button
              appearance="primary"
              disabledFocusable={work !== null || judged === null || merged.length === 0}
              onClick={() => previewCollected(desk, month, outcome)}
            >
              {COLLECT.go(merged.length, lines)}
            </Button>
          )}
          <Button onClick={back}>{WORDS.back}</Button>
        </>
      }
    >
      <Field label={COLLECT.month}>
        <Select value={month} onChange={(_event, { value }) => desk.goOnCollecting({ month: value })}>
          {monthsToCollect(view).map((own) => (
            <option key={own} value={own}>
              {COLLECT.monthOf(own)}
            </option>
          ))}
        </Select>
      </Field>
      <RoomTabs
        label={COLLECT.title}
        words={COLLECT.tabs}
        chosen={tab}
        onChoose={(name) => desk.goOnCollecting({ tab: name })}
      />
      {tab === 'send' ? (
        <CollectSend review={review} month={month} fillIns={fillIns} left={left} onLeft={setLeft} />
      ) : (
        <CollectTake review={review} outcome={outcome} />
      )}
    </PanelFrame>
  );
}
