import { conditionalLook, snapshotLook, wholeLook } from '../../../../src/host/page/grid/cellLook';
import { PLAIN } from '../fakeWorkbook';

describe('单元格样式到表格视图', () => {
  test('字体、填充、边框、对齐、数字格式一样不少', () => {
    const look = snapshotLook({
      ...PLAIN,
      numberFormat: 'yyyy"年"m"月"d"日"',
      font: {
        name: '黑体',
        size: 16,
        bold: true,
        italic: true,
        underline: 'single',
        strikethrough: true,
        color: '#C00000',
      },
      fill: '#FFFF00',
      borders: { left: { style: 'thin', color: '#112233' }, bottom: { style: 'double' } },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true, indent: 2, textRotation: 45 },
    });
    expect(look).toEqual({
      ff: '黑体',
      fs: 16,
      bl: 1,
      it: 1,
      ul: { s: 1 },
      st: { s: 1 },
      cl: { rgb: '#C00000' },
      bg: { rgb: '#FFFF00' },
      bd: { l: { s: 1, cl: { rgb: '#112233' } }, b: { s: 7, cl: { rgb: '#000000' } } },
      n: { pattern: 'yyyy"年"m"月"d"日"' },
      ht: 2,
      vt: 2,
      tb: 3,
      tr: { a: -45 },
      pd: { l: 20 },
    });
  });
  test('没有设置的都不写进快照，文字默认靠下', () => {
    expect(snapshotLook(PLAIN)).toEqual({ ff: '宋体', fs: 11, vt: 3, tb: 1 });
  });
  test('盖到旧样式上时，没有的项写成空，旧填充和旧边框因此消失', () => {
    expect(wholeLook(PLAIN)).toMatchObject({ bg: null, bl: null, n: null, bd: { l: null, r: null, t: null, b: null } });
  });
  test.each([
    [90, { a: -90 }],
    [135, { a: 45 }],
    [255, { a: 0, v: 1 }],
  ])('文字方向 %i', (degrees, expected) => {
    expect(snapshotLook({ ...PLAIN, alignment: { textRotation: degrees } }).tr).toEqual(expected);
  });
  test('条件格式只写它改的那几项，明说“不加粗”也算', () => {
    expect(conditionalLook({ fill: '#FDE7E9', font: { color: '#C50F1F', bold: false } })).toEqual({
      bg: { rgb: '#FDE7E9' },
      cl: { rgb: '#C50F1F' },
      bl: 0,
    });
    expect(conditionalLook(null)).toEqual({});
  });
});
