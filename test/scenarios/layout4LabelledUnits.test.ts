import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式四：责任单位一格里分几段写。 */
const scenario = {
  rows: [
    ['序号', '任务内容', '责任单位', '时限要求'],
    [1, '编制规划', '牵头单位:\n自然资源局\n责任单位:\n发改委\n住建局', '15个工作日'],
    [2, '整治占道', '牵头单位：城管局\n配合单位：公安局、各街道', '3日内'],
    [3, '经济普查', '统计局（牵头）、各有关单位', '每季度'],
    [4, '春耕备耕', '立山经济开发区，各街道、区直各部门', '4月中旬'],
    [5, '安全检查', '应急局牵头，公安局、消防大队配合', '二〇二六年三月五日前'],
  ],
};

test('版式四：牵头、责任、配合分得开', () => {
  expect(lines(readScenario(scenario).reading.matters)).toEqual([
    '1 | 编制规划 | 自然资源局 | 发改委、住建局 | 15个工作日 | blank',
    '2 | 整治占道 | 城管局 | 公安局、各街道 | 3个自然日 | blank',
    '3 | 经济普查 | 统计局 | 各有关单位 | 长期：每季度 | blank',
    '4 | 春耕备耕 | 立山经济开发区 | 各街道、区直各部门 | 2026-04-20 | blank',
    '5 | 安全检查 | 应急局 | 公安局、消防大队 | 2026-03-05 | blank',
  ]);
});

test('版式四：集合名称没有成员单位，不能计分', () => {
  const { reading } = readScenario(scenario);
  const open = reading.matters.flatMap(({ coUnits }) =>
    coUnits.filter(({ unscorable }) => unscorable === 'collective'),
  );
  expect(open.map(({ written }) => written)).toEqual(['各街道', '各有关单位', '各街道', '区直各部门']);
});

test('版式四：没有一个格子悄悄丢掉', () => {
  expect(silentCells(readScenario(scenario))).toEqual([]);
});
