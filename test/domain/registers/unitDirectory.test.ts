import { createUnitDirectory } from '../../../src/domain/registers/unitDirectory';
import { unitOf } from './directoryUnit';

const directory = createUnitDirectory([
  unitOf('发改委', ['发改局', '县发改委']),
  unitOf('教育局', ['教体局']),
  unitOf('体育局', ['教体局']),
  unitOf('各街道', [], ['东街街道', '西街街道']),
]);

test('自己的名称、别名、两家共用的别名、集合名称、没有的名称', () => {
  expect(directory.resolve('发改委')).toEqual({ kind: 'unit', unit: '发改委' });
  expect(directory.resolve(' 发改 局')).toEqual({ kind: 'alias', unit: '发改委' });
  expect(directory.resolve('教体局')).toEqual({ kind: 'ambiguous', units: ['教育局', '体育局'] });
  expect(directory.resolve('各街道')).toEqual({ kind: 'collective', members: ['东街街道', '西街街道'] });
  expect(directory.resolve('各有关单位')).toEqual({ kind: 'openCollective' });
  expect(directory.resolve('档案馆')).toEqual({ kind: 'unknown' });
});

test('没有单位名录：什么都不算认识，也不算不认识', () => {
  const none = createUnitDirectory(null);
  expect(none.present).toBe(false);
  expect(none.resolve('教育局')).toEqual({ kind: 'unknown' });
  expect(none.nearest('教育局')).toEqual([]);
});

test('最相近的单位：同一简称在先，再看包含和错字', () => {
  expect(directory.nearest('某某市发展和改革委员会')).toEqual(['发改委']);
  expect(directory.nearest('教育剧')).toEqual(['教育局']);
  expect(directory.nearest('气象台')).toEqual([]);
});
