import { parseCivilDate } from './calendar/civilDate';
import { columnLetters } from './cell';
import type { Finding, FindingCode } from './finding';
import { FIELD_NAMES } from './ledger/fieldNames';
import type { Field } from './ledger/fields';
import {
  ISSUED_DIFFERENCES,
  NOT_SCORED_SENTENCES,
  REGISTER_ROW_SENTENCES,
  RULE_SET_ROW_SENTENCES,
} from './registerSentences';

/** A finding's facts as words. */
export interface Words {
  /** One fact as text; lists joined by 、; `''` where it is not given. */
  readonly of: (fact: string) => string;
  /** One fact as a date in words. */
  readonly date: (fact: string) => string;
  /** The fact, or `''` where there is none, between `before` and `after`. */
  readonly around: (before: string, fact: string, after: string) => string;
  /** Name of the field the fact `field` names. */
  readonly field: string;
  readonly has: (fact: string) => boolean;
}

type Sentence = (words: Words, finding: Finding) => string;

const LINK_PROBLEMS: Readonly<Record<string, Sentence>> = {
  notFound: (w) => `台账里找不到${w.around('编号“', 'id', '”的')}事项，这一行没有算到任何事项上，请核对编号和事项名称`,
  several: (w) => `${w.around('编号“', 'id', '”')}对应的事项不止一个，请把事项名称（或台账名称）也填上`,
  titleDiffers: (w) => `编号“${w.of('id')}”在台账里是另一个事项名称，这一行没有算上，请核对编号或事项名称`,
  noLedger: (w) => `“台账”一栏写的“${w.of('ledger')}”不是已连接的台账，请核对工作表名称`,
};

