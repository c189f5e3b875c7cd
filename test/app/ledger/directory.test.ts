import { planDirectory, proposedUnits, type DirectoryDecision } from '../../../src/app/ledger/directory';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AT, done, reviewed } from '../reviewing';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '办结时限'],
  [1, '道路修缮', '市发展和改革委员会', '2026-9-30'],
  [2, '管网改造', '市发展和改革委员会', '2026-9-30'],
  [3, '河道清淤', '市发改委', '2026-9-30'],
  [4, '环境整治', '各街道', '2026-9-30'],
  [5, '校园安全', '市教育局', '2026-9-30'],
] as const;
const unit = (name: string, aliases: string[] = [], members: string[] = []): DirectoryDecision => ({
  kind: 'unit',
  name,
  aliases,
  members,
});

describe('第一份单位名录', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
  });
  afterEach(() => desk.close());

  test('从台账里的单位提出，简称作为可能的别名，由经办人定', async () => {
    const { first, units } = proposedUnits(await reviewed());
    expect(first).toBe(true);
    expect(units.map(({ name, aliases, collective }) => [name, aliases.map((each) => each.name), collective])).toEqual([
      ['市发展和改革委员会', ['市发改委'], false],
      ['各街道', [], true],
      ['市教育局', [], false],
    ]);
  });

  test('按经办人的决定建表，再读时别名、成员单位都对得上', async () => {
    const { plan, refusals } = planDirectory(await reviewed(), [
      unit('市发展和改革委员会', ['市发改委']),
      unit('各街道', [], ['东街街道', '西街街道']),
      unit('东街街道'),
      unit('西街街道'),
      unit('市教育局', [' ']),
    ]);
    expect(refusals).toEqual([]);
    done(await applyPlan(plan, AT));
    const sheet = desk.workbook.sheets.find(({ name }) => name === '单位名录')!;
    expect(Array.from({ length: 8 }, (_, column) => sheet.value(0, column))).toEqual([
      '单位',
      '别名',
      '成员单位',
      '类别',
      '分管领导',
      '承担科室',
      '督查人员数',
      '参加考核',
    ]);
    const of = await reviewed();
    expect(of.matters.map(({ leadUnits }) => leadUnits.map((each) => each.unit).join('、'))).toEqual([
      '市发展和改革委员会',
      '市发展和改革委员会',
      '市发展和改革委员会',
      '东街街道、西街街道',
      '市教育局',
    ]);
    expect(of.findings.filter(({ code }) => code === 'unknown-unit')).toEqual([]);
    expect(proposedUnits(of)).toEqual({ first: false, units: [] });
  });

  test('统称没有成员单位、名称空、同一别名给了两个单位：那一处不写，说明', async () => {
    const { plan, refusals } = planDirectory(await reviewed(), [
      unit('各街道'),
      unit(' '),
      unit('市教育局', ['教育局']),
      unit('市教体局', ['教育局']),
      unit('甲、乙'),
      { kind: 'alias', unit: '不在的单位', aliases: ['别名'] },
    ]);
    expect(refusals.map(({ code, name }) => `${code} ${name}`.trim())).toEqual([
      'membersMissing 各街道',
      'blankName',
      'takenByOther 教育局',
      'separatorInName 甲、乙',
      'noSuchUnit 不在的单位',
    ]);
    expect(refusals.every(({ sentence }) => sentence.endsWith('。'))).toBe(true);
    done(await applyPlan(plan, AT));
    expect((await reviewed()).registers.directory!.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['市教育局', ['教育局']],
      ['市教体局', []],
    ]);
  });
});

describe('已有单位名录', () => {
  let desk: HostDesk;
  beforeEach(() => {
    desk = deskWith('台账', LEDGER);
    const sheet = desk.workbook.addSheet('单位名录');
    [
      ['类别', '单位', '别名'],
      ['部门', '市发展和改革委员会', '发改'],
    ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  });
  afterEach(() => desk.close());

  test('只提名录里没有的，并指出可能是谁的别名', async () => {
    const { first, units } = proposedUnits(await reviewed());
    expect(first).toBe(false);
    expect(units.map(({ name, mayBe }) => [name, mayBe])).toEqual([
      ['市发改委', '市发展和改革委员会'],
      ['各街道', null],
      ['市教育局', null],
    ]);
  });

  test('别名接在原有别名后面，新单位加在末尾；撤销后是原样', async () => {
    const before = contentOf(desk.workbook);
    const { plan } = planDirectory(await reviewed(), [
      { kind: 'alias', unit: '市发展和改革委员会', aliases: ['市发改委'] },
      unit('市教育局'),
    ]);
    const result = done(await applyPlan(plan, AT));
    expect((await reviewed()).registers.directory!.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['市发展和改革委员会', ['发改', '市发改委']],
      ['市教育局', []],
    ]);
    await takeBack(result.entry!);
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('没有“别名”列的名录，别名加一列，不丢', async () => {
    const sheet = desk.workbook.sheets.find(({ name }) => name === '单位名录')!;
    sheet.setValue(0, 2, null);
    sheet.setValue(1, 2, null);
    const { plan } = planDirectory(await reviewed(), [
      { kind: 'alias', unit: '市发展和改革委员会', aliases: ['市发改委'] },
      unit('各街道', [], ['东街街道']),
    ]);
    done(await applyPlan(plan, AT));
    expect((await reviewed()).registers.directory!.map(({ aliases, members }) => [aliases, members])).toEqual([
      [['市发改委'], []],
      [[], ['东街街道']],
    ]);
  });
});

test('样本的名录已齐全，没有要补的统称以外的单位', async () => {
  const desk = openSample('city');
  const { units } = proposedUnits(await reviewed());
  expect(units.every(({ count }) => count > 0)).toBe(true);
  expect(units.length).toBeLessThan(10);
  desk.close();
});

test('建名录时每次请求各出一次错：要么如前，要么写完', () =>
  survivesFaults(
    () => deskWith('台账', LEDGER),
    async () => planDirectory(await reviewed(), [unit('市教育局', ['教育局'])]).plan,
  ));
