import { Button, Field, Input, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { rectificationsIn } from '../../app/bulletin/rectificationReports';
import type { Review } from '../../app/reading/review';
import type { Rectification, RectificationState } from '../../domain/bulletin/rectifications';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import { useDesk, useDeskView } from '../deskContext';
import { previewReceipt } from '../desk/reportDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { STATE_ICONS, useToneText } from '../parts/tones';
import { WORDS } from '../words';
import { RECTIFICATION } from '../words/bulletin';

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingTop: '6px',
    paddingBottom: '8px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  top: { display: 'flex', gap: '8px', alignItems: 'center' },
  unit: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  state: { display: 'flex', gap: '4px', alignItems: 'center', flexShrink: 0 },
  date: { minWidth: 0, maxWidth: '180px' },
});

/** Looks of a state as of a matter's. */
const LIKE = {
  late: 'overdue',
  waiting: 'dueSoon',
  reported: 'closedOnTime',
  noLimit: 'undetermined',
} as const satisfies Record<RectificationState, string>;
const TONE = { late: 'danger', waiting: 'warning', reported: 'success', noLimit: 'quiet' } as const;

/** 整改: who was criticised, till when the 整改报告 is due, and whether it is in. */
export function Rectifications({ review }: { readonly review: Review }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { today } = useDeskView();
  const [receiving, setReceiving] = useState<Rectification | null>(null);
  // A bulletin of last month goes out this month: what it asks for is owed from then on.
  const at = today > review.asOf ? today : review.asOf;
  const list = useMemo(() => rectificationsIn(review, at), [review, at]);
  if (receiving !== null) return <Receipt about={receiving} onBack={() => setReceiving(null)} />;
  return (
    <div className={looks.body}>
      <p className={looks.hint}>{RECTIFICATION.lead(at)}</p>
      {list.length === 0 && <p className={looks.text}>{RECTIFICATION.none}</p>}
      <ul className={looks.lines} aria-label={RECTIFICATION.list}>
        {list.map((one) => (
          <li key={`${one.event.row}:${one.unit}`} className={styles.one}>
            <One one={one} onReceive={() => setReceiving(one)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({ one, onReceive }: { readonly one: Rectification; readonly onReceive: () => void }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const { work } = useDeskView();
  const { unit, state, criticisedOn, limit, reportedOn, daysLate, matters, event } = one;
  const Icon = STATE_ICONS[LIKE[state]];
  const facts = [
    RECTIFICATION.criticised(criticisedOn),
    limit === null ? RECTIFICATION.noLimit : RECTIFICATION.limit(limit),
    ...(reportedOn !== null
      ? [RECTIFICATION.reported(reportedOn, daysLate)]
      : daysLate > 0
        ? [RECTIFICATION.late(daysLate)]
        : []),
  ];
  return (
    <>
      <div className={styles.top}>
        <button
          type="button"
          className={mergeClasses(looks.bare, styles.unit)}
          onClick={() => void desk.selectCell(event)}
        >
          {unit}
        </button>
        <span className={mergeClasses(styles.state, tones[TONE[state]])}>
          <Icon aria-hidden />
          {RECTIFICATION.state[state]}
        </span>
      </div>
      <p className={looks.hint}>{facts.join(' · ')}</p>
      <div className={looks.actions}>
        {state !== 'reported' && (
          <Button
            size="small"
            disabledFocusable={work !== null}
            aria-label={RECTIFICATION.receiveOf(unit)}
            onClick={onReceive}
          >
            {RECTIFICATION.receive}
          </Button>
        )}
        {matters.length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              desk.enter('reminders', {
                shown: 'all',
                only: { name: RECTIFICATION.mattersOf(unit), keys: new Set(matters) },
              })
            }
          >
            {RECTIFICATION.matters(matters.length)}
          </Button>
        )}
      </div>
    </>
  );
}

/** When the report came and what it says. */
function Receipt({ about, onBack }: { readonly about: Rectification; readonly onBack: () => void }): React.JSX.Element {
  const styles = useStyles();
  const desk = useDesk();
  const { today, work } = useDeskView();
  const [date, setDate] = useState<string>(today);
  const [content, setContent] = useState<string>(RECTIFICATION.contentDefault);
  const [refused, setRefused] = useState<string | null>(null);
  const on = parseCivilDate(date);
  return (
    <PanelFrame
      title={RECTIFICATION.title(about.unit)}
      onBack={onBack}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={on === null || work !== null}
            onClick={() => on !== null && setRefused(previewReceipt(desk, about, { date: on, content }))}
          >
            {RECTIFICATION.next}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      <Field
        label={RECTIFICATION.date}
        required
        {...(on === null ? { validationMessage: RECTIFICATION.dateMissing } : {})}
      >
        <Input
          className={styles.date}
          type="date"
          value={date}
          min={about.criticisedOn}
          max={today}
          onChange={(_event, { value }) => setDate(value)}
        />
      </Field>
      <Field label={RECTIFICATION.content} required>
        <Textarea rows={4} maxLength={1000} value={content} onChange={(_event, { value }) => setContent(value)} />
      </Field>
      <Refusals sentences={refused === null ? [] : [refused]} />
    </PanelFrame>
  );
}
