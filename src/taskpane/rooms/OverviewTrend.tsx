import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Review } from '../../app/reading/review';
import { monthOf } from '../../domain/calendar/civilDate';
import type { TrendMonth } from '../../domain/overview/yearOfStates';
import { useDesk } from '../deskContext';
import { TREND } from '../desk/figures';
import { useBarPaint } from '../parts/barPaint';
import { CountingLine } from '../parts/CountingLine';
import { useCounted } from '../parts/useCounted';
import { useLooks } from '../parts/looks';
import { RoomTabs } from '../parts/RoomTabs';
import { OVERVIEW } from '../words/overview';

const HEIGHT = 64;

const useStyles = makeStyles({
  columns: { display: 'grid', alignItems: 'end' },
  month: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    minWidth: 0,
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  bar: { width: '12px', minHeight: '1px' },
  label: { width: '100%', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  line: {
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
  },
});

type Measure = keyof typeof OVERVIEW.trendTabs;

/** Twelve reviews of more matters than these are made only where the clerk asks for them. */
const AT_ONCE = 2000;

interface OverviewTrendProps {
  readonly review: Review;
  readonly ledger: string | null;
}

/** Matters overdue, or the share closed, at the end of each of twelve months. */
export function OverviewTrend({ review, ledger }: OverviewTrendProps): React.JSX.Element {
  const looks = useLooks();
  const [asked, setAsked] = useState(false);
  const [measure, setMeasure] = useState<Measure>('overdue');
  const waits = !asked && review.matters.length > AT_ONCE;
  const trend = useCounted(TREND, waits ? null : review, ledger);
  if (waits) {
    return (
      <div className={looks.actions}>
        <Button size="small" onClick={() => setAsked(true)}>
          {OVERVIEW.trendShow}
        </Button>
      </div>
    );
  }
  if (trend === null) return <CountingLine />;
  const [first] = trend;
  const last = trend.at(-1);
  return (
    <section className={looks.section}>
      <h2 className={looks.heading}>{OVERVIEW.trend}</h2>
      <RoomTabs label={OVERVIEW.trend} words={OVERVIEW.trendTabs} chosen={measure} onChoose={setMeasure} />
      <Columns trend={trend} measure={measure} />
      {first !== undefined && last !== undefined && (
        <p className={looks.hint}>{OVERVIEW.trendSpan(first.month, last.month)}</p>
      )}
    </section>
  );
}

function Columns({
  trend,
  measure,
}: {
  readonly trend: readonly TrendMonth[];
  readonly measure: Measure;
}): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const paint = useBarPaint();
  const desk = useDesk();
  const numberOf = ({ all, closed, overdue }: TrendMonth): number =>
    measure === 'overdue' ? overdue.length : OVERVIEW.share(closed.length, all.length);
  const most = measure === 'closed' ? 100 : Math.max(1, ...trend.map(numberOf));
  return (
    <div className={styles.columns} style={{ gridTemplateColumns: `repeat(${trend.length}, minmax(24px, 1fr))` }}>
      {trend.map((month) => {
        const said = OVERVIEW.trendMonth(month.asOf, month.all.length, month.closed.length, month.overdue.length);
        return (
          <button
            key={month.month}
            type="button"
            className={mergeClasses(looks.bare, styles.month)}
            aria-label={said}
            title={said}
            onClick={() =>
              desk.enter('reminders', { shown: 'all', picked: { kind: 'month', asOf: month.asOf, of: measure } })
            }
          >
            <span>{numberOf(month)}</span>
            <span
              className={mergeClasses(styles.bar, paint[measure])}
              style={{ height: `${(numberOf(month) / most) * HEIGHT}px` }}
            />
            <span className={mergeClasses(styles.label, styles.line)}>{monthOf(month.asOf)}</span>
          </button>
        );
      })}
    </div>
  );
}
