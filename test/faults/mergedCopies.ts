import { AsyncLocalStorage } from 'node:async_hooks';
import { loadOfficeJs, type OfficeJs } from '../../src/host/officeJs/nodeRuntime';
import { createHostSession, releasesOnly, type HostSession } from '../../src/host/session';
import type { WireRequest } from '../../src/host/api/wire';
import type { SheetModel, WorkbookModel } from '../../src/host/xlsx';
import { opened } from './startBook';

/**
 * Co-authoring as Excel does it: two hosts, each with its own copy of one file, and what the file's store holds. A copy
 * comes together with the store at any moment: its changed cells go there, the last to arrive wins cell by cell; then it
 * holds what the store holds.
 *
 * Sources: Microsoft, "Coauthoring in Excel add-ins": "When you change a workbook's content, Excel automatically
 * synchronizes those changes across all coauthors" and "Coauthoring only synchronizes the content within the shared
 * workbook"; it names cells, formatting and tables, and warns of merge conflicts. Of custom XML parts, and of two sheets
 * that are given one name at the same time, it promises nothing: `partsMerge` and the renaming below try both.
 */
export interface MergedCopies {
  readonly sessions: readonly [HostSession, HostSession];
  /** What the file's store holds; both copies are brought together with it before. */
  readonly together: () => WorkbookModel;
  /** One copy and the store come together. */
  readonly merge: (copy: 0 | 1) => void;
  /** Does something as one of the two: `Excel` is her copy's then. */
  as<Value>(copy: 0 | 1, deed: () => Promise<Value>): Promise<Value>;
  /**
   * Lets both go on at once, one request or step of waiting after the other, drawn by `chance`; `between` is called
   * before each.
   */
  run(
    deeds: readonly [() => Promise<void>, () => Promise<void>],
    chance: () => number,
    between: () => void,
  ): Promise<number>;
  /**
   * Waits as a pane does. `synced`: long enough that what either wrote before has reached the other, the other's
   * requests going on meanwhile; else nothing comes together by itself.
   */
  wait(copy: 0 | 1, synced: boolean): Promise<void>;
}

export interface CopiesBench {
  open(bytes: Uint8Array, options: { readonly partsMerge: boolean }): MergedCopies;
  close(): void;
}

type Steps = (() => void)[];
/** Requests of the other that fit into a wait at least: her writing follows her check at once. */
const BETWEEN = 2;
const TICKS = 400;

interface Open {
  readonly sessions: readonly [HostSession, HostSession];
  readonly waiting: { readonly go: () => void }[];
  held: boolean;
  /** Requests each has made. */
  readonly asked: [number, number];
  /** Who waits, or has ended. */
  readonly resting: [boolean, boolean];
}

