import type { BulletinContent } from '../../src/documents/bulletin';
import { day } from '../domain/notices/builders';

const units = ['交通局', '水利局', '教育局', '住房和城乡建设局', '城关镇人民政府'];

const scores = {
  columns: [
    { head: '名次', part: 2, align: 'center' },
    { head: '单位', part: 8, align: 'left' },
    { head: '本月加减分', part: 4, align: 'right' },
    { head: '累计得分', part: 4, align: 'right' },
    { head: '备注', part: 6, align: 'left' },
  ],
  rows: units.map((unit, index) => [String(index + 1), unit, `-0.${index}`, `98.${9 - index}`, '']),
} as const;

const common = {
  title: '河阳市人民政府办公室关于2026年10月份政府重点工作督查情况的通报',
  addressees: '各乡镇人民政府、街道办事处，市政府各部门',
  issuedOn: day('2026-11-02'),
  blocks: [
    { kind: 'heading1', text: '一、总体情况' },
    {
      kind: 'text',
      text: '截至2026年10月31日，列入督查台账的事项共171件，已办结120件，占70.2%；正在办理36件，临期5件，逾期10件。市政府政务监督室本月发出催办单12份、督办通知单4份，约谈0家。',
    },
    { kind: 'heading1', text: '二、各单位加减分情况' },
    { kind: 'heading2', text: '（一）计分情况' },
    { kind: 'text', text: '本月各单位加减分如下表：' },
    { kind: 'table', ...scores },
    { kind: 'heading2', text: '（二）逾期事项' },
    { kind: 'text', text: '1.城区雨污分流改造工程（12号），交通局牵头，时限10月20日，逾期11天。' },
  ],
  attachments: [
    { title: '2026年10月份各单位加减分情况表', table: scores },
    { title: '逾期事项清单', table: scores },
  ],
  copies: '市委办公室，市人大常委会办公室，市政协办公室。',
} as const;

export const briefBulletin: BulletinContent = {
  ...common,
  kind: 'brief',
  name: '政务督查',
  issue: 10,
  editor: '河阳市人民政府办公室',
};

export const documentBulletin: BulletinContent = {
  ...common,
  kind: 'document',
  mark: '河阳市人民政府办公室文件',
  number: '河政办〔2026〕52号',
  signature: '河阳市人民政府办公室',
  sealed: true,
  printer: '河阳市人民政府办公室',
  printedOn: day('2026-11-02'),
};
