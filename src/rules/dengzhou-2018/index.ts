import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { RuleSet } from '../../domain/ruleSet';
import { clauses } from './clauses';
import { ladder } from './ladder';
import { scheme } from './scheme';

const issuedOn = civilDate(2018, 10, 15) as CivilDate;

export const dengzhou2018: RuleSet = {
  id: 'dengzhou-2018',
  name: '邓州市“三单”管理（2018）',
  document: {
    title: '邓州市人民政府办公室关于进一步加强全市政务监督工作的通知',
    number: '邓政办〔2018〕127号',
    issuedOn,
  },
  inForceFrom: issuedOn,
  clauses,
  ladder,
  deadlines: { extensionNeeds: 'approval', byCategory: [] },
  readings: [
    { about: '施行日期', reading: '文件没有写施行日期，自落款日期 2018年10月15日起适用。' },
    {
      about: '二：3天之内必须办结',
      reading: '自发单次日起算 3 个自然日；单上写了答复期限的，以答复期限为准。',
    },
    {
      about: '二：确需延长办理时间的，需经分管市领导同意',
      reading:
        '延期只在批准人一栏写了姓名或同意后才算数；空白、待批、不同意都不算。批准后下一步等到催办（督办）期限和延期中较晚的一天过后。',
    },
    {
      about: '二：不能按时完成任务',
      reading:
        '有效时限的次日起为逾期，逾期即可催办；催办期限过后仍未办结即可督办。单位回复不停止后续步骤，办结才停止。',
    },
    {
      about: '五：每收到一次',
      reading: '同一事项先后收到催办单、督办通知单，两次都扣分；一张单列多个事项，对一个单位只扣一次。',
    },
    {
      about: '五：参会迟到、早退、替会，缺席会议，未按时上报材料',
      reading: '文件没有写“每次”，按每登记一次扣一次。',
    },
    { about: '五：年终总分低于80分', reading: '严格低于 80.00 分才受限，80 分不受限；12 月 31 日前只作提醒。' },
    { about: '五：约谈、移交', reading: '须经市政府研究，只提出建议；约谈时没有定期限的，不建议移交。' },
    {
      about: '附件1：收件之日起X天内',
      reading: '自交办（有签收日期的自签收）次日起算第 1 天。',
      setting: 'countAssignmentDay',
    },
    { about: '自然日期限遇休息日', reading: '不顺延。', setting: 'rollWeekend' },
  ],
  notModelled: [
    '二：催办单由相关科室拟定、报政务监督室备案的内部流转。',
    '三：向分管市领导、主要领导的口头或专报汇报。',
    '四：月度分析的审阅程序（只生成分析材料）。',
    '五：对个人的问责追责。',
  ],
  scheme,
  monthlyBulletin: '五',
  lists: [],
  cadences: [],
};
