import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { MARK_LOOKS } from '../../domain/marks';
import { MARKS } from '../../domain/plan';
import { useDesk, useDeskView } from '../deskContext';
import { cellChanges, changesToShow, onlyMarks, type CellChange } from '../desk/planInWords';
import type { Preview } from '../desk/view';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { PREVIEW, PROGRESS, WORDS } from '../words';

const useStyles = makeStyles({
  marks: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  mark: { display: 'flex', alignItems: 'center', gap: '12px' },
  sample: {
    minWidth: '72px',
    paddingTop: '2px',
    paddingBottom: '2px',
    paddingLeft: '8px',
    paddingRight: '8px',
    forcedColorAdjust: 'none',
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    paddingTop: '4px',
    paddingBottom: '4px',
    paddingRight: '8px',
    overflowWrap: 'anywhere',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
  },
});

/** More rows than these are counted, not listed. */
const MOST_ROWS = 200;
const MOST_NOTES = 20;

interface PreviewPanelProps {
  readonly preview: Preview;
}

/** 将要写入: what, how many, where; nothing is written before the clerk agrees here. */
export default function PreviewPanel({ preview }: PreviewPanelProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  // A fix is its before and after; so is what others have written.
  const [open, setOpen] = useState(['fix', 'collect'].includes(preview.plan.action));
  const { plan, lines, marks, notes, readsAs } = preview;
  const { review, work } = useDeskView();
  const date1904 = review?.reading.snapshot.date1904 ?? false;
  const busy = work !== null;
  const changes = useMemo(() => cellChanges(plan, readsAs, date1904, MOST_ROWS), [plan, readsAs, date1904]);
  const nothing = plan.changes.length === 0;
  return (
    <PanelFrame
      title={PREVIEW.title}
      onBack={busy ? null : desk.closePreview}
      foot={
        <>
          {!nothing && (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void desk.write()}>
              {work?.kind === 'write' ? PROGRESS.write : preview.deed}
            </Button>
          )}
          <Button disabledFocusable={busy} onClick={desk.closePreview}>
            {nothing ? WORDS.back : WORDS.cancel}
          </Button>
        </>
      }
    >
      {nothing ? (
        <>
          <p className={looks.text}>{PREVIEW.nothingToWrite}</p>
          <Notes notes={notes} />
        </>
      ) : (
        <>
          <ul className={looks.lines}>
            {lines.map((line) => (
              <li key={line} className={looks.text}>
                {line}
              </li>
            ))}
          </ul>
          {marks.size > 0 && <Marks marks={marks} />}
          {changes.length > 0 && (
            <div className={looks.section}>
              <div className={looks.actions}>
                <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
                  {open ? PREVIEW.hideDetails : PREVIEW.details}
                </Button>
              </div>
              {open && <Changes changes={changes} more={changesToShow(plan) - changes.length} />}
            </div>
          )}
          <Notes notes={notes} />
          <p className={looks.hint}>{onlyMarks(plan) ? PREVIEW.onlyFormat : PREVIEW.canUndo}</p>
        </>
      )}
    </PanelFrame>
  );
}

/** What is left out, and what else to know. */
function Notes({ notes }: { readonly notes: readonly string[] }): React.JSX.Element | null {
  const looks = useLooks();
  if (notes.length === 0) return null;
  return (
    <ul className={looks.lines}>
      {notes.slice(0, MOST_NOTES).map((note) => (
        <li key={note} className={looks.hint}>
          {note}
        </li>
      ))}
      {notes.length > MOST_NOTES && <li className={looks.hint}>{PREVIEW.moreRows(notes.length - MOST_NOTES)}</li>}
    </ul>
  );
}

/** Each mark as it will look, with its rows. */
function Marks({ marks }: { readonly marks: Preview['marks'] }): React.JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.marks}>
      {[...marks].map(([mark, rows]) => {
        const look = MARK_LOOKS[mark];
        return (
          <li key={mark} className={styles.mark}>
            <span
              className={styles.sample}
              style={{
                backgroundColor: look.fill ?? undefined,
                color: look.fontColor ?? undefined,
                fontWeight: look.bold === true ? 600 : 400,
                fontStyle: look.italic === true ? 'italic' : 'normal',
                textDecoration: look.underline === true ? 'underline' : 'none',
              }}
            >
              {MARKS[mark]}
            </span>
            {PREVIEW.markLine(rows)}
          </li>
        );
      })}
    </ul>
  );
}

interface ChangesProps {
  readonly changes: readonly CellChange[];
  /** How many are not listed. */
  readonly more: number;
}

function Changes({ changes, more }: ChangesProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {[PREVIEW.place, PREVIEW.before, PREVIEW.after].map((word) => (
              <th key={word} scope="col" className={styles.cell}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ place, before, after }) => (
            <tr key={place}>
              <td className={styles.cell}>{place}</td>
              <td className={styles.cell}>{before}</td>
              <td className={styles.cell}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={looks.hint}>{PREVIEW.moreRows(more)}</p>}
    </>
  );
}
