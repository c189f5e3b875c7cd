import { question, type HostTheme, type Scratch } from './question';
import { article, reference } from './source';

/** How long an event is waited for, and how long its absence is watched, in milliseconds. */
const PATIENCE = 3000;
const SILENCE = 400;
const STEP = 20;

const NONE = '没有事件';

async function until(holds: () => boolean, longest: number): Promise<void> {
  for (let waited = 0; waited < longest && !holds(); waited += STEP) {
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/** What comes of a deed on a sheet that is watched: the first event in words, `没有事件` where none comes. */
async function changeSeen(
  at: Scratch,
  deed: (sheet: Excel.Worksheet) => void,
  inWords: (event: Excel.WorksheetChangedEventArgs) => string,
  longest = PATIENCE,
): Promise<string> {
  const sheet = at.another();
  sheet.getRange('A1').values = [['原有']];
  await at.context.sync();
  const seen: string[] = [];
  const handler = sheet.onChanged.add(async (event) => {
    seen.push(inWords(event));
  });
  await at.context.sync();
  deed(sheet);
  await at.context.sync();
  await until(() => seen.length > 0, longest);
  handler.remove();
  await at.context.sync();
  return seen[0] ?? NONE;
}

export const EVENTS: HostTheme = {
  name: '事件',
  questions: [
    question(
      'event-changed',
      '加载项写入后有改动事件，说出地址',
      'RangeEdited B2:C2',
      reference('WorksheetChangedEventArgs.address', 'WorksheetChangedEventArgs.changeType'),
      (at) =>
        changeSeen(
          at,
          (sheet) => {
            sheet.getRange('B2:C2').values = [['甲', '乙']];
          },
          ({ changeType, address }) => `${changeType} ${address}`,
        ),
    ),
    question('event-source', '自己写的，来源为 Local', 'Local', article('excel/excel-add-ins-events'), (at) =>
      changeSeen(
        at,
        (sheet) => {
          sheet.getRange('B2').values = [['甲']];
        },
        ({ source }) => source,
      ),
    ),
    question(
      'event-details',
      '改一格的事件带改前改后的值',
      '原有 → 改后',
      reference('WorksheetChangedEventArgs.details'),
      (at) =>
        changeSeen(
          at,
          (sheet) => {
            sheet.getRange('A1').values = [['改后']];
          },
          ({ details }) =>
            (details as unknown) === undefined || details === null
              ? '没有'
              : `${String(details.valueBefore as unknown)} → ${String(details.valueAfter as unknown)}`,
        ),
    ),
    question(
      'event-trigger',
      '自己写的，触发者为 ThisLocalAddin',
      'ThisLocalAddin',
      reference('EventTriggerSource.thisLocalAddin'),
      (at) =>
        changeSeen(
          at,
          (sheet) => {
            sheet.getRange('A1').values = [['改后']];
          },
          (event) => String(event.triggerSource),
        ),
    ),
    question('event-inserted', '插入行的事件类型', 'RowInserted', reference('DataChangeType.rowInserted'), (at) =>
      changeSeen(
        at,
        (sheet) => sheet.getRange('1:1').insert(Excel.InsertShiftDirection.down),
        ({ changeType }) => changeType,
      ),
    ),
    question('event-format', '只改底色，没有内容改动事件', NONE, article('excel/excel-add-ins-events'), (at) =>
      changeSeen(
        at,
        (sheet) => {
          sheet.getRange('A1').format.fill.color = '#FFC7CE';
        },
        ({ changeType }) => changeType,
        SILENCE,
      ),
    ),
    question('event-disabled', '关掉事件后写入，没有事件', NONE, article('excel/excel-add-ins-events'), async (at) => {
      try {
        return await changeSeen(
          at,
          (sheet) => {
            at.context.runtime.enableEvents = false;
            sheet.getRange('A1').values = [['改后']];
          },
          ({ changeType }) => changeType,
          SILENCE,
        );
      } finally {
        at.context.runtime.enableEvents = true;
        await at.context.sync();
      }
    }),
    question(
      'event-selection',
      '选中单元格后有选择事件',
      'B2:C3',
      reference('Worksheet.onSelectionChanged'),
      async (at) => {
        const sheet = at.another();
        const seen: string[] = [];
        const handler = sheet.onSelectionChanged.add(async ({ address }) => {
          seen.push(address);
        });
        sheet.activate();
        await at.context.sync();
        sheet.getRange('B2:C3').select();
        await at.context.sync();
        await until(() => seen.includes('B2:C3'), PATIENCE);
        handler.remove();
        await at.context.sync();
        return seen.at(-1) ?? NONE;
      },
    ),
    question('event-added', '新建工作表有事件', '有', reference('WorksheetCollection.onAdded'), async (at) => {
      let seen = 0;
      const handler = at.context.workbook.worksheets.onAdded.add(async () => {
        seen += 1;
      });
      await at.context.sync();
      at.another();
      await at.context.sync();
      await until(() => seen > 0, PATIENCE);
      handler.remove();
      await at.context.sync();
      return seen > 0 ? '有' : NONE;
    }),
    question('event-removed', '取消登记后不再收到', '没有再收到', article('excel/excel-add-ins-events'), async (at) => {
      const sheet = at.another();
      let seen = 0;
      const handler = sheet.onChanged.add(async () => {
        seen += 1;
      });
      await at.context.sync();
      handler.remove();
      await at.context.sync();
      sheet.getRange('A1').values = [['甲']];
      await at.context.sync();
      await until(() => seen > 0, SILENCE);
      return seen === 0 ? '没有再收到' : '还收到';
    }),
  ],
};