const SENTENCES: Readonly<Record<FindingCode, Sentence>> = {
  'missing-title': () => '督查事项没有填，请补上事项名称',
  'missing-lead-unit': (w) =>
    w.of('column') === 'none'
      ? '这张台账没有责任单位列，催办、计分都找不到对象；请增加“责任单位”列，或在连接台账时指定'
      : '没有填责任单位，催办、计分都找不到对象，请补上',
  'missing-deadline': (w) =>
    w.of('column') === 'none'
      ? '这张台账没有时限列，不能判断是否逾期；请增加“办结时限”列，或在连接台账时指定'
      : '没有填时限，不能判断是否逾期，请补上',
  'missing-assignment': () => '没有填交办日期，请补上',
  'unreadable-date': (w) => `${w.field}写的“${w.of('text')}”读不成日期，请改成像2026-3-31这样的日期`,
  'ambiguous-date': (w) => `${w.field}写的${w.of('text')}，可能是1月，也可能是10月末尾的0没有显示，请改成完整日期`,
  'deadline-before-assignment': (w) => `时限${w.date('date')}早于交办日期${w.date('assigned')}，请核对`,
  'closed-before-assignment': (w) => `办结日期${w.date('date')}早于交办日期${w.date('assigned')}，请核对`,
  'closing-in-future': (w) => `办结日期${w.date('date')}还没有到，请核对`,
  'closed-without-date': () => '状态是办结，但没有办结日期，看不出是否按期，请补上日期',
  'date-without-closed-status': (w) =>
    `填了办结日期，办理状态却${w.has('status') ? `是“${w.of('status')}”` : '是空白'}，请核对哪一个对`,
  'duplicate-id': (w) => `序号“${w.of('id')}”与第${w.of('first')}行重复，请改成不重复的序号`,
  'missing-id': () => '没有填序号，登记簿对应不上这个事项，请补上',
  'duplicate-matter': (w) => `与第${w.of('first')}行的事项名称、责任单位都相同，请核对是不是重复登记`,
  'indistinct-rows': (w) =>
    `与第${w.of('rows')}行的序号、事项、责任单位和交办日期分不开，不会往这些行里写任何内容；请给它们不同的序号`,
  'unknown-unit': (w) =>
    `“${namesIn(w)}”不在单位名录里${w.around('，名录里相近的有：', 'nearest', '')}；请改正单位名称，或在单位名录里补上`,
  'unit-alias': (w) => `“${w.of('written')}”是别名，单位名录里叫“${w.of('units')}”，可以改成统一的名称`,
  'ambiguous-alias': (w) =>
    `“${namesIn(w)}”可能是${w.of('units') || w.of('candidates') || '几个单位'}中的任何一个，没有给任何单位计分，请写明是哪一个`,
  'collective-unit': (w) =>
    w.has('members')
      ? `“${namesIn(w)}”按单位名录算作：${w.of('members')}`
      : `“${namesIn(w)}”是集合名称，单位名录里没有写它的成员单位，没有给任何单位计分；请在“成员单位”里列出来`,
  'unknown-status': (w) => `办理状态“${w.of('status')}”不认识，按未办结处理；请改用已办结、正在办理、暂缓办理等说法`,
  'unknown-category': (w) =>
    w.of('column') === 'none'
      ? `这张台账没有类别列，事项不参加任务完成计分；请增加“类别”列，填${w.of('known')}`
      : w.has('category')
        ? `类别“${w.of('category')}”不在计分方案的类别里，不参加任务完成计分${w.around('；方案的类别有：', 'known', '')}`
        : `没有填类别，不参加任务完成计分${w.around('；方案的类别有：', 'known', '')}`,
  'extension-unapproved': (w) =>
    w.of('counted') === 'yes'
      ? '延期没有看到批准，台账也没有批准人一栏，先按延期后的时限计算；请补上批准人，没有批准的请删去'
      : `延期没有看到批准${w.around('（批准一栏写的是“', 'approver', '”）')}，仍按原时限计算；批准后请填上批准人`,
  'extension-late': (w) => `${w.date('applied')}申请延期时，时限${w.date('deadline')}已经过了，请核对`,
  'reminder-without-assignment': (w) =>
    `催办单${w.of('number')}之前没有交办单的记录，请补登交办单，或在台账里填上交办单编号`,
  'order-without-reminder': (w) => `督办通知单${w.of('number')}之前没有催办单的记录，请核对是否漏登`,
  'notice-unregistered': (w) =>
    `台账里填了${w.of('form')}编号${w.of('numbers')}，文书登记簿里没有这一份；登记后才会计入阶段和计分`,
  'notice-number-duplicate': (w) => `${w.of('form')}编号${w.of('number')}与第${w.of('first')}行重复，请核对`,
  'notice-number-gap': (w) => `${w.of('form')}缺${w.of('missing')}，请核对是否漏登；作废的也要登记`,
  'notice-previous-missing': (w) =>
    `给${w.of('unit')}的${w.of('form')}${w.of('number')}要引用${w.of('previous')}的编号，登记簿和台账里都没有，文书里先空着，请补填`,
  'stale-progress': (w) =>
    w.of('reason') === 'sameWords'
      ? `这次进展与${w.date('since')}的一字不差，请核实是否有新进展`
      : `${w.date('since')}以后一个多月没有新的进展，请催报`,
  classified: () => '标有密级。涉密事项不得录入本台账，请按保密规定处理；这个事项的名称不会出现在任何文书和报表里',
  'text-date': (w) => `${w.field}“${w.of('text')}”是文字，按${w.date('date')}计算；可以改成真正的日期`,
  'stray-space': (w) => `${w.field}里有多余的空格，可以去掉`,
  'full-width': (w) => `${w.field}里有全角的数字或字母，可以改成半角`,
  'formula-error': (w) => `${w.field}的公式出错，显示${w.of('text')}，请修好公式`,
  'volatile-formula': (w) => `${w.field}的公式随打开的日期自己变化，不能作为依据，请改成固定的内容`,
  'hidden-row': (w) => `有${w.of('count')}行事项被隐藏或筛选掉了，照样核对、统计`,
  'calendar-unknown': (w) =>
    `时限${w.date('date')}用到了还没有放假安排的年份，暂按周末推算；放假通知公布后请填“节假日”表`,
  'register-link': (w, finding) =>
    LINK_PROBLEMS[w.of('problem')]?.(w, finding) ?? '对应不上台账里的事项，请核对编号和事项名称',
  'register-row': (w) => {
    const say = REGISTER_ROW_SENTENCES[w.of('problem')];
    return say === undefined ? `“${w.of('column')}”读不出，这一行没有算，请核对` : say(w.of('column'), w.of('text'));
  },
  'register-contradiction': (w) =>
    `${w.of('what')}台账写${w.date('ledger')}，登记（${w.of('registerCell')}）写${w.date('register')}，按较晚的算，请核对`,
  'ruleset-row': (w) => {
    const say = RULE_SET_ROW_SENTENCES[w.of('reason')];
    return say === undefined ? '计分方案的这一行读不出，改正之前不计分' : say(w);
  },
  'ruleset-not-in-force': (w) =>
    `《${w.of('ruleSet')}》${w.date('inForceFrom')}起才施行，用它计算${w.date('asOf')}的分数只供参考`,
  'event-not-scored': (w) => {
    const say = NOT_SCORED_SENTENCES[w.of('reason')];
    return say === undefined ? `${w.of('unit')}的${w.of('kind')}没有计分，请核对` : say(w);
  },
  'month-issued-differs': (w) =>
    `${(ISSUED_DIFFERENCES[w.of('kind')] ?? (() => '与印发的考核计分不同'))(w)}；印发的数字保留，要改写须重新生成`,
  'ambiguous-column': (w) =>
    w.has('readAs')
      ? `“${w.of('header')}”这一列按${FIELD_NAMES[w.of('readAs') as Field]}读；不对的话请在连接台账里改`
      : `“${w.of('header')}”这一列可能是${fieldsIn(w, 'candidates', '，也可能是')}，没有猜；请在连接台账里指定`,
  'sheet-not-read': (w) =>
    w.of('part') === 'table'
      ? '这里另有一张列不同的表，没有读取；请把它放到单独的工作表里'
      : w.has('register')
        ? `这张表像登记用的表，名称不是“${w.of('register')}”，没有读取；要用的请改成这个名称，或把各行并入“${w.of('register')}”`
        : `这张表像台账，但表头里认不出${fieldsIn(w, 'missing', '、')}，整张表没有读取；请把表头改成常用的列名`,
};

