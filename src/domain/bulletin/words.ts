import { letterDate } from '../notices/letterDate';
import { addDays, type CivilDate } from '../calendar/civilDate';
import type { BulletinFigures } from './figures';

/** Words of a bulletin the clerk may change before it is written; facts are not among them. */
export interface BulletinWords {
  readonly title: string;
  readonly addressees: string;
  /** The paragraph before the first heading. */
  readonly opening: string;
  /** After the facts of 总体情况, of the categories, of the units, of what is overdue; blank leaves it out. */
  readonly overall: string;
  readonly categories: string;
  readonly units: string;
  readonly overdue: string;
  /** Before the list of 提前完成 or 通报表扬; blank leaves it out. */
  readonly praise: string;
  /** Before the list of 通报批评; blank leaves it out. */
  readonly blame: string;
  /** 下步要求, one paragraph a line. */
  readonly demands: string;
  readonly copies: string;
}
export type WordSlot = keyof BulletinWords;

export const WORD_NAMES: Readonly<Record<WordSlot, string>> = {
  title: '标题',
  addressees: '主送',
  opening: '开头',
  overall: '总体情况后的话',
  categories: '各类别后的话',
  units: '各单位后的话',
  overdue: '逾期事项后的话',
  praise: '表扬前的话',
  blame: '批评前的话',
  demands: '下步要求',
  copies: '抄送',
};

/** The words a bulletin starts from. `about` names what it covers: 政务督查, 民生实事. */
export function defaultWords(figures: BulletinFigures, about: string): BulletinWords {
  const { period, overdue, early, rectifications } = figures;
  const owed = rectifications.filter(({ state }) => state === 'waiting' || state === 'late');
  const demands = [
    ...(overdue.length > 0
      ? ['对逾期未办结的事项，各责任单位要逐项查找原因，明确完成时间和责任人，抓紧办结，并书面报告办理结果。']
      : []),
    '对临近到期和正在办理的事项，要对照时限倒排进度；确需延长办理时间的，在到期前说明原因并按程序报批。',
    '各单位要按时报送办理进展，情况要真实、具体，不得以原有文字重复报送。',
    ...(owed.length > 0 ? ['被通报批评的单位要按期整改到位，并在规定时间内报送整改报告。'] : []),
  ];
  return {
    title: `关于${period.title}${about}情况的通报`,
    addressees: '各有关单位',
    opening: `现将${period.title}（截至${letterDate(period.asOf)}）${about}情况通报如下。`,
    overall: '',
    categories: '',
    units: '',
    overdue: '',
    praise: early.length > 0 ? '下列事项在规定时限前办结：' : '',
    blame: '',
    demands: demands.map((text, index) => `（${CHINESE[index] ?? index + 1}）${text}`).join('\n'),
    copies: '',
  };
}

const CHINESE = ['一', '二', '三', '四', '五', '六'];

/** The day a 整改报告 is proposed for: ten days after the bulletin. */
export const proposedLimit = (issuedOn: CivilDate): CivilDate => addDays(issuedOn, 10);
