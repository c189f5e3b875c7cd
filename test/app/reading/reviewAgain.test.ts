import { withCells } from '../../../src/app/reading/readAgain';
import { review } from '../../../src/app/reading/review';
import { reviewAgain } from '../../../src/app/reading/reviewAgain';
import { deskWith } from '../../hostDesk';
import { bookOf, expectAlike } from './reviewedAgain';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'];
const matter = (id: number, title: string): (string | number)[] => [
  id,
  title,
  '交通局',
  '2026-3-1',
  '2026-5-31',
  '办理中',
];

/** 登记簿里这么多行只写“修路”，第二件改成“修路”：接着核对的与全部重新核对的。 */
async function renamedBeside(rows: number): Promise<ReturnType<typeof reviewAgain>> {
  const desk = deskWith('督查台账', [HEADER, matter(1, '修路'), matter(2, '建桥')]);
  const register = desk.workbook.addSheet('办理登记');
  ['日期', '事项', '类型', '内容'].forEach((header, column) => register.setValue(0, column, header));
  for (let row = 1; row <= rows; row += 1) {
    ['2026-6-1', '修路', '进展', '开工'].forEach((value, column) => register.setValue(row, column, value));
  }
  const { connecting, reading, request } = await bookOf(desk, 'dengzhou-2018');
  const area = { top: 2, left: 1, bottom: 2, right: 1 };
  const cells = [{ sheet: '督查台账', area, values: [['修路']], formats: [['General']], formulas: [['修路']] }];
  const [before, read] = [review(reading, request), withCells(connecting, reading, cells)!];
  const again = reviewAgain(before, request, read);
  const whole = review(read.reading, request);
  expect(before.histories.get('督查台账!2')?.proceedings).toHaveLength(rows);
  expect(whole.histories.size).toBe(0);
  if (again !== null) expectAlike(before, again, whole);
  return again;
}

test('登记簿二百行提到的名称，改成与另一件一样：这些行都对不上了，一行一行接着改', async () => {
  const again = await renamedBeside(200);
  expect(again?.findings.filter(({ code }) => code === 'register-link')).toHaveLength(200);
});

test('再多一行，就全部重新判定', async () => {
  expect(await renamedBeside(201)).toBeNull();
});
