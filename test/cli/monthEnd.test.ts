import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { z } from 'zod';
import { reportSchema, type Report } from '../../src/app/month/report';
import schema from '../../src/app/month/report.schema.json';
import { newWorkbook, openXlsx } from '../../src/host/xlsx';
import { sampleBytes, SAMPLES } from '../hostDesk';

const ROOT = join(__dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'month-end-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(file: string, ...rest: string[]): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/monthEnd.ts', file, ...rest], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

function saved(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A workbook whose first sheet holds these rows. */
function workbookOf(
  rows: readonly (readonly (string | number | null)[])[],
  prepare?: (sheet: ReturnType<typeof newWorkbook>['sheets'][number]) => void,
): Uint8Array {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  prepare?.(sheet);
  return workbook.save();
}

/** The smallest ledger with a 文书登记簿 beside it. */
function withRegister(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const workbook = newWorkbook();
  const ledger = workbook.sheets[0]!;
  [HEADER, ROW].forEach((row, r) => row.forEach((value, c) => ledger.setValue(r, c, value)));
  const register = workbook.addSheet('文书登记簿');
  rows.forEach((row, r) => row.forEach((value, c) => register.setValue(r, c, value)));
  return workbook.save();
}

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'];
const ROW = [1, '道路修缮', '交通局', '2026-3-1', '2026-3-31', ''];

describe('month-end 命令', () => {
  const report = (out: string): Report => JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;

  test('市级样本：写出标记好的台账、催办督办文书和合乎格式的报告，原文件一字未动；再跑一遍报告逐字节相同', () => {
    const file = saved(SAMPLES.city, sampleBytes('city'));
    const outs = [join(folder, 'one'), join(folder, 'two')];
    for (const out of outs)
      expect(run(file, '--as-of', '2026-10-31', '--issue-notices', '--out', out)).toMatchObject({ status: 0 });
    const [one, two] = outs.map((out) => readFileSync(join(out, 'report.json'), 'utf8'));
    expect(one).toBe(two);
    expect(readdirSync(outs[0]!).sort()).toEqual([SAMPLES.city, 'report.json', ...report(outs[0]!).documents].sort());
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(report(outs[0]!));
    expect(validate.errors).toBeNull();
    expect(Buffer.from(sampleBytes('city')).equals(readFileSync(file))).toBe(true);
    expect(report(outs[0]!).notices.length).toBeGreaterThan(5);
    const marked = openXlsx(new Uint8Array(readFileSync(join(outs[0]!, SAMPLES.city))));
    expect(
      marked.ok &&
        marked.workbook.sheets[0]!.conditionalRules().some(({ formulas }) => formulas[0]?.includes('督查:逾期')),
    ).toBe(true);
  });

  const totalsOf = (file: string): readonly (readonly [unknown, unknown])[] => {
    const opened = openXlsx(new Uint8Array(readFileSync(file)));
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const sheet = opened.workbook.sheets.find(({ name }) => name === '考核计分 2026-10')!;
    return Array.from({ length: 60 }, (_, index) => index + 3)
      .filter((row) => sheet.value(row, 1) !== null && typeof sheet.value(row, 0) === 'number')
      .map((row) => [sheet.value(row, 1), sheet.value(row, 2)] as const);
  };

  test.each([
    ['city', 'dengzhou-2018'],
    ['district', 'county-2023'],
  ] as const)(
    '%s 样本：考核计分表的总分与 report.json 一致；再跑一遍照印发的保留，登记有变时说明，--replace 才改写',
    (sample, scheme) => {
      const file = saved(SAMPLES[sample], sampleBytes(sample));
      const [first, second, third, fourth] = ['1', '2', '3', '4'].map((run) => join(folder, `${sample}-${run}`));
      const args = ['--as-of', '2026-10-31', '--scheme', scheme];
      expect(run(file, ...args, '--out', first!)).toMatchObject({
        status: 0,
        said: expect.stringContaining('生成考核计分 2026-10、计分明细 2026-10'),
      });
      const issued = join(first!, SAMPLES[sample]);
      const ranked = report(first!).scores.filter(({ total }) => total !== null);
      expect(new Map(totalsOf(issued))).toEqual(new Map(ranked.map(({ unit, total }) => [unit, total])));

      const again = run(issued, ...args, '--out', second!);
      expect(again.said).toContain('已经印发，与现在计算的一致，没有改动');
      expect(report(second!).scores).toEqual(report(first!).scores);
      expect(report(second!).findings).toEqual(report(first!).findings);

      const opened = openXlsx(new Uint8Array(readFileSync(issued)));
      if (!opened.ok) throw new Error(opened.refusal.sentence);
      const events = opened.workbook.sheets.find(({ name }) => name === '加减分登记')!;
      const row = events.usedArea(false)!.bottom + 1;
      const header = Array.from({ length: 9 }, (_, column) => events.value(0, column));
      const unit = ranked[0]!.unit;
      const set = (name: string, value: string | number): void => events.setValue(row, header.indexOf(name), value);
      set('日期', '2026-10-30');
      set('单位', unit);
      set('类型', '其他加减分');
      set('分值', -1);
      set('依据', '市政府研究');
      const changed = saved(`改后-${sample}.xlsx`, opened.workbook.save());

      const kept = run(changed, ...args, '--out', third!);
      expect(kept.said).toContain('照原样保留；现在计算有1处不同');
      expect(totalsOf(join(third!, `改后-${sample}.xlsx`))).toEqual(totalsOf(issued));
      const differing = report(third!).findings.filter(
        ({ code, cell }) => code === 'month-issued-differs' && !cell.startsWith('督查通报'),
      );
      expect(differing).toMatchObject([{ level: 'warning', cell: expect.stringContaining('加减分登记!') }]);
      const total = report(third!).scores.find((score) => score.unit === unit)!.total!;
      expect(total).toBeCloseTo(ranked[0]!.total! - 1);

      expect(run(changed, ...args, '--replace', '--out', fourth!).said).toContain('改写考核计分 2026-10');
      expect(new Map(totalsOf(join(fourth!, `改后-${sample}.xlsx`))).get(unit)).toBe(total);
      expect(report(fourth!).findings.some(({ code }) => code === 'month-issued-differs')).toBe(false);
    },
  );

  test('000 没有写明分值：不计分，问分值，不写计分表', () => {
    const out = join(folder, 'bureau');
    const { status, said } = run(
      saved(SAMPLES.bureau, sampleBytes('bureau')),
      ...['--as-of', '2026-10-31', '--scheme', 'bureau-2019', '--out', out],
    );
    expect(status).toBe(0);
    expect(said).toContain('年初基础分是多少分？');
    expect(report(out).scores).toEqual([]);
    expect(report(out).findings.filter(({ code }) => code === 'ruleset-row')).toMatchObject([{ level: 'warning' }]);
    const opened = openXlsx(new Uint8Array(readFileSync(join(out, SAMPLES.bureau))));
    expect(opened.ok && opened.workbook.sheets.some(({ name }) => name.startsWith('考核计分'))).toBe(false);
  });

  test('报告格式的 JSON Schema 与程序里的一致（npm run report-schema 重写）', () => {
    expect(JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema)))).toEqual(schema);
  });

  test('十月印发以后补登十月的通报批评：十一月计入总分，不计入当月，报告的备注里写明补记', () => {
    const [october, november] = ['十月', '十一月'].map((name) => join(folder, name));
    expect(run(saved('补记.xlsx', workbookOf([HEADER, ROW])), '--as-of', '2026-10-31', '--out', october!).status).toBe(
      0,
    );
    const opened = openXlsx(new Uint8Array(readFileSync(join(october!, '补记.xlsx'))));
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const events = opened.workbook.addSheet('加减分登记');
    [
      ['日期', '单位', '类型'],
      ['2026-10-15', '交通局', '通报批评'],
    ].forEach((row, r) => row.forEach((value, c) => events.setValue(r, c, value)));
    expect(run(saved('补记后.xlsx', opened.workbook.save()), '--as-of', '2026-11-30', '--out', november!).status).toBe(
      0,
    );
    expect(report(november!).scores).toMatchObject([
      { unit: '交通局', total: 99, month: 0, remark: '含以前月份补记1笔，合计扣1分' },
    ]);
  });

  test('文书登记簿缺列、看不出以前发过什么：不出文书，计分通报照做，并说明', () => {
    const rows = [
      ['种类', '文号', '发往'],
      ['催办单', '〔2026〕4号', '交通局'],
    ];
    const out = join(folder, 'unread');
    const file = saved('缺列登记.xlsx', withRegister(rows));
    const { status, said } = run(file, '--as-of', '2026-10-31', '--issue-notices', '--out', out);
    expect(status).toBe(0);
    expect(said).toContain('“文书登记簿”缺列，看不出以前发过什么，没有生成文书');
    expect(report(out)).toMatchObject({ notices: [], matters: [{ nextStep: 'reminderNotice' }] });
    expect(report(out).findings.filter(({ code }) => code === 'register-row')).toHaveLength(3);
  });

  test('不给输出文件夹时，在台账旁新建一个，不覆盖已有的', () => {
    const file = saved('旁边.xlsx', workbookOf([HEADER, ROW]));
    for (const name of ['旁边-2026-10-31-月末', '旁边-2026-10-31-月末(2)']) {
      expect(run(file, '--as-of', '2026-10-31').status).toBe(0);
      expect(existsSync(join(folder, name, 'report.json'))).toBe(true);
    }
  });
});

