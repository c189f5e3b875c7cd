import type { Area, CellRef, CellValue } from './cell';
import type { CivilDate } from './calendar/civilDate';

/** What a mark over ledger rows says. Recognized again by a harmless term in its formula, `N("督查:逾期")=0`. */
export const MARKS = {
  overdue: '逾期',
  dueSoon: '临期',
  reminded: '已催办',
  ordered: '已督办',
  closed: '办结',
} as const;
export type Mark = keyof typeof MARKS;

/** Look of a mark; colour is never its only signal. */
export interface MarkLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly underline?: boolean;
}

/** One conditional format of ours. `live`: follows TODAY(); otherwise it stands as of `asOf` and its formula says so. */
export interface MarkFormat {
  readonly mark: Mark;
  readonly areas: readonly Area[];
  /** With the leading `=`. Only constructs Excel allows in conditional formats. */
  readonly formula: string;
  readonly live: boolean;
  readonly asOf: CivilDate | null;
  readonly look: MarkLook;
}

/** A cell of a sheet that the add-in writes whole. */
export interface SheetCell {
  readonly value: CellValue;
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Wrapped text that fills the cell: justified, its lines spread over the height. */
  readonly spread?: boolean;
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  /** Colour of a rule under the cell. */
  readonly ruleBelow?: string;
  /** Place in this workbook: `'督查台账'!H9`. */
  readonly link?: string;
}

/** Page set-up of a sheet made to be printed and signed; points. */
export interface PrintSetup {
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly footer: number;
  };
  /** Excel's footer codes: right on odd pages, left on even ones. null: pages carry no number. */
  readonly footers: { readonly oddRight: string; readonly evenLeft: string } | null;
  /** Number of its first page; else Excel counts on from the sheet printed before it. */
  readonly firstPage?: number;
  /** Rows, from 0, before which a page ends. Excel takes at most 1,026. */
  readonly breaksBefore: readonly number[];
}

