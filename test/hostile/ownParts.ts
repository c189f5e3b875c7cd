import { OWN_PARTS, type OwnPart } from '../../src/excel/ownParts';
import { packed } from '../../src/excel/packedText';
import { relationshipsPart } from '../host/xlsx/handmade';
import { ledgerFile } from './ledgerParts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The small ledger with parts of ours as someone else wrote them. */
export function withOwnParts(...parts: readonly (readonly [part: OwnPart, json: string])[]): Uint8Array {
  return ledgerFile({
    parts: {
      'xl/_rels/workbook.xml.rels': relationshipsPart([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ...parts.map((_, index): [string, string] => ['customXml', `../customXml/item${index + 1}.xml`]),
      ]),
      ...Object.fromEntries(
        parts.map(([part, json], index) => [
          `customXml/item${index + 1}.xml`,
          `<data xmlns="${OWN_PARTS[part]}">${escaped(json)}</data>`,
        ]),
      ),
    },
  });
}

const MARKUP = '<img src=x onerror="window.injected=1">';
const entry = (plan: unknown, more: object = {}): string =>
  JSON.stringify({
    version: 1,
    entries: [{ id: '1', at: '2026-10-30 09:00', action: 'fix', summary: '登记', state: 'done', plan, ...more }],
  });
const plan = (...changes: readonly unknown[]): unknown => ({ action: 'fix', asOf: null, expectations: [], changes });
const cell = { sheet: '督查台账', row: 1, column: 1 };
const settings = (change: object): string =>
  JSON.stringify({ schemaVersion: 1, ledgers: [], scheme: null, settings: {}, office: {}, ...change });
const ledger = (change: object): string =>
  settings({
    ledgers: [
      {
        sheet: '督查台账',
        headerTop: 0,
        headerBottom: 0,
        columns: { title: { column: 1, header: '督查事项' }, deadline: { column: 4, header: '办结时限' } },
        leadReading: 'firstLeads',
        deadlineInDays: null,
        ...change,
      },
    ],
  });

