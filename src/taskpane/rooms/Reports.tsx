import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { namesInPortions, REPORT_NAMES, reportInPortions, type ReportKind } from '../../app/bulletin/onePageReports';
import type { Review } from '../../app/reading/review';
import { useDesk, useDeskView } from '../deskContext';
import { previewReport } from '../desk/reportDeeds';
import { ready } from '../../domain/portions';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { PROGRESS } from '../words';
import { REPORTS } from '../words/bulletin';

const useStyles = makeStyles({
  report: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minWidth: 0,
    paddingBottom: '12px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  choice: { flexGrow: 1, flexBasis: '120px', minWidth: 0 },
});

const KINDS = Object.keys(REPORT_NAMES) as readonly ReportKind[];
const NONE: ReadonlySet<string> = new Set();

/** 专报: print-ready sheets for leaders, for units, of what is under 督办, and of single matters. */
export function Reports({ review }: { readonly review: Review }): React.JSX.Element {
  const looks = useLooks();
  return (
    <div className={looks.body}>
      <p className={looks.hint}>{REPORTS.lead(review.asOf)}</p>
      {KINDS.map((kind) => (
        <Report key={kind} review={review} kind={kind} />
      ))}
    </div>
  );
}

function Report({ review, kind }: { readonly review: Review; readonly kind: ReportKind }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { selected, work } = useDeskView();
  const [name, setName] = useState('');
  const choosable = kind === 'leaders' || kind === 'units';
  const names = useComputed(
    review,
    useCallback(
      (of: Review) =>
        kind === 'leaders' || kind === 'units' ? namesInPortions(of, kind) : ready<readonly string[]>([]),
      [kind],
    ),
  );
  const chosen = names?.includes(name) === true ? name : '';
  const only = useMemo(
    () => (kind === 'matters' ? selected : chosen === '' ? null : new Set([chosen])),
    [kind, selected, chosen],
  );
  const report = useComputed(
    review,
    useCallback(
      (of: Review) => reportInPortions(of, { kind, only: kind === 'matters' && only === null ? NONE : only }),
      [kind, only],
    ),
  );
  if (report === null || names === null) {
    return (
      <section className={styles.report}>
        <h3 className={looks.heading}>{REPORT_NAMES[kind]}</h3>
        <p className={looks.hint}>{PROGRESS.counting}</p>
      </section>
    );
  }
  const { pages, paper, plan } = report;
  const nothing = kind === 'matters' && selected.size > 0 ? REPORTS.classified : REPORTS.nothing[kind];
  return (
    <section className={styles.report}>
      <h3 className={looks.heading}>{REPORT_NAMES[kind]}</h3>
      <p className={looks.hint}>{pages.length === 0 ? nothing : REPORTS.about[kind]}</p>
      {pages.length > 0 && (
        <div className={styles.line}>
          {choosable && (
            <Select
              className={styles.choice}
              size="small"
              aria-label={REPORTS.whom[kind]}
              value={chosen}
              onChange={(_event, { value }) => setName(value)}
            >
              <option value="">{REPORTS.all[kind]}</option>
              {names.map((own) => (
                <option key={own} value={own}>
                  {own}
                </option>
              ))}
            </Select>
          )}
          <span className={looks.hint}>{REPORTS.pages(paper)}</span>
          {plan.changes.length === 0 ? (
            <span className={looks.hint}>{REPORTS.same}</span>
          ) : (
            <Button
              size="small"
              disabledFocusable={work !== null}
              aria-label={REPORTS.makeOf(REPORT_NAMES[kind])}
              onClick={() => previewReport(desk, report)}
            >
              {REPORTS.make}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