export function openCopies(): CopiesBench {
  const whose = new AsyncLocalStorage<0 | 1>();
  let current: Open | null = null;
  const libraries = ([0, 1] as const).map((copy): OfficeJs => {
    const relay = {
      execute: (body: string): Promise<string> => {
        const request = JSON.parse(body) as WireRequest;
        if (releasesOnly(request)) {
          return Promise.resolve(
            JSON.stringify({ Results: request.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) }),
          );
        }
        const own = current!;
        if (!own.held) return own.sessions[copy].execute(body);
        return new Promise((answer, fail) =>
          own.waiting.push({
            go: () => {
              own.asked[copy] += 1;
              void own.sessions[copy].execute(body).then(answer, fail);
            },
          }),
        );
      },
      subscribe: () => () => undefined,
    } as unknown as HostSession;
    return loadOfficeJs(relay);
  });
  const before = Object.getOwnPropertyDescriptors(globalThis);
  for (const name of ['Excel', 'OfficeExtension'] as const) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => libraries[whose.getStore() ?? 0]![name] });
  }
  return {
    open: (bytes, { partsMerge }) => {
      const session = (): HostSession => createHostSession(opened(bytes), { name: '台账.xlsx', autoSave: true });
      const store = opened(bytes);
      const sessions = [session(), session()] as const;
      const own: Open = { sessions, waiting: [], held: false, asked: [0, 0], resting: [false, false] };
      current = own;
      const known = sessions.map(({ workbook }) => contentsOf(workbook));
      const merge = (copy: 0 | 1): void => {
        const { workbook } = sessions[copy];
        known[copy] = broughtTogether(workbook, known[copy]!, store, partsMerge);
      };
      return {
        sessions,
        merge,
        together: () => {
          for (const copy of [0, 1, 0] as const) merge(copy);
          return store;
        },
        as: (copy, deed) => whose.run(copy, deed),
        wait: (copy, synced) => {
          const other = copy === 0 ? 1 : 0;
          const steps: Steps = synced
            ? [() => merge(copy), () => merge(other), () => merge(other), () => merge(copy)]
            : [() => undefined];
          let until = 0;
          own.resting[copy] = true;
          return new Promise((resolve) => {
            const go = (): void => {
              // What the other had checked before ours reached her is written, and has reached us, by the end of it.
              if (steps.length !== 2 || own.asked[other] >= until || own.resting[other]) steps.shift()?.();
              if (steps.length === 2 && until === 0 && synced) until = own.asked[other] + BETWEEN;
              if (steps.length > 0) own.waiting.push({ go });
              else {
                own.resting[copy] = false;
                resolve();
              }
            };
            own.waiting.push({ go });
          });
        },
        run: async (deeds, chance, between) => {
          own.held = true;
          let active = deeds.length;
          const failures: unknown[] = [];
          const ends = deeds.map((deed, copy) =>
            whose
              .run(copy as 0 | 1, deed)
              .catch((error: unknown) => failures.push(error))
              .finally(() => {
                active -= 1;
                own.resting[copy as 0 | 1] = true;
              }),
          );
          let requests = 0;
          while (active > 0) {
            for (let tick = 0; tick < TICKS && own.waiting.length < active; tick += 1) {
              await new Promise((next) => setImmediate(next));
            }
            const [next] = own.waiting.splice(Math.floor(chance() * own.waiting.length), 1);
            if (next === undefined) continue;
            requests += 1;
            between();
            next.go();
          }
          await Promise.all(ends);
          own.held = false;
          if (failures.length > 0) throw failures[0];
          return requests;
        },
      };
    },
    close: () => {
      for (const name of ['Excel', 'OfficeExtension'] as const) {
        const was = before[name];
        if (was === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, was);
      }
      for (const library of libraries) library.close();
    },
  };
}

interface CellState {
  readonly value: ReturnType<SheetModel['value']>;
  readonly formula: string | null;
  /** The whole look, as text. */
  readonly look: string;
}

interface Contents {
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, CellState>>;
  readonly parts: ReadonlyMap<string, string>;
}

const BLANK: CellState = { value: null, formula: null, look: '' };
const same = (a: CellState, b: CellState): boolean =>
  a.value === b.value && a.formula === b.formula && a.look === b.look;

function contentsOf(workbook: WorkbookModel): Contents {
  const looks = new Map<number, string>();
  const lookOf = (index: number): string => {
    let look = looks.get(index);
    if (look === undefined) looks.set(index, (look = index === 0 ? '' : JSON.stringify(workbook.style(index))));
    return look;
  };
  const sheets = workbook.sheets.map((sheet): [string, ReadonlyMap<string, CellState>] => {
    const cells = new Map<string, CellState>();
    const area = sheet.usedArea(false);
    if (area !== null) {
      sheet.forEachCell(area, (row, column) => {
        const formula = sheet.formula(row, column);
        const state = {
          value: formula === null ? sheet.value(row, column) : null,
          formula,
          look: lookOf(sheet.styleIndex(row, column)),
        };
        if (!same(state, BLANK)) cells.set(`${row},${column}`, state);
      });
    }
    return [sheet.name, cells];
  });
  const parts = new Map(workbook.customXmlParts().map(({ namespaceUri, xml }) => [namespaceUri, xml]));
  return { sheets: new Map(sheets), parts };
}

