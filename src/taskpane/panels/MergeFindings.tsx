import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { LedgerMerge } from '../../app/collecting/mergeLedgers';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { useLooks } from '../parts/looks';
import { WORDS } from '../words';
import { MERGE } from '../words/collect';

type Difference = LedgerMerge['differences'][number];
type Addition = LedgerMerge['additions'][number];

export const differenceKey = ({ matter, field, from }: Difference): string => `${from} ${matter.key} ${field}`;
export const additionKey = ({ title, from, values }: Addition): string =>
  `${from} ${title} ${values.get('leadUnit') ?? ''}`;

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '16px' },
  one: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  under: { paddingLeft: '32px', overflowWrap: 'anywhere' },
});

/** More are counted, not listed; they are merged all the same. */
const MOST_LISTED = 100;

interface MergeFindingsProps {
  readonly merge: LedgerMerge;
  /** Keys of what the clerk leaves out. */
  readonly left: ReadonlySet<string>;
  readonly onTurn: (key: string) => void;
}

/** What the other ledgers have otherwise, what they have besides, and what is not merged and why. */
export function MergeFindings({ merge, left, onTurn }: MergeFindingsProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const { differences, additions, refusals, same } = merge;
  const more = (count: number): React.JSX.Element | null =>
    count > MOST_LISTED ? <p className={looks.hint}>{MERGE.more(count - MOST_LISTED)}</p> : null;
  return (
    <div className={styles.parts}>
      {differences.length + additions.length + refusals.length === 0 && <p className={looks.text}>{MERGE.nothing}</p>}
      {differences.length > 0 && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{MERGE.differences(differences.length)}</h3>
          <ul className={looks.lines}>
            {differences.slice(0, MOST_LISTED).map((each) => {
              const { matter, field, before, after, from } = each;
              const title = matter.classified ? WORDS.classifiedTitle : (matter.title ?? WORDS.noTitle);
              const key = differenceKey(each);
              return (
                <li key={key} className={styles.one}>
                  <Checkbox label={title} checked={!left.has(key)} onChange={() => onTurn(key)} />
                  <span className={styles.under}>
                    {MERGE.differs(FIELD_NAMES[field], before === '' ? MERGE.blank : before, after)}
                  </span>
                  <span className={mergeClasses(looks.hint, styles.under)}>{MERGE.from(from)}</span>
                </li>
              );
            })}
          </ul>
          {more(differences.length)}
        </section>
      )}
      {additions.length > 0 && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{MERGE.additions(additions.length)}</h3>
          <ul className={looks.lines}>
            {additions.slice(0, MOST_LISTED).map((each) => {
              const key = additionKey(each);
              return (
                <li key={key} className={styles.one}>
                  <Checkbox label={each.title} checked={!left.has(key)} onChange={() => onTurn(key)} />
                  <span className={mergeClasses(looks.hint, styles.under)}>{MERGE.from(each.from)}</span>
                </li>
              );
            })}
          </ul>
          {more(additions.length)}
        </section>
      )}
      {refusals.length > 0 && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{MERGE.refusals(refusals.length)}</h3>
          <ul className={looks.lines}>
            {[...new Set(refusals)].slice(0, MOST_LISTED).map((sentence) => (
              <li key={sentence} className={looks.text}>
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
      {same > 0 && <p className={looks.hint}>{MERGE.same(same)}</p>}
    </div>
  );
}
