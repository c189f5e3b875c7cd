import { collectReports, missedUnits, type CollectOutcome } from '../../src/app/collecting/collectReports';
import { planCarryOver } from '../../src/app/ledger/carryOver';
import { fillInsOf } from '../../src/app/collecting/fillIns';
import { compareFiles, takingOnly } from '../../src/app/collecting/mergeLedgers';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { INPUT_COLUMNS, SENT_COLUMNS } from '../../src/domain/collect/fillIn';
import { HEADER_ROW } from '../../src/documents/fillIn';
import { newWorkbook, openXlsx, type CellContent } from '../../src/host/xlsx';
import {
  collectingNow,
  handOverFillIns,
  monthsToCollect,
  previewCarryOver,
  previewCollected,
  previewMissed,
} from '../../src/taskpane/desk/collectDeeds';
import type { Desk } from '../../src/taskpane/desk/Desk';
import type { MadeFile } from '../../src/taskpane/desk/files';
import { previewMerge } from '../../src/taskpane/desk/mergeDeeds';
import { besides, readFiles } from '../../src/taskpane/desk/takenFiles';
import { unzipSync } from 'fflate';
import { contentOf, deskWith, openSample, SAMPLES, type HostDesk, type Sample } from '../hostDesk';
import { deskOnPane } from './paneDesk';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况', '反馈时间'];
const LEDGER: readonly (readonly CellContent[])[] = [
  HEADER,
  ['1', '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '已进场', null],
  ['2', '管网改造', '住建局', '2026-3-1', '2026-12-31', '推进中', null, null],
  ['3', '校园安全', '教育局', '2026-3-1', '2026-12-31', '已办结', null, null],
];

let host: HostDesk;
let desk: Desk;
let made: MadeFile[];

async function openOn(open: () => HostDesk): Promise<void> {
  host = open();
  made = [];
  ({ desk } = deskOnPane({ handOver: (file) => void made.push(file), seenBefore: () => null }));
  await desk.open();
}
afterEach(async () => {
  await desk.leave();
  host.close();
});

const sheet = (name: string) => host.workbook.sheets.find((own) => own.name === name)!;
const undoLast = (): Promise<void> => desk.undo(desk.view().journal.at(-1)!);

function outcomeNow(): CollectOutcome {
  const { review, collecting, choices, today } = desk.view();
  const { month, reportedOn } = collectingNow(desk.view());
  const { files, accepted } = collecting;
  return collectReports(review!, { files, month, reportedOn, today, handler: choices.office.handler, accepted });
}

/** The unit's file with one progress filled in, as a program would. */
function filledIn(bytes: Uint8Array, progress: string): Uint8Array {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const column = SENT_COLUMNS.length + INPUT_COLUMNS.indexOf('进展');
  opened.workbook.sheets[0]!.setValue(HEADER_ROW + 1, column, progress);
  return opened.workbook.save();
}

const offered = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer as ArrayBuffer),
});

async function drop(...files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const read = await readFiles(files.map(([name, bytes]) => offered(name, bytes)));
  desk.goOnCollecting(besides(desk.view().collecting.files, read));
}