const namesIn = (w: Words): string => w.of('written') || w.of('unit') || w.of('alias');

const fieldsIn = (w: Words, fact: string, between: string): string =>
  w
    .of(fact)
    .split('、')
    .map((field) => FIELD_NAMES[field as Field] ?? field)
    .join(between);

function wordsOf({ facts }: Finding): Words {
  const of = (fact: string): string => {
    const value = facts[fact];
    return value === undefined ? '' : Array.isArray(value) ? value.join('、') : String(value);
  };
  const date = (fact: string): string => {
    const written = of(fact);
    const [year, month, day] = written.split('-').map(Number);
    return parseCivilDate(written) === null ? written : `${year}年${month}月${day}日`;
  };
  return {
    of,
    date,
    around: (before, fact, after) => (of(fact) === '' ? '' : `${before}${of(fact)}${after}`),
    field: FIELD_NAMES[of('field') as Field] ?? '这一格',
    has: (fact) => of(fact) !== '',
  };
}

/** What a finding means and what to do about it, in one Chinese sentence that begins with the place. */
export function findingSentence(finding: Finding): string {
  const { row, column } = finding.cell;
  return `第${row + 1}行${columnLetters(column)}列：${findingWithoutPlace(finding)}`;
}

/** The same without its place, where the cell is plain or does not exist yet. */
export const findingWithoutPlace = (finding: Finding): string =>
  `${SENTENCES[finding.code](wordsOf(finding), finding)}。`;
