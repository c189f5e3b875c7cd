import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import type { LetterOnRecord } from '../../app/letters/lettersOnRecord';
import { turnInPortions, type NoticeTurn } from '../../app/letters/noticeLife';
import type { Review } from '../../app/reading/review';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import { useDesk, useDeskView } from '../deskContext';
import { ready } from '../../domain/portions';
import { previewTurn } from '../desk/letterDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { useComputed } from '../parts/useComputed';
import { WORDS } from '../words';
import { RECORD, TURN } from '../words/letters';

interface TurnPanelProps {
  readonly letters: readonly LetterOnRecord[];
  readonly kind: NoticeTurn['kind'];
  readonly onBack: () => void;
}

/** Sending, signing, answering or voiding letters on record: the date or the reason, and which cannot. */
export function TurnPanel({ letters, kind, onBack }: TurnPanelProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const [date, setDate] = useState<string>(desk.asOfDate());
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const turn = useMemo((): NoticeTurn | null => {
    if (kind === 'void') return reason.trim() === '' ? null : { kind, reason: reason.trim() };
    const on = parseCivilDate(date);
    return on === null ? null : { kind, on };
  }, [kind, date, reason]);
  const { review, choices, work } = view;
  const { office } = choices;
  const outcome = useComputed(
    review,
    useCallback(
      (of: Review) => (turn === null ? ready(null) : turnInPortions(of, letters, turn, office)),
      [letters, turn, office],
    ),
  );
  const count = outcome?.letters.length ?? letters.length;
  const go = (): void => {
    if (turn === null) setAsked(true);
    else if (outcome !== null) previewTurn(desk, outcome, kind);
  };
  return (
    <PanelFrame
      title={TURN.title(RECORD.turn[kind], letters.length)}
      onBack={onBack}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={work !== null || count === 0 || (turn !== null && outcome === null)}
            onClick={go}
          >
            {TURN.go}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      {kind === 'void' ? (
        <Field
          label={TURN.reason}
          required
          hint={TURN.voidKeeps}
          {...(asked && turn === null ? { validationMessage: TURN.reasonMissing } : {})}
        >
          <Textarea value={reason} maxLength={200} onChange={(_event, { value }) => setReason(value)} />
        </Field>
      ) : (
        <Field label={TURN.date[kind]} required {...(turn === null ? { validationMessage: TURN.dateMissing } : {})}>
          <Input type="date" value={date} onChange={(_event, { value }) => setDate(value)} />
        </Field>
      )}
      {outcome !== null && outcome.refusals.length > 0 && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{count === 0 ? TURN.none : TURN.leftOut(outcome.refusals.length)}</h3>
          <ul className={looks.lines}>
            {outcome.refusals.map(({ letter, sentence }) => (
              <li key={letter.row} className={looks.hint}>
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PanelFrame>
  );
}
