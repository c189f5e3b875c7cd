import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { missedUnitsInPortions, type CollectOutcome } from '../../app/collecting/collectReports';
import type { Review } from '../../app/reading/review';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import type { MissedReport } from '../../domain/scoring/missedReports';
import { EVENT_KINDS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { collectingNow, previewMissed } from '../desk/collectDeeds';
import { besides, readFiles } from '../desk/takenFiles';
import { FileDrop } from '../parts/FileDrop';
import { useLooks } from '../parts/looks';
import { Refusals } from '../parts/Refusals';
import { useComputed } from '../parts/useComputed';
import { COLLECT } from '../words/collect';
import { CollectFile } from './CollectFile';

const useStyles = makeStyles({ date: { minWidth: 0, maxWidth: '180px' } });

interface CollectTakeProps {
  readonly review: Review;
  readonly outcome: CollectOutcome;
}

/** 收回: files as they come in, what each says or why it is not taken, and who has not reported. */
export function CollectTake({ review, outcome }: CollectTakeProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const { work, collecting } = view;
  const { first, last, reportedOn } = collectingNow(view);
  const take = useCallback(
    (offered: readonly File[]): void => {
      void readFiles(offered).then((read) => desk.goOnCollecting(besides(desk.view().collecting.files, read)));
    },
    [desk],
  );
  const remove = (name: string): void => {
    // Another file may come under this name: it is asked about anew.
    const accepted = new Set([...collecting.accepted].filter((own) => own !== name));
    desk.goOnCollecting({ files: collecting.files.filter((file) => file.name !== name), refused: [], accepted });
  };
  const accept = (name: string): void => {
    const accepted = new Set(collecting.accepted);
    if (!accepted.delete(name)) accepted.add(name);
    desk.goOnCollecting({ accepted });
  };
  return (
    <>
      <FileDrop words={COLLECT.drop} disabled={work !== null} onFiles={take} />
      {collecting.refused.length > 0 && <Refusals sentences={collecting.refused} />}
      <Field label={COLLECT.reportedOn} hint={COLLECT.reportedOnHelp}>
        <Input
          className={styles.date}
          type="date"
          value={reportedOn}
          min={first}
          max={last}
          onChange={(_event, { value }) => desk.goOnCollecting({ reportedOn: parseCivilDate(value) })}
        />
      </Field>
      <section className={looks.section}>
        <h3 className={looks.heading}>{COLLECT.files}</h3>
        <div role="status">
          {outcome.files.length === 0 && <p className={looks.hint}>{COLLECT.none}</p>}
          <ul className={looks.lines}>
            {outcome.files.map((file) => (
              <CollectFile
                key={file.name}
                file={file}
                accepted={collecting.accepted.has(file.name)}
                onAccept={accept}
                onRemove={remove}
              />
            ))}
          </ul>
        </div>
        {outcome.files.length > 1 && (
          <div className={looks.actions}>
            <Button
              size="small"
              appearance="subtle"
              onClick={() => desk.goOnCollecting({ files: [], refused: [], accepted: new Set() })}
            >
              {COLLECT.clear}
            </Button>
          </div>
        )}
      </section>
      <NotReported review={review} units={outcome.notReported} />
    </>
  );
}

const NONE_MISSED: readonly MissedReport[] = [];

/** Who is still missing; once the month is over, proposed for 加减分登记. */
function NotReported({
  review,
  units,
}: {
  readonly review: Review;
  readonly units: readonly string[];
}): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const { month, over } = collectingNow(view);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const missed =
    useComputed(
      review,
      useCallback((of: Review) => missedUnitsInPortions(of, month), [month]),
    ) ?? NONE_MISSED;
  const proposed = useMemo(() => missed.filter(({ unit }) => units.includes(unit)), [missed, units]);
  const others = units.filter((unit) => !proposed.some((own) => own.unit === unit));
  const confirmed = proposed.filter(({ unit }) => !left.has(unit));
  const turn = useCallback(
    (unit: string): void =>
      setLeft((before) => {
        const next = new Set(before);
        if (!next.delete(unit)) next.add(unit);
        return next;
      }),
    [],
  );
  // Hundreds of lines are drawn in slices.
  const listed = useDeferredValue(proposed, NONE_MISSED);
  if (units.length === 0) return <p className={looks.text}>{COLLECT.allReported}</p>;
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{COLLECT.notReported(units.length)}</h3>
      {proposed.length > 0 && (
        <ul className={looks.lines}>
          {listed.map(({ unit, kind }) => (
            <MissedLine key={unit} unit={unit} kind={kind} confirmed={!left.has(unit)} onTurn={turn} />
          ))}
        </ul>
      )}
      {others.length > 0 && <p className={looks.text}>{others.join('、')}</p>}
      {proposed.length > 0 ? (
        <div className={looks.actions}>
          <Button
            disabledFocusable={view.work !== null || confirmed.length === 0}
            onClick={() => previewMissed(desk, month, confirmed)}
          >
            {COLLECT.enterMissed(confirmed.length)}
          </Button>
        </div>
      ) : (
        <p className={looks.hint}>{over ? COLLECT.notScored : COLLECT.notOver(COLLECT.monthOf(month))}</p>
      )}
    </section>
  );
}

interface MissedLineProps {
  readonly unit: string;
  readonly kind: MissedReport['kind'];
  readonly confirmed: boolean;
  readonly onTurn: (unit: string) => void;
}

const MissedLine = memo(function MissedLine({ unit, kind, confirmed, onTurn }: MissedLineProps): React.JSX.Element {
  return (
    <li>
      <Checkbox label={COLLECT.missed(unit, EVENT_KINDS[kind])} checked={confirmed} onChange={() => onTurn(unit)} />
    </li>
  );
});
