import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { RuleSet } from '../../domain/ruleSet';
import { clauses } from './clauses';
import { ladder } from './ladder';
import { cadences, lists } from './lists';
import { scheme } from './scheme';

export const bureau2019: RuleSet = {
  id: 'bureau-2019',
  name: '某局政务督查工作制度（2019）',
  document: { title: '某某局政务督查工作制度', number: null, issuedOn: null },
  inForceFrom: civilDate(2019, 1, 1) as CivilDate,
  clauses,
  ladder,
  deadlines: { extensionNeeds: 'approvalWhereColumn', byCategory: [] },
  readings: [
    {
      about: '四(三)：以领导要求时间为准',
      reading: '领导要求时限一栏有日期的，以它为准，早于或晚于台账时限都一样；批准的延期在它之后另算。',
    },
    {
      about: '四(三)：在办结时限内督促和催办，必要时签发催办单',
      reading: '时限内是否催办看轻重缓急，由人决定，不自动提出。',
    },
    {
      about: '六：逾期不办也不能说明原因',
      reading:
        '逾期且办理登记里没有说明、也没有延期申请的，列入通报批评名单；有书面说明的不列。名单是建议，由局党组决定。',
    },
    { about: '六：加分、减分', reading: '文件没有写分值，先问清分值再计分。' },
    {
      about: '延期',
      reading: '制度没有写延期由谁批准：台账有批准人一栏的，批准后才算；没有这一栏的，填了即算，并作提示。',
    },
    { about: '五(五)：保密', reading: '标注涉密、秘密、机密、绝密的事项不进入任何文书，名称不在本行以外出现。' },
  ],
  notModelled: [
    '三(一)、附件：督查通知单、督查催办单的格式（公开文本没有附件，提供可改的模板）。',
    '四(四)：分管领导、主要领导的签字确认。',
    '六：办理质量、谎报瞒报的认定，问责和组织处理。',
    '五(四)：首长负责制的内部分工。',
  ],
  scheme,
  lists,
  cadences,
};
