import type { ColumnDoubt, LedgerConnection, UnreadSheet } from '../../domain/ledger/connection';
import { detectLedgers } from '../../domain/ledger/detectHeader';
import { verifyConnection, type ConnectionCheck } from '../../domain/ledger/verifyConnection';
import type { Plan } from '../../domain/plan';
import { OWN_PARTS, partData, partXml } from '../../excel/ownParts';
import { talkToExcel, type HostResult } from '../../excel/run';
import { surveyWorkbook, type Survey } from '../../excel/survey';
import { NEW_SETTINGS, readSettings, type SettingsReading, type WorkbookSettings } from '../office/workbookSettings';

/** One ledger sheet as it was found or remembered. */
export interface LedgerFound {
  readonly connection: LedgerConnection;
  readonly doubts: readonly ColumnDoubt[];
  /** Kept in the workbook by an earlier connection; `check` tells whether the header is still as it was. */
  readonly remembered: boolean;
  readonly check: ConnectionCheck;
}

/** What is in the workbook, before any row is read. */
export interface Connecting {
  readonly survey: Survey;
  readonly settings: SettingsReading;
  readonly ledgers: readonly LedgerFound[];
  /** Visible sheets that are no ledger, and why. */
  readonly others: readonly { readonly sheet: string; readonly unread: UnreadSheet }[];
  /** Sheets where two headers could be meant: asked, never guessed. */
  readonly twoHeaders: readonly { readonly sheet: string; readonly candidates: readonly LedgerConnection[] }[];
}

/** Looks the workbook over: ledgers remembered from before first, new ones found by their headers. Two requests. */
export async function lookOver(): Promise<HostResult<Connecting>> {
  const looked = await talkToExcel(surveyWorkbook);
  return looked.ok ? { ok: true, value: connecting(looked.value) } : looked;
}

/** The same from a survey already made. */
export function connecting(survey: Survey): Connecting {
  const xml = survey.parts.get('settings');
  const settings = readSettings(xml === undefined ? undefined : partData(xml));
  const kept = settings.kind === 'read' ? settings.settings.ledgers : [];
  // A sheet is one ledger, however often damaged settings name it.
  const known = [
    ...new Map([...kept].reverse().map((connection) => [connection.sheet, connection])).values(),
  ].reverse();
  const heads = survey.sheets.map(({ head }) => head);
  const remembered = known.flatMap((connection): LedgerFound[] => {
    const head = heads.find(({ name }) => name === connection.sheet);
    return head === undefined
      ? []
      : [{ connection, doubts: [], remembered: true, check: verifyConnection(head, connection) }];
  });
  const rest = heads.filter(({ name }) => !known.some(({ sheet }) => sheet === name));
  const detected = detectLedgers({ name: survey.name, date1904: survey.date1904, sheets: rest, customXml: new Map() });
  return {
    survey,
    settings,
    ledgers: [
      ...remembered,
      ...detected.flatMap((result): LedgerFound[] =>
        result.kind === 'ledger'
          ? [{ connection: result.connection, doubts: result.doubts, remembered: false, check: { kind: 'same' } }]
          : [],
      ),
    ],
    others: detected.flatMap((result) =>
      result.kind === 'noHeader' ? [{ sheet: result.sheet, unread: result.unread }] : [],
    ),
    twoHeaders: detected.flatMap((result) =>
      result.kind === 'twoHeaders' ? [{ sheet: result.sheet, candidates: result.candidates }] : [],
    ),
  };
}

/** The settings in force: those of the workbook, else new ones. */
export const settingsInForce = (reading: SettingsReading): WorkbookSettings =>
  reading.kind === 'read' ? reading.settings : NEW_SETTINGS;

/** Keeps settings (connections, scheme, office) in the workbook. */
export function planSettings(survey: Survey, settings: WorkbookSettings): Plan {
  return {
    action: 'connect',
    asOf: null,
    expectations: [],
    changes: [
      {
        kind: 'setPart',
        namespace: OWN_PARTS.settings,
        before: survey.parts.get('settings') ?? null,
        after: partXml('settings', settings),
      },
    ],
  };
}