/** What changed in a copy since it was last like the store goes there; then the copy takes what the store holds. */
function broughtTogether(copy: WorkbookModel, known: Contents, store: WorkbookModel, partsMerge: boolean): Contents {
  const now = contentsOf(copy);
  const there = contentsOf(store);
  for (const name of [...known.sheets.keys()].filter((each) => !now.sheets.has(each))) removeSheet(store, name);
  for (const [name, cells] of now.sheets) {
    const before = known.sheets.get(name);
    if (before === undefined && there.sheets.has(name)) {
      // Both made a sheet of that name: the one that comes later is given another.
      sheetOf(copy, name)!.name = freeName(store, name);
      continue;
    }
    if (before !== undefined && !there.sheets.has(name)) continue;
    put(store, name, changesOf(before ?? new Map(), cells));
  }
  for (const sheet of copy.sheets) {
    if (!known.sheets.has(sheet.name) && !now.sheets.has(sheet.name)) {
      put(store, sheet.name, contentsOf(copy).sheets.get(sheet.name)!);
    }
  }
  if (partsMerge) {
    for (const [namespace, xml] of now.parts) if (known.parts.get(namespace) !== xml) putPart(store, namespace, xml);
    for (const namespace of known.parts.keys()) if (!now.parts.has(namespace)) putPart(store, namespace, null);
  }
  const merged = contentsOf(store);
  const held = contentsOf(copy);
  for (const name of held.sheets.keys()) if (!merged.sheets.has(name)) removeSheet(copy, name);
  for (const [name, cells] of merged.sheets) put(copy, name, changesOf(held.sheets.get(name) ?? new Map(), cells));
  if (partsMerge) {
    for (const [namespace, xml] of merged.parts) putPart(copy, namespace, xml);
    for (const namespace of held.parts.keys()) if (!merged.parts.has(namespace)) putPart(copy, namespace, null);
  }
  return contentsOf(copy);
}

function changesOf(
  before: ReadonlyMap<string, CellState>,
  after: ReadonlyMap<string, CellState>,
): ReadonlyMap<string, CellState> {
  const changed = new Map<string, CellState>();
  for (const [place, state] of after) if (!same(before.get(place) ?? BLANK, state)) changed.set(place, state);
  for (const place of before.keys()) if (!after.has(place)) changed.set(place, BLANK);
  return changed;
}

const sheetOf = (workbook: WorkbookModel, name: string): SheetModel | undefined =>
  workbook.sheets.find((sheet) => sheet.name === name);

function removeSheet(workbook: WorkbookModel, name: string): void {
  const sheet = sheetOf(workbook, name);
  if (sheet !== undefined) workbook.deleteSheet(sheet.id);
}

function freeName(workbook: WorkbookModel, name: string): string {
  for (let count = 2; ; count += 1) {
    const free = `${name} (${count})`;
    if (sheetOf(workbook, free) === undefined) return free;
  }
}

function put(workbook: WorkbookModel, name: string, cells: ReadonlyMap<string, CellState>): void {
  const sheet = sheetOf(workbook, name) ?? workbook.addSheet(name);
  for (const [place, { value, formula, look }] of cells) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    if (formula !== null) sheet.setFormula(row, column, formula);
    else sheet.setValue(row, column, value);
    sheet.setStyleIndex(
      row,
      column,
      look === '' ? 0 : workbook.styleIndexOf(JSON.parse(look) as ReturnType<WorkbookModel['style']>),
    );
  }
}

function putPart(workbook: WorkbookModel, namespace: string, xml: string | null): void {
  const [own, ...more] = workbook.customXmlParts().filter(({ namespaceUri }) => namespaceUri === namespace);
  for (const { id } of more) workbook.deleteCustomXmlPart(id);
  if (own === undefined) {
    if (xml !== null) workbook.addCustomXmlPart(xml);
  } else if (xml === null) workbook.deleteCustomXmlPart(own.id);
  else if (own.xml !== xml) workbook.setCustomXml(own.id, xml);
}
