import type { Connecting } from '../../app/reading/connectLedger';
import type { EarlierLetter } from '../../app/letters/earlierLetters';
import type { HostReport } from '../../app/office/hostSelfTest';
import type { Delivery as MadeAs } from '../../app/letters/makeLetters';
import type { Review } from '../../app/reading/review';
import type { HostRefusal, JournalEntry } from '../../app/office/workbook';
import type { NextStep, State } from '../../domain/assessment';
import type { BulletinHead } from '../../domain/bulletin/bulletinHead';
import type { Decided } from '../../domain/bulletin/candidates';
import type { Publication } from '../../domain/bulletin/publications';
import type { BulletinWords } from '../../domain/bulletin/words';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { CellRef } from '../../domain/cell';
import type { FindingLevel } from '../../domain/finding';
import type { Stage } from '../../domain/portions';
import type { MonthStep } from '../../domain/monthSteps';
import type { LetterForm, Notice as Letter } from '../../domain/notices/notice';
import { DEFAULT_OFFICE, type Office } from '../../domain/notices/office';
import type { ProceedingKind } from '../../domain/registers/registers';
import { DEFAULT_SETTINGS, type RuleSetId, type Settings } from '../../domain/ruleSet';
import type { Mark, Plan } from '../../domain/plan';
import type { Picked } from './picked';
import type { MadeFile } from './files';
import type { Question } from './questions';

export type Room = 'overview' | 'checks' | 'reminders' | 'letters' | 'scores' | 'bulletin';
/** What lies over the rooms. */
export type Panel =
  | 'none'
  | 'settings'
  | 'columns'
  | 'undo'
  | 'help'
  | 'directory'
  | 'lists'
  | 'register'
  | 'proceeding'
  | 'carryOver'
  | 'collect'
  | 'merge'
  | 'month'
  | 'selfTest'
  | 'basis';
/** What help is written for: rooms, panels, and what stands in their place. */
export type HelpTopic = Room | Exclude<Panel, 'none' | 'help' | 'selfTest' | 'basis'> | 'asking' | 'preview' | 'start';
/** In the order of the month's work. */
export const HELP_ORDER: readonly HelpTopic[] = [
  'start',
  'asking',
  'columns',
  'overview',
  'checks',
  'reminders',
  'letters',
  'scores',
  'bulletin',
  'month',
  'register',
  'proceeding',
  'collect',
  'merge',
  'carryOver',
  'directory',
  'lists',
  'preview',
  'undo',
  'settings',
];

export type Phase =
  /** Nothing is known of the workbook yet. */
  | { readonly kind: 'connecting' }
  /** The clerk stopped the first reading. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly refusal: HostRefusal }
  | { readonly kind: 'noLedger' }
  | { readonly kind: 'asking'; readonly questions: readonly Question[] }
  | { readonly kind: 'ready' };

/** `compute`: no request; `make`: files are made of letters; `ask`: the host is asked how it does things. */
/** `settle`: waiting for co-authors' copies, to see whether the numbers are ours. */
export type WorkKind = 'read' | 'compute' | 'write' | 'undo' | 'make' | 'ask' | 'settle';
export interface Work {
  readonly kind: WorkKind;
  /** More than a second has gone by. */
  readonly slow: boolean;
  /** With a stage: of matters or units in a computing; else of requests or files. */
  readonly progress: { readonly done: number; readonly of: number; readonly stage?: Stage } | null;
}

export type AsOf = { readonly kind: 'today' } | { readonly kind: 'on'; readonly date: CivilDate };

/** `step`: whatever has a next step; `closedAny`: the three closed states. */
export type Shown = State | 'all' | 'step' | 'closedAny';
export interface Filter {
  readonly shown: Shown;
  /** With `shown: 'step'`: this step only; null: any. */
  readonly step: NextStep | null;
  /** Only these matters, as `name` calls them: the rows behind a number or a sentence; null: any. */
  readonly only: { readonly name: string; readonly keys: ReadonlySet<string> } | null;
  /** Matters behind a number of the overview; null: not narrowed. */
  readonly picked: Picked | null;
  readonly text: string;
}

