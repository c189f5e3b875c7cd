import type { CadenceRule, ListRule } from '../../domain/lists/listRule';

/** 000 六: who is named, and who has explained himself in writing. */
export const lists: readonly ListRule[] = [
  {
    id: 'notExplained',
    name: '逾期不办也不能说明原因',
    clause: '六',
    quote: '逾期不办也不能说明原因的',
    criterion: 'notExplained',
  },
  {
    id: 'falseReport',
    name: '谎报瞒报',
    clause: '六',
    quote: '被查出谎报、瞒报情况和影响局系统评先评优考核的，督查室将及时向局党组汇报，进行全系统通报批评',
    criterion: 'falseReport',
  },
  {
    id: 'criticised',
    name: '通报批评',
    clause: '六',
    quote: '对未按时办结、办理质量差被通报批评及责令整改的责任科室（单位）予以批评、减分并进行全系统通报批评',
    criterion: 'criticised',
  },
  {
    id: 'explained',
    name: '已书面说明',
    clause: '六',
    quote: '特殊情况不能在规定时限内办结的应及时向督查室书面说明情况',
    criterion: 'explained',
  },
  {
    id: 'notReported',
    name: '本月没有报送进展',
    clause: '三(二)',
    quote: '每月或按时限要求收集、汇总、报送进展情况',
    criterion: 'notReported',
  },
];

export const cadences: readonly CadenceRule[] = [
  {
    id: 'monthlyReport',
    name: '报送进展情况',
    clause: '三(二)',
    quote: '每月或按时限要求收集、汇总、报送进展情况',
    every: 'month',
    covers: 'all',
  },
  {
    id: 'yearEnd',
    name: '年终目标管理考评',
    clause: '六',
    quote: '政务督查工作纳入局年终目标管理进行严格考评',
    every: 'year',
    covers: 'all',
  },
];
