import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { candidatesOf, type Decided } from '../../domain/bulletin/candidates';
import type { Named } from '../../domain/bulletin/composeBulletin';
import { proposedLimit } from '../../domain/bulletin/words';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { useDesk } from '../deskContext';
import type { BulletinShown } from '../desk/bulletinDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { WORDS } from '../words';
import { NAMING } from '../words/bulletin';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '4px', justifyContent: 'space-between' },
  limit: { paddingLeft: '32px' },
  date: { minWidth: 0, maxWidth: '180px' },
  see: { flexShrink: 0 },
});

const SHOWN_FIRST = 10;

interface BulletinNamingProps {
  readonly shown: BulletinShown;
  readonly onTake: (decided: Decided) => void;
  readonly onBack: () => void;
}

/** Who is commended and who criticised, as the leaders decided: units with their matters, and the 整改 limit. */
export function BulletinNaming({ shown, onTake, onBack }: BulletinNamingProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { issuedOn, draft, decided } = shown;
  const candidates = useMemo(() => candidatesOf(draft.figures), [draft]);
  const [commended, setCommended] = useState<ReadonlySet<string>>(new Set(decided.commended));
  const [limits, setLimits] = useState<ReadonlyMap<string, CivilDate | null>>(
    new Map(decided.criticised.map(({ unit, limit }) => [unit, limit])),
  );
  const wrong = [...limits.values()].some((limit) => limit === null || limit <= issuedOn);
  const turnLimit = (unit: string): void => {
    const next = new Map(limits);
    if (!next.delete(unit)) next.set(unit, proposedLimit(issuedOn));
    setLimits(next);
  };
  const turnCommended = (unit: string): void => {
    const next = new Set(commended);
    if (!next.delete(unit)) next.add(unit);
    setCommended(next);
  };
  const take = (): void =>
    onTake({
      commended: [...commended],
      criticised: [...limits].flatMap(([unit, limit]) => (limit === null ? [] : [{ unit, limit }])),
    });
  return (
    <PanelFrame
      title={NAMING.title}
      onBack={onBack}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={wrong} onClick={take}>
            {NAMING.done}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      <p className={looks.hint}>{NAMING.lead}</p>
      <Units
        heading={NAMING.commend}
        none={NAMING.noCommend}
        units={withGone(candidates.commend, decided.commended)}
        word={({ unit, keys }) => (keys.length === 0 ? NAMING.gone(unit) : NAMING.early(unit, keys.length))}
        taken={commended}
        onTurn={turnCommended}
      />
      <Units
        heading={NAMING.criticise}
        none={NAMING.noCriticise}
        units={withGone(
          candidates.criticise,
          decided.criticised.map(({ unit }) => unit),
        )}
        word={({ unit, keys }) => (keys.length === 0 ? NAMING.gone(unit) : NAMING.overdue(unit, keys.length))}
        taken={new Set(limits.keys())}
        onTurn={turnLimit}
        below={(unit) => {
          const limit = limits.get(unit) ?? null;
          const late = limit === null || limit <= issuedOn;
          return (
            <Field
              className={styles.limit}
              label={NAMING.limitWord}
              {...(late ? { validationMessage: NAMING.limitWrong } : {})}
            >
              <Input
                className={styles.date}
                type="date"
                aria-label={NAMING.limit(unit)}
                value={limit ?? ''}
                onChange={(_event, { value }) => setLimits(new Map([...limits, [unit, parseCivilDate(value)]]))}
              />
            </Field>
          );
        }}
      />
    </PanelFrame>
  );
}

/** Units decided on before stay to be seen, though they are no candidates any more. */
const withGone = (list: readonly Named[], decided: readonly string[]): readonly Named[] => [
  ...decided.filter((unit) => !list.some((each) => each.unit === unit)).map((unit) => ({ unit, keys: [] })),
  ...list,
];

interface UnitsProps {
  readonly heading: string;
  readonly none: string;
  readonly units: readonly Named[];
  readonly word: (named: Named) => string;
  readonly taken: ReadonlySet<string>;
  readonly onTurn: (unit: string) => void;
  readonly below?: (unit: string) => React.JSX.Element;
}

function Units({ heading, none, units, word, taken, onTurn, below }: UnitsProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const [whole, setWhole] = useState(false);
  const listed = whole ? units : units.filter(({ unit }, index) => index < SHOWN_FIRST || taken.has(unit));
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{heading}</h3>
      {units.length === 0 && <p className={looks.hint}>{none}</p>}
      <ul className={looks.lines} aria-label={heading}>
        {listed.map((named) => (
          <li key={named.unit}>
            <div className={styles.row}>
              <Checkbox label={word(named)} checked={taken.has(named.unit)} onChange={() => onTurn(named.unit)} />
              {named.keys.length > 0 && (
                <Button
                  className={styles.see}
                  size="small"
                  appearance="subtle"
                  aria-label={NAMING.seeOf(named.unit)}
                  onClick={() =>
                    desk.enter('reminders', {
                      shown: 'all',
                      only: { name: NAMING.seen(named.unit), keys: new Set(named.keys) },
                    })
                  }
                >
                  {NAMING.see}
                </Button>
              )}
            </div>
            {taken.has(named.unit) && below?.(named.unit)}
          </li>
        ))}
      </ul>
      {listed.length < units.length && (
        <div className={looks.actions}>
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            {NAMING.more(units.length - listed.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
