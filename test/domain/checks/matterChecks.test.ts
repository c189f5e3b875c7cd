import type { FindingCode } from '../../../src/domain/finding';
import { findingSentence } from '../../../src/domain/findingSentence';
import { cellsOf, checked, type Rows } from './checked';

const HEADER = ['序号', '督查事项', '责任单位', '交办日期', '完成时限', '办结日期', '办理状态'];
const ledger = (...rows: Rows) => checked({ ledger: [HEADER, ...rows] });
const sound = [1, '修路', '交通局', '2026-3-1', '2026-12-31', '', '正在办理'] as const;

const changed = (changes: Readonly<Record<number, string | number>>): Rows[number] =>
  sound.map((value, index) => changes[index] ?? value);

test('一行填得好好的：只说文字日期可以改成真日期', () => {
  expect(new Set(ledger(sound).map(({ code }) => code))).toEqual(new Set(['text-date']));
});

describe('空着的格子', () => {
  test.each<[string, number, FindingCode, string]>([
    ['督查事项', 1, 'missing-title', 'B2'],
    ['责任单位', 2, 'missing-lead-unit', 'C2'],
    ['交办日期', 3, 'missing-assignment', 'D2'],
    ['完成时限', 4, 'missing-deadline', 'E2'],
    ['序号', 0, 'missing-id', 'A2'],
  ])('%s没有填', (_, column, code, cell) => {
    expect(cellsOf(ledger(changed({ [column]: '' })), code)).toEqual([cell]);
    expect(cellsOf(ledger(sound), code)).toEqual([]);
  });
  test('责任单位写同上、待定：不知是谁，按没有填说', () => {
    expect(
      cellsOf(ledger(sound, changed({ 0: 2, 2: '同上' }), changed({ 0: 3, 2: '待定' })), 'missing-lead-unit'),
    ).toEqual(['C3', 'C4']);
  });
  test('台账没有这一列：不逐行说', () => {
    const findings = checked({
      ledger: [
        ['督查事项', '责任单位', '完成时限'],
        ['修路', '交通局', '2026-12-31'],
      ],
    });
    expect(findings.map(({ code }) => code)).toEqual(['text-date']);
  });
  test('没有时限列：在表头说一次', () => {
    const findings = checked({
      ledger: [
        ['序号', '督查事项', '责任单位'],
        [1, '甲', '教育局'],
        [2, '乙', '教育局'],
      ],
    });
    expect(cellsOf(findings, 'missing-deadline')).toEqual(['B1']);
  });
  test('没有责任单位列：在表头说一次', () => {
    const ledgerOf = (header: string) =>
      checked({
        ledger: [
          ['序号', '督查事项', header, '完成时限'],
          [1, '甲', '教育局', '2026-12-31'],
        ],
      });
    expect(cellsOf(ledgerOf('联系人'), 'missing-lead-unit')).toEqual(['B1']);
    expect(cellsOf(ledgerOf('责任单位'), 'missing-lead-unit')).toEqual([]);
  });
  test('格子里是公式错误：说公式错误，不再说没有填', () => {
    const findings = ledger(changed({ 2: '#REF!' }));
    expect(cellsOf(findings, 'formula-error')).toEqual(['C2']);
    expect(cellsOf(findings, 'missing-lead-unit')).toEqual([]);
  });
  test('还没交办的事项不催交办日期', () => {
    expect(cellsOf(ledger(changed({ 3: '', 6: '未交办' })), 'missing-assignment')).toEqual([]);
  });
});

describe('日期先后', () => {
  test('时限早于交办：前一天说，当天不说', () => {
    expect(cellsOf(ledger(changed({ 4: '2026-2-28' })), 'deadline-before-assignment')).toEqual(['E2']);
    expect(cellsOf(ledger(changed({ 4: '2026-3-1' })), 'deadline-before-assignment')).toEqual([]);
    expect(cellsOf(ledger(changed({ 3: '' })), 'deadline-before-assignment')).toEqual([]);
  });
  test('办结早于交办：前一天说，当天不说', () => {
    expect(cellsOf(ledger(changed({ 5: '2026-2-28' })), 'closed-before-assignment')).toEqual(['F2']);
    expect(cellsOf(ledger(changed({ 5: '2026-3-1' })), 'closed-before-assignment')).toEqual([]);
  });
  test('办结日期在今天之后：明天说，今天不说', () => {
    expect(cellsOf(ledger(changed({ 5: '2026-11-1' })), 'closing-in-future')).toEqual(['F2']);
    expect(cellsOf(ledger(changed({ 5: '2026-10-31' })), 'closing-in-future')).toEqual([]);
  });
});