describe('收表', () => {
  beforeEach(() => openOn(() => deskWith('督查台账', LEDGER)));

  test('几个单位的填报表一个压缩包，一个单位的就是一份表；说出文件名', async () => {
    const fillIns = [...fillInsOf(desk.view().review!, '2026-10').values()];
    await handOverFillIns(desk, '2026-10', fillIns);
    expect(made.map(({ name }) => name)).toEqual(['2026-10-进展填报表.zip']);
    expect(Object.keys(unzipSync(made[0]!.bytes))).toEqual([
      '交通局-2026-10-进展填报表.xlsx',
      '住建局-2026-10-进展填报表.xlsx',
    ]);
    expect(desk.view().notice).toMatchObject({ tone: 'done', text: expect.stringContaining('已生成 2 份填报表') });
    await handOverFillIns(desk, '2026-10', fillIns.slice(0, 1));
    expect(made[1]!.name).toBe('交通局-2026-10-进展填报表.xlsx');
  });

  test('中途停止，一份也不交出', async () => {
    const fillIns = [...fillInsOf(desk.view().review!, '2026-10').values()];
    const making = handOverFillIns(desk, '2026-10', fillIns);
    desk.stop();
    await making;
    expect(made).toEqual([]);
    expect(desk.view().notice?.text).toContain('已停止');
  });

  test('收回一份：先看后写，一次写入，撤销后如前；收过的不再收', async () => {
    await handOverFillIns(desk, '2026-10', [fillInsOf(desk.view().review!, '2026-10').get('交通局')!]);
    await drop(['交通局.xlsx', filledIn(made[0]!.bytes, '完成七成')]);
    const before = contentOf(host.workbook);
    desk.showPanel('collect');
    previewCollected(desk, '2026-10', outcomeNow());
    expect(desk.view()).toMatchObject({
      panel: 'collect',
      preview: { deed: '并入 1 份，1 条', summary: '收表：2026年10月并入 1 份', notes: [] },
    });
    await desk.write();
    expect(desk.view()).toMatchObject({ panel: 'collect', preview: null });
    expect(sheet('督查台账').value(1, 6)).toBe('已进场\n2026年10月31日：完成七成');
    expect(outcomeNow().files[0]).toMatchObject({ verdict: 'blank', lines: [] });
    expect(outcomeNow().files[0]!.problems.map(({ code }) => code)).toContain('alreadyMerged');
    expect(outcomeNow().notReported).toEqual(['住建局']);
    await undoLast();
    expect(contentOf(host.workbook)).toEqual(before);
    expect(outcomeNow().files[0]).toMatchObject({ verdict: 'merge' });
  });

  test('没有并入的在预览里说有几份', async () => {
    await handOverFillIns(desk, '2026-10', [fillInsOf(desk.view().review!, '2026-10').get('交通局')!]);
    await drop(['交通局.xlsx', filledIn(made[0]!.bytes, '完成七成')], ['回复.xlsx', new TextEncoder().encode('已办')]);
    previewCollected(desk, '2026-10', outcomeNow());
    expect(desk.view().preview).toMatchObject({
      deed: '并入 1 份，1 条',
      notes: [expect.stringContaining('还有 1 份')],
    });
  });

  test('没有报送的，月末过后经确认登记；登记过不再提；撤销后又列出', async () => {
    desk.choose({ ...desk.view().choices, scheme: 'county-2023' });
    const proposed = missedUnits(desk.view().review!, '2026-10');
    expect(proposed.map(({ unit }) => unit)).toEqual(['交通局', '住建局']);
    previewMissed(desk, '2026-10', proposed.slice(0, 1));
    expect(desk.view().preview).toMatchObject({ deed: '登记 1 笔', summary: '登记2026年10月未按时报送 1 笔' });
    await desk.write();
    expect(sheet('加减分登记').value(1, 1)).toBe('交通局');
    expect(missedUnits(desk.view().review!, '2026-10').map(({ unit }) => unit)).toEqual(['住建局']);
    await undoLast();
    expect(missedUnits(desk.view().review!, '2026-10')).toHaveLength(2);
  });
});

describe('收哪个月的，记在哪一天', () => {
  beforeEach(() => openOn(() => deskWith('督查台账', LEDGER)));
  const now = (asOf: string, chosen: Partial<ReturnType<typeof desk.view>['collecting']> = {}) => {
    desk.chooseDate({ kind: 'on', date: asOf as CivilDate });
    desk.goOnCollecting(chosen);
    const { month, reportedOn, over } = collectingNow(desk.view());
    return [month, reportedOn, over];
  };

  test.each([
    ['月底收本月的，记在当天', '2026-10-31', '2026-10', '2026-10-31', true],
    ['月中收本月的', '2026-10-20', '2026-10', '2026-10-20', false],
    ['十一号起收本月的', '2026-10-11', '2026-10', '2026-10-11', false],
    ['十号以前收上月的，记在上月末', '2026-10-10', '2026-09', '2026-09-30', true],
    ['统计日期在今天以后，仍不过今天', '2026-12-31', '2026-10', '2026-10-31', true],
  ])('%s', (_, asOf, month, reportedOn, over) => expect(now(asOf)).toEqual([month, reportedOn, over]));

  test('一月里能选到上一年的月份', () => {
    desk.chooseDate({ kind: 'on', date: '2026-01-20' as CivilDate });
    expect(monthsToCollect(desk.view())).toEqual(['2026-01', '2025-12', '2025-11']);
  });

  test('另选的日期要在这个月里，不在就用最后一天', () => {
    const on = (date: string) => ({ reportedOn: date as CivilDate });
    expect(now('2026-10-31', on('2026-10-25'))[1]).toBe('2026-10-25');
    expect(now('2026-10-31', on('2026-09-25'))[1]).toBe('2026-10-31');
  });
});

