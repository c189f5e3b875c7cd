import type { Scheme } from '../../domain/scoring/scheme';

/** 000 六 says who gains and who loses, not how much: nothing is scored until the office has given the amounts. */
export const scheme: Scheme = {
  rules: [
    {
      kind: 'base',
      id: 'base',
      clause: '六',
      quote: '政务督查工作纳入局年终目标管理进行严格考评',
      points: 0,
    },
    {
      kind: 'perEvent',
      id: 'commendedMatter',
      clause: '六',
      quote: '对办理及时、办理质量高并获得市委、市政府主要领导和省厅表彰及肯定批示的责任科室（单位）予以表扬、加分',
      on: 'commendedMatter',
      points: 0,
      dedupeByMatter: true,
    },
    {
      kind: 'perEvent',
      id: 'criticism',
      clause: '六',
      quote: '对未按时办结、办理质量差被通报批评及责令整改的责任科室（单位）予以批评、减分并进行全系统通报批评',
      on: 'criticism',
      points: 0,
      dedupeByMatter: false,
    },
    {
      kind: 'manual',
      id: 'manual',
      clause: '六',
      quote: '政务督查工作纳入局年终目标管理进行严格考评',
      on: 'manual',
    },
  ],
  blocks: [
    { name: '基础分', rules: ['base'] },
    { name: '表彰加分', rules: ['commendedMatter'] },
    { name: '通报批评', rules: ['criticism'] },
    { name: '其他加减分', rules: ['manual'] },
  ],
  amountsMissing: [
    { rule: 'base', question: '年初基础分是多少分？' },
    { rule: 'commendedMatter', question: '办理及时、质量高并受到表彰或肯定批示的，每项加多少分？' },
    { rule: 'criticism', question: '未按时办结、质量差被通报批评的，每次减多少分？' },
  ],
};
