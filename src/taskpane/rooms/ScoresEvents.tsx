import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import { checkEventForm } from '../../app/scoring/events';
import type { Review } from '../../app/reading/review';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import { EVENT_KINDS, type EventKind } from '../../domain/registers/registers';
import type { EventField, EventForm } from '../../domain/scoring/eventForm';
import { useDesk, useDeskView } from '../deskContext';
import { previewEvents } from '../desk/scoreDeeds';
import { useLooks } from '../parts/looks';
import { WORDS } from '../words';
import { EVENTS } from '../words/scores';
import { MissedReports } from './MissedReports';

/** 登记: one event by a short form, and the months' missed reports to be confirmed. */
export function ScoresEvents({ review }: { readonly review: Review }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { today, selected, work } = useDeskView();
  const units = useId();
  const [date, setDate] = useState<string>(review.asOf);
  const [unit, setUnit] = useState('');
  const [kind, setKind] = useState<EventKind | null>(null);
  const [about, setAbout] = useState(false);
  const [points, setPoints] = useState('');
  const [basis, setBasis] = useState('');
  const [author, setAuthor] = useState('');
  const [asked, setAsked] = useState(false);
  const names = useMemo(
    () => [
      ...new Set([
        ...(review.registers.directory ?? []).map(({ name }) => name),
        ...review.matters.flatMap(({ leadUnits }) => leadUnits.map((lead) => lead.unit)),
      ]),
    ],
    [review],
  );
  const matter = selected.size === 1 ? (review.matters.find(({ key }) => selected.has(key)) ?? null) : null;
  const form: EventForm = {
    date: parseCivilDate(date),
    unit,
    kind,
    matter: about ? matter : null,
    points: points.trim() === '' ? null : Number(points),
    basis,
    author,
  };
  const check = checkEventForm(review, form, today);
  const problemOf = (field: EventField): { readonly validationMessage?: string } => {
    const found = check.ok || !asked ? undefined : check.problems.find((own) => own.field === field);
    return found === undefined ? {} : { validationMessage: found.sentence };
  };
  const enter = (): void => {
    if (check.ok) previewEvents(desk, [check.entry], check.cautions);
    else setAsked(true);
  };
  return (
    <>
      <div className={looks.body}>
        <section className={looks.section}>
          <h3 className={looks.heading}>{EVENTS.title}</h3>
          <Field label={EVENTS.date} required {...problemOf('date')}>
            <Input type="date" value={date} onChange={(_event, { value }) => setDate(value)} />
          </Field>
          <Field label={EVENTS.unit} required {...problemOf('unit')}>
            <Input value={unit} list={units} onChange={(_event, { value }) => setUnit(value)} />
          </Field>
          <datalist id={units}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Field label={EVENTS.kind} required {...problemOf('kind')}>
            <Select
              value={kind ?? ''}
              onChange={(_event, { value }) => setKind(value === '' ? null : (value as EventKind))}
            >
              <option value="">{EVENTS.chooseKind}</option>
              {(Object.entries(EVENT_KINDS) as [EventKind, string][]).map(([own, word]) => (
                <option key={own} value={own}>
                  {word}
                </option>
              ))}
            </Select>
          </Field>
          {matter === null ? (
            <p className={looks.hint}>{EVENTS.matterHint}</p>
          ) : (
            <Checkbox
              label={EVENTS.matter(matter.classified ? WORDS.classifiedTitle : (matter.title ?? WORDS.noTitle))}
              checked={about}
              onChange={(_event, { checked }) => setAbout(checked === true)}
            />
          )}
          {kind === 'manual' && (
            <Field label={EVENTS.points} hint={EVENTS.pointsHint} required {...problemOf('points')}>
              <Input value={points} inputMode="decimal" onChange={(_event, { value }) => setPoints(value)} />
            </Field>
          )}
          <Field label={EVENTS.basis} required={kind === 'manual'} {...problemOf('basis')}>
            <Input value={basis} maxLength={200} onChange={(_event, { value }) => setBasis(value)} />
          </Field>
          {kind === 'manual' && (
            <Field label={EVENTS.author} required {...problemOf('author')}>
              <Input value={author} maxLength={40} onChange={(_event, { value }) => setAuthor(value)} />
            </Field>
          )}
        </section>
        <MissedReports review={review} />
      </div>
      <div className={looks.foot}>
        <Button appearance="primary" disabledFocusable={work !== null} onClick={enter}>
          {EVENTS.enter}
        </Button>
      </div>
    </>
  );
}
