import { JSDOM } from 'jsdom';
import { bulletinFile, bulletinXml } from '../../src/documents/bulletin';
import { readParagraphs } from '../../src/documents/templateText';
import { balancedTitle } from '../../src/documents/titleLines';
import { widthOf } from '../../src/documents/fitPage';
import { briefBulletin, documentBulletin } from './bulletinContent';

const { window } = new JSDOM('');
const lines = (xml: string): string[] => readParagraphs(xml).map((paragraph) => paragraph.text);

describe('督查通报', () => {
  test('简报式有名称、期数、编印单位和日期，没有文号和署名', () => {
    const text = lines(bulletinXml(briefBulletin));
    expect(text.slice(0, 3)).toEqual(['政务督查', '第10期', '河阳市人民政府办公室\t2026年11月2日']);
    expect(text.join('')).not.toContain('〔');
    expect(text.filter((line) => line === '河阳市人民政府办公室')).toEqual([]);
  });

  test('文件式有标志、文号、署名和成文日期，没有期数', () => {
    const text = lines(bulletinXml(documentBulletin));
    expect(text.filter((line) => line.trim() !== '').slice(0, 2)).toEqual([
      '河阳市人民政府办公室文件',
      '河政办〔2026〕52号',
    ]);
    expect(text).toEqual(expect.arrayContaining(['\t河阳市人民政府办公室', '\t2026年11月2日']));
    expect(text.join('')).not.toMatch(/第\d+期/);
  });

  test('几个附件编号对齐，一个附件不编号，附件说明后没有标点', () => {
    const several = lines(bulletinXml(documentBulletin));
    expect(several).toEqual(
      expect.arrayContaining(['附件：1.2026年10月份各单位加减分情况表', '2.逾期事项清单', '附件1', '附件2']),
    );
    const one = lines(bulletinXml({ ...documentBulletin, attachments: documentBulletin.attachments.slice(0, 1) }));
    expect(one).toEqual(expect.arrayContaining(['附件：2026年10月份各单位加减分情况表', '附件']));
    expect(lines(bulletinXml({ ...documentBulletin, attachments: [] })).join('')).not.toContain('附件');
  });

  test('署名和日期不单独成页：末段、附件说明与它们连在一起；简报式没有署名，不连', () => {
    const kept = (xml: string): readonly string[] =>
      [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([own]) => own).filter((own) => own.includes('<w:keepNext/>'));
    const chain = kept(bulletinXml(documentBulletin)).join('');
    for (const own of ['附件', documentBulletin.kind === 'document' ? documentBulletin.signature : '']) {
      expect(chain).toContain(own);
    }
    expect(kept(bulletinXml(briefBulletin)).join('')).not.toContain('附件');
  });

  test('版记有抄送、印发机关和印发日期；没有抄送的简报没有版记', () => {
    expect(lines(bulletinXml(documentBulletin)).filter((line) => /抄送|印发/.test(line))).toEqual([
      '抄送：市委办公室，市人大常委会办公室，市政协办公室。',
      '河阳市人民政府办公室\t2026年11月2日印发',
    ]);
    expect(bulletinXml({ ...briefBulletin, copies: '' })).not.toContain('framePr');
  });

  test('表里的文字原样，合格的 XML，同样内容同样字节', () => {
    const hostile = {
      ...briefBulletin,
      blocks: [
        {
          kind: 'table' as const,
          columns: [{ head: '<栏>', part: 1, align: 'left' as const }],
          rows: [['{事项}&<w:p>\n=1']],
        },
        { kind: 'text' as const, text: '第一段\n第二段' },
      ],
    };
    const xml = bulletinXml(hostile);
    const parsed = new window.DOMParser().parseFromString(xml, 'application/xml');
    expect(parsed.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(lines(xml)).toEqual(expect.arrayContaining(['<栏>', '{事项}&<w:p>', '=1', '第一段', '第二段']));
    expect(bulletinFile(hostile)).toEqual(bulletinFile(hostile));
  });
});

describe('标题分行', () => {
  test('20字以内一行，数字算半字', () => {
    expect(balancedTitle('关于2026年10月份重点工作督查情况的通报')).toHaveLength(1);
    expect(balancedTitle('关于2026年10月份政府重点工作督查情况的通报')).toHaveLength(2);
  });

  test('长标题分得匀称，每行不过20字，不拆开书名号、日期', () => {
    const title = '河阳市人民政府办公室关于《2026年政府工作报告》目标任务2026年10月份落实情况的督查通报';
    const split = balancedTitle(title);
    expect(split.join('')).toBe(title);
    expect(split.every((line) => widthOf(line) <= 20)).toBe(true);
    expect(split.every((line) => !/^[》，、年月日份]/.test(line) && !/[《\d]$/.test(line))).toBe(true);
  });

  test('自己分好的行照旧', () => {
    expect(balancedTitle('关于重点工作\n督查情况的通报')).toEqual(['关于重点工作', '督查情况的通报']);
  });
});
