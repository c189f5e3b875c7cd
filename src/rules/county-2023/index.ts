import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { RuleSet } from '../../domain/ruleSet';
import { clauses } from './clauses';
import { ladder } from './ladder';
import { scheme } from './scheme';

export const county2023: RuleSet = {
  id: 'county-2023',
  name: '某区政务督查考核方案（2023）',
  document: { title: '2023年政务督查工作考核方案', number: null, issuedOn: null },
  inForceFrom: civilDate(2023, 1, 1) as CivilDate,
  clauses,
  ladder,
  deadlines: { extensionNeeds: 'approvalWhereColumn', byCategory: [] },
  readings: [
    { about: '条文文字', reading: '公开流传的文本文字受损，条文按原意复原，分值、项数以文本为准。' },
    { about: '施行日期', reading: '方案为 2023 年度方案，没有写施行日期，自 2023年1月1日起适用。' },
    {
      about: '三(一)：专兼职督查工作人员1人以上',
      reading: '专职、兼职都算；督查人员数为 0 才扣分，空白不扣，另作说明。',
    },
    { about: '三(二)1：6项督查事项', reading: '无工作方案、台账资料不完整对一个单位各扣一次，不按事项累加。' },
    {
      about: '三(二)2：累计3次加扣2分',
      reading: '第三次时加扣一次；未报和迟报都算一次；只看单位当月有未办结事项的月份，记在当月最后一天。',
      setting: 'everyThirdReport',
    },
    {
      about: '三(三)：未完成',
      reading: '计入的是已办结的和有效时限早于统计日期的事项；年终考评时除长期、暂缓、未交办外全部计入。',
      setting: 'annual',
    },
    { about: '三(三)：超时办结', reading: '视为完成。', setting: 'lateClosingUnfinished' },
    { about: '三(三)：还没有可计入事项的类别', reading: '不扣分。' },
    {
      about: '三(三)：一项任务都没有的单位',
      reading: '不参加计分、不排名。',
      setting: 'fullMarksWithoutMatters',
    },
    { about: '三(四)：每项加5分', reading: '同一事项多次通报表彰只加一次；登记时没有写事项的，每行算一项。' },
    {
      about: '三(七)：延期',
      reading: '台账有批准人一栏的，批准后才算延期；没有这一栏的，填了延期时限即算，并作提示。',
    },
    {
      about: '三(七)：再次下达督办通知单',
      reading:
        '首次督办通知单不扣分；已督办过、批准的延期也已到期仍未办结的，再次下达，每次扣 1 分，直至销号；上一张单的期限内不重复下达。',
    },
    { about: '督办通知单的期限', reading: '方案没有规定，单上没有写答复期限的按 3 个自然日。' },
  ],
  notModelled: [
    '三(二)2：上报内容是否合乎要求（由督查室认定后登记）。',
    '三(六)：责任领导、联络责任人的内部落实。',
    '三(八)：听汇报、看台账、实地检查的年终综合评分。',
    '四：换算成绩效管理得分的比例（文件没有给出）。',
  ],
  scheme,
  lists: [],
  cadences: [],
};