describe('办结日期和状态', () => {
  test('写了已办结没有日期', () => {
    expect(cellsOf(ledger(changed({ 6: '已办结' })), 'closed-without-date')).toEqual(['F2']);
    expect(cellsOf(ledger(changed({ 6: '已办结', 5: '2026-9-1' })), 'closed-without-date')).toEqual([]);
  });
  test('办理登记里有办结的日期，就不再说', () => {
    const findings = checked({
      ledger: [HEADER, changed({ 6: '已办结' })],
      registers: {
        办理登记: [
          ['日期', '事项编号', '类型'],
          ['2026-9-1', 1, '办结'],
        ],
      },
    });
    expect(cellsOf(findings, 'closed-without-date')).toEqual([]);
  });
  test('有日期，状态却是正在办理或空白', () => {
    expect(cellsOf(ledger(changed({ 5: '2026-9-1' })), 'date-without-closed-status')).toEqual(['G2']);
    expect(cellsOf(ledger(changed({ 5: '2026-9-1', 6: '' })), 'date-without-closed-status')).toEqual(['G2']);
    expect(cellsOf(ledger(changed({ 5: '2026-9-1', 6: '办结' })), 'date-without-closed-status')).toEqual([]);
  });
  test('状态说法不认识；空白不说', () => {
    expect(cellsOf(ledger(changed({ 6: '快了' })), 'unknown-status')).toEqual(['G2']);
    expect(cellsOf(ledger(changed({ 6: '' })), 'unknown-status')).toEqual([]);
  });
});

describe('重复', () => {
  test('序号重复：后一行说前一行', () => {
    const findings = ledger(sound, changed({ 1: '修桥' }));
    expect(cellsOf(findings, 'duplicate-id')).toEqual(['A3']);
    expect(cellsOf(findings, 'indistinct-rows')).toEqual([]);
  });
  test('事项、单位都相同：序号不同也说；单位不同不说', () => {
    expect(cellsOf(ledger(sound, changed({ 0: 2, 1: '修 路' })), 'duplicate-matter')).toEqual(['B3']);
    expect(cellsOf(ledger(sound, changed({ 0: 2, 2: '水利局' })), 'duplicate-matter')).toEqual([]);
  });
  test('序号、事项、单位、交办日期都相同：两行都分不清', () => {
    expect(cellsOf(ledger(sound, sound), 'indistinct-rows')).toEqual(['B2', 'B3']);
  });
});

describe('单位名称', () => {
  const named = (unit: string, co = '') =>
    checked({
      ledger: [
        ['督查事项', '责任单位', '配合单位', '完成时限'],
        ['修路', unit, co, '长期'],
      ],
      registers: {
        单位名录: [
          ['单位', '别名', '成员单位'],
          ['发改委', '发改局、县发改委', ''],
          ['教育局', '教体局', ''],
          ['体育局', '教体局', ''],
          ['各街道', '', '东街街道、西街街道'],
        ],
      },
    });
  test('不在名录里：列出相近的', () => {
    const findings = named('教育剧');
    expect(findings).toEqual([
      expect.objectContaining({ code: 'unknown-unit', facts: expect.objectContaining({ nearest: ['教育局'] }) }),
    ]);
    expect(named('教育局')).toEqual([]);
  });
  test('没有单位名录：不说', () => {
    expect(
      checked({
        ledger: [
          ['督查事项', '责任单位', '完成时限'],
          ['修路', '档案馆', '长期'],
        ],
      }),
    ).toEqual([]);
  });
  test('别名：改成自己的名称，格子里其余的字不动', () => {
    const findings = named('县发改委\n教育局');
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'unit-alias',
        fix: expect.objectContaining({ before: '县发改委\n教育局', after: '发改委\n教育局' }),
      }),
    ]);
  });
  test('两家共用的别名、有成员和没有成员的集合名称', () => {
    expect(named('教体局')).toEqual([
      expect.objectContaining({
        code: 'ambiguous-alias',
        facts: expect.objectContaining({ units: ['教育局', '体育局'] }),
      }),
    ]);
    expect(named('各街道')).toEqual([
      expect.objectContaining({
        code: 'collective-unit',
        level: 'info',
        facts: expect.objectContaining({ members: ['东街街道', '西街街道'] }),
      }),
    ]);
    expect(named('各有关单位')).toEqual([expect.objectContaining({ code: 'collective-unit', level: 'warning' })]);
  });
  test('配合单位也查', () => {
    expect(cellsOf(named('教育局', '档案馆'), 'unknown-unit')).toEqual(['C2']);
  });
});

describe('类别', () => {
  const category = (text: string, scheme: 'county-2023' | 'dengzhou-2018') =>
    cellsOf(
      checked({
        ledger: [
          ['督查事项', '事项类别', '责任单位', '完成时限'],
          ['修路', text, '交通局', '长期'],
        ],
        scheme,
      }),
      'unknown-category',
    );
  test('方案有类别时才查', () => {
    expect(category('政府工作报告', 'county-2023')).toEqual([]);
    expect(category('招商引资', 'county-2023')).toEqual(['B2']);
    expect(category('', 'county-2023')).toEqual(['B2']);
    expect(category('招商引资', 'dengzhou-2018')).toEqual([]);
  });
  test('台账没有类别列：在表头说一次，不逐行说', () => {
    const ledger = [
      ['督查事项', '责任单位', '完成时限'],
      ['修路', '交通局', '长期'],
      ['修桥', '交通局', '长期'],
    ];
    expect(cellsOf(checked({ ledger, scheme: 'county-2023' }), 'unknown-category')).toEqual(['A1']);
    expect(cellsOf(checked({ ledger, scheme: 'dengzhou-2018' }), 'unknown-category')).toEqual([]);
  });
  test('没有类别列，分节标题就是类别：不说没有类别；有事项不在任何一节里的，还是说', () => {
    const header = ['序号', '督查事项', '责任单位', '完成时限'];
    const sections = [
      ['一、政府工作报告任务（20分，共1项）'],
      [1, '修路', '交通局', '长期'],
      ['二、为民办实事'],
      [2, '修桥', '交通局', '长期'],
    ];
    const county = (ledger: Rows) => cellsOf(checked({ ledger, scheme: 'county-2023' }), 'unknown-category');
    expect(county([header, ...sections])).toEqual([]);
    expect(county([header, [3, '修渠', '水利局', '长期'], ...sections])).toEqual(['B1']);
  });
});

