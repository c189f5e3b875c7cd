import { fitOnePage, widthOf } from '../../src/documents/fitPage';
import { mergeLetters } from '../../src/documents/letterFiles';
import { STANDARD_PAGE } from '../../src/documents/page';
import { paragraph } from '../../src/documents/wordml';
import { office } from '../domain/notices/builders';
import { letterOf } from './notices';

const { line } = STANDARD_PAGE;
const lines = (count: number): string =>
  Array.from({ length: count }, () => paragraph('addressee', '字', { line })).join('');
const blanks = (count: number): string =>
  Array.from({ length: count }, () => paragraph('blank', '', { line })).join('');

describe('末几行要落到下一页时收紧', () => {
  test('22 行正好一页，不动', () => {
    const body = lines(20) + blanks(2);
    expect(fitOnePage(body, STANDARD_PAGE)).toBe(body);
  });

  test('多出一行而有两个连着的空行，并作一个', () => {
    expect(fitOnePage(lines(21) + blanks(2), STANDARD_PAGE)).toBe(lines(21) + blanks(1));
  });

  test('没有空行可减，行距收到 540', () => {
    expect(fitOnePage(lines(23), STANDARD_PAGE)).toBe(lines(23).replaceAll(`w:line="${line}"`, 'w:line="540"'));
  });

  test('收到 540 也放不下的，按原样排到第二页', () => {
    const body = lines(24) + blanks(2);
    expect(fitOnePage(body, STANDARD_PAGE)).toBe(body);
  });

  test('另起一页的附件不算在内', () => {
    const body = lines(22) + paragraph('attachmentMark', '附件', { line, pageBreakBefore: true }) + lines(20);
    expect(fitOnePage(body, STANDARD_PAGE)).toBe(body);
  });
});

test('汉字占一格，数字字母占半格', () => {
  expect(widthOf('2026年')).toBe(3);
  expect(widthOf('督查')).toBe(2);
});

test('普通的催办单不用收紧', () => {
  const { body } = mergeLetters([letterOf('reminderNotice')], { office })[0]!;
  expect(body).toContain(`w:line="${line}"`);
  expect(body.match(/GwBlank/g)).toHaveLength(5);
});
