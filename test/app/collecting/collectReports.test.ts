import { strToU8, unzipSync, zipSync } from 'fflate';
import { missedUnits, planMissed, type CollectRequest } from '../../../src/app/collecting/collectReports';
import { fillInFiles, fillInsOf, zipOfFiles } from '../../../src/app/collecting/fillIns';
import type { Review } from '../../../src/app/reading/review';
import { applyPlan, takeBack } from '../../../src/app/office/workbook';
import { fillInFile, HEADER_ROW } from '../../../src/documents/fillIn';
import { openXlsx, type SheetModel, type WorkbookModel } from '../../../src/host/xlsx';
import { contentOf, deskWith, openSample, type HostDesk } from '../../hostDesk';
import { survivesFaults } from '../faults';
import { AT, done, on, reviewed } from '../reviewing';
import { changed, collected, filled, INPUTS, MONTH, put } from './handedIn';

const LEDGER = [
  ['河阳市督查台账（2026年）'],
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况', '反馈时间'],
  [1, '道路修缮', '交通局', '2026-3-1', '2026-9-30', '推进中', '已进场', null],
  [2, '=管网改造', '住建局', '2026-3-1', '2026-12-31', '推进中', null, null],
  [3, '绿道建设', '交通局、住建局', '2026-3-1', '2026-12-31', '推进中', null, null],
  [4, '已完事项', '交通局', '2026-3-1', '2026-9-30', '已办结', null, null],
  [5, '【机密】专项', '公安局', '2026-3-1', '2026-9-30', '推进中', null, null],
] as const;