describe('延期', () => {
  const header = ['序号', '督查事项', '责任单位', '完成时限', '延期至', '延期批准人'];
  const extended = (approver: string, scheme: 'dengzhou-2018' | 'liangshan-2010' = 'dengzhou-2018') =>
    cellsOf(
      checked({ ledger: [header, [1, '修路', '交通局', '2026-9-30', '2026-11-30', approver]], scheme }),
      'extension-unapproved',
    );
  test('没有批准、待批、不同意都说；批准了不说', () => {
    expect(extended('')).toEqual(['F2']);
    expect(extended('待批')).toEqual(['F2']);
    expect(extended('不同意')).toEqual(['F2']);
    expect(extended('待某副市长批')).toEqual(['F2']);
    expect(extended('拟同意')).toEqual(['F2']);
    expect(extended('某副市长')).toEqual([]);
  });
  test('台账没有批准人一栏的：003说仍按原时限，000、001说先按延期后的时限', () => {
    const said = (scheme: 'dengzhou-2018' | 'bureau-2019' | 'county-2023') =>
      checked({ ledger: [header.slice(0, 5), [1, '修路', '交通局', '2026-9-30', '2026-11-30']], scheme })
        .filter(({ code }) => code === 'extension-unapproved')
        .map(findingSentence);
    expect(said('dengzhou-2018')).toEqual(['第2行E列：延期没有看到批准，仍按原时限计算；批准后请填上批准人。']);
    for (const scheme of ['bureau-2019', 'county-2023'] as const) {
      expect(said(scheme)).toEqual([
        '第2行E列：延期没有看到批准，台账也没有批准人一栏，先按延期后的时限计算；请补上批准人，没有批准的请删去。',
      ]);
    }
  });
  test('延期至写的是天数、长期，不是日期：说读不出，不悄悄放过', () => {
    const written = (to: string) =>
      cellsOf(checked({ ledger: [header, [1, '修路', '交通局', '2026-9-30', to, '同意']] }), 'unreadable-date');
    expect(written('30天')).toEqual(['E2']);
    expect(written('长期')).toEqual(['E2']);
    expect(written('2026-11-30')).toEqual([]);
    expect(written('')).toEqual([]);
  });
  test('只要报告原因的制度不查批准', () => {
    expect(extended('', 'liangshan-2010')).toEqual([]);
  });
  const registered = (date: string, approver: string) =>
    checked({
      ledger: [HEADER, changed({ 4: '2026-9-30' })],
      registers: {
        办理登记: [
          ['日期', '事项编号', '类型', '内容', '新时限', '批准人'],
          [date, 1, '延期', '雨季', '2026-11-30', approver],
        ],
      },
    });
  test('时限过了才申请延期：过一天说，当天不说', () => {
    expect(cellsOf(registered('2026-10-1', '某副市长'), 'extension-late')).toEqual(['A2']);
    expect(cellsOf(registered('2026-9-30', '某副市长'), 'extension-late')).toEqual([]);
  });
  test('办理登记里没有批准的延期也说', () => {
    expect(cellsOf(registered('2026-9-1', ''), 'extension-unapproved')).toEqual(['A2']);
    expect(cellsOf(registered('2026-9-1', '某副市长'), 'extension-unapproved')).toEqual([]);
  });
});

describe('涉密', () => {
  const secret = (title: string, grade: string) =>
    checked({
      ledger: [
        ['序号', '督查事项', '责任单位', '完成时限', '密级'],
        [1, title, '交通局', '长期', grade],
      ],
    });
  test('在密级列说，没有密级列的在事项上说', () => {
    expect(cellsOf(secret('修路', '机密'), 'classified')).toEqual(['E2']);
    expect(cellsOf(secret('修路（秘密）', ''), 'classified')).toEqual(['B2']);
    expect(cellsOf(secret('修路', '非密'), 'classified')).toEqual([]);
  });
  test('涉密事项的名称不出现在任何一条核对结果里', () => {
    const findings = secret(' 代号Ａ工程', '机密');
    expect(findings.map(({ code }) => code)).toEqual(['full-width', 'classified']);
    expect(JSON.stringify(findings)).not.toContain('代号');
  });
});
