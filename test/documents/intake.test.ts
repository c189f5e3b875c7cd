import { strToU8, unzipSync, zipSync } from 'fflate';
import { builtInTemplate } from '../../src/documents/builtInForms';
import { docxFile } from '../../src/documents/docxFile';
import { problemSentence, takeTemplate } from '../../src/documents/intake';
import { joinedLetters, letterFiles, mergeLetters } from '../../src/documents/letterFiles';
import { STANDARD_LAYOUT } from '../../src/documents/page';
import { readParagraphs } from '../../src/documents/templateText';
import { LETTER_FORMS } from '../../src/domain/notices/notice';
import { office } from '../domain/notices/builders';
import { letterOf } from './notices';

const builtIn = docxFile(builtInTemplate('reminderNotice', office, STANDARD_LAYOUT).package);

/** The downloaded form, edited: a paragraph put before the contacts, or anything done to the parts. */
function edited(change: (document: string) => string, more: Record<string, string> = {}): Uint8Array {
  const parts = unzipSync(builtIn);
  parts['word/document.xml'] = strToU8(change(new TextDecoder().decode(parts['word/document.xml'])));
  for (const [name, content] of Object.entries(more)) parts[name] = strToU8(content);
  return zipSync(parts);
}

const withParagraph = (runs: string): Uint8Array =>
  edited((xml) => xml.replace('<w:body>', `<w:body><w:p>${runs}</w:p>`));
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

function sentences(bytes: Uint8Array): string[] {
  const answer = takeTemplate('reminderNotice', bytes);
  return answer.ok ? [] : answer.problems.map(problemSentence);
}

test.each(LETTER_FORMS)('内置模板下载后原样交回可用（%s）', (form) => {
  expect(takeTemplate(form, docxFile(builtInTemplate(form, office, STANDARD_LAYOUT).package)).ok).toBe(true);
});

describe('改过的模板', () => {
  const firstLine = (bytes: Uint8Array): string => {
    const answer = takeTemplate('reminderNotice', bytes);
    if (!answer.ok) throw new Error(answer.problems.map(problemSentence).join());
    const letter = mergeLetters([letterOf('reminderNotice')], {
      office,
      templates: { reminderNotice: answer.template },
    })[0]!;
    return readParagraphs(letter.body)[0]!.text;
  };

  test('占位符被拆成几段格式的也能认', () => {
    expect(
      firstLine(withParagraph(run('致{') + run('主送') + '<w:proofErr w:type="spellStart"/>' + run('单位}：'))),
    ).toBe('致交通局：');
  });

  test('输入法打出的全角花括号当半角', () => {
    expect(firstLine(withParagraph(run('致｛主送单位｝：')))).toBe('致交通局：');
  });

  test('如果、如果没有和空格（全角也行）', () => {
    expect(firstLine(withParagraph(run('{如果　附件}有{结束}{如果没有 附件}无{结束 附件}附件')))).toBe('无附件');
  });

  test('占位符里的空格不碍事', () => {
    expect(firstLine(withParagraph(run('{ 编号 }')))).toBe('〔2026〕1号');
  });

  test('模板自己的分节和页脚每份文书都保留', () => {
    const inner =
      '<w:p><w:pPr><w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr></w:p>';
    const answer = takeTemplate(
      'reminderNotice',
      edited((xml) => xml.replace('<w:body>', `<w:body>${inner}`)),
    );
    if (!answer.ok) throw new Error('refused');
    const settings = { office, templates: { reminderNotice: answer.template } };
    for (const { body } of mergeLetters([letterOf('reminderNotice'), letterOf('reminderNotice')], settings)) {
      expect(body.startsWith(inner)).toBe(true);
    }
  });

  test('样式与内置模板不同的，合订时另成一个文件', () => {
    const answer = takeTemplate(
      'reminderNotice',
      edited((xml) => xml, { 'word/extra.xml': '<a/>' }),
    );
    if (!answer.ok) throw new Error('refused');
    const letters = [letterOf('assignmentNotice'), letterOf('reminderNotice'), letterOf('supervisionOrder')];
    expect(joinedLetters(letters, { office, templates: { reminderNotice: answer.template } })).toHaveLength(2);
    expect(joinedLetters(letters, { office })).toHaveLength(1);
  });

  test('交回的模板里的其余部分原样进入文书', () => {
    const answer = takeTemplate(
      'reminderNotice',
      edited((xml) => xml, { 'word/extra.xml': '<a/>' }),
    );
    if (!answer.ok) throw new Error('refused');
    const [file] = letterFiles([letterOf('reminderNotice')], {
      office,
      templates: { reminderNotice: answer.template },
    });
    expect(new TextDecoder().decode(unzipSync(file!.bytes)['word/extra.xml'])).toBe('<a/>');
  });
});

