import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OpenForm } from '../../app/ledger/registerMatter';
import { columnLetters } from '../../domain/cell';
import type { Candidate } from '../../domain/checks/candidateMatter';
import type { FormField } from '../../domain/ledger/matterForm';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import { fieldsOfForm, isLong, saidOfColumns } from '../desk/registerForm';
import { REGISTER } from '../words/registering';
import { useLooks } from './looks';

interface MatterFieldsProps {
  readonly open: OpenForm;
  readonly typed: TypedMatter;
  /** As last checked; null before the first check. */
  readonly candidate: Candidate | null;
  readonly onChange: (typed: TypedMatter) => void;
}

/** One new matter in the ledger's own columns, each with what the checks say of it. */
export function MatterFields({ open, typed, candidate, onChange }: MatterFieldsProps): React.JSX.Element {
  const looks = useLooks();
  const [more, setMore] = useState(false);
  const { usual, others, formulas } = fieldsOfForm(open.form.fields);
  const said = saidOfColumns(candidate);
  const line = (field: FormField): React.JSX.Element => (
    <FieldLine
      key={field.column}
      field={field}
      text={typed.get(field.column) ?? ''}
      said={said.get(field.column) ?? null}
      onChange={(text) => onChange(new Map([...typed, [field.column, text]]))}
    />
  );
  return (
    <>
      {usual.map(line)}
      {others.length > 0 && (
        <div className={looks.actions}>
          <Button size="small" appearance="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? REGISTER.fewerColumns : REGISTER.moreColumns(others.length)}
          </Button>
        </div>
      )}
      {more && others.map(line)}
      {formulas.length > 0 && (
        <p className={looks.hint}>{REGISTER.formula(formulas.map(({ header }) => header).join('、'))}</p>
      )}
    </>
  );
}

interface FieldLineProps {
  readonly field: FormField;
  readonly text: string;
  readonly said: { readonly sentence: string; readonly blocks: boolean } | null;
  readonly onChange: (text: string) => void;
}

function FieldLine({ field, text, said, onChange }: FieldLineProps): React.JSX.Element {
  const choices = useId();
  const label = field.header === '' ? REGISTER.noHeader(columnLetters(field.column)) : field.header;
  const message =
    said === null
      ? {}
      : { validationMessage: said.sentence, validationState: said.blocks ? ('error' as const) : ('warning' as const) };
  return (
    <>
      <Field label={label} required={field.required} {...message}>
        {isLong(field) ? (
          <Textarea rows={2} value={text} onChange={(_event, { value }) => onChange(value)} />
        ) : (
          <Input
            value={text}
            {...(field.choices.length > 0 ? { list: choices } : {})}
            onChange={(_event, { value }) => onChange(value)}
          />
        )}
      </Field>
      {field.choices.length > 0 && (
        <datalist id={choices}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
