import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { proposedUnits, type DirectoryProposal } from '../../app/ledger/directory';
import { useDesk, useDeskView } from '../deskContext';
import { decisionsOf, firstChoice, type UnitChoice } from '../desk/directoryChoice';
import { previewDirectory } from '../desk/ledgerDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { WORDS } from '../words';
import { DIRECTORY } from '../words/checks';

const useStyles = makeStyles({
  units: { margin: 0, padding: 0, listStyleType: 'none' },
  unit: {
    display: 'flex',
    flexDirection: 'column',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  under: { display: 'flex', flexDirection: 'column', paddingLeft: '24px', paddingBottom: '4px', minWidth: 0 },
});

type Proposed = DirectoryProposal['units'][number];

/** 单位名录: units of the ledgers with likely other names; the clerk decides on each. */
export default function DirectoryPanel(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, work } = useDeskView();
  const proposal = useMemo(() => (review === null ? { first: true, units: [] } : proposedUnits(review)), [review]);
  const [choices, setChoices] = useState<ReadonlyMap<string, UnitChoice>>(new Map());
  const [refused, setRefused] = useState<readonly string[]>([]);
  const choiceOf = (unit: Proposed): UnitChoice => choices.get(unit.name) ?? firstChoice(unit);
  const change = (unit: Proposed, over: Partial<UnitChoice>): void => {
    setChoices(new Map([...choices, [unit.name, { ...choiceOf(unit), ...over }]]));
    setRefused([]);
  };
  const decisions = proposal.units.flatMap((unit) => decisionsOf(unit, choiceOf(unit)));
  const takenCount = proposal.units.filter((unit) => choiceOf(unit).taken).length;
  const all = takenCount === proposal.units.length;
  return (
    <PanelFrame
      title={proposal.first ? DIRECTORY.titleFirst : DIRECTORY.title}
      onBack={() => desk.showPanel('none')}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={decisions.length === 0 || work !== null}
            onClick={() => setRefused(previewDirectory(desk, decisions))}
          >
            {DIRECTORY.go(decisions.length)}
          </Button>
          <Button onClick={() => desk.showPanel('none')}>{WORDS.cancel}</Button>
        </>
      }
    >
      <Refusals sentences={refused} />
      {proposal.units.length === 0 ? (
        <p className={looks.text}>{DIRECTORY.none}</p>
      ) : (
        <>
          <p className={looks.text}>{proposal.first ? DIRECTORY.lead : DIRECTORY.leadMore}</p>
          <div>
            {proposal.units.length > 1 && (
              <Checkbox
                label={DIRECTORY.all}
                checked={all ? true : takenCount > 0 ? 'mixed' : false}
                onChange={() =>
                  setChoices(new Map(proposal.units.map((unit) => [unit.name, { ...choiceOf(unit), taken: !all }])))
                }
              />
            )}
            <ul className={styles.units}>
              {proposal.units.map((unit) => (
                <UnitLine key={unit.name} unit={unit} choice={choiceOf(unit)} onChange={(over) => change(unit, over)} />
              ))}
            </ul>
          </div>
        </>
      )}
    </PanelFrame>
  );
}

interface UnitLineProps {
  readonly unit: Proposed;
  readonly choice: UnitChoice;
  readonly onChange: (over: Partial<UnitChoice>) => void;
}

function UnitLine({ unit, choice, onChange }: UnitLineProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const turn = (alias: string, same: boolean): void => {
    const apart = new Set(choice.apart);
    if (same) apart.delete(alias);
    else apart.add(alias);
    onChange({ apart });
  };
  return (
    <li className={styles.unit}>
      <Checkbox
        label={DIRECTORY.unit(unit.name, unit.count)}
        checked={choice.taken}
        onChange={(_event, { checked }) => onChange({ taken: checked === true })}
      />
      {choice.taken && (unit.mayBe !== null || unit.aliases.length > 0 || unit.collective) && (
        <div className={styles.under}>
          {unit.mayBe !== null && (
            <Checkbox
              label={DIRECTORY.mayBe(unit.mayBe)}
              checked={choice.isOther}
              onChange={(_event, { checked }) => onChange({ isOther: checked === true })}
            />
          )}
          {unit.aliases.map(({ name, count, reason }) => (
            <div key={name}>
              <Checkbox
                label={DIRECTORY.alias(name, count)}
                checked={!choice.apart.has(name)}
                onChange={(_event, { checked }) => turn(name, checked === true)}
              />
              <p className={looks.hint}>{reason}</p>
            </div>
          ))}
          {unit.collective && (
            <Field label={DIRECTORY.members(unit.name)}>
              <Input value={choice.members} onChange={(_event, { value }) => onChange({ members: value })} />
            </Field>
          )}
        </div>
      )}
    </li>
  );
}
