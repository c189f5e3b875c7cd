import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  MOST_TEMPLATE_BYTES,
  planBuiltInTemplate,
  planTemplate,
  readTemplates,
  templateFile,
  type KeptTemplates,
} from '../../../src/app/letters/letterTemplates';
import { lookOver } from '../../../src/app/reading/connectLedger';
import { journalEntries, takeBack } from '../../../src/app/office/workbook';
import { mergeLetters } from '../../../src/documents/letterFiles';
import { readParagraphs } from '../../../src/documents/templateText';
import { OWN_PARTS, partXml, templatePart } from '../../../src/excel/ownParts';
import { letterOf } from '../../documents/notices';
import { office } from '../../domain/notices/builders';
import { deskWith, openDesk, type HostDesk } from '../../hostDesk';
import { write } from '../desk';

let desk: HostDesk;
beforeEach(() => {
  desk = deskWith('台账', [['序号', '督查事项']]);
});
afterEach(() => desk.close());

async function kept(): Promise<KeptTemplates> {
  const read = await readTemplates();
  if (!read.ok) throw new Error(read.refusal.sentence);
  return read.value;
}

/** The built-in 催办单 with a word of its own, as an office edits it. */
function edited(change: (xml: string) => string = (xml) => xml.replace('联系电话', '值班电话')): Uint8Array {
  const parts = unzipSync(templateFile('reminderNotice', office).bytes);
  parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml']!)));
  return zipSync(parts);
}

async function keep(docx: Uint8Array): Promise<void> {
  const answer = planTemplate(await kept(), 'reminderNotice', docx);
  if (!answer.ok) throw new Error(answer.sentences.join());
  expect(await write(answer.plan)).toMatchObject({ ok: true, written: true });
}

const printed = ({ templates }: KeptTemplates): string =>
  mergeLetters([letterOf('reminderNotice')], { office, templates })
    .flatMap(({ body }) => readParagraphs(body).map(({ text }) => text))
    .join('\n');

test('内置模板下载、改过、交回，存在文件里；存盘重开后文书按它印', async () => {
  await keep(edited());
  const reopened = openDesk(desk.workbook.save(), '台账.xlsx');
  const templates = await kept();
  expect(printed(templates)).toContain('值班电话：0377-60000000');
  expect(templates.problems).toEqual([]);
  reopened.close();
});

test('恢复默认后按内置的印，文件里不留模板；已是默认的不写', async () => {
  await keep(edited());
  await write(planBuiltInTemplate(await kept(), 'reminderNotice'));
  expect(printed(await kept())).toContain('联系电话：');
  expect((await kept()).parts.size).toBe(0);
  expect(planBuiltInTemplate(await kept(), 'reminderNotice').changes).toEqual([]);
});

test('再交一份替换前一份；撤销回到前一份', async () => {
  await keep(edited());
  await keep(edited((xml) => xml.replace('联系电话', '督办电话')));
  expect(printed(await kept())).toContain('督办电话');
  const entry = (await journalEntries()).at(-1)!;
  expect(await takeBack(entry)).toMatchObject({ ok: true, written: true });
  expect(printed(await kept())).toContain('值班电话');
});

test('占位符写错的拒收，说出名称和在第几段；文件里什么也没存', async () => {
  const answer = planTemplate(
    await kept(),
    'reminderNotice',
    edited((xml) => xml.replace('{联系人}', '{联系的人}')),
  );
  expect(answer).toMatchObject({ ok: false, sentences: [expect.stringMatching(/^第\d+段“联 系 人.*联系人/)] });
  expect((await kept()).parts.size).toBe(0);
});

test('刚好放得下的收，多一个字节的说出大小', async () => {
  const sized = (bytes: number): Uint8Array => {
    const parts = unzipSync(edited());
    const empty = zipSync({ ...parts, 'word/media/a.bin': [new Uint8Array(0), { level: 0 }] }).length;
    return zipSync({ ...parts, 'word/media/a.bin': [new Uint8Array(bytes - empty), { level: 0 }] });
  };
  expect(sized(MOST_TEMPLATE_BYTES)).toHaveLength(MOST_TEMPLATE_BYTES);
  await keep(sized(MOST_TEMPLATE_BYTES));
  expect(planTemplate(await kept(), 'reminderNotice', sized(MOST_TEMPLATE_BYTES + 1))).toEqual({
    ok: false,
    sentences: ['模板有301KB，超过300KB，不能存进台账文件；请删去图片或嵌入的字体后再交回。'],
  });
});

test('存的模板坏了，用内置的并说出来', async () => {
  const namespace = OWN_PARTS[templatePart('reminderNotice')];
  const after = partXml(templatePart('reminderNotice'), { form: 'reminderNotice', docx: 'AAAA' });
  await write({
    action: 'connect',
    asOf: null,
    expectations: [],
    changes: [{ kind: 'setPart', namespace, before: null, after }],
  });
  const templates = await kept();
  expect(templates.problems.map(({ sentence }) => sentence)).toEqual([
    '文件里存的工作催办单模板已损坏，暂用内置模板，请重新交回。',
  ]);
  expect(printed(templates)).toContain('联系电话');
});

test('平时查看台账、写台账都不读模板', async () => {
  const looks = async (): Promise<number> => {
    const before = desk.session.wire.bytesIn;
    await lookOver();
    await write({ action: 'fix', asOf: null, expectations: [], changes: [] });
    return desk.session.wire.bytesIn - before;
  };
  const without = await looks();
  const part = templatePart('reminderNotice');
  const docx = 'A'.repeat(100_000);
  desk.workbook.addCustomXmlPart(partXml(part, { form: 'reminderNotice', docx }));
  expect((await kept()).problems).toHaveLength(1);
  // The host counts its references on: their names grow by a digit.
  expect(Math.abs((await looks()) - without)).toBeLessThan(docx.length / 100);
});
