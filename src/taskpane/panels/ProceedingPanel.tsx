import { Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Matter } from '../../domain/matter';
import { MAY_SET_DEADLINE, NEEDS_CONTENT } from '../../domain/registers/guardProceeding';
import { PROCEEDING_KINDS, type ProceedingKind } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { previewProceeding } from '../desk/ledgerDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { WORDS } from '../words';
import { PROCEEDING } from '../words/registering';

const useStyles = makeStyles({ date: { minWidth: 0, maxWidth: '180px' } });

const KINDS = Object.keys(PROCEEDING_KINDS) as readonly ProceedingKind[];
const MOST_NAMED = 5;

const nameOf = ({ classified, title }: Matter): string =>
  classified ? WORDS.classifiedTitle : (title ?? WORDS.noTitle);

interface Entered {
  readonly kind: ProceedingKind;
  readonly date: CivilDate | null;
  readonly content: string;
  readonly newDeadline: CivilDate | null;
  readonly approver: string;
}

/** 办理登记: a row for each matter selected in the list or the sheet. */
export default function ProceedingPanel({ begin }: { readonly begin: ProceedingKind }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, selected, today, work } = useDeskView();
  const [entered, setEntered] = useState<Entered>({
    kind: begin,
    date: today,
    content: '',
    newDeadline: null,
    approver: '',
  });
  const [refused, setRefused] = useState<readonly string[]>([]);
  const matters = review === null ? [] : review.matters.filter(({ key }) => selected.has(key));
  const { kind, date, content, newDeadline, approver } = entered;
  const deadlineAsked = MAY_SET_DEADLINE.has(kind);
  const deadlineOf = (key: string): string => {
    const deadline = review?.assessments.find(({ matter }) => matter.key === key)?.deadline;
    return deadline?.kind === 'date' ? PROCEEDING.deadlineNow(deadline.date) : WORDS.noDeadline;
  };
  const change = (over: Partial<Entered>): void => {
    setEntered({ ...entered, ...over });
    setRefused([]);
  };
  const go = (): void => {
    if (date === null) return;
    setRefused(
      previewProceeding(desk, {
        matters: new Set(matters.map(({ key }) => key)),
        kind,
        date,
        content,
        newDeadline: deadlineAsked ? newDeadline : null,
        approver: kind === 'extension' ? approver : '',
      }),
    );
  };
  return (
    <PanelFrame
      title={PROCEEDING.title}
      onBack={() => desk.showPanel('none')}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={matters.length === 0 || date === null || work !== null}
            onClick={go}
          >
            {PROCEEDING.go(matters.length)}
          </Button>
          <Button onClick={() => desk.showPanel('none')}>{WORDS.cancel}</Button>
        </>
      }
    >
      <section className={looks.section}>
        {matters.length === 0 ? (
          <p className={looks.text}>{PROCEEDING.none}</p>
        ) : (
          <>
            <ul className={looks.lines}>
              {matters.slice(0, MOST_NAMED).map((matter) => (
                <li key={matter.key} className={looks.text}>
                  {nameOf(matter)}
                  {deadlineAsked && <div className={looks.hint}>{deadlineOf(matter.key)}</div>}
                </li>
              ))}
              {matters.length > MOST_NAMED && (
                <li className={looks.hint}>{PROCEEDING.others(matters.length - MOST_NAMED)}</li>
              )}
            </ul>
            <p className={looks.hint}>{PROCEEDING.follows}</p>
          </>
        )}
      </section>
      <Field label={PROCEEDING.kind}>
        <Select value={kind} onChange={(_event, { value }) => change({ kind: value as ProceedingKind })}>
          {KINDS.map((own) => (
            <option key={own} value={own}>
              {PROCEEDING_KINDS[own]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={PROCEEDING.date} required>
        <Input
          className={styles.date}
          type="date"
          value={date ?? ''}
          max={today}
          onChange={(_event, { value }) => change({ date: parseCivilDate(value) })}
        />
      </Field>
      <Field label={kind === 'extension' ? PROCEEDING.reason : PROCEEDING.content} required={NEEDS_CONTENT.has(kind)}>
        <Textarea rows={3} value={content} onChange={(_event, { value }) => change({ content: value })} />
      </Field>
      {deadlineAsked && (
        <Field label={PROCEEDING.newDeadline} hint={PROCEEDING.deadlineKept} required={kind === 'extension'}>
          <Input
            className={styles.date}
            type="date"
            value={newDeadline ?? ''}
            onChange={(_event, { value }) => change({ newDeadline: parseCivilDate(value) })}
          />
        </Field>
      )}
      {kind === 'extension' && (
        <Field label={PROCEEDING.approver} hint={PROCEEDING.approverHelp}>
          <Input value={approver} onChange={(_event, { value }) => change({ approver: value })} />
        </Field>
      )}
      <Refusals sentences={refused} />
    </PanelFrame>
  );
}
