import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync } from 'fflate';
import { bulletinXml } from '../../src/documents/bulletin';
import { joinedLetters } from '../../src/documents/letterFiles';
import { readParagraphs } from '../../src/documents/templateText';
import { office } from '../domain/notices/builders';
import { briefBulletin } from './bulletinContent';
import { letterOf } from './notices';

const documentOf = (file: Uint8Array): string => strFromU8(unzipSync(file)['word/document.xml']!);
const letter = (title: string): string =>
  documentOf(joinedLetters([letterOf('reminderNotice', { title })], { office })[0]!);
const bulletin = (title: string): string =>
  bulletinXml({ ...briefBulletin, blocks: [{ kind: 'text', text: `${title}已于` }], attachments: [] });
const bulletinTable = (title: string): string => {
  const columns = [{ head: '事项', part: 1, align: 'left' }] as const;
  return bulletinXml({
    ...briefBulletin,
    blocks: [{ kind: 'table', columns, rows: [[`${title}已于`]] }],
    attachments: [],
  });
};

/** As Word and Writer show it: in w:t a line end is a blank and a tab is none of theirs. */
function shown(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  expect(xml).not.toMatch(/<w:t(?: [^>]*)?>[^<]*[\t\n\r]/);
  return readParagraphs(xml)
    .map(({ text }) => text)
    .join('\n');
}

describe('格里的控制字符，在文书、通报、通报的表里一个样', () => {
  test.each(Array.from({ length: 32 }, (_, code) => [code.toString(16).padStart(2, '0').toUpperCase(), code] as const))(
    '%s',
    (_, code) => {
      const title = `甲${String.fromCharCode(code)}乙`;
      const expected = code === 9 ? '甲\t乙已于' : [10, 11, 13].includes(code) ? '甲\n乙已于' : '甲乙已于';
      for (const made of [letter, bulletin, bulletinTable]) expect(shown(made(title))).toContain(expected);
    },
  );

  test('非字符、半个代理对去掉，删除符和 80–9F 原样', () => {
    for (const made of [letter, bulletin, bulletinTable]) {
      expect(shown(made('甲\ufffe\uffff\ud800乙'))).toContain('甲乙已于');
      expect(shown(made('甲\u007f\u0085\u009f乙'))).toContain('甲\u007f\u0085\u009f乙已于');
    }
  });
});
