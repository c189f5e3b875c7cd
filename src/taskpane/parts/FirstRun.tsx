import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { RULE_SET_IDS, type RuleSetId } from '../../domain/ruleSet';
import { ruleSets } from '../../rules';
import { useDesk, useDeskView } from '../deskContext';
import { previewBlankLedger, previewSampleLedger } from '../desk/firstRunDeeds';
import { START } from '../words/start';
import { useLooks } from './looks';

/** What a workbook without a ledger is offered: a blank one in a document's manner, and a sample. */
export default function FirstRun(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { choices, work } = useDeskView();
  const [scheme, setScheme] = useState<RuleSetId>(choices.scheme);
  return (
    <section className={looks.section} aria-label={START.begin}>
      <h3 className={looks.heading}>{START.begin}</h3>
      <Field label={START.manner}>
        <Select value={scheme} onChange={(_event, { value }) => setScheme(value as RuleSetId)}>
          {RULE_SET_IDS.map((id) => (
            <option key={id} value={id}>
              {ruleSets[id].name}
            </option>
          ))}
        </Select>
      </Field>
      <p className={looks.hint}>{START.blankHelp}</p>
      <div className={looks.actions}>
        <Button
          appearance="primary"
          disabledFocusable={work !== null}
          onClick={() => void previewBlankLedger(desk, scheme)}
        >
          {START.blank}
        </Button>
      </div>
      <p className={looks.hint}>{START.sampleHelp}</p>
      <div className={looks.actions}>
        <Button disabledFocusable={work !== null} onClick={() => void previewSampleLedger(desk)}>
          {START.sample}
        </Button>
      </div>
    </section>
  );
}
