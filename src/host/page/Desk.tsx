import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type ReactNode } from 'react';
import { CellMenu } from './CellMenu';
import { CommandRow } from './CommandRow';
import { DeskDialog } from './DeskDialog';
import type { DeskState } from './DeskState';
import { WORDS } from './pageWords';
import { followRegions } from './regions';
import { Splitter, PANE_WIDTH } from './Splitter';

/** The clerk's desk: the file's name and state above, the ledger on the left, the pane on the right. */
export function Desk({ desk }: { readonly desk: DeskState }): ReactNode {
  const view = useSyncExternalStore(desk.subscribe, desk.view);
  const [paneWidth, setPaneWidth] = useState<number>(PANE_WIDTH.usual);
  const [dragging, setDragging] = useState(false);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const grid = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  const stopOpening = useCallback(() => {
    if (desk.stopOpening()) opener.current?.focus();
  }, [desk]);

  useEffect(() => followRegions(), []);
  useEffect(() => desk.furnish(grid.current!, pane.current!), [desk]);
  useEffect(() => {
    document.title =
      view.fileName === '' ? WORDS.product : `${view.unsaved ? '* ' : ''}${view.fileName} - ${WORDS.product}`;
  }, [view.fileName, view.unsaved]);
  useEffect(() => {
    const shortcut = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') stopOpening();
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key === 's') {
        event.preventDefault();
        desk.save();
      } else if (event.key === 'o') {
        event.preventDefault();
        picker.current?.click();
      }
    };
    window.addEventListener('keydown', shortcut);
    return () => window.removeEventListener('keydown', shortcut);
  }, [desk, stopOpening]);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    desk.offer([...event.dataTransfer.files]);
  };

  return (
    <div
      className="desk"
      onDragOver={(event) => {
        event.preventDefault();
        if (event.dataTransfer.types.includes('Files')) setDragging(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDragging(false);
      }}
      onDrop={drop}
    >
      <header className="title-bar">
        <img src="assets/ledger-32.png" alt="" width="20" height="20" />
        <h1 className="file-name" title={view.fileName}>
          {view.fileName === '' ? WORDS.product : view.fileName}
        </h1>
        {view.fileName !== '' && (
          <span className={`saved-state ${view.unsaved ? 'is-unsaved' : ''}`} role="status">
            {view.readOnly ? WORDS.readOnly : view.unsaved ? WORDS.unsaved : WORDS.saved}
          </span>
        )}
        <span className="title-space" />
        <button ref={opener} type="button" className="plain" title="Ctrl+O" onClick={() => picker.current?.click()}>
          {WORDS.open}
        </button>
        <button
          type="button"
          className="primary"
          title={view.readOnly ? WORDS.readOnlyBook : 'Ctrl+S'}
          disabled={view.fileName === '' || view.readOnly || view.busy !== null}
          onClick={() => desk.save()}
        >
          {WORDS.save}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            desk.offer([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </header>
      {view.ribbon !== null && (
        <CommandRow
          ribbon={view.ribbon}
          disabled={view.fileName === '' || view.busy !== null}
          onCommand={(button) => void desk.command(button)}
        />
      )}
      {view.message !== null && (
        <div className={`message is-${view.message.tone}`} role={view.message.tone === 'error' ? 'alert' : 'status'}>
          <span>{view.message.text}</span>
          <button type="button" className="plain" onClick={() => desk.dismiss()}>
            {WORDS.close}
          </button>
        </div>
      )}
      <main className="work">
        <section className="grid-place" aria-label={WORDS.grid} aria-busy={view.busy !== null}>
          <div
            ref={grid}
            className="grid"
            inert={view.busy !== null}
            onContextMenu={(event) => {
              if (view.fileName === '' || event.target instanceof HTMLInputElement) return;
              event.preventDefault();
              setMenu({ x: event.clientX, y: event.clientY });
            }}
          />
          {view.busy !== null && (
            <div className="busy">
              <span role="status">{view.busy}</span>
              {view.stoppable && (
                <button type="button" title="Esc" onClick={stopOpening}>
                  {WORDS.stopOpening}
                </button>
              )}
            </div>
          )}
        </section>
        <Splitter width={paneWidth} onWidth={setPaneWidth} />
        <aside
          ref={pane}
          className="pane"
          aria-label={WORDS.pane}
          inert={view.busy !== null}
          style={{ width: paneWidth }}
        />
      </main>
      {menu !== null && view.ribbon !== null && view.ribbon.cellMenu.length > 0 && (
        <CellMenu
          at={menu}
          name={WORDS.cellMenu}
          buttons={view.ribbon.cellMenu}
          onCommand={(button) => void desk.command(button)}
          onClose={closeMenu}
        />
      )}
      {dragging && <div className="drop-veil">{WORDS.drop}</div>}
      <DeskDialog desk={desk} question={view.question} />
    </div>
  );
}
