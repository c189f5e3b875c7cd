import { lookOver, settingsInForce } from '../../../src/app/reading/connectLedger';
import { layoutOf, planLayout } from '../../../src/app/letters/letterLayout';
import { checkOffice, OFFICE_FIELDS } from '../../../src/app/office/officeFields';
import { officeInForce, officeOf, planOffice } from '../../../src/app/office/officeSettings';
import { NEW_SETTINGS } from '../../../src/app/office/workbookSettings';
import { ELECTRONIC_PAGE, STANDARD_FONTS, STANDARD_LAYOUT } from '../../../src/documents/page';
import { DEFAULT_OFFICE, officeSchema, OPEN_NAME } from '../../../src/domain/notices/office';
import { office } from '../../domain/notices/builders';
import { deskWith, openSample, type Sample } from '../../hostDesk';
import { reviewAt, write } from '../desk';

describe('发文机关没有设过', () => {
  test.each<[Sample, string, string]>([
    ['city', '河阳市人民政府', '市政府办公室'],
    ['district', '清江区人民政府', '区政府办公室'],
    ['bureau', '河阳市交通运输局', '局办公室'],
  ])('样本 %s 按表头上方写的机关', async (sample, issuingBody, generalOffice) => {
    const desk = openSample(sample);
    expect(officeInForce(NEW_SETTINGS, await reviewAt('2026-10-31'))).toMatchObject({
      from: 'title',
      office: { issuingBody, generalOffice },
    });
    desk.close();
  });

  test('台账也没写的，留空线手填，不冒别的机关的名', async () => {
    const desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位', '办结时限'],
      [1, '道路', '交通局', '2026-3-1'],
    ]);
    expect(officeInForce(NEW_SETTINGS, await reviewAt('2026-10-31'))).toEqual({
      office: DEFAULT_OFFICE,
      from: 'unknown',
    });
    expect(DEFAULT_OFFICE.issuingBody).toBe(OPEN_NAME);
    desk.close();
  });
});

test('设过的存进文件，读回来一样；设过的优先于表头上方写的；没改的不存', async () => {
  const desk = openSample('city');
  const own = { ...office, issuingBody: '河阳县人民政府', generalOffice: '办公室', replyDays: 5 };
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  await write(planOffice(looked.value.survey, settingsInForce(looked.value.settings), own));
  const again = await lookOver();
  if (!again.ok) throw new Error(again.refusal.sentence);
  const settings = settingsInForce(again.value.settings);
  expect(officeInForce(settings, await reviewAt('2026-10-31'))).toEqual({ office: own, from: 'settings' });
  expect(Object.keys(settings.office)).not.toContain('receipt');

  await write(planLayout(again.value.survey, settings, { ...STANDARD_FONTS, body: '仿宋', title: ' ' }, 'electronic'));
  const last = await lookOver();
  if (!last.ok) throw new Error(last.refusal.sentence);
  const kept = settingsInForce(last.value.settings);
  expect(layoutOf(kept)).toEqual({ page: ELECTRONIC_PAGE, fonts: { ...STANDARD_FONTS, body: '仿宋' } });
  expect(officeOf(kept)).toEqual(own);
  expect(layoutOf(NEW_SETTINGS)).toEqual(STANDARD_LAYOUT);
  desk.close();
});

test('存的有一项坏了，只有那一项用默认', () => {
  const kept = { ...NEW_SETTINGS, office: { contact: '张三', numberDigits: 99 } };
  expect(officeOf(kept)).toEqual({ ...DEFAULT_OFFICE, contact: '张三' });
});

describe('填写的表单', () => {
  const problems = (typed: Partial<Record<keyof typeof office, unknown>>) => {
    const answer = checkOffice({ ...office, ...typed });
    return answer.ok ? [] : answer.problems.map(({ field, sentence }) => `${field} ${sentence}`);
  };

  test('每项设置都在表单里，填得对的收下，两头的空格去掉', () => {
    expect(OFFICE_FIELDS.map(({ field }) => field).sort()).toEqual(Object.keys(officeSchema.shape).sort());
    expect(checkOffice({ ...office, contact: ' 张三 ' })).toEqual({ ok: true, office });
    expect(problems({ replyDays: 1, numberDigits: 6 })).toEqual([]);
    expect(problems({ replyDays: 365 })).toEqual([]);
  });

  test('每项填错各有一句话', () => {
    expect(problems({ issuingBody: ' ' })).toEqual(['issuingBody 请填写发文机关，如××市人民政府。']);
    expect(problems({ issuingBody: OPEN_NAME })).toHaveLength(1);
    expect(problems({ replyDays: 0 })).toEqual(['replyDays 答复天数要填1到365的整数，不填则按方案的规定。']);
    expect(problems({ replyDays: 366 })).toHaveLength(1);
    expect(problems({ replyDays: 2.5, numberDigits: 7 })).toHaveLength(2);
    expect(problems({ contact: '长'.repeat(41) })).toEqual(['contact 联系人最多40个字。']);
    expect(problems({ phone: '1\n2' })).toEqual(['phone 联系电话要写在一行里。']);
    expect(problems({ replyUnit: 'weeks' })[0]).toContain('自然日还是工作日');
  });
});
