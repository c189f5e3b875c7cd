import { Button, Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { settingsInForce } from '../../app/reading/connectLedger';
import { FONT_WORDS, layoutOf, type PageChoice } from '../../app/letters/letterLayout';
import { OFFICE_FIELDS, checkOffice, type OfficeField } from '../../app/office/officeFields';
import { ELECTRONIC_PAGE, STANDARD_FONTS, type Fonts } from '../../app/letters/letterLayout';
import { OPEN_NAME, type Office } from '../../domain/notices/office';
import { useDesk, useDeskView } from '../deskContext';
import { previewOffice } from '../desk/letterDeeds';
import { useLooks } from '../parts/looks';
import { OFFICE } from '../words/letters';
import { LetterTemplates } from './LetterTemplates';

type Typed = Readonly<Record<keyof Office, string | boolean>>;

/** What the form holds: numbers as typed, a blank where nothing is set. */
const typedOf = (office: Office): Typed =>
  Object.fromEntries(
    Object.entries(office).map(([field, value]) => [
      field,
      value === null || value === OPEN_NAME ? '' : typeof value === 'number' ? String(value) : value,
    ]),
  ) as Typed;

function taken(typed: Typed): Record<keyof Office, unknown> {
  const numbers = OFFICE_FIELDS.filter(({ kind }) => kind === 'count').map(({ field }) => field);
  const read = (field: keyof Office, value: string | boolean): unknown => {
    if (field === 'issuingBody' && value === '') return OPEN_NAME;
    if (!numbers.includes(field) || typeof value === 'boolean') return value;
    return value.trim() === '' ? (field === 'replyDays' ? null : 1) : Number(value);
  };
  return Object.fromEntries(
    (Object.entries(typed) as [keyof Office, string | boolean][]).map(([field, value]) => [field, read(field, value)]),
  ) as Record<keyof Office, unknown>;
}

/** 单位与模板: what every letter carries, its fonts and page, and the office's own templates. */
export function LettersOffice(): React.JSX.Element | null {
  const looks = useLooks();
  const desk = useDesk();
  const { choices, connecting, work } = useDeskView();
  const kept = connecting === null ? null : layoutOf(settingsInForce(connecting.settings));
  const [typed, setTyped] = useState<Typed>(() => typedOf(choices.office));
  const [fonts, setFonts] = useState<Fonts>(kept?.fonts ?? STANDARD_FONTS);
  const [page, setPage] = useState<PageChoice>(kept?.page.line === ELECTRONIC_PAGE.line ? 'electronic' : 'standard');
  const [asked, setAsked] = useState(false);
  if (connecting === null) return null;
  const answer = checkOffice(taken(typed));
  const problemOf = (field: keyof Office): string | undefined =>
    answer.ok || !asked ? undefined : answer.problems.find((own) => own.field === field)?.sentence;
  const unreadable = connecting.settings.kind === 'unreadable';
  const save = (): void => {
    if (answer.ok) previewOffice(desk, answer.office, fonts, page);
    else setAsked(true);
  };
  const set = (field: keyof Office, value: string | boolean): void => setTyped({ ...typed, [field]: value });
  return (
    <>
      <div className={looks.body}>
        <section className={looks.section}>
          <h3 className={looks.heading}>{OFFICE.office}</h3>
          {OFFICE_FIELDS.map((own) => (
            <OfficeInput
              key={own.field}
              own={own}
              value={typed[own.field]}
              problem={problemOf(own.field)}
              onSet={(value) => set(own.field, value)}
            />
          ))}
        </section>
        <section className={looks.section}>
          <h3 className={looks.heading}>{OFFICE.layout}</h3>
          <Field label={OFFICE.page}>
            <RadioGroup value={page} onChange={(_event, { value }) => setPage(value as PageChoice)}>
              <Radio value="standard" label={OFFICE.pages.standard} />
              <Radio value="electronic" label={OFFICE.pages.electronic} />
            </RadioGroup>
          </Field>
          {(Object.keys(FONT_WORDS) as (keyof Fonts)[]).map((font) => (
            <Field key={font} label={FONT_WORDS[font]} hint={OFFICE.fontHint(STANDARD_FONTS[font])}>
              <Input
                value={fonts[font] === STANDARD_FONTS[font] ? '' : fonts[font]}
                placeholder={STANDARD_FONTS[font]}
                maxLength={40}
                onChange={(_event, { value }) =>
                  setFonts({ ...fonts, [font]: value === '' ? STANDARD_FONTS[font] : value })
                }
              />
            </Field>
          ))}
        </section>
        <LetterTemplates />
      </div>
      <div className={looks.foot}>
        {unreadable && <p className={looks.hint}>{OFFICE.unreadable}</p>}
        <Button appearance="primary" disabledFocusable={work !== null || unreadable} onClick={save}>
          {OFFICE.save}
        </Button>
      </div>
    </>
  );
}

interface OfficeInputProps {
  readonly own: OfficeField;
  readonly value: string | boolean;
  readonly problem: string | undefined;
  readonly onSet: (value: string | boolean) => void;
}

function OfficeInput({ own, value, problem, onSet }: OfficeInputProps): React.JSX.Element {
  const { word, kind, hint } = own;
  const wrong = problem === undefined ? {} : { validationMessage: problem };
  if (kind === 'flag') {
    return (
      <Field hint={hint} {...wrong}>
        <Checkbox label={word} checked={value === true} onChange={(_event, { checked }) => onSet(checked === true)} />
      </Field>
    );
  }
  if (kind === 'replyUnit') {
    return (
      <Field label={word} hint={hint} {...wrong}>
        <RadioGroup layout="horizontal" value={String(value)} onChange={(_event, data) => onSet(data.value)}>
          <Radio value="natural" label={OFFICE.natural} />
          <Radio value="working" label={OFFICE.working} />
        </RadioGroup>
      </Field>
    );
  }
  return (
    <Field label={word} hint={hint} {...wrong}>
      <Input
        value={String(value)}
        {...(kind === 'count' ? { inputMode: 'numeric' as const } : {})}
        onChange={(_event, data) => onSet(data.value)}
      />
    </Field>
  );
}
