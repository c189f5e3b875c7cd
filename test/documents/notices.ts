import { draftNotices } from '../../src/domain/notices/draft';
import type { Notice } from '../../src/domain/notices/notice';
import type { Matter } from '../../src/domain/matter';
import type { NoticeEntry } from '../../src/domain/registers/registers';
import { at, day, dengzhou, entry, matter, office } from '../domain/notices/builders';

const assigned = entry({ number: '〔2026〕3号', date: day('2026-09-30') });
const reminded = entry({ form: 'reminderNotice', number: '〔2026〕40号', date: day('2026-10-24'), unit: '交通局' });

/** A letter of each of 003's forms about one matter, as the add-in drafts it. */
export function letterOf(
  form: 'assignmentNotice' | 'reminderNotice' | 'supervisionOrder',
  over: Partial<Matter> = {},
  notices: readonly NoticeEntry[] = form === 'assignmentNotice' ? [] : [assigned, reminded],
): Notice {
  const nextStep = form === 'assignmentNotice' ? null : form;
  const issuedOn = form === 'assignmentNotice' ? '2026-09-30' : '2026-10-31';
  const one = at(issuedOn, { matter: matter(over), notices, assessment: { nextStep } });
  const { notices: drafted, refusals } = draftNotices({
    form,
    matters: [one],
    ruleSet: dengzhou,
    register: [],
    issuedOn: day(issuedOn),
    office,
    grouping: 'perMatter',
    status: 'sent',
  });
  const [notice] = drafted;
  if (notice === undefined) throw new Error(`refused: ${JSON.stringify(refusals)}`);
  return notice;
}

/** One 催办单 for the unit with all those matters in its attached table. */
export function groupedReminder(titles: readonly string[]): Notice {
  const matters = titles.map((title, index) =>
    at('2026-10-31', {
      matter: matter({ title, row: index + 4, key: `督查台账:${index + 4}`, id: String(index + 1) }),
      notices: [assigned],
      assessment: { nextStep: 'reminderNotice' },
    }),
  );
  const { notices } = draftNotices({
    form: 'reminderNotice',
    matters,
    ruleSet: dengzhou,
    register: [],
    issuedOn: day('2026-10-31'),
    office,
    grouping: 'perUnit',
    status: 'sent',
  });
  return notices[0] as Notice;
}
