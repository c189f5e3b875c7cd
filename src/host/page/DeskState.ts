import type { Area } from '../xlsx/model';
import { downloadFile } from './downloadFile';
import type { FormulaPlaces } from './grid/formulaPlaces';
import { GridView, type GridListener, type PreparedBook } from './grid/GridView';
import type { UserEdit } from './grid/userEdits';
import { openBook, type OpenBook } from './openBook';
import { WORDS } from './pageWords';
import { readRibbon, type Ribbon, type RibbonButton } from './ribbon';
import { openPane, type OpenPane } from './win32Bridge';

export type DeskQuestion =
  | { readonly kind: 'unsaved'; readonly fileName: string; readonly next: File }
  | { readonly kind: 'cautions'; readonly cautions: readonly string[]; proceed(): void };

export interface DeskView {
  readonly fileName: string;
  readonly unsaved: boolean;
  readonly readOnly: boolean;
  /** What is being done, in words, or null. */
  readonly busy: string | null;
  /** What is being done is an opening, which may be stopped. */
  readonly stoppable: boolean;
  readonly message: { readonly tone: 'info' | 'warning' | 'error'; readonly text: string } | null;
  readonly question: DeskQuestion | null;
  /** The add-in's buttons, as its manifest has them; null until read, or where there is none. */
  readonly ribbon: Ribbon | null;
}

const EMPTY: DeskView = {
  fileName: '',
  unsaved: false,
  readOnly: false,
  busy: null,
  stoppable: false,
  message: null,
  question: null,
  ribbon: null,
};

const darkScheme = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Lets the browser paint before work that blocks it. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** The open file with its grid and pane: what the page does, apart from how it looks. */
export class DeskState implements GridListener {
  private current = EMPTY;
  private readonly watchers = new Set<() => void>();
  private grid: GridView | null = null;
  private panePlace: HTMLElement | null = null;
  private pane: OpenPane | null = null;
  private closePane: (() => void) | null = null;
  private book: OpenBook | null = null;
  /** Counts what was opened: of two files given one after the other the later one counts. */
  private opening = 0;
  private edits: UserEdit[] = [];
  /** A save that is under way. Files given meanwhile wait for its end. */
  private saving: Promise<unknown> | null = null;
  /** What the grid shows as selected, so that a selection is not sent round in circles. */
  private shownSelection = '';

  constructor(private readonly formulas: FormulaPlaces) {}

  readonly view = (): DeskView => this.current;
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Takes the places for grid and pane; returns how to leave them. */
  furnish(gridPlace: HTMLElement, panePlace: HTMLElement): () => void {
    const scheme = darkScheme();
    this.grid = new GridView(gridPlace, this, scheme.matches, this.formulas);
    this.panePlace = panePlace;
    const repaint = (): void => this.grid?.setDark(scheme.matches);
    const guard = (event: BeforeUnloadEvent): void => {
      if (this.current.unsaved) event.preventDefault();
    };
    scheme.addEventListener('change', repaint);
    window.addEventListener('beforeunload', guard);
    if (this.book !== null) this.lay(this.book);
    return () => {
      scheme.removeEventListener('change', repaint);
      window.removeEventListener('beforeunload', guard);
      this.closePane?.();
    };
  }

  /** Takes the buttons from the add-in's manifest beside this page. */
  async readManifest(): Promise<void> {
    const reply = await fetch('manifest.xml').catch(() => null);
    if (reply?.ok !== true) return;
    this.set({ ribbon: readRibbon(new DOMParser().parseFromString(await reply.text(), 'text/xml')) });
  }

  /** A button of the add-in's, as Excel does it: its function is called, or the pane comes out. */
  async command({ id, functionName }: RibbonButton): Promise<void> {
    if (this.pane === null) return;
    if (functionName === null) return this.pane.focus();
    const outcome = await this.pane.invoke(functionName, id);
    if (outcome === 'refused') this.set({ message: { tone: 'error', text: WORDS.commandRefused } });
  }

  async openSample(name: string): Promise<void> {
    this.set({ busy: WORDS.opening(name), stoppable: false });
    const reply = await fetch(`samples/${encodeURIComponent(name)}`).catch(() => null);
    if (reply?.ok !== true) return this.set({ busy: null, message: { tone: 'info', text: WORDS.sampleMissing } });
    await this.open(name, async () => new Uint8Array(await reply.arrayBuffer()));
  }

  /** Files picked or dropped. */
  offer(files: readonly File[]): void {
    const [file, ...others] = files;
    if (file === undefined) return;
    if (this.saving !== null) return void this.saving.then(() => this.offer(files));
    if (others.length > 0) return this.set({ message: { tone: 'error', text: WORDS.oneFile } });
    if (this.current.unsaved) {
      return this.set({ question: { kind: 'unsaved', fileName: this.current.fileName, next: file } });
    }
    this.openFile(file);
  }

  openFile(file: File): void {
    this.set({ question: null });
    void this.open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  }

  saveThenOpen(next: File): void {
    this.save(() => this.offer([next]));
  }

