import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  QUESTION_COUNT,
  hostLine,
  hostReportText,
  type HostReport,
  type HostReportLine,
  type HostVerdict,
} from '../../app/office/hostSelfTest';
import { useDesk, useDeskView } from '../deskContext';
import { downloadHostReport, previewHostReport } from '../desk/selfTestDeeds';
import { CheckmarkCircleFilled, CircleRegular, WarningFilled } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { useToneText, type Tone } from '../parts/tones';
import { SELF_TEST } from '../words/selfTest';

const useStyles = makeStyles({
  line: { display: 'flex', gap: '8px', alignItems: 'flex-start', paddingTop: '4px', paddingBottom: '4px' },
  icon: { flexShrink: 0, fontSize: '16px', lineHeight: tokens.lineHeightBase300, paddingTop: '2px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  points: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

const ICONS = { same: CheckmarkCircleFilled, different: WarningFilled, noted: CircleRegular } as const;
const TONES: Readonly<Record<HostVerdict, Tone>> = { same: 'success', different: 'warning', noted: 'quiet' };

/** 宿主自检: what the Excel it runs in answers, against what the documentation says. */
export default function SelfTestPanel(): React.JSX.Element {
  const desk = useDesk();
  const { hostReport, work, connecting } = useDeskView();
  const busy = work !== null;
  return (
    <PanelFrame
      title={SELF_TEST.title}
      onBack={() => desk.showPanel('help')}
      foot={
        <>
          {hostReport !== null && (
            <>
              <Button
                appearance="primary"
                disabledFocusable={busy || connecting === null}
                onClick={() => void previewHostReport(desk)}
              >
                {SELF_TEST.write}
              </Button>
              {desk.downloads && (
                <Button disabledFocusable={busy} onClick={() => void downloadHostReport(desk)}>
                  {SELF_TEST.download}
                </Button>
              )}
            </>
          )}
          <Button
            appearance={hostReport === null ? 'primary' : 'secondary'}
            disabledFocusable={busy}
            onClick={() => void desk.askHost()}
          >
            {hostReport === null ? SELF_TEST.start : SELF_TEST.again}
          </Button>
        </>
      }
    >
      {hostReport === null ? <Before /> : <Report report={hostReport} copy={!desk.downloads} />}
    </PanelFrame>
  );
}

function Before(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <section className={looks.section}>
      <p className={looks.text}>{SELF_TEST.lead(QUESTION_COUNT)}</p>
      <ul className={mergeClasses(looks.text, styles.points)}>
        {SELF_TEST.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Report({ report, copy }: { readonly report: HostReport; readonly copy: boolean }): React.JSX.Element {
  const looks = useLooks();
  const [showSame, setShowSame] = useState(false);
  const { host, counts, lines, at } = report;
  const of = (verdict: HostVerdict): readonly HostReportLine[] => lines.filter((line) => line.verdict === verdict);
  return (
    <>
      <section className={looks.section} role="status">
        <p className={looks.text}>{SELF_TEST.counts(counts.same, counts.different, counts.noted)}</p>
        <p className={looks.hint}>{`${hostLine(host)}，${at}`}</p>
        {host.embedded && <p className={looks.hint}>{SELF_TEST.embedded}</p>}
      </section>
      <section className={looks.section}>
        <h3 className={looks.heading}>{SELF_TEST.different}</h3>
        {counts.different === 0 ? (
          <p className={looks.text}>{SELF_TEST.noDifference}</p>
        ) : (
          <Lines lines={of('different')} />
        )}
      </section>
      <section className={looks.section}>
        <h3 className={looks.heading}>{SELF_TEST.noted}</h3>
        <Lines lines={of('noted')} />
      </section>
      <section className={looks.section}>
        <h3 className={looks.heading}>{SELF_TEST.same}</h3>
        <div className={looks.actions}>
          <Button size="small" aria-expanded={showSame} onClick={() => setShowSame(!showSame)}>
            {showSame ? SELF_TEST.hideSame : SELF_TEST.showSame(counts.same)}
          </Button>
        </div>
        {showSame && <Lines lines={of('same')} />}
      </section>
      {copy && (
        <section className={looks.section}>
          <p className={looks.hint}>{SELF_TEST.copyHint}</p>
          <Textarea readOnly rows={6} aria-label={SELF_TEST.copyLabel} value={hostReportText(report)} />
        </section>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly HostReportLine[] }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  return (
    <ul className={looks.lines}>
      {lines.map(({ id, theme, name, expected, got, source, verdict }) => {
        const Icon = ICONS[verdict];
        return (
          <li key={id} className={styles.line}>
            <Icon className={mergeClasses(styles.icon, tones[TONES[verdict]])} aria-hidden />
            <span className={styles.words}>
              <span>{`${theme}：${name}`}</span>
              {verdict === 'different' && expected !== null && (
                <span className={looks.hint}>{SELF_TEST.expected(expected)}</span>
              )}
              {verdict !== 'same' && <span className={looks.hint}>{SELF_TEST.got(got)}</span>}
              {verdict === 'different' && <span className={looks.hint}>{SELF_TEST.source(source)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
