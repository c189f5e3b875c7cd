import type { Assessment, State } from '../../src/domain/assessment';
import { addDays, daysBetween, type CivilDate } from '../../src/domain/calendar/civilDate';
import type { DateCell, DateReading, Matter, UnitMention } from '../../src/domain/matter';
import type {
  DirectoryUnit,
  MatterReference,
  NoticeEntry,
  Proceeding,
  Registers,
  ScoreEvent,
} from '../../src/domain/registers/registers';

export const day = (text: string): CivilDate => text as CivilDate;

export const dateCell = (reading: DateReading): DateCell => ({ reading, cell: null, volatile: false });
export const onDate = (text: string): DateCell =>
  dateCell({ kind: 'date', date: day(text), text: null, periodEnd: false });
export const blankDate: DateCell = dateCell({ kind: 'blank' });

export const mentions = (...units: readonly string[]): readonly UnitMention[] =>
  units.map((unit) => ({ written: unit, unit, known: true }));

export function matter(over: Partial<Matter> = {}): Matter {
  const sheet = over.sheet ?? '督查台账';
  const row = over.row ?? 4;
  return {
    key: `${sheet}:${row}`,
    sheet,
    row,
    id: String(row),
    title: `事项${row}`,
    classified: false,
    category: null,
    section: null,
    source: null,
    instructingLeader: null,
    requirement: null,
    person: null,
    phone: null,
    progress: null,
    note: null,
    leadUnits: mentions('交通局'),
    coUnits: [],
    assignedOn: onDate('2026-01-05'),
    assignmentNo: null,
    deadline: onDate('2026-10-20'),
    leaderDeadline: blankDate,
    extendedTo: blankDate,
    extensionApprover: null,
    closedOn: blankDate,
    reportedOn: blankDate,
    status: 'open',
    statusText: '',
    reminderNo: null,
    reminderOn: blankDate,
    orderNo: null,
    orderOn: blankDate,
    rows: [],
    distinct: true,
    hidden: false,
    cells: {
      title: { sheet, row, column: 2 },
      leadUnit: { sheet, row, column: 4 },
      category: { sheet, row, column: 1 },
    },
    ...over,
  };
}

/** A matter's state at a date from its own cells only: real dates and the status, nothing of the registers. */
export function assessed(one: Matter, date: CivilDate, over: Partial<Assessment> = {}): Assessment {
  const read = (cell: DateCell): CivilDate | null => (cell.reading.kind === 'date' ? cell.reading.date : null);
  const [assigned, due, closed] = [read(one.assignedOn), read(one.deadline), read(one.closedOn)];
  const closedOn = closed !== null && closed <= date ? closed : null;
  const state = ((): State => {
    if (closedOn !== null && due !== null) return closedOn <= due ? 'closedOnTime' : 'closedLate';
    if (closedOn !== null || one.status === 'closed') return 'closed';
    if (one.status === 'suspended') return 'suspended';
    if (one.status === 'notAssigned' || (assigned !== null && assigned > date)) return 'notAssigned';
    if (one.deadline.reading.kind === 'recurring') return 'recurring';
    if (due === null) return 'undetermined';
    if (due < date) return 'overdue';
    return addDays(due, -3) <= date ? 'dueSoon' : 'inProgress';
  })();
  return {
    matter: one,
    state,
    stage: 'assigned',
    returned: false,
    deadline:
      due === null
        ? { kind: 'undetermined', cell: null }
        : { kind: 'date', date: due, from: 'cell', provisional: false, cell: null },
    overdueDays: state === 'overdue' ? daysBetween(due!, date) : 0,
    closedOn,
    nextStep: null,
    repeated: false,
    ...over,
  };
}

export const noMatter: MatterReference = { ledger: null, ids: [], title: null };
export const about = (...ids: readonly string[]): MatterReference => ({ ledger: null, ids, title: null });

export function notice(over: Partial<NoticeEntry> = {}): NoticeEntry {
  return {
    cell: { sheet: '文书登记簿', row: 1, column: 1 },
    form: 'reminderNotice',
    number: null,
    date: day('2026-10-09'),
    unit: '交通局',
    matters: noMatter,
    replyDue: null,
    previous: null,
    status: 'sent',
    signedOn: null,
    repliedOn: null,
    handler: null,
    ...over,
  };
}

export function event(over: Partial<ScoreEvent> = {}): ScoreEvent {
  return {
    cell: { sheet: '加减分登记', row: 1, column: 0 },
    date: day('2026-10-09'),
    unit: '交通局',
    kind: 'meetingLate',
    matters: noMatter,
    points: null,
    basis: null,
    note: null,
    ...over,
  };
}

export function proceeding(over: Partial<Proceeding> = {}): Proceeding {
  return {
    cell: { sheet: '办理登记', row: 1, column: 0 },
    date: day('2026-10-10'),
    matters: noMatter,
    unit: null,
    kind: 'progress',
    content: '',
    newDeadline: null,
    approver: null,
    handler: null,
    ...over,
  };
}

/** A row of 单位名录 with a section and one officer. */
export function directoryUnit(name: string, over: Partial<DirectoryUnit> = {}): DirectoryUnit {
  return {
    cell: { sheet: '单位名录', row: 1, column: 0 },
    name,
    aliases: [],
    members: [],
    group: null,
    leader: null,
    section: { kind: 'named', name: '办公室' },
    officers: 1,
    assessed: true,
    ...over,
  };
}

export const noRegisters: Registers = { directory: null, notices: null, proceedings: null, events: null };
