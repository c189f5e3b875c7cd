import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CollectedFile, ReturnVerdict } from '../../app/collecting/collectReports';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissRegular,
  ErrorCircleFilled,
  QuestionCircleRegular,
} from '../parts/icons';
import { useLooks } from '../parts/looks';
import { useToneText, type Tone } from '../parts/tones';
import { COLLECT } from '../words/collect';

const useStyles = makeStyles({
  file: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingTop: '6px',
    paddingBottom: '6px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  line: { display: 'flex', alignItems: 'center', gap: '6px' },
  icon: { fontSize: '16px', flexShrink: 0 },
  unit: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  text: { overflowWrap: 'anywhere' },
});

const LOOK = {
  merge: { Icon: CheckmarkCircleFilled, tone: 'success' },
  ask: { Icon: QuestionCircleRegular, tone: 'warning' },
  stop: { Icon: ErrorCircleFilled, tone: 'danger' },
  blank: { Icon: CircleRegular, tone: 'quiet' },
} as const satisfies Record<ReturnVerdict, { Icon: unknown; tone: Tone }>;

const LINES_FIRST = 3;

interface CollectFileProps {
  readonly file: CollectedFile;
  readonly accepted: boolean;
  readonly onAccept: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

/** One returned file: whose it is, what becomes of it and why, and what it says. */
export function CollectFile({ file, accepted, onAccept, onRemove }: CollectFileProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const [whole, setWhole] = useState(false);
  const { name, unit, verdict, problems, lines } = file;
  const merged = verdict === 'blank' && problems.some(({ code }) => code === 'alreadyMerged');
  const { Icon, tone } = merged ? LOOK.merge : LOOK[verdict];
  const word = merged
    ? COLLECT.verdicts.done
    : verdict === 'merge' || verdict === 'ask'
      ? COLLECT.verdicts[verdict](lines.length)
      : COLLECT.verdicts[verdict];
  const asks = problems.some(({ weight }) => weight === 'ask') && verdict !== 'stop';
  const shown = whole ? lines : lines.slice(0, LINES_FIRST);
  return (
    <li className={styles.file}>
      <span className={styles.line}>
        <Icon className={mergeClasses(styles.icon, tones[tone])} aria-hidden />
        <span className={styles.unit}>{unit ?? COLLECT.noUnit}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={COLLECT.remove(name)}
          title={COLLECT.remove(name)}
          onClick={() => onRemove(name)}
        />
      </span>
      <span className={mergeClasses(looks.hint, styles.text)}>{name}</span>
      <span className={mergeClasses(looks.text, tones[tone])}>{word}</span>
      {!merged &&
        problems.map(({ sentence }) => (
          <p key={sentence} className={mergeClasses(looks.text, styles.text)}>
            {sentence}
          </p>
        ))}
      {asks && lines.length > 0 && (
        <Checkbox
          label={COLLECT.accept}
          aria-label={COLLECT.acceptOf(name)}
          checked={accepted}
          onChange={() => onAccept(name)}
        />
      )}
      {lines.length > 0 && (
        <ul className={looks.lines}>
          {shown.map(({ matter, about, kind, text }) => (
            <li key={`${matter} ${kind}`} className={mergeClasses(looks.hint, styles.text)}>
              {COLLECT.lineOf(about, kind, text)}
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown.length && (
        <div className={looks.actions}>
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            {COLLECT.moreLines(lines.length - shown.length)}
          </Button>
        </div>
      )}
    </li>
  );
}
