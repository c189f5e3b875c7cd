import type { Assessment, MatterHistory } from '../../../src/domain/assessment';
import { addDays, daysBetween } from '../../../src/domain/calendar/civilDate';
import type { CivilDate } from '../../../src/domain/calendar/civilDate';
import type { DateCell, DateReading, Matter } from '../../../src/domain/matter';
import type { NoticeEntry, Proceeding } from '../../../src/domain/registers/registers';
import type { LadderStep, RuleSet } from '../../../src/domain/ruleSet';
import type { MatterAtDate } from '../../../src/domain/notices/fields';
import { DEFAULT_OFFICE } from '../../../src/domain/notices/office';
import type { Office } from '../../../src/domain/notices/office';

export const day = (text: string): CivilDate => text as CivilDate;

export const dateCell = (reading: DateReading): DateCell => ({ reading, cell: null, volatile: false });
export const onDate = (text: string): DateCell =>
  dateCell({ kind: 'date', date: day(text), text: null, periodEnd: false });
export const blank: DateCell = dateCell({ kind: 'blank' });

export const office: Office = {
  ...DEFAULT_OFFICE,
  issuingBody: '河阳市人民政府',
  generalOffice: '市政府办公室',
  section: '综合科',
  contact: '张三',
  phone: '0377-60000000',
  handler: '张三',
};

export function matter(over: Partial<Matter> = {}): Matter {
  const row = over.row ?? 4;
  return {
    key: `督查台账:${row}`,
    sheet: '督查台账',
    row,
    id: '12',
    title: '城区雨污分流改造工程',
    classified: false,
    category: '政府工作报告',
    section: null,
    source: '《2026年政府工作报告》',
    instructingLeader: null,
    requirement: '完成主管网铺设',
    person: '李四',
    phone: null,
    progress: null,
    note: null,
    leadUnits: [{ written: '交通局', unit: '交通局', known: true }],
    coUnits: [],
    assignedOn: onDate('2026-09-30'),
    assignmentNo: null,
    deadline: onDate('2026-10-20'),
    leaderDeadline: blank,
    extendedTo: blank,
    extensionApprover: null,
    closedOn: blank,
    reportedOn: blank,
    status: 'open',
    statusText: '',
    reminderNo: null,
    reminderOn: blank,
    orderNo: null,
    orderOn: blank,
    rows: [],
    distinct: true,
    hidden: false,
    cells: {},
    ...over,
  };
}

export const leads = (...units: readonly string[]): Matter['leadUnits'] =>
  units.map((unit) => ({ written: unit, unit, known: true }));

export function entry(over: Partial<NoticeEntry> = {}): NoticeEntry {
  return {
    cell: { sheet: '文书登记簿', row: 1, column: 0 },
    form: 'assignmentNotice',
    number: '〔2026〕3号',
    date: day('2026-09-30'),
    unit: '交通局',
    matters: { ledger: null, ids: ['12'], title: null },
    replyDue: null,
    previous: null,
    status: 'sent',
    signedOn: null,
    repliedOn: null,
    handler: null,
    ...over,
  };
}

export function proceeding(over: Partial<Proceeding>): Proceeding {
  return {
    cell: { sheet: '办理登记', row: 1, column: 0 },
    date: day('2026-10-10'),
    matters: { ledger: null, ids: ['12'], title: null },
    unit: null,
    kind: 'explanation',
    content: '',
    newDeadline: null,
    approver: null,
    handler: null,
    ...over,
  };
}

/** The matter at a date: overdue of a date deadline is worked out, the rest is given. */
export function at(
  asOf: string,
  over: {
    readonly matter?: Matter;
    readonly notices?: readonly NoticeEntry[];
    readonly proceedings?: readonly Proceeding[];
    readonly assessment?: Partial<Assessment>;
  } = {},
): MatterAtDate {
  const one = over.matter ?? matter();
  const history: MatterHistory = { matter: one, notices: over.notices ?? [], proceedings: over.proceedings ?? [] };
  const reading = one.deadline.reading;
  const due =
    reading.kind === 'date'
      ? reading.date
      : reading.kind === 'days' && one.assignedOn.reading.kind === 'date'
        ? addDays(one.assignedOn.reading.date, reading.days)
        : null;
  const overdueDays = due !== null && due < day(asOf) ? daysBetween(due, day(asOf)) : 0;
  const assessment: Assessment = {
    matter: one,
    state: overdueDays > 0 ? 'overdue' : due === null ? 'undetermined' : 'inProgress',
    stage: 'assigned',
    returned: false,
    deadline:
      due === null
        ? { kind: 'undetermined', cell: null }
        : { kind: 'date', date: due, from: reading.kind === 'days' ? 'days' : 'cell', provisional: false, cell: null },
    overdueDays,
    closedOn: null,
    nextStep: null,
    repeated: false,
    ...over.assessment,
  };
  return { assessment, history };
}

const step = (over: Partial<LadderStep> & Pick<LadderStep, 'step' | 'when' | 'at'>): LadderStep => ({
  clause: '二',
  proposalOnly: false,
  repeatable: false,
  ...over,
});

function ruleSet(id: RuleSet['id'], steps: readonly LadderStep[]): RuleSet {
  return {
    id,
    name: id,
    document: { title: '', number: null, issuedOn: null },
    inForceFrom: day('2018-10-15'),
    clauses: {},
    readings: [],
    notModelled: [],
    ladder: { steps, replyDays: 3 },
    deadlines: { extensionNeeds: 'approval', byCategory: [] },
    scheme: null,
    lists: [],
    cadences: [],
  };
}

/** 003 二、五. */
export const dengzhou = ruleSet('dengzhou-2018', [
  step({ step: 'reminderNotice', when: 'overdue', at: ['assigned'] }),
  step({ step: 'supervisionOrder', when: 'afterLimitOfStage', at: ['reminded'] }),
  step({ step: 'interview', when: 'afterLimitOfStage', at: ['ordered'], proposalOnly: true }),
]);
/** 001: no 催办. */
export const county = ruleSet('county-2023', [
  step({ step: 'supervisionOrder', when: 'overdue', at: ['assigned'] }),
  step({ step: 'supervisionOrder', when: 'overdueAfterExtension', at: ['ordered'], repeatable: true }),
]);
/** 000 四(三): before the deadline by urgency. */
export const bureau = ruleSet('bureau-2019', [
  step({ step: 'reminderNotice', when: 'byUrgency', at: ['assigned'], repeatable: true }),
]);
/** 004 一(五), 二(一). */
export const shangyu = ruleSet('shangyu-2016', [
  step({ step: 'reminderNotice', when: 'overdueWithoutExplanation', at: ['assigned'] }),
  step({ step: 'supervisionLetter', when: 'progressBehind', at: ['assigned', 'reminded'] }),
]);
