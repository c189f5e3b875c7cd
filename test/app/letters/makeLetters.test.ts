import { unzipSync } from 'fflate';
import { lookOver } from '../../../src/app/reading/connectLedger';
import { LETTERS_A_SHEET, planLetterSheets } from '../../../src/app/letters/letterSheets';
import { lettersInFiles, lettersName, previewLetter } from '../../../src/app/letters/makeLetters';
import type { Working } from '../../../src/app/office/turns';
import { readForReview } from '../../../src/app/reading/readForReview';
import { letterFiles } from '../../../src/documents/letterFiles';
import { atOnce } from '../../../src/domain/portions';
import { readParagraphs } from '../../../src/documents/templateText';
import { letterOf } from '../../documents/notices';
import { office } from '../../domain/notices/builders';
import { openXlsx } from '../../../src/host/xlsx';
import { deskWith } from '../../hostDesk';
import { date, write } from '../desk';

const reminder = letterOf('reminderNotice');
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...reminder, number: `〔2026〕${index + 1}号` }));
const COUNT = 51;
const settings = { office };
const text = (docx: Uint8Array): string =>
  readParagraphs(new TextDecoder().decode(unzipSync(docx)['word/document.xml']!))
    .map((paragraph) => paragraph.text)
    .join('\n');

const makeLetters = (...asked: Parameters<typeof lettersInFiles>) => atOnce(lettersInFiles(...asked));

/** As the desk does it: told how far it has come, stopped after so many letters. */
const stoppedAfter =
  (most: number, said: (readonly [number, number])[]): Working =>
  (work) => {
    for (;;) {
      const step = work.next();
      if (step.done === true) return Promise.resolve(step.value);
      if (step.value === undefined) continue;
      said.push([step.value.done, step.value.of]);
      if (step.value.done >= most) return Promise.reject(new Error('stopped'));
    }
  };

describe('文书成文件', () => {
  test('压缩包里一份一个文件，与一份一份给的一样', () => {
    const notices = many(3);
    const [zip] = makeLetters(notices, settings, 'zip', '台账-文书');
    expect(zip!.name).toBe('台账-文书.zip');
    const each = makeLetters(notices, settings, 'each', '台账-文书');
    expect(each).toEqual(letterFiles(notices, settings));
    expect(unzipSync(zip!.bytes)).toEqual(Object.fromEntries(each.map(({ name, bytes }) => [name, bytes])));
  });

  test('合成一个文件，份份都在，次序不变', () => {
    const [file, ...rest] = makeLetters(many(COUNT), settings, 'joined', '台账-文书');
    expect(rest).toEqual([]);
    expect(file!.name).toBe('台账-文书.docx');
    const numbers = [...text(file!.bytes).matchAll(/^〔2026〕(\d+)号$/gm)].map(([, serial]) => Number(serial));
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  });

  test.each(['zip', 'each', 'joined'] as const)('%s：几份几份地做，随时说做到第几份，做完的与总数相符', (delivery) => {
    const work = lettersInFiles(many(COUNT), settings, delivery, '文书');
    const done: number[] = [];
    for (let step = work.next(); step.done !== true; step = work.next()) {
      if (step.value === undefined) continue;
      expect([step.value.stage, step.value.of]).toEqual(['make', COUNT]);
      done.push(step.value.done);
    }
    expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
    expect(done.at(-1)).toBe(COUNT);
    expect(Math.max(...done.map((own, index) => own - (done[index - 1] ?? 0)))).toBeLessThanOrEqual(20);
  });

  test('一份也没有就没有文件；文件名去掉台账的扩展名', () => {
    expect(makeLetters([], settings, 'zip', '文书')).toEqual([]);
    expect(lettersName('台账（2026.1）.xlsx')).toBe('台账（2026.1）-文书');
  });
});

test('预览的文字就是文件里的文字', () => {
  const [file] = letterFiles([reminder], settings);
  expect(
    previewLetter(reminder, settings)
      .map((paragraph) => paragraph.text)
      .join('\n'),
  ).toBe(text(file!.bytes));
});

describe('文书成工作表', () => {
  test('一表一个计划，名为文书和日期，重名的编号；写进去以后不当台账、不读进来', async () => {
    const desk = deskWith('台账', [
      ['序号', '督查事项', '牵头单位', '办结时限'],
      [1, '道路', '交通局', '2026-3-1'],
    ]);
    const survey = async () => {
      const looked = await lookOver();
      if (!looked.ok) throw new Error(looked.refusal.sentence);
      return looked.value;
    };
    const names: string[] = [];
    for (const count of [LETTERS_A_SHEET + 1, 1]) {
      const { plans } = await planLetterSheets((await survey()).survey, many(count), settings, date('2026-10-31'));
      for (const plan of plans) {
        expect(await write(plan)).toMatchObject({ ok: true, written: true });
        names.push((plan.changes[0] as { name: string }).name);
      }
    }
    expect(names).toEqual(['文书 2026-10-31', '文书 2026-10-31(2)', '文书 2026-10-31(3)']);
    const after = await survey();
    expect(after.ledgers.map(({ connection }) => connection.sheet)).toEqual(['台账']);
    const read = await readForReview(after.survey, [after.ledgers[0]!.connection]);
    expect(read.ok && read.value.snapshot.sheets.map(({ name }) => name)).toEqual(['台账']);
    desk.close();
  });

  test.each([
    ['花括号', '推进{事项}和{如果 附件}以及}{的工作'],
    ['尖括号和与号', '<w:p>A&B &lt; "引号"</w:p>'],
    ['像公式的', '=cmd|"/C calc"!A0'],
    ['加号、at 号开头的', '+1@2-3'],
    ['换行和 U+000B', '第一行\n第二行\u000b第三行'],
    ['表情和生僻字', '改造🏗️工程，𠮷田村'],
    ['五千字', '为深入贯彻落实关于城市更新的决策部署'.repeat(280).slice(0, 5000)],
  ])('%s写进工作表，存盘重开仍是原样的文字，没有公式', async (_, title) => {
    const desk = deskWith('台账', [['序号'], [1]]);
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const notice = letterOf('supervisionOrder', { title });
    const { plans } = await planLetterSheets(looked.value.survey, [notice], settings, date('2026-10-31'));
    for (const plan of plans) expect(await write(plan)).toMatchObject({ ok: true, written: true });
    const opened = openXlsx(desk.workbook.save());
    desk.close();
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const sheet = opened.workbook.sheets.find(({ name }) => name.startsWith('文书 '))!;
    const rows = Array.from({ length: sheet.usedArea(false)!.bottom + 1 }, (__, row) => row);
    expect(rows.map((row) => sheet.formula(row, 0)).filter((formula) => formula !== null)).toEqual([]);
    const shown = rows.map((row) => sheet.value(row, 0) ?? '').join('\n');
    for (const part of title.replaceAll('\u000b', '\n').split('\n')) expect(shown.replaceAll('\n', '')).toContain(part);
  });

  test('做到第几份随时说；叫停就停', async () => {
    const desk = deskWith('台账', [['序号'], [1]]);
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const said: (readonly [number, number])[] = [];
    const plan = (most: number) =>
      planLetterSheets(looked.value.survey, many(COUNT), settings, date('2026-10-31'), stoppedAfter(most, said));
    expect((await plan(Infinity)).plans).toHaveLength(1);
    expect(said.at(-1)).toEqual([COUNT, COUNT]);
    said.length = 0;
    await expect(plan(10)).rejects.toThrow('stopped');
    expect(said.at(-1)![0]).toBeLessThan(COUNT);
    desk.close();
  });
});