describe('打不开或认不出时，一句话说清，退出码 2，什么也不写', () => {
  const zipped = workbookOf([HEADER, ROW]);
  const cases: readonly [string, string, () => string, RegExp][] = [
    ['不存在的文件', '', () => join(folder, '没有.xlsx'), /找不到文件/],
    ['空文件', '', () => saved('空.xlsx', ''), /空/],
    ['不是工作簿的文件', '', () => saved('文本.xlsx', '序号,督查事项\n1,道路'), /\.xlsx/],
    ['截断的文件', '', () => saved('截断.xlsx', zipped.subarray(0, zipped.length - 300)), /(损坏|不完整)/],
    [
      '没有表头的工作簿',
      '',
      () =>
        saved(
          '无表头.xlsx',
          workbookOf([
            ['姓名', '电话'],
            ['某', '1'],
          ]),
        ),
      /督查事项/,
    ],
    [
      '缺单位和时限的表',
      '',
      () =>
        saved(
          '缺列.xlsx',
          workbookOf([
            ['序号', '督查事项'],
            [1, '道路'],
          ]),
        ),
      /责任单位、办结时限/,
    ],
    [
      '同一张表里两个不同的表头',
      '',
      () => saved('两表.xlsx', workbookOf([HEADER, ROW, [], [null, ...HEADER], [null, ...ROW]])),
      /无法确定/,
    ],
    [
      '受保护的工作表',
      '',
      () =>
        saved(
          '保护.xlsx',
          workbookOf([HEADER, ROW], (sheet) => sheet.setProtection({ ...sheet.protection(), enabled: true })),
        ),
      /受保护/,
    ],
    ['没有的工作表', '--sheet=别的', () => saved('普通.xlsx', zipped), /没有名为“别的”的工作表/],
    ['没有的方案', '--scheme=other', () => saved('普通.xlsx', zipped), /dengzhou-2018/],
    ['把文件夹当成台账', '', () => folder, /不是文件/],
    ['输出文件夹的名字是一个文件', `--out=${__filename}`, () => saved('普通.xlsx', zipped), /输出文件夹.*没有写入/],
    ['输出文件夹没有写名字', '--out=', () => saved('普通.xlsx', zipped), /--out 后面要写输出文件夹/],
    [
      '指定的工作表是登记簿',
      '--sheet=文书登记簿',
      () => saved('登记.xlsx', withRegister([])),
      /是登记簿或结果表，不是台账/,
    ],
    ['不成日期的统计日期', '--as-of=2026-13-01', () => saved('普通.xlsx', zipped), /2026-10-31/],
  ];
  test.each(cases)('%s', (_, option, make, sentence) => {
    const file = make();
    const before = readdirSync(folder).sort();
    const { status, said } = run(file, ...(option === '' ? [] : [option]));
    expect(status).toBe(2);
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(sentence);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('输出到台账所在的文件夹，或者指向它的快捷方式：不覆盖原文件', () => {
    const home = mkdtempSync(join(folder, 'home-'));
    const file = join(home, '台账.xlsx');
    writeFileSync(file, zipped);
    const link = join(folder, 'link');
    symlinkSync(home, link);
    for (const out of [home, link]) {
      const { status, said } = run(file, '--as-of', '2026-10-31', '--out', out);
      expect(status).toBe(2);
      expect(said).toMatch(/^输出文件夹就是台账所在的文件夹.*\n$/);
    }
    expect(readFileSync(file)).toEqual(Buffer.from(zipped));
    expect(readdirSync(home)).toEqual(['台账.xlsx']);
  });

  test.each([
    ['老格式 .xls', 'Workbook', /\.xls/],
    ['加密的工作簿', 'EncryptedPackage', /密码|加密/],
  ])('%s', (name, stream, sentence) => {
    const { status, said } = run(saved(`${name}.xlsx`, compoundFile(stream)), '--as-of', '2026-10-31');
    expect(status).toBe(2);
    expect(said).toMatch(sentence);
  });
});

/** The smallest OLE compound file with one named stream in its directory. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(0x003e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1024);
  bytes.writeInt32LE(-3, 512);
  bytes.writeInt32LE(-2, 516);
  const entry = (index: number, name: string, type: number): void => {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes.writeUInt8(type, at + 66);
  };
  entry(0, 'Root Entry', 5);
  entry(1, stream, 2);
  return bytes;
}
