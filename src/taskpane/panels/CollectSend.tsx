import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { memo, useCallback, useDeferredValue, type Dispatch, type SetStateAction } from 'react';
import { leftOutInPortions } from '../../app/collecting/fillIns';
import type { Review } from '../../app/reading/review';
import type { FillIn } from '../../domain/collect/fillIn';
import { useDesk, useDeskView } from '../deskContext';
import { handOverFillIns } from '../desk/collectDeeds';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { COLLECT } from '../words/collect';

const useStyles = makeStyles({
  unit: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flexGrow: 1, minWidth: 0 },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

const NONE_YET: ReadonlyMap<string, FillIn> = new Map();

interface CollectSendProps {
  readonly review: Review;
  readonly month: string;
  readonly fillIns: ReadonlyMap<string, FillIn>;
  /** Units that get no file. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

/** 下发: the units asked, with how many matters each; their files one by one or all in one archive. */
export function CollectSend({ review, month, fillIns, left, onLeft }: CollectSendProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const units = [...fillIns.keys()];
  // Hundreds of lines are drawn in slices.
  const listed = useDeferredValue(fillIns, NONE_YET);
  const busy = useDeferredValue(work !== null || !desk.downloads);
  const out = units.filter((unit) => left.has(unit)).length;
  const leftOut =
    useComputed(
      review,
      useCallback((of: Review) => leftOutInPortions(of, fillIns), [fillIns]),
    ) ?? 0;
  const turn = useCallback(
    (unit: string): void =>
      onLeft((before) => {
        const next = new Set(before);
        if (!next.delete(unit)) next.add(unit);
        return next;
      }),
    [onLeft],
  );
  const download = useCallback((fillIn: FillIn): void => void handOverFillIns(desk, month, [fillIn]), [desk, month]);
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
        {[...listed.values()].map((fillIn) => (
          <UnitLine
            key={fillIn.unit}
            fillIn={fillIn}
            asked={!left.has(fillIn.unit)}
            busy={busy}
            onTurn={turn}
            onDownload={download}
          />
        ))}
      </ul>
      {leftOut > 0 && <p className={looks.hint}>{COLLECT.leftOut(leftOut)}</p>}
    </section>
  );
}

interface UnitLineProps {
  readonly fillIn: FillIn;
  /** Whether it gets a file with the others. */
  readonly asked: boolean;
  readonly busy: boolean;
  readonly onTurn: (unit: string) => void;
  readonly onDownload: (fillIn: FillIn) => void;
}

/** Drawn again only where something of its own has changed: there are hundreds, and progress is shown above them. */
const UnitLine = memo(function UnitLine({ fillIn, asked, busy, onTurn, onDownload }: UnitLineProps): React.JSX.Element {
  const styles = useStyles();
  const { unit, rows } = fillIn;
  return (
    <li className={styles.unit}>
      <span className={styles.name}>
        <Checkbox label={unit} checked={asked} onChange={() => onTurn(unit)} />
      </span>
      <span className={styles.count}>{COLLECT.asked(rows.length)}</span>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={busy}
        aria-label={COLLECT.downloadOf(unit)}
        onClick={() => onDownload(fillIn)}
      >
        {COLLECT.download}
      </Button>
    </li>
  );
});