/** A plan put before the clerk. */
export interface Preview {
  readonly plan: Plan;
  /** The deed, with its number: `标出 17 行`. */
  readonly deed: string;
  /** What is written and where, one line a sheet and kind. */
  readonly lines: readonly string[];
  /** Rows by the mark they get. */
  readonly marks: ReadonlyMap<Mark, number>;
  /** How the undo menu will name it. */
  readonly summary: string;
  /** What a new value reads as in its cell (a date's serial as the date), by cell name. */
  readonly readsAs: ReadonlyMap<string, string>;
  /** What is left out, and what else to know. */
  readonly notes: readonly string[];
  /** Letters to be made as files once they are on record. */
  readonly letters: readonly Letter[];
  /** Letters that go on record with `plan`: their numbers are settled before anything is final. */
  readonly issue?: IssuePreview;
  /** How those files come; `joined` where it is not said. */
  readonly delivery?: FileDelivery;
  /** Plans carried out after `plan`, each an action of its own: a sheet of letters goes in one request. */
  readonly further?: readonly Plan[];
  /** A file made once it is written. */
  readonly file?: () => Promise<MadeFile>;
  /** Panel shown once it is written, and what that panel does then. */
  readonly then?: Panel;
  readonly written?: () => void;
}

/** How letters are drafted and planned again where a co-author has their numbers by now. */
export interface IssuePreview {
  readonly letters: readonly Letter[];
  readonly redraft: (of: Review) => Promise<readonly Letter[]>;
  /** Null where it cannot be made (said). */
  readonly planOf: (of: Review, letters: readonly Letter[]) => Promise<PlannedLetters | null>;
}

/** `further`: plans carried out after it, each an action of its own. */
export interface PlannedLetters {
  readonly plan: Plan;
  readonly further: readonly Plan[];
}

/** All letters in one Word file, or one file each in an archive. */
export type FileDelivery = Extract<MadeAs, 'joined' | 'zip'>;
/** `sheets`: worksheets that print like the letters; `recordOnly`: their rows in the register, nothing else. */
export type Delivery = FileDelivery | 'sheets' | 'recordOnly';

/** What the clerk has chosen in 文书. */
export interface LetterChoices {
  readonly tab: 'due' | 'record' | 'office';
  /** `due`: each matter's own next step; else that form for the rows selected in the sheet. */
  readonly form: LetterForm | 'due';
  readonly grouping: 'perMatter' | 'perUnit';
  readonly status: 'draft' | 'sent';
  readonly delivery: Delivery;
  /** Reasons against refusals that people may overrule, by matter key. */
  readonly overrides: ReadonlyMap<string, string>;
  /** What the clerk looked up of letters cited that are on no record, by `earlierKey`; null: left blank. */
  readonly earlier: ReadonlyMap<string, EarlierLetter | null>;
}

/** 收表 as far as it has got: kept while the clerk looks elsewhere. */
export interface Collecting {
  readonly tab: 'send' | 'take';
  /** `2026-10`; null: the month that is usual on this day. */
  readonly month: string | null;
  /** The day the reports are entered under; null: the last that is possible. */
  readonly reportedOn: CivilDate | null;
  readonly files: readonly TakenFile[];
  /** Why files were not even taken to be checked. */
  readonly refused: readonly string[];
  /** Names of files whose questions the clerk has seen and agreed to. */
  readonly accepted: ReadonlySet<string>;
}

/** A file the clerk has dropped or chosen; names are told apart. */
export interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ScoresTab = 'table' | 'lists' | 'events' | 'analysis' | 'sheets';

export type BulletinTab = 'text' | 'reports' | 'rectifications';
/** What the clerk has changed of a bulletin and not written yet; null: as it was issued, else as it starts. */
export interface BulletinEdit {
  readonly words: Partial<BulletinWords>;
  readonly decided: Decided | null;
  readonly head: BulletinHead | null;
  readonly issuedOn: CivilDate | null;
}
export interface BulletinDesk {
  readonly tab: BulletinTab;
  readonly publication: Publication['id'];
  /** By the sheet each is written to. */
  readonly edits: ReadonlyMap<string, BulletinEdit>;
}

