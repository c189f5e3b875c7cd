import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { runMonthEnd } from '../../src/app/month/monthEnd';
import { writtenValue } from '../../src/excel/writtenValue';
import { openXlsx } from '../../src/host/xlsx';
import { AS_OF } from '../app/reviewing';
import { openDesk } from '../hostDesk';
import { hostileLedger } from './hostileLedger';
import { INJECTIONS } from './strings';

const ARGUMENTS = {
  file: '台账.xlsx',
  asOf: AS_OF,
  today: AS_OF,
  at: '2026-10-31 09:00',
  sheet: null,
  scheme: 'dengzhou-2018',
  annual: false,
  issueNotices: true,
  replace: false,
  out: null,
} as const;

/** Names of the parts that are not well-formed XML by a parser that is not ours. */
function brokenParts(file: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(file)).flatMap(([name, bytes]) => {
    if (!/\.(xml|rels)$/.test(name)) return [];
    const parser = new SaxesParser({ xmlns: true });
    const faults: string[] = [];
    parser.on('error', (fault) => faults.push(`${name}: ${fault.message}`));
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
    return faults.slice(0, 1);
  });
}

const externals = (file: Uint8Array): readonly string[] =>
  Object.entries(unzipSync(file)).flatMap(([name, bytes]) =>
    name.endsWith('.rels') && /TargetMode="External"/.test(new TextDecoder().decode(bytes)) ? [name] : [],
  );

describe('写进单元格的文字', () => {
  test.each(INJECTIONS.filter(([kind]) => /^(公式|外部取数)/.test(kind)))(
    '%s：前面加撇号，Excel 当文字收下',
    (_, text) => {
      expect(writtenValue(text)).toBe(`'${text}`);
    },
  );

  test('说明文字照原样', () => {
    expect(['推进中', '（一）=甲', 'a=b', '<b>'].map(writtenValue)).toEqual(['推进中', '（一）=甲', 'a=b', '<b>']);
  });
});

describe('单元格里的公式、标记、XML、占位符，走完整个月末（标记、文书、登记簿、计分、通报）', () => {
  test('一个也不变成公式、链接或标记；写出的文件都是完好的 XML；台账里的原话一字不变', async () => {
    const bytes = hostileLedger();
    const desk = openDesk(bytes, '台账.xlsx');
    const result = await runMonthEnd(ARGUMENTS, () => undefined);
    if (!result.ok) throw new Error(result.sentence);
    const saved = desk.workbook.save();
    desk.close();

    expect(brokenParts(saved)).toEqual([]);
    expect(externals(saved)).toEqual([]);
    const opened = openXlsx(saved);
    const came = openXlsx(bytes);
    if (!opened.ok || !came.ok) throw new Error('not opened');
    const formulas: string[] = [];
    for (const sheet of opened.workbook.sheets) {
      const area = sheet.usedArea(false);
      if (area !== null)
        sheet.forEachCell(area, (row, column) => {
          const formula = sheet.formula(row, column);
          if (formula !== null && /cmd|WEBSERVICE|HYPERLINK|^1\+1|example/i.test(formula))
            formulas.push(`${sheet.name}!${row},${column}: ${formula}`);
        });
      expect(sheet.hyperlinks().filter(({ address }) => address !== null)).toEqual([]);
      for (const { formulas: rules } of sheet.conditionalRules()) expect(rules.join()).not.toMatch(/cmd\||example/);
    }
    expect(formulas).toEqual([]);
    const ledger = opened.workbook.sheets.find(({ name }) => name === '督查台账')!;
    INJECTIONS.forEach((_, index) =>
      expect(ledger.value(index + 1, 1)).toBe(came.workbook.sheets[0]!.value(index + 1, 1)),
    );

    const documents = result.outcome.documents;
    expect(documents.length).toBeGreaterThan(1);
    for (const { name, bytes: document } of documents) {
      expect([name, brokenParts(document)]).toEqual([name, []]);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      expect(externals(document)).toEqual([]);
      const body = new TextDecoder().decode(unzipSync(document)['word/document.xml']);
      expect(body).not.toMatch(/<img|<script|<svg|<a href/);
    }
    const letters = documents
      .map(({ bytes: document }) => new TextDecoder().decode(unzipSync(document)['word/document.xml']))
      .join('');
    expect(letters).toContain('&lt;img');
    expect(letters).toContain('{文号}');
  });
});
