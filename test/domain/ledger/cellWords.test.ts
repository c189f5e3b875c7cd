import { isClassifiedGrade, isMarkedNote, isMarkedTitle } from '../../../src/domain/ledger/classified';
import {
  chapterLevel,
  isFooterText,
  isTotalsText,
  numbersColumns,
  sectionName,
} from '../../../src/domain/ledger/rowKinds';
import { combineStatus, statusMeaning } from '../../../src/domain/ledger/statusWords';
import { tidyText } from '../../../src/domain/ledger/tidyText';
import { yearIn } from '../../../src/domain/ledger/titleYear';
import { isVolatileFormula } from '../../../src/domain/ledger/volatileFormula';

describe('办理状态', () => {
  test.each([
    ['已办结', 'closed'],
    ['办结', 'closed'],
    ['已完成', 'closed'],
    ['完成', 'closed'],
    ['销号', 'closed'],
    ['已销号', 'closed'],
    ['按时办结', 'closed'],
    ['超时办结', 'closed'],
    [' 已 办结。', 'closed'],
    ['未办结', 'open'],
    ['基本完成', 'open'],
    ['已提交', 'open'],
    ['报结待审', 'open'],
    ['正在办理', 'open'],
    ['超时未结', 'open'],
    ['未达到序时进度', 'open'],
    ['欠进度', 'open'],
    ['挂起', 'suspended'],
    ['暂缓办理', 'suspended'],
    ['未交办', 'notAssigned'],
    ['退回重报', 'returned'],
    ['', 'blank'],
    ['——', 'blank'],
    ['已办结，但资料未交', 'unknown'],
    ['是', 'unknown'],
  ])('“%s”是%s', (text, meaning) => {
    expect(statusMeaning(text, '办理状态')).toBe(meaning);
  });
  test('是、否只在是否办结、是否挂起下有意思', () => {
    expect(statusMeaning('是', '是否办结')).toBe('closed');
    expect(statusMeaning('√', '办理/是否办结')).toBe('closed');
    expect(statusMeaning('否', '是否办结')).toBe('open');
    expect(statusMeaning('是', '是否挂起')).toBe('suspended');
    expect(statusMeaning('否', '是否挂起')).toBe('blank');
  });
  test('几列状态：退回重于挂起，挂起重于办结', () => {
    expect(combineStatus(['closed', 'returned'])).toBe('returned');
    expect(combineStatus(['closed', 'suspended'])).toBe('suspended');
    expect(combineStatus(['blank', 'open'])).toBe('open');
    expect(combineStatus([])).toBe('blank');
  });
});

describe('涉密', () => {
  test.each([
    ['秘密', true],
    ['机密★10年', true],
    ['涉密', true],
    ['是', true],
    ['', false],
    ['非密', false],
    ['无', false],
    ['公开', false],
    ['否', false],
    ['/', false],
  ])('密级写“%s”：%s', (text, classified) => expect(isClassifiedGrade(text)).toBe(classified));
  test.each([
    ['【机密】某工程', true],
    ['某工程（秘密级）', true],
    ['秘密★1年 某工程', true],
    ['涉密事项：某工程', true],
    ['某工程 绝密', true],
    ['涉密人员培训', false],
    ['保护企业商业秘密专项行动', false],
    ['保守国家秘密', false],
    ['加密设备采购', false],
  ])('事项“%s”：%s', (title, classified) => expect(isMarkedTitle(title)).toBe(classified));
  test.each([
    ['涉密，不公开', true],
    ['本件为机密件', true],
    ['非涉密', false],
    ['不涉密', false],
    ['涉及商业秘密', false],
    ['按期办结', false],
  ])('备注“%s”：%s', (note, classified) => expect(isMarkedNote(note)).toBe(classified));
});

describe('合计、表尾、章节', () => {
  test.each(['合计', '小 计', '总计：', '合计（12项）', '合计12'])('“%s”是合计', (text) =>
    expect(isTotalsText(text)).toBe(true),
  );
  test.each(['合计办理费用核算', '总计划编制', '小计量表更换', '修路'])('“%s”不是合计', (text) =>
    expect(isTotalsText(text)).toBe(false),
  );
  test.each(['填表人：某某', '审核人:', '备注：逾期的说明原因', '注：1.本表', '注1.本表', '联系电话：1', '填报日期：'])(
    '“%s”是表尾',
    (text) => expect(isFooterText(text)).toBe(true),
  );
  test.each(['备注', '注重实效', '说明会筹备', '审核人员培训', '联系群众活动'])('“%s”不是表尾', (text) =>
    expect(isFooterText(text)).toBe(false),
  );
  test.each([
    ['一、政府工作报告（171项）', '政府工作报告', 1],
    ['一、政府工作报告任务（20分，共2项）', '政府工作报告任务', 1],
    ['（二）为民实事', '为民实事', 2],
    ['三、“一老一小”工程（试点）', '“一老一小”工程（试点）', 1],
    ['第三部分 领导批示件：', '领导批示件', 1],
    ['重点工作', '重点工作', 0],
    ['二、“十四五”规划', '“十四五”规划', 1],
  ])('章节“%s”叫“%s”', (text, name, level) => {
    expect(sectionName(text)).toBe(name);
    expect(chapterLevel(text)).toBe(level);
  });
  test('列号行', () => {
    expect(numbersColumns([1, 2, 3, 4])).toBe(true);
    expect(numbersColumns(['(1)', '（2）', '(3)', ''])).toBe(true);
    expect(numbersColumns([1, '修路', '交通局'])).toBe(false);
    expect(numbersColumns([1, 2])).toBe(false);
  });
});

test.each([
  ['2026年重点工作台账', 2026],
  ['二〇二六年度督查台账', 2026],
  ['２０２６年台账', 2026],
  ['2025年至2026年台账', null],
  ['第2026号', null],
  ['重点工作台账', null],
])('“%s”的年份是%s', (text, year) => expect(yearIn(text)).toBe(year));

test('公式里有没有会自己变的函数', () => {
  expect(isVolatileFormula('=IF(H5<today(),"逾期","")')).toBe(true);
  expect(isVolatileFormula('=OFFSET(A1,1,1)')).toBe(true);
  expect(isVolatileFormula('=A1+B1')).toBe(false);
  expect(isVolatileFormula('="见TODAY()的说明"')).toBe(false);
  expect(isVolatileFormula('=MYTODAY()')).toBe(false);
});

test.each<[string, 'short' | 'prose' | 'units', string | null]>([
  ['教 育 局', 'units', '教育局'],
  ['教育局 财政局', 'units', '教育局、财政局'],
  ['教育局\n财政局', 'units', null],
  ['牵头单位：教育局', 'units', null],
  ['１２', 'short', '12'],
  ['　修路 ', 'prose', '修路'],
  ['修 路', 'prose', null],
  ['A 座改造', 'short', null],
  ['   ', 'short', null],
])('“%s”整理成%s', (text, kind, after) => expect(tidyText(text, kind)?.after ?? null).toBe(after));