/** One line about what happened. */
export interface Notice {
  readonly tone: 'info' | 'done' | 'warning' | 'error';
  readonly text: string;
  readonly undo?: JournalEntry;
  /** Reading again is what helps. */
  readonly readAgain?: boolean;
  /** Where to look. */
  readonly cell?: CellRef;
  /** Letters on record, by name, whose files or sheets have not been handed over. */
  readonly letters?: ReadonlySet<string>;
}

/** What the scheme and settings are for this session. */
export interface Choices {
  readonly scheme: RuleSetId;
  readonly settings: Settings;
  readonly office: Office;
}

/** Everything the pane shows. */
export interface DeskView {
  readonly phase: Phase;
  /** What the clerk has begun; her other deeds wait for it. */
  readonly work: Work | null;
  /** What the pane reads of its own accord after a change in the sheet; the clerk may begin anything meanwhile. */
  readonly following: Work | null;
  readonly connecting: Connecting | null;
  readonly asOf: AsOf;
  readonly today: CivilDate;
  readonly choices: Choices;
  /** The last review; kept on show while the workbook is read again. */
  readonly review: Review | null;
  /** The ledger looked at; null: all of them. */
  readonly ledger: string | null;
  readonly room: Room;
  readonly panel: Panel;
  /** Where 帮助 leads back to, and 计分依据. */
  readonly helpBefore: Panel;
  readonly basisBefore: 'help' | 'none';
  /** Where the clerk was when she asked for 帮助. */
  readonly help: HelpTopic;
  /** What 办理登记 begins with. */
  readonly proceeding: ProceedingKind;
  readonly filter: Filter;
  readonly level: FindingLevel | 'all';
  /** Keys of the matters letters are wanted for; null: all whose step is due. */
  readonly lettersFor: ReadonlySet<string> | null;
  readonly letterChoices: LetterChoices;
  readonly scoresTab: ScoresTab;
  readonly collecting: Collecting;
  readonly bulletin: BulletinDesk;
  /** The step of 月度督查 the clerk is at; null: not on that way. */
  readonly monthStep: MonthStep | null;
  /** What the host answered at the last 宿主自检; null: not asked. */
  readonly hostReport: HostReport | null;
  readonly preview: Preview | null;
  readonly notice: Notice | null;
  readonly journal: readonly JournalEntry[];
  /** Ids of unfinished actions the clerk leaves for later. */
  readonly putOff: ReadonlySet<string>;
  /** Keys of the matters whose rows are selected in the sheet. */
  readonly selected: ReadonlySet<string>;
  /** The finding whose cell was selected last. */
  readonly cell: CellRef | null;
  /** The day before today on which the workbook was last looked over; null: not known, or the clerk has seen it. */
  readonly since: CivilDate | null;
  /** The workbook was changed and is not read again by itself (large ledgers). */
  readonly stale: boolean;
}

export const NO_FILTER: Filter = { shown: 'overdue', step: null, picked: null, only: null, text: '' };

export const firstView = (today: CivilDate): DeskView => ({
  phase: { kind: 'connecting' },
  work: null,
  following: null,
  connecting: null,
  asOf: { kind: 'today' },
  today,
  choices: { scheme: 'dengzhou-2018', settings: DEFAULT_SETTINGS, office: DEFAULT_OFFICE },
  review: null,
  ledger: null,
  room: 'overview',
  panel: 'none',
  helpBefore: 'none',
  basisBefore: 'none',
  help: 'overview',
  proceeding: 'progress',
  filter: NO_FILTER,
  level: 'all',
  lettersFor: null,
  letterChoices: {
    tab: 'due',
    form: 'due',
    grouping: 'perMatter',
    status: 'draft',
    delivery: 'joined',
    overrides: new Map(),
    earlier: new Map(),
  },
  scoresTab: 'table',
  collecting: { tab: 'send', month: null, reportedOn: null, files: [], refused: [], accepted: new Set() },
  bulletin: { tab: 'text', publication: 'monthly', edits: new Map() },
  monthStep: null,
  hostReport: null,
  preview: null,
  notice: null,
  journal: [],
  putOff: new Set(),
  selected: new Set(),
  cell: null,
  since: null,
  stale: false,
});