describe('收表', () => {
  let desk: HostDesk;
  let of: Review;
  beforeEach(async () => {
    desk = deskWith('督查台账', LEDGER);
    of = await reviewed();
  });
  afterEach(() => desk.close());

  test('一个单位一份：没有办结的事项，涉密的、已办结的不发；同样内容同样字节；压缩包里一个不少', () => {
    const asked = fillInsOf(of, MONTH);
    expect([...asked].map(([unit, { rows }]) => [unit, rows.map(({ cells }) => cells[2])])).toEqual([
      ['交通局', ['道路修缮', '绿道建设']],
      ['住建局', ['=管网改造', '绿道建设']],
    ]);
    const files = fillInFiles(of, MONTH, null);
    expect(files.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      fillInFiles(of, MONTH, null).map(({ bytes }) => Buffer.from(bytes)),
    );
    expect(Object.keys(unzipSync(zipOfFiles(files)))).toEqual(files.map(({ name }) => name));
  });

  test('三个样本里的涉密事项，一件也不进填报表', async () => {
    for (const sample of ['city', 'district', 'bureau'] as const) {
      desk.close();
      desk = openSample(sample);
      of = await reviewed();
      const secret = of.matters.filter(({ classified }) => classified).map(({ title }) => title!);
      const sent = JSON.stringify([...fillInsOf(of, MONTH).values()]);
      expect(sent.length).toBeGreaterThan(1000);
      for (const title of secret) expect(sent).not.toContain(title);
      if (sample === 'city') expect(secret.length).toBeGreaterThan(0);
    }
  });

  test('表受保护，只有四列可填；标题里看得见单位和月份', () => {
    const opened = openXlsx(fillInFiles(of, MONTH, new Set(['交通局']))[0]!.bytes);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const sheet = opened.workbook.sheets[0]!;
    expect(sheet.protection().enabled).toBe(true);
    const open = Array.from({ length: 13 }, (_, column) => column).filter(
      (column) => !opened.workbook.style(sheet.styleIndex(HEADER_ROW + 1, column)).locked,
    );
    expect(open).toEqual(Object.values(INPUTS));
    expect(sheet.value(0, 0)).toBe('交通局2026年10月督查事项进展填报表');
    expect(sheet.formula(HEADER_ROW + 1, 2)).toBeNull();
  });

  test('完成情况的下拉从第一件到最后一件；没有事项时也能打开', () => {
    const listed = (rows: number): readonly unknown[] => {
      const [fillIn] = [...fillInsOf(of, MONTH).values()];
      const opened = openXlsx(fillInFile({ ...fillIn!, rows: fillIn!.rows.slice(0, rows) }));
      if (!opened.ok) throw new Error(opened.refusal.sentence);
      const sheet = opened.workbook.sheets[0]!;
      return [sheet.usedArea(false)!.bottom, ...sheet.dataValidations().flatMap(({ areas }) => areas)];
    };
    const column = { left: INPUTS.完成情况, right: INPUTS.完成情况 };
    const list = (last: number) => ({ top: HEADER_ROW + 1, bottom: HEADER_ROW + last, ...column });
    expect([2, 1, 0].map(listed)).toEqual([
      [HEADER_ROW + 2, list(2)],
      [HEADER_ROW + 1, list(1)],
      [HEADER_ROW, list(1)],
    ]);
  });

  test('填好的并入台账的进展列和办理登记；没有报的列出；再收一次不重复；撤销后如前', async () => {
    const file = filled(of, '交通局', (sheet) => {
      put(1, '进展', '完成七成')(sheet);
      put(1, '说明', '雨季影响')(sheet);
      put(1, '延期申请', '2026年11月30日')(sheet);
      put(2, '完成情况', '已完成')(sheet);
    });
    const outcome = collected(of, [file]);
    expect(outcome.files).toMatchObject([{ unit: '交通局', verdict: 'merge', problems: [] }]);
    expect(outcome.notReported).toEqual(['住建局']);
    const before = contentOf(desk.workbook);
    const { entry } = done(await applyPlan(outcome.plan, AT));
    expect(desk.workbook.sheets[0]!.value(2, 6)).toBe('已进场\n2026年10月31日：完成七成');
    const after = await reviewed();
    expect(after.registers.proceedings!.map(({ kind, content, newDeadline }) => [kind, content, newDeadline])).toEqual([
      ['progress', '完成七成', null],
      ['extension', '雨季影响', '2026-11-30'],
      ['closingReport', '单位报称已完成', null],
    ]);
    expect(after.assessments[0]!.state).toBe('overdue');
    const again = collected(after, [file]);
    expect(again.files[0]).toMatchObject({ verdict: 'blank', lines: [] });
    expect(again.plan.changes).toEqual([]);
    done(await takeBack(entry!));
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test('两个单位都牵头的事项，各报各的，两段进展都留下', async () => {
    const files = ['交通局', '住建局'].map((unit) => filled(of, unit, put(2, '进展', `${unit}的进展`)));
    done(await applyPlan(collected(of, files).plan, AT));
    expect(desk.workbook.sheets[0]!.value(4, 6)).toBe('交通局的进展\n住建局的进展');
  });

  const fill = put(1, '进展', '完成七成');
  const refusals: readonly [string, () => CollectRequest['files'], string, RegExp][] = [
    ['上个月的表', () => [filled(of, '交通局', fill, '2026-09')], 'otherMonth', /2026-09的填报表/],
    [
      '改了表头里的单位',
      () => [
        filled(of, '交通局', (sheet) => {
          fill(sheet);
          sheet.setValue(1, 0, String(sheet.value(1, 0)).replace('交通局', '住建局'));
        }),
      ],
      'unitChanged',
      /发给交通局的，表头却写着住建局/,
    ],
    [
      '没有要填报事项的单位',
      () => [
        filled(of, '交通局', (sheet, workbook) => {
          fill(sheet);
          for (const { id } of workbook.customXmlParts()) workbook.deleteCustomXmlPart(id);
          sheet.setValue(1, 0, String(sheet.value(1, 0)).replace('交通局', '水利局'));
        }),
      ],
      'notAsked',
      /水利局没有要填报的事项/,
    ],
    [
      '别的台账发的表',
      () => [
        filled(of, '交通局', (sheet) => {
          fill(sheet);
          sheet.setValue(1, 0, String(sheet.value(1, 0)).replace('河阳市', '清江市'));
        }),
      ],
      'otherLedger',
      /清江市督查台账/,
    ],
    [
      '带宏的文件',
      () => {
        const file = filled(of, '交通局', fill);
        return [{ ...file, bytes: zipSync({ ...unzipSync(file.bytes), 'xl/vbaProject.bin': strToU8('x') }) }];
      },
      'macros',
      /带有宏/,
    ],
    ['不是工作簿', () => [{ name: '回复.xlsx', bytes: strToU8('已办结') }], 'notOpened', /\.xlsx/],
    [
      '别的工作簿',
      () => [
        {
          name: '别的.xlsx',
          bytes: changed(fillInFiles(of, MONTH, null)[0]!.bytes, (sheet) => sheet.deleteRows(0, 4)),
        },
      ],
      'notFillIn',
      /不是发出的填报表/,
    ],
  ];
  test.each(refusals)('%s：说明原因，什么也不并入', (_, make, code, sentence) => {
    const outcome = collected(of, make(), { accepted: new Set(make().map(({ name }) => name)) });
    expect(outcome.files[0]!.verdict).toBe('stop');
    expect(outcome.files[0]!.problems[0]).toMatchObject({ code, sentence: expect.stringMatching(sentence) });
    expect(outcome.plan.changes).toEqual([]);
    expect(outcome.notReported).toContain('交通局');
  });

  test('一个单位报两份：两份都不并入，说出另一份的名字；去掉一份就并入', () => {
    const first = filled(of, '交通局', fill);
    const second = { ...filled(of, '交通局', put(1, '进展', '完成八成')), name: '交通局（更正）.xlsx' };
    const outcome = collected(of, [first, second]);
    expect(outcome.files.map(({ verdict }) => verdict)).toEqual(['stop', 'stop']);
    expect(outcome.files[0]!.problems[0]!.sentence).toContain('交通局（更正）.xlsx');
    expect(outcome.plan.changes).toEqual([]);
    expect(collected(of, [second]).files[0]!.verdict).toBe('merge');
  });

  test('先收了一份，过后又来一份不同的：说出已登记的话，同意以后才再登记', async () => {
    done(await applyPlan(collected(of, [filled(of, '交通局', fill)]).plan, AT));
    const after = await reviewed();
    const second = filled(of, '交通局', put(1, '进展', '完成八成'));
    const waiting = collected(after, [second]);
    expect(waiting.files[0]).toMatchObject({ verdict: 'ask', problems: [{ code: 'reportedAlready', weight: 'ask' }] });
    expect(waiting.files[0]!.problems[0]!.sentence).toMatch(/本月已经登记过.*2026-10-31“完成七成”/);
    expect(waiting.plan.changes).toEqual([]);
    const agreed = collected(after, [second], { accepted: new Set([second.name]) });
    expect(agreed.files[0]!.lines.map(({ text }) => text)).toEqual(['完成八成']);
    const later = collected(after, [second], { reportedOn: on('2026-10-30') });
    expect(later.files[0]).toMatchObject({ verdict: 'merge', problems: [{ code: 'reportedAlready', weight: 'say' }] });
    const other = collected(after, [filled(of, '住建局', put(1, '进展', '完成一半'))]);
    expect(other.files[0]).toMatchObject({ verdict: 'merge', problems: [] });
  });

  test('只在另加的行里填了：说出那一行，什么也不并入，仍算没有报送', () => {
    const file = filled(of, '交通局', (sheet) => {
      sheet.setValue(HEADER_ROW + 3, 2, '自己加的');
      sheet.setValue(HEADER_ROW + 3, INPUTS['进展'], '加的进展');
    });
    const outcome = collected(of, [file], { accepted: new Set([file.name]) });
    expect(outcome.files[0]!.verdict).toBe('blank');
    expect(outcome.files[0]!.problems.map(({ code }) => code)).toEqual(['rowsAdded', 'nothingFilled']);
    expect(outcome.plan.changes).toEqual([]);
    expect(outcome.notReported).toContain('交通局');
  });

  const questions: readonly [string, (sheet: SheetModel, workbook: WorkbookModel) => void, string, RegExp][] = [
    [
      '改了保护的格',
      (sheet) => sheet.setValue(HEADER_ROW + 1, 5, '2026-12-31'),
      'cellsChanged',
      /F5（办结时限）原为“2026-09-30”，现为“2026-12-31”/,
    ],
    [
      '插入一行',
      (sheet) => {
        sheet.insertRows(HEADER_ROW + 2, 1);
        sheet.setValue(HEADER_ROW + 2, 2, '自己加的');
        sheet.setValue(HEADER_ROW + 2, INPUTS['进展'], '加的进展');
      },
      'rowsAdded',
      /第6行是发出以后另加的/,
    ],
    [
      '照抄一行再插进去',
      (sheet) => {
        sheet.insertRows(HEADER_ROW + 2, 1);
        for (let column = 0; column < 13; column += 1)
          sheet.setValue(HEADER_ROW + 2, column, sheet.value(HEADER_ROW + 1, column));
        sheet.setValue(HEADER_ROW + 2, INPUTS['进展'], '另一个说法');
      },
      'rowsRepeated',
      /1件事项在表里重复出现，只读第一行/,
    ],
    [
      '表格右边另写的',
      (sheet) => sheet.setValue(HEADER_ROW + 1, 14, '另请协调自己加的'),
      'contentAdded',
      /O5里有发出以后另加的内容/,
    ],
    [
      '另加一张表',
      (_, workbook) => workbook.addSheet('补充').setValue(0, 0, '自己加的'),
      'contentAdded',
      /工作表“补充”里有/,
    ],
    ['删掉一行', (sheet) => sheet.deleteRows(HEADER_ROW + 2, 1), 'rowsMissing', /缺少发出的1行：3/],
  ];
  test.each(questions)('%s：先问，同意以后只并入发出的各行', async (_, change, code, sentence) => {
    const file = filled(of, '交通局', (sheet, workbook) => {
      fill(sheet);
      change(sheet, workbook);
    });
    const waiting = collected(of, [file]);
    expect(waiting.files[0]!.verdict).toBe('ask');
    expect(waiting.files[0]!.problems[0]).toMatchObject({ code, sentence: expect.stringMatching(sentence) });
    expect(waiting.plan.changes).toEqual([]);
    const agreed = collected(of, [file], { accepted: new Set([file.name]) });
    expect(agreed.files[0]!.lines.map(({ text }) => text)).toEqual(['完成七成']);
    done(await applyPlan(agreed.plan, AT));
    expect(desk.workbook.sheets[0]!.value(2, 4)).toBe('2026-9-30');
    expect(JSON.stringify(contentOf(desk.workbook))).not.toContain('自己加的');
  });

  test('公式、读不成的日期、没有理由的延期：那一处不读，其余照读', () => {
    const file = filled(of, '交通局', (sheet) => {
      sheet.setFormula(HEADER_ROW + 1, INPUTS['进展'], '"完成"&"七成"');
      put(1, '延期申请', '下次再说')(sheet);
      put(2, '延期申请', '2026-12-31')(sheet);
      put(2, '进展', '完成一半')(sheet);
    });
    const [only] = collected(of, [file]).files;
    expect(only!.problems.map(({ code }) => code)).toEqual(['formula', 'dateUnreadable', 'reasonMissing']);
    expect(only!.lines.map(({ text }) => text)).toEqual(['完成一半']);
  });

  test('没有填的按没有报送算', () => {
    const outcome = collected(of, [filled(of, '交通局', () => undefined)]);
    expect(outcome.files[0]).toMatchObject({ verdict: 'blank', problems: [{ code: 'nothingFilled' }] });
    expect(outcome.notReported).toEqual(['交通局', '住建局']);
  });

  test('文件自带的标识丢了，照表里的校验码核对：没有改动的并入，改了的先问', () => {
    const without = (change: (sheet: SheetModel) => void) =>
      filled(of, '交通局', (sheet, workbook) => {
        fill(sheet);
        change(sheet);
        for (const { id } of workbook.customXmlParts()) workbook.deleteCustomXmlPart(id);
      });
    expect(collected(of, [without(() => undefined)]).files[0]).toMatchObject({ verdict: 'merge', problems: [] });
    const edited = without((sheet) => sheet.setValue(HEADER_ROW + 1, 2, '别的名称'));
    expect(collected(of, [edited]).files[0]!.problems[0]).toMatchObject({ code: 'cellsChanged', weight: 'ask' });
  });

  test('确认没有报送的单位登记进加减分登记，再问就不再列出', async () => {
    const missed = missedUnits(of, MONTH);
    expect(missed.map(({ unit, kind }) => [unit, kind])).toContainEqual(['交通局', 'materialLate']);
    done(await applyPlan(planMissed(of, missed.slice(0, 1)), AT));
    const after = await reviewed();
    expect(after.registers.events).toMatchObject([{ unit: missed[0]!.unit, kind: 'materialLate', date: '2026-10-31' }]);
    expect(missedUnits(after, MONTH)).toHaveLength(missed.length - 1);
    expect(missedUnits(await reviewed('dengzhou-2018', undefined, on('2026-10-30')), MONTH)).toEqual([]);
  });

  test('并表时每次请求各出一次错：要么如前，要么写完', () =>
    survivesFaults(
      () => deskWith('督查台账', LEDGER),
      async () => {
        const now = await reviewed();
        return collected(now, [filled(now, '交通局', fill)]).plan;
      },
    ));
});
