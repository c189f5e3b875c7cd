/** Fields a ledger column may hold; the keys of `columns` in report.json. Words for each: `vocabulary.ts`. */
export const FIELDS = [
  'id',
  'title',
  'category',
  'source',
  'instructingLeader',
  'requirement',
  'leadUnit',
  'coUnits',
  'person',
  'phone',
  'assignedOn',
  'assignmentNo',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'extensionApprover',
  'closedOn',
  'status',
  'progress',
  'reportedOn',
  'reminderNo',
  'reminderOn',
  'orderNo',
  'orderOn',
  'classification',
  'note',
] as const;

export type Field = (typeof FIELDS)[number];

/** Fields whose cells are dates or limits. */
export const DATE_FIELDS: readonly Field[] = [
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'closedOn',
  'reportedOn',
  'reminderOn',
  'orderOn',
];