/** A whole new sheet as data. */
export interface SheetContent {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly columnWidths: readonly number[];
  /** Points, by row; null = the standard height. Wrapped text needs it: heights are not fitted on opening everywhere. */
  readonly rowHeights?: readonly (number | null)[];
  /** Rows repeated on every printed page, from 0, both included. */
  readonly titleRows?: readonly [number, number];
  readonly merges?: readonly Area[];
  readonly frozenRows?: number;
  readonly landscape?: boolean;
  readonly print?: PrintSetup;
  /** Rows, from 0, before which a page ends on a sheet without `print`. */
  readonly pageBreaks?: readonly number[];
  readonly borders?: Area;
  /** Drop-down lists and other rules of what may be filled in. */
  readonly validations?: readonly { readonly area: Area; readonly validation: Validation }[];
  readonly charts?: readonly {
    readonly kind: 'bar' | 'line' | 'stackedBar';
    readonly title: string;
    readonly source: Area;
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** A data-validation rule of a column, in the words of Excel's API (`{ list: { source: …, inCellDropDown: true } }`). */
export interface Validation {
  readonly rule: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: {
    readonly showAlert: boolean;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly title: string;
    readonly message: string;
  };
  readonly prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
}

/** Rows put between those of a ledger; columns count from the sheet's first. */
export interface InsertedRows {
  readonly sheet: string;
  /** Row the first of them takes; what stood there moves down. */
  readonly at: number;
  /** Values; `''` also where a formula goes. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas continued from the row they look like, one text a row. */
  readonly formulas: readonly { readonly column: number; readonly texts: readonly string[] }[];
  /** Number formats by column; null = as the row they look like. */
  readonly formats: readonly (string | null)[];
  /** Row whose looks they take, as it stands before the insertion. */
  readonly like: number;
  readonly validations: readonly { readonly column: number; readonly validation: Validation }[];
  /** Formulas below that end at the row above (合计): `after` takes the new rows in. Rows as before the insertion. */
  readonly extended: readonly {
    readonly row: number;
    readonly column: number;
    readonly before: string;
    readonly after: string;
  }[];
  /** Excel table that ends right above and must take the rows in; null where it grows by itself or there is none. */
  readonly table: { readonly name: string; readonly before: Area; readonly after: Area } | null;
  /** What stands in row `at` before the insertion; null = not compared (formulas). */
  readonly below: readonly (CellValue | null)[];
  /** Where row `at` is blank: the first row under it that is not, as before the insertion. Absent: nothing stands below. */
  readonly next?: { readonly row: number; readonly values: readonly (CellValue | null)[] };
}

/**
 * Columns of rows whose numbers were drawn for them, counted from the sheet's first. Where the workbook is open in
 * several copies the rows are held first, as 拟稿 under a token, and made final once nobody else has their numbers.
 */
export interface DrawnNumbers {
  readonly form: number;
  readonly number: number;
  readonly status: number;
  readonly note: number;
  /** First of the rows that is a letter's: before it the header of a sheet that was blank. */
  readonly from: number;
  /** Whose they are while they are held. */
  readonly token?: string;
}

/** Of an action on record: the first of the rows appended looked so before, and stay so when they are taken off. */
export interface LinedBefore {
  /** Number formats they had, row by row. */
  readonly formats: readonly (readonly string[])[];
}

/** One change of the workbook. Applied in order; each kind has exactly one applier in `src/excel` and one inverse. */
export type Change =
  | {
      readonly kind: 'setCell';
      readonly cell: CellRef;
      readonly before: CellValue;
      readonly after: CellValue;
      readonly numberFormat?: string;
      readonly formatBefore?: string;
    }
  /** All marks of ours on a sheet, replaced as a whole: the clerk's own conditional formats are not among them. */
  | {
      readonly kind: 'setMarks';
      readonly sheet: string;
      readonly before: readonly MarkFormat[];
      readonly after: readonly MarkFormat[];
    }
  | { readonly kind: 'addSheet'; readonly name: string; readonly content: SheetContent }
  | { readonly kind: 'removeSheet'; readonly name: string; readonly content: SheetContent }
  /** A sheet of ours written anew where it stands: it stays the same worksheet, and what points to it goes on doing so. */
  | {
      readonly kind: 'replaceSheet';
      readonly name: string;
      readonly before: SheetContent;
      readonly after: SheetContent;
      /** Of an action on record: names of charts that stood there when it was begun and are not ours. */
      readonly charts?: readonly string[];
      /** Someone's hand is in the old one: it stays beside the new one under this name, with all no content tells. */
      readonly keeps?: string;
      /** Of the inverse: the sheet that was kept under this name comes back whole. */
      readonly restores?: string;
    }
  | ({ readonly kind: 'insertRows' } & InsertedRows)
  | ({ readonly kind: 'deleteRows' } & InsertedRows)
  /** The data validation of an area that has one rule or none. */
  | {
      readonly kind: 'setValidation';
      readonly sheet: string;
      readonly area: Area;
      readonly before: Validation | null;
      readonly after: Validation | null;
    }
  /** Rows under the last filled one of a register; `at` is the first row they go to. */
  | {
      readonly kind: 'appendRows';
      readonly sheet: string;
      readonly at: number;
      readonly rows: readonly (readonly CellValue[])[];
      readonly formats: readonly (string | null)[];
      /** Row whose looks (borders, fonts) they take. */
      readonly like?: number;
      readonly drawn?: DrawnNumbers;
      readonly lined?: LinedBefore;
    }
  | {
      readonly kind: 'removeRows';
      readonly sheet: string;
      readonly at: number;
      readonly rows: readonly (readonly CellValue[])[];
      readonly formats: readonly (string | null)[];
      readonly like?: number;
      readonly drawn?: DrawnNumbers;
      readonly lined?: LinedBefore;
      /** Their looks, those of rows lined beforehand aside, become those of the row below, as they were before the rows were appended. */
      readonly looksAsBelow?: boolean;
    }
  /** A custom XML part of ours; `after` null deletes it. */
  | {
      readonly kind: 'setPart';
      readonly namespace: string;
      readonly before: string | null;
      readonly after: string | null;
    };

/** What must still hold when a plan is applied: cells as they were when it was previewed. */
export interface Expectation {
  readonly sheet: string;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  /** What the clerk is told when it no longer holds: the matter's number or title. */
  readonly about: string;
}

export type PlanAction =
  | 'connect'
  | 'mark'
  | 'unmark'
  | 'fix'
  | 'checkSheet'
  | 'directory'
  | 'validate'
  | 'issueNotices'
  | 'score'
  | 'lists'
  | 'bulletin'
  | 'report'
  | 'collect'
  | 'monthStep'
  | 'carryOver'
  | 'register'
  | 'proceeding'
  | 'selfTest'
  | 'firstRun'
  | 'undo';

/** Data: previewed by the pane, applied by `src/excel`, its inverse kept for undo. */
export interface Plan {
  readonly action: PlanAction;
  readonly asOf: CivilDate | null;
  readonly expectations: readonly Expectation[];
  readonly changes: readonly Change[];
}

/** The plan with each change as told; itself where that is the same, so that what is known of it stays known. */
export function withChanges(plan: Plan, told: (change: Change) => Change): Plan {
  const changes = plan.changes.map(told);
  return changes.every((change, index) => change === plan.changes[index]) ? plan : { ...plan, changes };
}

/** The plan that takes `plan` back: changes inverted, in reverse order. */
export function inverse(plan: Plan): Plan {
  const { asOf, expectations, changes } = plan;
  return { action: 'undo', asOf, expectations, changes: changes.map(invert).reverse() };
}

function invert(change: Change): Change {
  switch (change.kind) {
    case 'setCell': {
      const { numberFormat, formatBefore, ...rest } = change;
      return {
        ...rest,
        before: change.after,
        after: change.before,
        ...(formatBefore === undefined ? {} : { numberFormat: formatBefore }),
        ...(numberFormat === undefined ? {} : { formatBefore: numberFormat }),
      };
    }
    case 'addSheet':
      return { ...change, kind: 'removeSheet' };
    case 'removeSheet':
      return { ...change, kind: 'addSheet' };
    case 'appendRows':
      return { ...change, kind: 'removeRows', looksAsBelow: true };
    case 'removeRows': {
      const { sheet, at, rows, formats, like, drawn, lined } = change;
      return {
        kind: 'appendRows',
        sheet,
        at,
        rows,
        formats,
        ...(like === undefined ? {} : { like }),
        ...(drawn === undefined ? {} : { drawn }),
        ...(lined === undefined ? {} : { lined }),
      };
    }
    case 'insertRows':
      return { ...change, kind: 'deleteRows' };
    case 'deleteRows':
      return { ...change, kind: 'insertRows' };
    case 'replaceSheet': {
      const { keeps, restores, ...rest } = change;
      return {
        ...rest,
        before: change.after,
        after: change.before,
        ...(keeps === undefined ? {} : { restores: keeps }),
        ...(restores === undefined ? {} : { keeps: restores }),
      };
    }
    case 'setValidation':
    case 'setMarks':
    case 'setPart':
      return { ...change, before: change.after, after: change.before } as Change;
  }
}
