import type { CadenceRule, ListRule } from '../../domain/lists/listRule';

/** 002: 未办结 and 未反馈 are two breaches; either without a reason goes to 通报批评, harm done to 追责. */
export const lists: readonly ListRule[] = [
  {
    id: 'notClosed',
    name: '限期内未办结',
    clause: '四(二)',
    quote: '对无正当理由，限期内未办结或未反馈情况的，要通报批评',
    criterion: 'notClosed',
  },
  {
    id: 'noFeedback',
    name: '限期内未反馈',
    clause: '四(二)',
    quote: '对无正当理由，限期内未办结或未反馈情况的，要通报批评',
    criterion: 'noFeedback',
  },
  {
    id: 'noReason',
    name: '无正当理由，拟通报批评',
    clause: '四(二)',
    quote: '对无正当理由，限期内未办结或未反馈情况的，要通报批评',
    criterion: 'noReason',
  },
  {
    id: 'explained',
    name: '已书面说明',
    clause: '三(二)',
    quote: '对在规定时限内不能按时反馈落实结果的，要上报书面报告说明相关情况',
    criterion: 'explained',
  },
  {
    id: 'returned',
    name: '退回重新查报',
    clause: '三(二)',
    quote: '对不符合要求的，要退回承办单位重新查报',
    criterion: 'returned',
  },
  {
    id: 'falseReport',
    name: '弄虚作假、敷衍错报',
    clause: '三(二)',
    quote: '对逾期不报或弄虚作假、敷衍了事错报的，要追查责任',
    criterion: 'falseReport',
  },
  {
    id: 'accountable',
    name: '延误造成后果，追究责任',
    clause: '四(二)',
    quote: '对延误办理时限造成不良后果的，要追究承办领导和有关人员责任',
    criterion: 'accountable',
  },
  {
    id: 'criticised',
    name: '已通报批评',
    clause: '二(三)',
    quote: '对督办措施不力、督办任务完成不好的予以通报批评',
    criterion: 'criticised',
  },
];

export const cadences: readonly CadenceRule[] = [
  {
    id: 'midYear',
    name: '年中跟踪检查',
    clause: '二(三)',
    quote: '年中依据工作目标和责任制进行跟踪检查',
    every: 'midYear',
    covers: 'all',
  },
  {
    id: 'yearEnd',
    name: '年末逐项考核',
    clause: '二(三)',
    quote: '年末对照年初制定的工作目标和责任制逐项考核',
    every: 'year',
    covers: 'all',
  },
];
