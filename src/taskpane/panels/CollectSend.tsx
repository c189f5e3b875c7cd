import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { leftOutOf } from '../../app/collecting/fillIns';
import type { Review } from '../../app/reading/review';
import type { FillIn } from '../../domain/collect/fillIn';
import { useDesk, useDeskView } from '../deskContext';
import { handOverFillIns } from '../desk/collectDeeds';
import { useLooks } from '../parts/looks';
import { COLLECT } from '../words/collect';

const useStyles = makeStyles({
  unit: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flexGrow: 1, minWidth: 0 },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

interface CollectSendProps {
  readonly review: Review;
  readonly month: string;
  readonly fillIns: ReadonlyMap<string, FillIn>;
  /** Units that get no file. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}

/** 下发: the units asked, with how many matters each; their files one by one or all in one archive. */
export function CollectSend({ review, month, fillIns, left, onLeft }: CollectSendProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const units = [...fillIns.keys()];
  const out = units.filter((unit) => left.has(unit)).length;
  const leftOut = leftOutOf(review, fillIns).length;
  const turn = (unit: string): void => {
    const next = new Set(left);
    if (!next.delete(unit)) next.add(unit);
    onLeft(next);
  };
  if (units.length === 0) return <p className={looks.text}>{COLLECT.noneAsked}</p>;
  return (
    <section className={looks.section} aria-label={COLLECT.units}>
      <p className={looks.hint}>{desk.downloads ? COLLECT.sendHelp : COLLECT.noDownload}</p>
      <Checkbox
        label={COLLECT.allUnits(units.length)}
        checked={out === 0 ? true : out === units.length ? false : 'mixed'}
        onChange={() => onLeft(out === 0 ? new Set(units) : new Set())}
      />
      <ul className={looks.lines}>
        {[...fillIns.values()].map((fillIn) => (
          <li key={fillIn.unit} className={styles.unit}>
            <span className={styles.name}>
              <Checkbox label={fillIn.unit} checked={!left.has(fillIn.unit)} onChange={() => turn(fillIn.unit)} />
            </span>
            <span className={styles.count}>{COLLECT.asked(fillIn.rows.length)}</span>
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={work !== null || !desk.downloads}
              aria-label={COLLECT.downloadOf(fillIn.unit)}
              onClick={() => void handOverFillIns(desk, month, [fillIn])}
            >
              {COLLECT.download}
            </Button>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className={looks.hint}>{COLLECT.leftOut(leftOut)}</p>}
    </section>
  );
}
