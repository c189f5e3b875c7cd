import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../../domain/notices/guard';
import { refusalSentence } from '../../domain/notices/refusalSentence';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { WORDS } from '../words';
import { OVERRIDE } from '../words/letters';

interface OverridePanelProps {
  readonly title: string;
  readonly refusal: Refusal;
  readonly onTake: (reason: string) => void;
  readonly onBack: () => void;
}

/** A reason against a refusal the rules leave to people; it goes on record with the letter. */
export function OverridePanel({ title, refusal, onTake, onBack }: OverridePanelProps): React.JSX.Element {
  const looks = useLooks();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  return (
    <PanelFrame
      title={OVERRIDE.title}
      onBack={onBack}
      foot={
        <>
          <Button appearance="primary" onClick={() => (missing ? setAsked(true) : onTake(reason.trim()))}>
            {OVERRIDE.take}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      <p className={looks.text}>{title}</p>
      <p className={looks.hint}>{refusalSentence(refusal)}</p>
      <Field label={OVERRIDE.reason} required {...(asked && missing ? { validationMessage: OVERRIDE.missing } : {})}>
        <Textarea value={reason} maxLength={200} onChange={(_event, { value }) => setReason(value)} />
      </Field>
    </PanelFrame>
  );
}
