import type { CivilDate } from '../calendar/civilDate';
import { titleOf } from '../bulletin/figures';
import { letterDate } from '../notices/letterDate';
import { NOTICE_FORMS, NOTICE_STATUSES, PROCEEDING_KINDS } from '../registers/registers';
import { atOnce } from '../portions';
import { reportable } from './listReports';
import { assignedWords, deadlineWords, standingWords, type ReportedMatter } from './matterList';
import type { ReportColumn, ReportPage } from './reportSheet';

export const RECORD_COLUMNS: readonly ReportColumn[] = [
  { head: '日期', width: 13, align: 'center' },
  { head: '类型', width: 14, align: 'center' },
  { head: '内容', width: 50 },
  { head: '经办', width: 12, align: 'center' },
];

/** 一件一档: a page for each matter with its row and everything on record of it, by date. */
export const matterPages = (matters: readonly ReportedMatter[], asOf: CivilDate): readonly ReportPage[] =>
  atOnce(reportable(matters)).map((one) => matterPage(one, asOf));

function matterPage({ assessment, history }: ReportedMatter, asOf: CivilDate): ReportPage {
  const { matter } = assessment;
  const units = (mentions: typeof matter.leadUnits): string => mentions.map(({ unit }) => unit).join('、');
  const original = matter.deadline.reading.kind === 'date' ? matter.deadline.reading.date : null;
  const now = deadlineWords(assessment);
  const fields: readonly (readonly [string, string | null])[] = [
    ['督查事项', titleOf(matter)],
    ['类别', matter.category],
    ['来源', matter.source],
    ['批示领导', matter.instructingLeader],
    ['工作要求', matter.requirement],
    ['责任单位', units(matter.leadUnits)],
    ['配合单位', units(matter.coUnits)],
    ['责任人', [matter.person, matter.phone].filter((text) => text !== null).join('　')],
    ['交办日期', assignedWords(assessment)],
    ['办结时限', original !== null && original !== now ? `${now}（原时限${original}）` : now],
    ['目前状态', standingWords(assessment)],
    ['进展情况', matter.progress],
    ['备注', matter.note],
  ];
  return {
    title: `督查事项档案${matter.id === null ? '' : `（${matter.id}号）`}`,
    under: `截至${letterDate(asOf)}`,
    fields: fields.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const])),
    rows: recordRows({ assessment, history }, asOf),
  };
}

function recordRows({ history }: ReportedMatter, asOf: CivilDate): readonly (readonly string[])[] {
  const letters = history.notices
    .filter(({ date }) => date <= asOf)
    .map(({ date, form, number, status, unit, replyDue, signedOn, repliedOn, handler }) => ({
      date,
      row: [
        date,
        NOTICE_FORMS[form],
        [
          number ?? '',
          `主送${unit}`,
          ...(status === 'sent' ? [] : [NOTICE_STATUSES[status]]),
          ...(replyDue === null ? [] : [`答复期限${replyDue}`]),
          ...(signedOn === null || signedOn > asOf ? [] : [`${signedOn}签收`]),
          ...(repliedOn === null || repliedOn > asOf ? [] : [`${repliedOn}回复`]),
        ]
          .filter((text) => text !== '')
          .join('，'),
        handler ?? '',
      ],
    }));
  const proceedings = history.proceedings
    .filter(({ date }) => date <= asOf)
    .map(({ date, kind, content, newDeadline, approver, handler }) => ({
      date,
      row: [
        date,
        PROCEEDING_KINDS[kind],
        [
          content,
          ...(newDeadline === null ? [] : [`新时限${newDeadline}`]),
          ...(approver === null ? [] : [`批准人${approver}`]),
        ]
          .filter((text) => text !== '')
          .join('，'),
        handler ?? '',
      ],
    }));
  const all = [...letters, ...proceedings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return all.length > 0 ? all.map(({ row }) => row) : [['', '', '没有登记', '']];
}
