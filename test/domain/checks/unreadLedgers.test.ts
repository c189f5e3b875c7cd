import { unreadLedgers } from '../../../src/domain/checks/ledgerShape';
import { findingSentence } from '../../../src/domain/findingSentence';
import { detectLedger } from '../../../src/domain/ledger/detectHeader';
import { sheetOf } from '../sheetOf';

const saidOf = (header: readonly string[], name = '民生实事') => {
  const found = detectLedger(sheetOf([header], { name }));
  return unreadLedgers(found.kind === 'noHeader' ? [found] : []).map((finding) => findingSentence(finding));
};

test('有责任单位和时限、没有事项列的表：说整张表没有读取', () => {
  expect(saidOf(['序号', '责任单位', '时限', '某某'])).toEqual([
    '第1行A列：这张表像台账，但表头里认不出督查事项，整张表没有读取；请把表头改成常用的列名。',
  ]);
});

test('认得的列不到三个的表不是台账：不说', () => {
  expect(saidOf(['序号', '单位'])).toEqual([]);
  expect(saidOf(['姓名', '电话', '职务'])).toEqual([]);
});

test('登记簿的名称多了几个字：说名称不对，没有读取', () => {
  expect(saidOf(['日期', '单位', '类型', '事项编号', '依据'], '2026年加减分登记')).toEqual([
    '第1行A列：这张表像登记用的表，名称不是“加减分登记”，没有读取；要用的请改成这个名称，或把各行并入“加减分登记”。',
  ]);
  expect(saidOf(['日期', '单位', '类型', '事项编号', '依据'], '加减分登记')).toEqual([]);
});

test('空表：不说', () => {
  expect(saidOf([])).toEqual([]);
});

test('认得的台账：不说', () => {
  expect(saidOf(['序号', '督查事项', '责任单位', '时限'])).toEqual([]);
});
