import { Button, Checkbox, Field, Input, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { RULE_SET_IDS, type RuleSetId } from '../../domain/ruleSet';
import { ruleSets } from '../../rules';
import { useDesk, useDeskView } from '../deskContext';
import type { Choices } from '../desk/view';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { SETTINGS_WORDS, SUMMARY, WORDS } from '../words';

const useStyles = makeStyles({
  days: { display: 'flex', alignItems: 'center', gap: '8px' },
  number: { width: '72px', minWidth: 0 },
  rule: { display: 'flex', flexDirection: 'column' },
});

/** Whole days from 0 to 30; null for anything else. */
function daysIn(text: string): number | null {
  const days = Number(text);
  return text.trim() !== '' && Number.isInteger(days) && days >= 0 && days <= 30 ? days : null;
}

/** 设置: the document followed and the readings a clerk may change. */
export default function SettingsPanel(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { choices, connecting, review } = useDeskView();
  const [chosen, setChosen] = useState<Choices>(choices);
  const [days, setDays] = useState(String(choices.settings.dueSoonDays));
  const dueSoonDays = daysIn(days);
  const rules = ruleSets[chosen.scheme];
  const change = (settings: Partial<Choices['settings']>): void =>
    setChosen({ ...chosen, settings: { ...chosen.settings, ...settings } });
  const keepable = connecting !== null && connecting.settings.kind !== 'unreadable';
  const wrong = dueSoonDays === null;
  const take = (): Promise<boolean> => {
    if (dueSoonDays === null) return Promise.resolve(false);
    desk.showPanel('none');
    return desk.choose({ ...chosen, settings: { ...chosen.settings, dueSoonDays } });
  };
  return (
    <PanelFrame
      title={WORDS.settings}
      onBack={() => desk.showPanel('none')}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={wrong} onClick={() => void take()}>
            {SETTINGS_WORDS.apply}
          </Button>
          {keepable && (
            <Button
              disabledFocusable={wrong}
              onClick={() => void take().then((taken) => (taken ? desk.keep(SUMMARY.settings) : undefined))}
            >
              {SETTINGS_WORDS.keep}
            </Button>
          )}
        </>
      }
    >
      <Field label={SETTINGS_WORDS.scheme}>
        <RadioGroup
          value={chosen.scheme}
          onChange={(_event, { value }) => setChosen({ ...chosen, scheme: value as RuleSetId })}
        >
          {RULE_SET_IDS.map((id) => (
            <Radio
              key={id}
              value={id}
              label={
                <span className={styles.rule}>
                  <span>{ruleSets[id].name}</span>
                  <span className={looks.hint}>
                    {SETTINGS_WORDS.schemeFrom(ruleSets[id].document.title, ruleSets[id].document.number)}
                  </span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {desk.asOfDate() < rules.inForceFrom && (
        <p className={looks.hint}>{SETTINGS_WORDS.notInForce(rules.inForceFrom)}</p>
      )}
      <Field
        label={SETTINGS_WORDS.dueSoonDays}
        {...(dueSoonDays === null ? { validationMessage: SETTINGS_WORDS.daysRange } : {})}
      >
        <span className={styles.days}>
          <Input
            className={styles.number}
            type="number"
            inputMode="numeric"
            min={0}
            max={30}
            value={days}
            aria-label={SETTINGS_WORDS.dueSoonDays}
            onChange={(_event, { value }) => setDays(value)}
          />
          {SETTINGS_WORDS.days}
        </span>
      </Field>
      <div>
        <Checkbox
          label={SETTINGS_WORDS.countAssignmentDay}
          checked={chosen.settings.countAssignmentDay}
          onChange={(_event, { checked }) => change({ countAssignmentDay: checked === true })}
        />
        <Checkbox
          label={SETTINGS_WORDS.rollWeekend}
          checked={chosen.settings.rollWeekend}
          onChange={(_event, { checked }) => change({ rollWeekend: checked === true })}
        />
      </div>
      <section className={looks.section}>
        <h3 className={looks.heading}>{SETTINGS_WORDS.office}</h3>
        <p className={looks.hint}>{SETTINGS_WORDS.officeElsewhere}</p>
        <div className={looks.actions}>
          <Button size="small" disabledFocusable={review === null} onClick={desk.toOffice}>
            {SETTINGS_WORDS.toOffice}
          </Button>
        </div>
      </section>
      <Listed
        title={SETTINGS_WORDS.readings}
        lines={rules.readings.map(({ about, reading }) => `${about}：${reading}`)}
      />
      <Listed title={SETTINGS_WORDS.notModelled} lines={rules.notModelled} />
    </PanelFrame>
  );
}

function Listed({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): React.JSX.Element | null {
  const looks = useLooks();
  if (lines.length === 0) return null;
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{title}</h3>
      <ul className={looks.lines}>
        {lines.map((line) => (
          <li key={line} className={looks.hint}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
