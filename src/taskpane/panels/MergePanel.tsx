import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState } from 'react';
import { compareFiles, takingOnly } from '../../app/collecting/mergeLedgers';
import { useDesk, useDeskView } from '../deskContext';
import { previewMerge } from '../desk/mergeDeeds';
import { besides, readFiles, type Taken } from '../desk/takenFiles';
import { FileDrop } from '../parts/FileDrop';
import { DismissRegular } from '../parts/icons';
import { LedgerChoice } from '../parts/LedgerChoice';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { Refusals } from '../parts/Refusals';
import { WORDS } from '../words';
import { COLLECT, MERGE } from '../words/collect';
import { MergeFindings, additionKey, differenceKey } from './MergeFindings';

const useStyles = makeStyles({
  file: { display: 'flex', alignItems: 'center', gap: '6px' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const NO_FILES: Taken = { files: [], refused: [] };

/** 并表: ledgers kept by several 科室 compared with ours, and merged in one write. */
export default function MergePanel(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, work } = useDeskView();
  const [chosen, setChosen] = useState(ledger);
  const [taken, setTaken] = useState(NO_FILES);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const current = useRef(taken);
  const keep = useCallback((next: Taken): void => {
    current.current = next;
    setTaken(next);
  }, []);
  const take = useCallback(
    (offered: readonly File[]): void =>
      void readFiles(offered).then((read) => keep(besides(current.current.files, read))),
    [keep],
  );
  const sheets = review?.ledgers.map((own) => own.sheet) ?? [];
  const sheet = chosen !== null && sheets.includes(chosen) ? chosen : (sheets[0] ?? null);
  const { files, refused } = taken;
  const merge = useMemo(
    () => (review === null || sheet === null || files.length === 0 ? null : compareFiles(review, sheet, files)),
    [review, sheet, files],
  );
  if (review === null || sheet === null) return null;
  const differences = merge?.differences.filter((each) => !left.has(differenceKey(each))) ?? [];
  const additions = merge?.additions.filter((each) => !left.has(additionKey(each))) ?? [];
  const back = (): void => desk.showPanel('none');
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const go = (): void => {
    if (merge === null) return;
    const names = files.map(({ name }) => name);
    void previewMerge(desk, takingOnly(review, merge, differences, additions), names, () => keep(NO_FILES));
  };
  return (
    <PanelFrame
      title={MERGE.title}
      onBack={back}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={work !== null || differences.length + additions.length === 0}
            onClick={go}
          >
            {MERGE.go(differences.length, additions.length)}
          </Button>
          <Button onClick={back}>{WORDS.back}</Button>
        </>
      }
    >
      <p className={looks.hint}>{MERGE.lead}</p>
      <LedgerChoice label={MERGE.ledger} sheets={sheets} sheet={sheet} onChoose={setChosen} />
      <FileDrop words={MERGE.drop} disabled={work !== null} onFiles={take} />
      {refused.length > 0 && <Refusals sentences={refused} />}
      {files.length > 0 && (
        <ul className={looks.lines} aria-label={MERGE.files}>
          {files.map(({ name }) => (
            <li key={name} className={styles.file}>
              <span className={styles.name}>{name}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={COLLECT.remove(name)}
                title={COLLECT.remove(name)}
                onClick={() => keep({ files: files.filter((file) => file.name !== name), refused: [] })}
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status">{merge !== null && <MergeFindings merge={merge} left={left} onTurn={turn} />}</div>
    </PanelFrame>
  );
}
