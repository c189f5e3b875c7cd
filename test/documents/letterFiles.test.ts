import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { atOnce } from '../../src/domain/portions';
import { joinedInPortions } from '../../src/documents/join';
import {
  joinedLetters,
  letterFiles,
  letterFilesInPortions,
  lettersZip,
  mergeLetters,
} from '../../src/documents/letterFiles';
import { readParagraphs } from '../../src/documents/templateText';
import { office } from '../domain/notices/builders';
import { groupedReminder, letterOf } from './notices';

const text = (bytes: Uint8Array, part = 'word/document.xml'): string =>
  new TextDecoder().decode(unzipSync(bytes)[part]);

const joinBodies = (...asked: Parameters<typeof joinedInPortions>): string => atOnce(joinedInPortions(...asked));

const { window } = new JSDOM('');

/** Throws where the text is not well-formed XML. */
function wellFormed(xml: string): Document {
  const document = new window.DOMParser().parseFromString(xml, 'application/xml');
  const errors = document.getElementsByTagName('parsererror');
  if (errors.length > 0) throw new Error(errors[0]?.textContent ?? '');
  return document;
}

describe('单元格里的任何文字都原样作为文字进入文书', () => {
  const shown = (title: string): string => {
    const [letter] = mergeLetters([letterOf('reminderNotice', { title })], { office });
    wellFormed(`<w:body xmlns:w="w" xmlns:r="r">${letter!.body}</w:body>`);
    return readParagraphs(letter!.body)
      .map((paragraph) => paragraph.text)
      .join('\n');
  };

  test.each([
    ['花括号', '推进{事项}和{如果 附件}以及}{的工作'],
    ['尖括号和与号', '<w:p>A&B &lt; "引号" \'单引号\'</w:p>'],
    ['像公式的', '=cmd|"/C calc"!A0'],
    ['表情和生僻字', '改造🏗️工程，𠮷田村'],
    ['像分隔标记的', '<w:letterBoundary/>'],
    ['美元符号和反斜杠', '$& $1 \\n 100%'],
  ])('%s', (_, title) => {
    expect(shown(title)).toContain(`${title}已于2026年9月30日`);
  });

  test('换行、U+000B 成为换行，其他控制字符去掉', () => {
    expect(shown('第一行\n第二行\u000b第三行\u0007完\u0000')).toContain('第一行\n第二行\n第三行完已于');
  });

  test('半个代理对去掉', () => {
    expect(shown('甲\ud800乙\udc00丙')).toContain('甲乙丙已于');
  });

  test('五千字的事项全文都在', () => {
    const long = '为深入贯彻落实关于城市更新的决策部署'.repeat(280).slice(0, 5000);
    expect(shown(long)).toContain(`${long}已于`);
  });

  test('随机文字', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (random) => {
        const title = `甲${random}乙`;
        const kept = title
          .replace(/\r\n?|\v/g, '\n')
          // eslint-disable-next-line no-control-regex -- what XML cannot carry
          .replace(/[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect(shown(title)).toContain(`${kept}已于`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('一份一个文件', () => {
  test('文件名写明文种、编号、单位，文件系统不许的字符换成空格，同名的编次', () => {
    const notice = letterOf('reminderNotice');
    const files = letterFiles([notice, { ...notice, unit: '甲/乙:局' }, notice], { office });
    expect(files.map((file) => file.name)).toEqual([
      '催办单〔2026〕1号 交通局.docx',
      '催办单〔2026〕1号 甲 乙 局.docx',
      '催办单〔2026〕1号 交通局（2）.docx',
    ]);
  });

  test('几份几份地做，与一份一份做的相同；中途可以停', () => {
    const letters = Array.from({ length: 7 }, (_, index) => ({
      ...letterOf(index % 3 === 1 ? 'assignmentNotice' : 'reminderNotice'),
      number: `〔2026〕${index + 1}号`,
    }));
    expect(letterFiles(letters, { office })).toEqual(letters.flatMap((letter) => letterFiles([letter], { office })));
    const begun = letterFilesInPortions(letters, { office });
    expect(begun.next().done).toBe(false);
    expect(begun.return([]).done).toBe(true);
  });

  test('同样的文书任何时候都是同样的字节', () => {
    const letters = [letterOf('assignmentNotice'), groupedReminder(['甲', '乙'])];
    expect(lettersZip(letters, { office })).toEqual(lettersZip(letters, { office }));
  });

  test('压缩包里每份都能打开，各部分都是合格的 XML', () => {
    const outer = unzipSync(lettersZip([letterOf('assignmentNotice'), letterOf('supervisionOrder')], { office }));
    expect(Object.keys(outer)).toEqual(['交办单〔2026〕1号 交通局.docx', '督办通知单〔2026〕1号 交通局.docx']);
    for (const docx of Object.values(outer)) {
      for (const [name, bytes] of Object.entries(unzipSync(docx))) {
        expect([name, wellFormed(new TextDecoder().decode(bytes)).documentElement.nodeName]).toEqual([
          name,
          expect.any(String),
        ]);
      }
    }
  });

  test('没有文书时是空的', () => {
    expect(letterFiles([], { office })).toEqual([]);
    expect(joinedLetters([], { office })).toEqual([]);
  });
});

describe('合成一个文件', () => {
  const letters = [letterOf('assignmentNotice'), letterOf('reminderNotice'), groupedReminder(['甲', '乙'])];

  test('每份自成一节，另起一页，页码从1起', () => {
    const [joined] = joinedLetters(letters, { office });
    const xml = text(joined!);
    wellFormed(xml);
    const sections = xml.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(section).toContain('<w:type w:val="nextPage"/>');
      expect(section).toContain('r:id="rIdOdd"');
    }
  });

  test('双面印时每份从单页起', () => {
    const [joined] = joinedLetters(letters, { office }, { oddPageStarts: true });
    expect(text(joined!).match(/w:val="oddPage"/g)).toHaveLength(2);
  });

  test('各份的正文一字不少', () => {
    const whole = readParagraphs(text(joinedLetters(letters, { office })[0]!)).map((p) => p.text);
    const single = letterFiles(letters, { office }).flatMap((file) =>
      readParagraphs(text(file.bytes)).map((p) => p.text),
    );
    expect(whole.filter((line) => line !== '')).toEqual(single.filter((line) => line !== ''));
  });

  test('书签、图形的编号不重，w14 段落号去掉', () => {
    const body =
      '<w:p w14:paraId="00A1" w14:textId="77"><w:bookmarkStart w:id="0" w:name="甲"/><w:bookmarkEnd w:id="0"/>' +
      '<w:r><w:drawing><wp:docPr id="1" name="图"/></w:drawing></w:r></w:p>';
    const end = '<w:sectPr/></w:body></w:document>';
    const joined = joinBodies(
      [
        { body, end },
        { body, end },
      ],
      false,
    );
    expect([...joined.matchAll(/bookmarkStart w:id="(\d+)" w:name="([^"]*)"/g)].map((m) => [m[1], m[2]])).toEqual([
      ['1', '甲'],
      ['2', '甲_2'],
    ]);
    expect([...joined.matchAll(/bookmarkEnd w:id="(\d+)"/g)].map((m) => m[1])).toEqual(['1', '2']);
    expect([...joined.matchAll(/docPr id="(\d+)"/g)].map((m) => m[1])).toEqual(['1', '2']);
    expect(joined).not.toContain('paraId');
  });

  test('以表格结尾的，分节放在表后另加的一段里', () => {
    const body = '<w:p/><w:tbl></w:tbl>';
    const joined = joinBodies(
      [
        { body, end: '<w:sectPr/></w:body>' },
        { body: '<w:p/>', end: '<w:sectPr/></w:body>' },
      ],
      false,
    );
    expect(joined).toMatch(/<\/w:tbl><w:p><w:pPr><w:spacing[^>]*\/><w:sectPr>/);
  });
});
