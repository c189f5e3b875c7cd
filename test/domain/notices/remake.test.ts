import { draftNotices } from '../../../src/domain/notices/draft';
import { entryOf } from '../../../src/domain/notices/registerRow';
import { isLetterEntry, letterName, remakeNotice } from '../../../src/domain/notices/remake';
import { LETTER_FORMS } from '../../../src/domain/notices/notice';
import { addDays } from '../../../src/domain/calendar/civilDate';
import { at, day, dengzhou, entry, matter, office } from './builders';

const cell = { sheet: '文书登记簿', row: 5, column: 0 };
const assigned = entry({ number: '〔2026〕3号' });
const reminded = entry({ form: 'reminderNotice', number: '〔2026〕40号', date: day('2026-10-24') });

describe('补打：凭登记簿的一行和台账再做一份', () => {
  test.each(['reminderNotice', 'supervisionOrder'] as const)('%s与当初拟的一字不差', (form) => {
    const several = ['12', '13'].map((id, index) =>
      at('2026-10-31', {
        matter: matter({ id, row: 4 + index, key: `督查台账:${4 + index}`, title: `工程${id}` }),
        notices: form === 'supervisionOrder' ? [assigned, reminded] : [assigned],
        assessment: { nextStep: form },
      }),
    );
    const request = { ruleSet: dengzhou, office } as const;
    const [notice] = draftNotices({
      ...request,
      form,
      matters: several,
      register: [assigned, reminded],
      issuedOn: day('2026-10-31'),
      grouping: 'perUnit',
      status: 'sent',
    }).notices;
    const onRecord = entryOf(notice!, '', cell);
    if (!isLetterEntry(onRecord)) throw new Error('no letter');
    expect(remakeNotice({ ...request, entry: onRecord, unit: '交通局', matters: several })).toEqual(notice);
  });

  test('登记簿里改过答复期限的，印的天数跟着改', () => {
    const one = at('2026-10-31', { notices: [assigned], assessment: { nextStep: 'reminderNotice' } });
    const row = entry({
      form: 'reminderNotice',
      date: day('2026-10-31'),
      replyDue: addDays(day('2026-10-31'), 5),
    });
    if (!isLetterEntry(row)) throw new Error('no letter');
    const { fields } = remakeNotice({ entry: row, unit: '交通局', matters: [one], ruleSet: dengzhou, office });
    expect(fields.replyDays).toBe('5');
    expect(fields.replyDue).toBe('2026年11月5日');
  });

  test('约谈、移交和没有编号的不能补打', () => {
    expect(LETTER_FORMS.every((form) => isLetterEntry(entry({ form })))).toBe(true);
    expect(isLetterEntry(entry({ form: 'interview' }))).toBe(false);
    expect(isLetterEntry(entry({ number: null }))).toBe(false);
    expect(letterName(entry({ form: 'interview', number: null }))).toBe('约谈（交通局）');
  });
});
