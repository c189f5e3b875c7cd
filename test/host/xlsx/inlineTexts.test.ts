import * as fc from 'fast-check';
import { InlineTexts } from '../../../src/host/xlsx/cells/inlineTexts';

const encoder = new TextEncoder();

function read(...cells: readonly string[]): readonly (string | null)[] {
  const bytes = encoder.encode(cells.join(''));
  const texts = new InlineTexts(bytes);
  let at = 0;
  return cells.map((cell) => {
    const start = at;
    at += encoder.encode(cell).length;
    return texts.read(start, at);
  });
}

const cell = (text: string, opening = '<is><t>'): string =>
  `<c r="A1" s="3" t="inlineStr">${opening}${text}</t></is></c>`;

describe('一格一段文字的单元格', () => {
  test('同样的、不同的文字各读各的', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('交通局', '财政局', '已办结', ''), fc.string({ unit: 'binary', maxLength: 200 })),
        ),
        (given) => {
          const texts = given.map((text) => text.replace(/[<&_]/g, ''));
          expect(read(...texts.map((text) => cell(text)))).toEqual(texts);
        },
      ),
    );
  });

  test('转义的字符读成原来的字', () => {
    expect(read(cell('甲_x000D_乙'), cell('甲_x000D_乙'))).toEqual(['甲\r乙', '甲\r乙']);
  });

  test('保留空格的照读', () => {
    expect(read(cell(' 甲 ', '<is><t xml:space="preserve">'))).toEqual([' 甲 ']);
  });

  test('有实体、多段、别的写法的留给 XML 解析', () => {
    const others = [
      cell('甲&amp;乙'),
      cell('甲</t><t>乙'),
      cell('甲', '<is><r><t>'),
      cell('甲', '<is><t xml:lang="zh">'),
      '<c r="A1" t="inlineStr"><is><t/></is></c>',
      '<x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>',
      '<c r="A1" t="inlineStr"><is><t>甲</t></is> </c>',
    ];
    expect(read(...others)).toEqual(others.map(() => null));
  });
});
