import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { RuleSet } from '../../domain/ruleSet';
import { clauses } from './clauses';
import { ladder } from './ladder';
import { cadences, lists } from './lists';

const issuedOn = civilDate(2010, 3, 30) as CivilDate;

export const liangshan2010: RuleSet = {
  id: 'liangshan-2010',
  name: '凉山州政务督查意见（2010）',
  document: {
    title: '凉山州人民政府办公室关于进一步加强和改进政务督查工作的意见',
    number: '凉府办发〔2010〕7号',
    issuedOn,
  },
  inForceFrom: issuedOn,
  clauses,
  ladder,
  deadlines: {
    extensionNeeds: 'reasonReported',
    byCategory: [
      { category: '批示', days: 15, unit: 'working', clause: '四(二)' },
      { category: '领导交办', days: 15, unit: 'working', clause: '四(二)' },
    ],
  },
  readings: [
    {
      about: '四(二)：15个工作日',
      reading:
        '类别（没有类别的看所在分节和来源）写有批示或领导交办、时限空白的，自收到（有签收日期的）或交办次日起 15 个工作日；时限栏写了的以所写为准。',
      setting: 'countAssignmentDay',
    },
    { about: '四(二)：紧急、特殊事项', reading: '类别或来源写有急件、特急的，不套用 15 个工作日；时限空白的须补填。' },
    {
      about: '四(二)：需延长办理时限的，要及时报告原因',
      reading: '报告了原因即算延期，不需批准：办理登记的延期写了内容或另有说明的，台账填了延期时限的，都算已报告。',
    },
    {
      about: '四(二)：未办结，未反馈',
      reading: '是两种情形，分别列出：时限已过没有办结；时限已过没有进展、说明、报结等任何反馈。',
    },
    {
      about: '四(二)：无正当理由',
      reading: '办理登记里没有说明、也没有延期申请，即没有理由在案；理由是否正当由人认定。',
    },
    { about: '三(二)：催办', reading: '逾期且无说明在案的催办一次；已有说明在案的不催办。' },
    { about: '三(二)：退回重新查报', reading: '退回取消此前的办结，原时限不变，退回时另定时限的从其规定。' },
  ],
  notModelled: [
    '二(三)：表彰奖励、通报批评没有分值，不计分；年中检查、年末考核由人组织，只提供清单。',
    '四(一)：决策督查的立项审定和联合督查。',
    '四(二)：造成不良后果的认定和责任追究。',
    '四(四)：督查调研。',
  ],
  scheme: null,
  lists,
  cadences,
};
