import fc from 'fast-check';
import { parseCivilDate } from '../../../src/domain/calendar/civilDate';
import { detectLedger } from '../../../src/domain/ledger/detectHeader';
import { readLedger } from '../../../src/domain/ledger/readLedger';
import { proposeDirectory } from '../../../src/domain/registers/proposeDirectory';
import { unitStem } from '../../../src/domain/registers/unitNames';
import { sheetOf } from '../sheetOf';

function propose(...units: readonly string[]) {
  const sheet = sheetOf([['督查事项', '牵头单位'], ...units.map((unit, index) => [`事项${index}`, unit])]);
  const found = detectLedger(sheet);
  if (found.kind !== 'ledger') throw new Error('not a ledger');
  const asOf = parseCivilDate('2026-10-31')!;
  return proposeDirectory(readLedger(sheet, found.connection, { directory: null, asOf, date1904: false }).matters);
}

test('发改局、发改委、县发改委、市发展和改革委员会：建议作一个单位，常用的作名称', () => {
  const proposed = propose('发改委', '发改委', '发改局', '县发改委', '某某市发展和改革委员会', '教育局');
  expect(proposed.map(({ name, count }) => [name, count])).toEqual([
    ['发改委', 2],
    ['教育局', 1],
  ]);
  expect(proposed[0]!.aliases.map(({ name }) => name)).toEqual(['发改局', '县发改委', '某某市发展和改革委员会']);
  for (const { reason } of proposed[0]!.aliases) expect(reason).toContain('发改');
});

test('教育局和教体局、体育局不当成一个', () => {
  expect(propose('教育局', '教体局', '体育局').map(({ aliases }) => aliases.length)).toEqual([0, 0, 0]);
});

test('各街道是集合名称，等着填成员单位', () => {
  expect(propose('各街道', '东街街道').map(({ name, collective }) => [name, collective])).toEqual(
    expect.arrayContaining([
      ['各街道', true],
      ['东街街道', false],
    ]),
  );
});

test.each([
  ['市人力资源和社会保障局', '人社局'],
  ['区住房和城乡建设局', '住建局'],
  ['县市场监督管理局', '市监局'],
  ['工业和信息化局', '县工信局'],
  ['交通运输局', '市交通局'],
  ['卫生健康委员会', '卫健委'],
  ['市场监管局', '市场监督管理局'],
])('%s 和 %s 是同一家的写法', (full, short) => {
  expect(unitStem(full)).toBe(unitStem(short));
});

test.each([
  ['教育局', '财政局'],
  ['水利局', '水务局'],
  ['县委办公室', '县政府办公室'],
  ['市政府办公室', '市委办公室'],
])('%s 和 %s 不是', (one, other) => {
  expect(unitStem(one)).not.toBe(unitStem(other));
});

test('不论名称写成什么，都归到一个单位下，一个不漏', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[市县区发改委教育局办]{2,8}$/), { minLength: 1, maxLength: 8 }),
      (names) => {
        const all = propose(...names).flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
        expect(new Set(all).size).toBe(all.length);
      },
    ),
  );
});