  /** Asks first where something would not be kept. */
  save(then: () => void = () => undefined): void {
    const { book } = this;
    if (book === null || this.current.busy !== null) return;
    if (book.readOnly) return this.set({ question: null, message: { tone: 'warning', text: WORDS.readOnlyBook } });
    const proceed = (): void => {
      this.saving = this.write(book).then((written) => {
        this.saving = null;
        if (written) then();
      });
    };
    if (book.cautions.length > 0) {
      return this.set({ question: { kind: 'cautions', cautions: book.cautions, proceed } });
    }
    proceed();
  }

  answerNothing(question: DeskQuestion): void {
    if (this.current.question === question) this.set({ question: null });
  }

  dismiss(): void {
    this.set({ message: null });
  }

  edited(edits: readonly UserEdit[]): void {
    if (this.edits.length === 0) queueMicrotask(() => this.handOver());
    this.edits.push(...edits);
  }

  selected(sheetId: string, areas: readonly Area[]): void {
    this.shownSelection = JSON.stringify({ sheetId, areas });
    this.book?.userSelects(sheetId, areas);
  }

  activated(sheetId: string): void {
    this.book?.userActivates(sheetId);
  }

  refused(): void {
    this.set({ message: { tone: 'warning', text: WORDS.refused } });
  }

  /** Leaves off opening; what was open stays so. Answers whether there was an opening to stop. */
  stopOpening(): boolean {
    if (this.current.busy === null || !this.current.stoppable) return false;
    this.opening += 1;
    this.set({ busy: null });
    return true;
  }

  private async open(name: string, read: () => Promise<Uint8Array>): Promise<void> {
    if (!/\.xls[xm]$/i.test(name))
      return this.set({ busy: null, message: { tone: 'error', text: WORDS.notXlsx(name) } });
    this.opening += 1;
    const own = this.opening;
    const wanted = (): boolean => own === this.opening;
    this.set({ busy: WORDS.opening(name), stoppable: true, message: null });
    await painted();
    const result = await openBook(read, name, wanted);
    if (result === null || !wanted()) return;
    if (!result.ok) return this.set({ busy: null, message: { tone: 'error', text: result.sentence } });
    const before = this.book;
    try {
      const prepared = await this.grid?.prepared(result.book.workbook, name, wanted);
      if (!wanted()) return;
      this.lay(result.book, prepared ?? undefined);
    } catch {
      if (!wanted()) return;
      if (before !== null) this.lay(before);
      return this.set({ busy: null, message: { tone: 'error', text: WORDS.tooMuchToShow(name) } });
    }
    this.book = result.book;
    const message = result.book.readOnly ? { tone: 'warning' as const, text: WORDS.readOnlyBook } : null;
    this.set({ fileName: name, unsaved: false, readOnly: result.book.readOnly, busy: null, message });
  }

  private lay(book: OpenBook, prepared?: PreparedBook): void {
    const { grid, panePlace } = this;
    if (grid === null || panePlace === null) return;
    this.closePane?.();
    grid.show(book.workbook, book.fileName, prepared);
    this.shownSelection = '';
    const stop = book.onChange(() => this.follow(book));
    const pane = openPane(panePlace, 'taskpane.html', book, {
      fileName: book.fileName,
      dark: () => darkScheme().matches,
    });
    this.pane = pane;
    this.closePane = () => {
      stop();
      pane.close();
      this.pane = null;
    };
  }

  private follow(book: OpenBook): void {
    if (this.book !== book) return;
    this.grid?.follow(book.drain());
    const selection = book.selection();
    const shown = JSON.stringify(selection);
    if (shown !== this.shownSelection) {
      this.shownSelection = shown;
      this.grid?.select(selection.sheetId, selection.areas);
    }
    const charted = book.newCharts().at(-1);
    if (charted !== undefined) this.set({ message: { tone: 'info', text: WORDS.chartKept(charted) } });
    if (book.unsaved !== this.current.unsaved) this.set({ unsaved: book.unsaved });
  }

  private handOver(): void {
    const { book, edits } = this;
    this.edits = [];
    if (book === null) return;
    const refusals = book.userEdits(edits);
    this.follow(book);
    if (refusals.length > 0) {
      this.set({ message: { tone: 'error', text: `${WORDS.edited}${[...new Set(refusals)].join('；')}` } });
    }
  }

  private async write(book: OpenBook): Promise<boolean> {
    this.set({ question: null, busy: WORDS.saving(book.fileName), stoppable: false, message: null });
    await painted();
    try {
      downloadFile(book.fileName, await book.save());
    } catch {
      this.set({ busy: null, message: { tone: 'error', text: WORDS.saveFailed } });
      return false;
    }
    this.set({ busy: null, unsaved: book.unsaved, message: { tone: 'info', text: WORDS.savedTo(book.fileName) } });
    return true;
  }

  private set(change: Partial<DeskView>): void {
    this.current = { ...this.current, ...change };
    this.watchers.forEach((watcher) => watcher());
  }
}
