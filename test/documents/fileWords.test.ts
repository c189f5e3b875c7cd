import { fileWords } from '../../src/documents/fileWords';

test('文件名里没有系统不收的字，也没有看不见的字', () => {
  expect(fileWords('市交通局')).toBe('市交通局');
  expect(fileWords('..\\..\\交通局/一科:*?"<>|')).toBe('交通局 一科');
  expect(fileWords('交通\u202E局\u200B\u0007\uFFFE\uD800')).toBe('交通局');
  expect(fileWords(' \t\n')).toBe('');
});
