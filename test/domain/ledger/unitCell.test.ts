import { readUnitCell } from '../../../src/domain/ledger/unitCell';
import { createUnitDirectory } from '../../../src/domain/registers/unitDirectory';
import { unitOf } from '../registers/directoryUnit';

const none = createUnitDirectory(null);
const names = (text: string, reading: 'firstLeads' | 'allLead' = 'firstLeads', directory = none) => {
  const { lead, co } = readUnitCell(text, reading, directory);
  return [lead.map((each) => each.unit).join(' '), co.map((each) => each.unit).join(' ')];
};

test.each([
  ['教育局', '教育局', ''],
  ['教育局、财政局', '教育局', '财政局'],
  ['教育局，财政局,人社局；水利局;住建局/审计局\n统计局', '教育局', '财政局 人社局 水利局 住建局 审计局 统计局'],
  ['立山经济开发区，各街道、区直各部门', '立山经济开发区', '各街道 区直各部门'],
  ['牵头单位:\n教育局\n责任单位:\n财政局\n人社局', '教育局', '财政局 人社局'],
  ['责任单位：教育局 配合单位：财政局', '教育局', '财政局'],
  ['教育局（牵头）、财政局', '教育局', '财政局'],
  ['教育局牵头，财政局、人社局配合', '教育局', '财政局 人社局'],
  ['教育局（基教科、体卫科）、财政局', '教育局', '财政局'],
  ['教育局、财政局等有关部门', '教育局', '财政局'],
  ['教 育 局', '教育局', ''],
  ['教育局 财政局', '教育局', '财政局'],
  ['教育局和财政局', '教育局', '财政局'],
  ['1.教育局\n2.财政局', '教育局', '财政局'],
  ['教育局、教育局', '教育局', ''],
  ['（教育局）', '教育局', ''],
  ['①教育局②财政局', '教育局', '财政局'],
  ['教育局及各乡镇', '教育局', '各乡镇'],
  ['', '', ''],
  ['/', '', ''],
  ['——', '', ''],
  ['无', '', ''],
  ['待定', '', ''],
  ['同上', '', ''],
  ['〃', '', ''],
])('责任单位写“%s”：%s 牵头，%s 配合', (text, lead, co) => {
  expect(names(text)).toEqual([lead, co]);
});

test('牵头单位列里的几个名字都牵头', () => {
  expect(names('教育局、财政局', 'allLead')).toEqual(['教育局 财政局', '']);
});

describe('有单位名录', () => {
  const directory = createUnitDirectory([
    unitOf('发改委', ['县发改委']),
    unitOf('各街道', [], ['东街街道', '西街街道']),
    unitOf('教育局', ['教体局']),
    unitOf('体育局', ['教体局']),
    unitOf('工信局（科技局）'),
  ]);
  test('别名换成单位自己的名称，原文留着', () => {
    expect(readUnitCell('县发改委', 'firstLeads', directory).lead).toEqual([
      { written: '县发改委', unit: '发改委', known: true },
    ]);
  });
  test('集合名称换成成员单位，都牵头', () => {
    expect(names('各街道、发改委', 'firstLeads', directory)).toEqual(['东街街道 西街街道', '发改委']);
  });
  test('两家共用的别名、没有成员的集合名称，不能计分', () => {
    expect(readUnitCell('教体局、各有关单位', 'allLead', directory).lead).toEqual([
      { written: '教体局', unit: '教体局', known: false, unscorable: 'ambiguous' },
      { written: '各有关单位', unit: '各有关单位', known: false, unscorable: 'collective' },
    ]);
  });
  test('名录里名称带括号的单位，括号不当注解去掉', () => {
    expect(names('工信局（科技局）', 'firstLeads', directory)).toEqual(['工信局（科技局）', '']);
  });
});
