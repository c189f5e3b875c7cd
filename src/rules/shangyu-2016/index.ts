import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { RuleSet } from '../../domain/ruleSet';
import { clauses } from './clauses';
import { ladder } from './ladder';
import { cadences, lists } from './lists';

export const shangyu2016: RuleSet = {
  id: 'shangyu-2016',
  name: '上虞区重点目标任务督查（2016）',
  document: {
    title: '绍兴市上虞区人民政府办公室关于做好2016年区政府重点目标任务督查工作的通知',
    number: '虞政办发〔2016〕36号',
    issuedOn: civilDate(2016, 3, 2) as CivilDate,
  },
  inForceFrom: civilDate(2016, 1, 1) as CivilDate,
  clauses,
  ladder,
  deadlines: { extensionNeeds: 'reasonReported', byCategory: [] },
  readings: [
    { about: '施行日期', reading: '2016年3月2日印发，管 2016 年全年的目标任务，自 2016年1月1日起适用。' },
    {
      about: '一(五)：进度不理想',
      reading:
        '台账的进展或状态、办理登记最近一次进展写有滞后、落后、缓慢、欠进度、未达到序时进度、进度不理想、低于序时（计划）进度的，下发督查通知书，不论是否到期；已经催办的，催办期限满了仍滞后才下发。',
    },
    {
      about: '二(一)：未办结也未说明原因',
      reading: '逾期且办理登记里没有说明、也没有延期申请的发催办；有说明在案的不催办。',
    },
    {
      about: '二(一)：确需延长办理时限的，及时报告原因',
      reading: '报告了原因即算延期，不需批准：办理登记的延期写了内容或另有说明的，台账填了延期时限的，都算已报告。',
    },
    {
      about: '一(一)至一(四)：督查频次',
      reading:
        '政府工作报告半年一次，民生实事每月督查、每季公示，重点项目每季，会议事项按会议规定期限；难度较大的加密，由人指定。',
    },
    { about: '二(二)：提前完成', reading: '办结日期早于有效时限的，列为通报表扬的候选，由人选定。' },
    { about: '三(三)：规定时间内报告整改', reading: '通报批评后按所定日期跟踪整改报告；没有定日期的只提示。' },
  ],
  notModelled: [
    '一(二)：《上虞日报》等媒体公示（只提供清单）。',
    '二(二)：情节严重、落实不力的认定。',
    '三(三)：按规定扣分的分值（文件没有给出），不计分。',
    '三(三)：失职渎职、违纪违法情形的调查追责。',
    '计划进度与实际进度的数字只用来列名单，不据以下发督查通知书（下发看文字说明，由人定）。',
  ],
  scheme: null,
  lists,
  cadences,
};