describe('收下文件', () => {
  beforeEach(() => openOn(() => deskWith('督查台账', LEDGER)));
  const bytes = new Uint8Array([1, 2, 3]);

  test('同名同内容只收一次，同名不同内容都收，名字分开', async () => {
    await drop(['表.xlsx', bytes], ['表.xlsx', bytes], ['表.xlsx', new Uint8Array([9])]);
    expect(desk.view().collecting.files.map(({ name }) => name)).toEqual(['表.xlsx', '表（2）.xlsx']);
  });

  test('前一批还没读完又拖进一批：两批都在；读的时候移去的不再回来', async () => {
    await drop(['旧.xlsx', bytes]);
    let letGo: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (letGo = resolve));
    const slow = { ...offered('慢.xlsx', bytes), arrayBuffer: () => late.then(() => bytes.slice().buffer) };
    const reading = readFiles([slow]);
    await drop(['快.xlsx', new Uint8Array([4])]);
    desk.goOnCollecting({ files: desk.view().collecting.files.filter(({ name }) => name !== '旧.xlsx') });
    letGo();
    desk.goOnCollecting(besides(desk.view().collecting.files, await reading));
    expect(desk.view().collecting.files.map(({ name }) => name)).toEqual(['快.xlsx', '慢.xlsx']);
  });

  test('拖进来的是文件夹、过大的文件，说明，不收', async () => {
    const folder = { name: '十月', size: 0, arrayBuffer: () => Promise.reject(new Error('NotFoundError')) };
    const large = { ...offered('录像.xlsx', bytes), size: 21 * 1024 * 1024 };
    const { files, refused } = await readFiles([folder, large]);
    expect(files).toEqual([]);
    expect(refused).toEqual([expect.stringContaining('“十月”打不开'), expect.stringContaining('超过 20 兆')]);
  });
});

describe('并表', () => {
  beforeEach(() => openOn(() => deskWith('督查台账', LEDGER)));
  const fileOf = (name: string, rows: readonly (readonly CellContent[])[]) => {
    const workbook = newWorkbook();
    rows.forEach((row, r) => row.forEach((value, c) => workbook.sheets[0]!.setValue(r, c, value)));
    return { name, bytes: workbook.save() };
  };
  const THEIRS = [
    HEADER,
    ['1', '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '完成七成', ''],
    ['2', '管网改造', '住建局', '2026-3-1', '2026-12-31', '已办结', '完工', ''],
    ['9', '绿道建设', '住建局', '2026-5-1', '2026-12-31', '推进中', '已开工', ''],
    ['10', '绿地养护', '住建局', '2026-5-1', '2026-12-31', '推进中', null, null],
  ];

  test('改过的格和新增的事项一次写入，一次撤销', async () => {
    const before = contentOf(host.workbook);
    const merge = compareFiles(desk.view().review!, '督查台账', [fileOf('城建科.xlsx', THEIRS)]);
    const written = jest.fn();
    await previewMerge(desk, merge, ['城建科.xlsx'], written);
    expect(desk.view().preview).toMatchObject({
      deed: '并入 3 处、新增 2 件',
      summary: '并表：城建科.xlsx',
      notes: [],
    });
    await desk.write();
    expect(written).toHaveBeenCalledTimes(1);
    expect(desk.view().review!.matters.map(({ id, title, progress }) => [id, title, progress])).toEqual([
      ['1', '道路修缮', '完成七成'],
      ['2', '管网改造', '完工'],
      ['3', '校园安全', null],
      ['4', '绿道建设', '已开工'],
      ['5', '绿地养护', null],
    ]);
    const again = compareFiles(desk.view().review!, '督查台账', [fileOf('城建科.xlsx', THEIRS)]);
    expect([again.differences, again.additions]).toEqual([[], []]);
    await undoLast();
    expect(contentOf(host.workbook)).toEqual(before);
  });

  test('去掉不要的，只并留下的', async () => {
    const { review } = desk.view();
    const merge = compareFiles(review!, '督查台账', [fileOf('城建科.xlsx', THEIRS)]);
    const only = takingOnly(review!, merge, merge.differences.slice(0, 1), []);
    await previewMerge(desk, only, ['城建科.xlsx'], () => undefined);
    expect(desk.view().preview).toMatchObject({ deed: '并入 1 处', plan: { changes: [{ kind: 'setCell' }] } });
  });
});

describe.each(Object.keys(SAMPLES) as Sample[])('年终结转：%s', (sample) => {
  beforeEach(() => openOn(() => openSample(sample)));

  test('新表里是未办结的，旧表一格不动，件数不会算成两倍；撤销后没有新表', async () => {
    const before = contentOf(host.workbook);
    const [ledger] = desk.view().review!.ledgers;
    const counted = desk.view().review!.assessments.length;
    const outcome = planCarryOver(desk.view().review!, ledger!.sheet);
    if (!outcome.ok) throw new Error(outcome.sentence);
    previewCarryOver(desk, outcome);
    expect(desk.view().preview).toMatchObject({
      deed: `结转 ${outcome.carried.length} 件`,
      notes: [expect.stringContaining('照原样保留')].concat(outcome.remarks.slice(1)),
    });
    await desk.write();
    const sheets = contentOf(host.workbook) as readonly { readonly name: string }[];
    expect(sheets.filter(({ name }) => name !== outcome.name)).toEqual(before);
    expect(sheets.map(({ name }) => name)).toContain(outcome.name);
    expect(desk.view().review!.assessments).toHaveLength(counted);
    await undoLast();
    expect(contentOf(host.workbook)).toEqual(before);
  });
});
