import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LedgerMerge } from '../../app/collecting/mergeLedgers';
import { useDesk, useDeskView } from '../deskContext';
import { compareWith, previewMerge, type Compared } from '../desk/mergeDeeds';
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

const NOTHING: Compared = { of: null, sheet: '', files: [], merge: null };
const NOT_LEFT: ReadonlySet<string> = new Set();

/** 并表: ledgers kept by several 科室 compared with ours, and merged in one write. */
export default function MergePanel(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, work } = useDeskView();
  const [standing, setStanding] = useState(NOTHING);
  const [chosen, setChosen] = useState(ledger);
  const [refused, setRefused] = useState<Taken['refused']>([]);
  const [left, setLeft] = useState(NOT_LEFT);
  /** The files to be compared at the end, and the review they were last tried with. */
  const wanted = useRef({ files: NOTHING.files, tried: review });
  const sheets = review?.ledgers.map((own) => own.sheet) ?? [];
  const sheet = chosen !== null && sheets.includes(chosen) ? chosen : (sheets[0] ?? null);
  const { files, merge } = standing;
  const compare = useCallback(
    async (to: string | null, taken: Taken, otherwise: Taken['files']): Promise<void> => {
      if (to === null) return;
      wanted.current = { files: taken.files, tried: desk.view().review };
      const compared = await compareWith(desk, to, taken.files);
      // Another file has come meanwhile: what is compared then holds these too.
      if (wanted.current.files !== taken.files) return;
      if (compared === null) {
        wanted.current.files = otherwise;
        setRefused([...taken.refused, MERGE.stopped]);
        return;
      }
      setStanding(compared);
      setChosen(compared.sheet);
      setRefused(taken.refused);
    },
    [desk],
  );
  const take = useCallback(
    async (offered: readonly File[]): Promise<void> => {
      const next = besides(wanted.current.files, await readFiles(offered));
      if (next.files.length === wanted.current.files.length) setRefused(next.refused);
      else await compare(sheet, next, files);
    },
    [compare, sheet, files],
  );
  const stale = files.length > 0 && standing.of !== review;
  const again = useCallback(() => void compare(sheet, { files, refused: [] }, files), [compare, sheet, files]);
  useEffect(() => {
    if (stale && wanted.current.tried !== review) again();
  }, [stale, review, again]);
  const taken = useMemo(() => (merge === null ? null : leftIn(merge, left)), [merge, left]);
  if (review === null || sheet === null) return null;
  const back = (): void => desk.showPanel('none');
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const empty = (): void => {
    wanted.current = { files: [], tried: review };
    setStanding(NOTHING);
    setRefused([]);
  };
  const choose = (name: string): void => {
    if (files.length === 0) setChosen(name);
    else void compare(name, { files, refused: [] }, files);
  };
  const remove = (name: string): void => {
    const others = files.filter((file) => file.name !== name);
    void compare(sheet, { files: others, refused: [] }, files);
  };
  const go = (): void => {
    if (merge === null || taken === null) return;
    const names = files.map(({ name }) => name);
    void previewMerge(desk, merge, names, empty, taken);
  };
  const cells = taken?.differences.length ?? 0;
  const matters = taken?.additions.length ?? 0;
  return (
    <PanelFrame
      title={MERGE.title}
      onBack={back}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={work !== null || stale || cells + matters === 0} onClick={go}>
            {MERGE.go(cells, matters)}
          </Button>
          <Button onClick={back}>{WORDS.back}</Button>
        </>
      }
    >
      <p className={looks.hint}>{MERGE.lead}</p>
      <LedgerChoice label={MERGE.ledger} sheets={sheets} sheet={sheet} onChoose={choose} />
      <FileDrop words={MERGE.drop} disabled={work !== null} onFiles={(offered) => void take(offered)} />
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
                disabledFocusable={work !== null}
                onClick={() => remove(name)}
              />
            </li>
          ))}
        </ul>
      )}
      {stale && work === null && (
        <div className={styles.file}>
          <span className={mergeClasses(looks.hint, looks.grow)}>{MERGE.stale}</span>
          <Button size="small" onClick={again}>
            {MERGE.again}
          </Button>
        </div>
      )}
      <div role="status">{merge !== null && <MergeFindings merge={merge} left={left} onTurn={turn} />}</div>
    </PanelFrame>
  );
}

/** What the clerk has not taken out. */
function leftIn(merge: LedgerMerge, out: ReadonlySet<string>): Pick<LedgerMerge, 'differences' | 'additions'> {
  if (out.size === 0) return merge;
  return {
    differences: merge.differences.filter((each) => !out.has(differenceKey(each))),
    additions: merge.additions.filter((each) => !out.has(additionKey(each))),
  };
}