/** Journals that no action of ours left: none of their entries may be offered. */
export const JOURNALS: readonly (readonly [title: string, json: string])[] = [
  ['不是 JSON', '{'],
  ['是一个数', '5'],
  ['是 null', 'null'],
  ['十万层方括号', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['版本 1e308', JSON.stringify({ version: 1e308, entries: [] })],
  ['entries 不是列表', JSON.stringify({ version: 1, entries: { length: 1e9 } })],
  ['改动不是列表', entry({ ...(plan() as object), changes: 5 })],
  ['改动是 null', entry(plan(null))],
  ['没有这种改动', entry(plan({ kind: 'runMacro', name: 'x' }))],
  ['改动名叫 __proto__', entry(plan({ kind: '__proto__' }))],
  ['行号 1e300', entry(plan({ kind: 'setCell', cell: { ...cell, row: 1e300 }, before: 'x', after: '道路修缮' }))],
  ['行号 -1', entry(plan({ kind: 'setCell', cell: { ...cell, row: -1 }, before: 'x', after: '道路修缮' }))],
  ['列号是文字', entry(plan({ kind: 'setCell', cell: { ...cell, column: 'B' }, before: 'x', after: '道路修缮' }))],
  ['值是对象', entry(plan({ kind: 'setCell', cell, before: { toString: 1 }, after: '道路修缮' }))],
  ['别的命名空间的部件', entry(plan({ kind: 'setPart', namespace: 'urn:example:x', before: null, after: '<a/>' }))],
  [
    '借撤销放上不是我们的条件格式',
    entry(
      plan({
        kind: 'setMarks',
        sheet: '督查台账',
        before: [
          {
            mark: 'overdue',
            areas: [{ top: 0, left: 0, bottom: 9, right: 9 }],
            formula: '=WEBSERVICE("http://example.invalid/")=0',
            live: false,
            asOf: null,
            look: { fill: null, fontColor: null },
          },
        ],
        after: [],
      }),
    ),
  ],
  [
    '范围倒着写',
    entry(
      plan({
        kind: 'setValidation',
        sheet: '督查台账',
        area: { top: 9, left: 0, bottom: 1, right: 0 },
        before: null,
        after: null,
      }),
    ),
  ],
  ['工作表内容不是行', entry(plan({ kind: 'addSheet', name: '督查台账', content: { rows: 'x', columnWidths: [] } }))],
  ['压缩过的，解不开', entry({ packed: '%%%' })],
  ['压缩过的，里面是别的', entry({ packed: packed('{"changes":[{"kind":"x"}]}') })],
  ['压缩过的，解开有一亿字', entry({ packed: packed(' '.repeat(100_000_000)) })],
  ['说明有一百万字', entry(plan(), { summary: MARKUP.repeat(30_000) })],
];

/** Settings that no version of ours wrote: the workbook is read, and what is damaged has its default or is said. */
export const SETTINGS: readonly (readonly [title: string, json: string])[] = [
  ['不是 JSON', '<a>'],
  ['是列表', '[]'],
  [
    '__proto__ 和 constructor',
    '{"schemaVersion":1,"ledgers":[],"scheme":"__proto__","settings":{"__proto__":1,"constructor":2},"office":{"__proto__":"x","toString":"y"}}',
  ],
  ['没有这种方案', settings({ scheme: MARKUP })],
  ['版本 1e308', settings({ schemaVersion: 1e308 })],
  ['临期天数 1e300', settings({ settings: { dueSoonDays: 1e300 } })],
  ['临期天数 -1e300', settings({ settings: { dueSoonDays: -1e300 } })],
  ['临期天数 0.5', settings({ settings: { dueSoonDays: 0.5 } })],
  ['临期天数是文字', settings({ settings: { dueSoonDays: '三天' } })],
  ['配合单位比例 1e300', settings({ settings: { coUnitRatio: 1e300 } })],
  ['配合单位比例 -5', settings({ settings: { coUnitRatio: -5 } })],
  ['答复期限 1e300 天，编号一百万位', settings({ office: { replyDays: 1e300, numberDigits: 1_000_000 } })],
  ['发文机关是标记', settings({ office: { issuingBody: MARKUP, generalOffice: MARKUP, phone: '=1+1' } })],
  ['发文机关有一百万字', settings({ office: { issuingBody: '长'.repeat(1_000_000) } })],
  [
    '月份 2026-99、日期 9999-99-99',
    settings({ months: { '2026-99': { check: { state: 'done', on: '9999-99-99' } } }, lastSeen: '9999-99-99' }),
  ],
  ['表头在第 1e15 行', ledger({ headerTop: 1e15, headerBottom: 1e15 })],
  ['表头在第 1,048,577 行', ledger({ headerTop: 1_048_576, headerBottom: 1_048_576 })],
  ['表头倒着写', ledger({ headerTop: 3, headerBottom: 0 })],
  ['列号 1e15', ledger({ columns: { title: { column: 1e15, header: '督查事项' } } })],
  ['台账没有一列', ledger({ columns: {} })],
  ['台账是没有的表', ledger({ sheet: MARKUP })],
  [
    '同一张表登记一千次',
    settings({
      ledgers: Array.from({ length: 1000 }, () => (JSON.parse(ledger({})) as { ledgers: unknown[] }).ledgers[0]),
    }),
  ],
  [
    '状态列一万个',
    ledger({ moreStatus: Array.from({ length: 10_000 }, (_, column) => ({ column: column + 1e6, header: MARKUP })) }),
  ],
];

/** Bulletins on record and templates that are not ours. */
export const OTHERS: readonly (readonly [part: OwnPart, title: string, json: string])[] = [
  ['bulletins', '是 null', 'null'],
  ['bulletins', '日期 1e300', '{"督查通报 2026-10":{"issuedOn":1e300}}'],
  [
    'bulletins',
    '没有单位',
    '{"__proto__":{"issuedOn":"2026-10-31","head":{},"words":{},"commended":[null],"criticised":[{}]}}',
  ],
  ['template:reminderNotice', '不是 base64', '{"form":"reminderNotice","docx":"%%%"}'],
  ['template:reminderNotice', '不是 .docx', '{"form":"reminderNotice","docx":"AAAA"}'],
  ['template:reminderNotice', '别的文书', '{"form":"__proto__","docx":""}'],
];
