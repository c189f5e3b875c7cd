import { Field, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { RULE_SET_IDS, type Clause, type RuleSet } from '../../domain/ruleSet';
import type { ScoringRule } from '../../domain/scoring/scheme';
import { pointsPhrase, ruleName } from '../../domain/scoring/wording';
import { ruleSets } from '../../rules';
import { useDesk, useDeskView } from '../deskContext';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { BASIS } from '../words/basis';

const useStyles = makeStyles({
  /** The longest name must not widen the panel. */
  choice: { minWidth: 0, '> select': { width: '100%', textOverflow: 'ellipsis' } },
  quote: {
    margin: 0,
    paddingLeft: '10px',
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorNeutralStroke1,
    overflowWrap: 'anywhere',
  },
});

/** What a rule gives or takes, in words. */
function amountWords(rule: ScoringRule): string {
  switch (rule.kind) {
    case 'base':
    case 'proportional':
    case 'allOrNothing':
      return BASIS.weight(rule.kind === 'base' ? rule.points : rule.weight);
    case 'perEvent':
    case 'everyKth':
    case 'perUnitOnce':
    case 'band':
      return pointsPhrase(rule.points);
    case 'redistribute':
      return BASIS.weight(rule.total);
    case 'cap':
      return BASIS.upTo(rule.limit);
    case 'floor':
      return BASIS.downTo(rule.limit);
    case 'threshold':
      return BASIS.below(rule.below);
    case 'manual':
      return BASIS.byBasis;
  }
}

/** Clauses in the document's order, those that give points first. */
function clausesOf({ clauses, scheme }: RuleSet): {
  readonly scoring: readonly { readonly clause: Clause; readonly rules: readonly ScoringRule[] }[];
  readonly rest: readonly Clause[];
} {
  const rules = scheme?.rules ?? [];
  const entries = Object.entries(clauses);
  return {
    scoring: entries.flatMap(([key, clause]) => {
      const own = rules.filter((rule) => rule.clause === key);
      return own.length === 0 ? [] : [{ clause, rules: own }];
    }),
    rest: entries.filter(([key]) => !rules.some((rule) => rule.clause === key)).map(([, clause]) => clause),
  };
}

/** 计分依据: what each point rests on, in the document's own words. */
export default function BasisPanel(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { choices, review, basisBefore } = useDeskView();
  // 计分方案 of the office itself goes before the published document.
  const inForce = review?.ruleSet ?? ruleSets[choices.scheme];
  const [shown, setShown] = useState<string>(inForce.id);
  const others = RULE_SET_IDS.map((id) => ruleSets[id]).filter(({ id }) => id !== inForce.id);
  const all = [inForce, ...others];
  const ruleSet = all.find(({ id }) => id === shown) ?? inForce;
  const { scoring, rest } = clausesOf(ruleSet);
  const { scheme, document, inForceFrom, readings } = ruleSet;
  return (
    <PanelFrame title={BASIS.title} onBack={() => desk.showPanel(basisBefore)}>
      <Field label={BASIS.choose}>
        <Select className={styles.choice} value={ruleSet.id} onChange={(_event, { value }) => setShown(value)}>
          {all.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === inForce.id ? BASIS.inForce(name) : name}
            </option>
          ))}
        </Select>
      </Field>
      <section className={looks.section}>
        <p className={looks.text}>{BASIS.document(document.title, document.number)}</p>
        <p className={looks.hint}>{BASIS.since(inForceFrom)}</p>
        {scheme === null && <p className={looks.text}>{BASIS.none}</p>}
        {Object.values(ruleSet.clauses).some(({ restored }) => restored === true) && (
          <p className={looks.hint}>{BASIS.restored}</p>
        )}
      </section>
      {scheme !== null && scheme.amountsMissing.length > 0 && (
        <section className={looks.section}>
          <p className={looks.text}>{BASIS.asked}</p>
          <ul className={looks.lines}>
            {scheme.amountsMissing.map(({ rule, question }) => (
              <li key={rule} className={looks.hint}>
                {question}
              </li>
            ))}
          </ul>
        </section>
      )}
      {scoring.map(({ clause, rules }) => (
        <ClauseView key={clause.article} clause={clause}>
          <h4 className={looks.hint}>{BASIS.rules}</h4>
          <ul className={looks.lines}>
            {rules.map((rule) => (
              <li key={rule.id} className={looks.text}>
                {BASIS.line(scheme === null ? rule.id : ruleName(rule, scheme), amountWords(rule))}
                {rule.amendment !== undefined && <p className={looks.hint}>{BASIS.amended(rule.amendment)}</p>}
              </li>
            ))}
          </ul>
        </ClauseView>
      ))}
      {rest.length > 0 && <h3 className={looks.heading}>{BASIS.rest}</h3>}
      {rest.map((clause) => (
        <ClauseView key={clause.article} clause={clause} />
      ))}
      {readings.length > 0 && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{BASIS.readings}</h3>
          <ul className={looks.lines}>
            {readings.map(({ about, reading }) => (
              <li key={about} className={looks.hint}>
                {BASIS.line(about, reading)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PanelFrame>
  );
}

function ClauseView({
  clause,
  children,
}: {
  readonly clause: Clause;
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{BASIS.place(clause.article)}</h3>
      <blockquote className={mergeClasses(looks.text, styles.quote)}>{clause.quote}</blockquote>
      {children}
    </section>
  );
}
