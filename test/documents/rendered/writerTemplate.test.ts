import { strToU8, unzipSync, zipSync } from 'fflate';
import { builtInTemplate, type LetterTemplate } from '../../../src/documents/builtInForms';
import { docxFile } from '../../../src/documents/docxFile';
import { problemSentence, takeTemplate } from '../../../src/documents/intake';
import { mergeLetters } from '../../../src/documents/letterFiles';
import { STANDARD_PAGE } from '../../../src/documents/page';
import { readParagraphs } from '../../../src/documents/templateText';
import type { Notice } from '../../../src/domain/notices/notice';
import { office } from '../../domain/notices/builders';
import { groupedReminder, letterOf } from '../notices';
import { dropProfile, missingTools, savedByWriter, STAND_IN_FONTS } from './pdf';

const layout = { page: STANDARD_PAGE, fonts: STAND_IN_FONTS };
const FORMS = ['assignmentNotice', 'reminderNotice', 'supervisionOrder'] as const;

const documentOf = (docx: Uint8Array): string => new TextDecoder().decode(unzipSync(docx)['word/document.xml']);

/** A form as it is downloaded, its `document.xml` changed as a person's editing changes it. */
function downloaded(form: (typeof FORMS)[number], edit: (document: string) => string = (xml) => xml): Uint8Array {
  const docx = docxFile(builtInTemplate(form, office, layout).package);
  const parts = unzipSync(docx);
  parts['word/document.xml'] = strToU8(edit(documentOf(docx)));
  return zipSync(parts);
}

/**
 * Every placeholder half in bold: it stands in two runs that no program can put together again. The cut goes through
 * its name.
 */
function inTwoRuns(document: string): string {
  return document.replace(
    /<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t([^>]*)>([^<]*)<\/w:t><\/w:r>/g,
    (whole, looks, space, text) => {
      const pieces = String(text).split(/(?<=\{[^{}])(?=[^{}]*\})/);
      if (pieces.length < 2) return String(whole);
      const properties = String(looks ?? '<w:rPr></w:rPr>');
      return pieces
        .map((piece, index) => {
          const own = index % 2 === 0 ? properties : properties.replace('</w:rPr>', '<w:b/></w:rPr>');
          return `<w:r>${own}<w:t${String(space)}>${piece}</w:t></w:r>`;
        })
        .join('');
    },
  );
}

function taken(form: (typeof FORMS)[number], bytes: Uint8Array): LetterTemplate {
  const answer = takeTemplate(form, bytes);
  if (!answer.ok) throw new Error(answer.problems.map(problemSentence).join(''));
  return answer.template;
}

function words(notice: Notice, template?: LetterTemplate): string {
  const templates = template === undefined ? {} : { templates: { [notice.form]: template } };
  return readParagraphs(mergeLetters([notice], { office, ...templates })[0]!.body)
    .map(({ text }) => text)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

const missing = missingTools();
const throughWriter = missing === '' ? describe : describe.skip;
afterAll(dropProfile);

throughWriter(`模板用 LibreOffice Writer 改过再交回${missing === '' ? '' : `：本机缺 ${missing}，未测`}`, () => {
  test('原样另存的，照样合并，表格里的循环也在', () => {
    const template = taken('reminderNotice', savedByWriter(downloaded('reminderNotice')));
    const grouped = groupedReminder(['甲', '乙']);
    expect(words(grouped, template)).toBe(words(grouped));
  });

  test.each(FORMS)('%s：每个占位符一半加粗、断成两截，Writer 存过仍是两截，合并出来一字不差', (form) => {
    const saved = savedByWriter(downloaded(form, inTwoRuns));
    const runs = [...documentOf(saved).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!);
    const broken = runs.filter((text) => /\{[^}]*$/.test(text));
    expect(broken.length).toBeGreaterThanOrEqual(10);
    expect(runs.filter((text) => /\{[^{}]+\}/.test(text))).toEqual([]);
    const template = taken(form, saved);
    for (const notice of form === 'reminderNotice' ? [letterOf(form), groupedReminder(['甲', '乙'])] : [letterOf(form)])
      expect(words(notice, template)).toBe(words(notice));
  });

  test('改过的字留着，断成两截又写错的占位符说得出名字和位置', () => {
    const edited = (xml: string): string => xml.replace('请在本催办单下发后', '务必在本催办单下发后');
    const kept = taken('reminderNotice', savedByWriter(downloaded('reminderNotice', (xml) => inTwoRuns(edited(xml)))));
    expect(words(letterOf('reminderNotice'), kept)).toContain('现已逾期11天，务必在本催办单下发后3日内');
    const wrong = savedByWriter(
      downloaded('reminderNotice', (xml) => inTwoRuns(xml.replace('{联系人}', '{联系的人}'))),
    );
    const answer = takeTemplate('reminderNotice', wrong);
    expect(answer.ok ? [] : answer.problems.map(problemSentence)).toEqual([
      expect.stringMatching(/^第\d+段“联 系 人：\{联系的人\}”，“\{联系的人\}”：不认识这个占位符；是否要写\{联系人\}/),
    ]);
  });
});