describe('有错的模板退回，说明是哪个占位符、在哪里', () => {
  test.each([
    ['{主送单}', '第1段“致{主送单}”，“{主送单}”：不认识这个占位符；是否要写{主送单位}。'],
    ['{constructor}', '第1段“致{constructor}”，“{constructor}”：不认识这个占位符。'],
    ['{}', '第1段“致{}”，“{}”：花括号里没有写占位符。'.replace('“{}”：', '')],
    ['{主送单位', '第1段“致{主送单位”，“{主送单位}”：左花括号没有配上右花括号。'],
    ['主送单位}', '第1段“致主送单位}”，“{致主送单位}”：右花括号前面没有左花括号。'],
    ['{循环 表格}{结束}', '第1段“致{循环 表格}{结束}”，“{循环 表格}”：不认识这个循环。'],
    ['{如果 附件}有', '第1段“致{如果 附件}有”，“{如果 附件}”：没有配上“结束”。'],
    ['{结束}', '第1段“致{结束}”，“{结束}”：前面没有与“结束”相配的“循环”或“如果”。'],
    ['{如果 附件}{结束 台账}', '第1段“致{如果 附件}{结束 台账}”，“{结束 台账}”：“结束”与前面打开的不是同一个。'],
  ])('%s', (text, sentence) => {
    expect(sentences(withParagraph(run('致') + run(text)))).toEqual([sentence]);
  });

  test('几处错一次说全', () => {
    expect(sentences(withParagraph(run('{甲}{乙}')))).toHaveLength(2);
  });

  test('页脚里的占位符', () => {
    const footer = '<w:ftr><w:p><w:r><w:t>{编号}</w:t></w:r></w:p></w:ftr>';
    expect(sentences(edited((xml) => xml, { 'word/footer1.xml': footer }))).toEqual([
      '页脚，“{编号}”：占位符只能写在正文里，页眉、页脚里的不能替换。',
    ]);
  });

  test('没有占位符的、带宏的、嵌有文件的、不是文档的', () => {
    expect(sentences(edited((xml) => xml.replace(/<w:body>[\s\S]*<\/w:body>/, '<w:body><w:p/></w:body>')))).toEqual([
      '模板里一个占位符也没有。',
    ]);
    expect(sentences(edited((xml) => xml, { 'word/vbaProject.bin': 'x' }))).toEqual([
      '模板里有宏，不能使用；请另存为不带宏的 .docx。',
    ]);
    expect(sentences(edited((xml) => xml, { 'word/embeddings/a.xlsx': 'x' }))[0]).toContain('嵌有别的文件');
    expect(sentences(strToU8('不是压缩包'))).toEqual(['这不是 Word 文档（.docx）。']);
    expect(sentences(zipSync({ 'a.txt': strToU8('x') }))).toEqual(['这不是 Word 文档（.docx）。']);
  });

  test('循环开在表格里、结束在表格外', () => {
    const table = `<w:tbl><w:tr><w:tc><w:p>${run('{循环 台账}')}</w:p></w:tc></w:tr></w:tbl><w:p>${run('{结束}')}</w:p>`;
    expect(sentences(edited((xml) => xml.replace('<w:body>', `<w:body>${table}`)))[0]).toContain(
      '一个在表格里、一个在表格外',
    );
  });
});
