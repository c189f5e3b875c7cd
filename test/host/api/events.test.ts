import { loadOfficeJs } from '../../../src/host/officeJs/nodeRuntime';
import { createHostSession } from '../../../src/host/session';
import { MemoryWorkbook } from './memoryWorkbook';
import { openInMemory } from './withExcel';

/** Turns, not time: whatever waits its turn behind one another has been told by then, however slow the machine. */
async function pushed(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

const cell = (row: number, column: number): { top: number; left: number; bottom: number; right: number } => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

describe('events through the genuine library', () => {
  test('人改单元格，表的和工作簿的处理函数都得到地址、前后值和来源', async () => {
    const { Excel, session } = openInMemory();
    const seen: unknown[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.getFirst().onChanged.add(async (event) => void seen.push(['sheet', event]));
      sheets.onChanged.add(async (event) => void seen.push(['workbook', event.address]));
      await context.sync();
    });
    session.userEdits('台账', cell(1, 2), '已办结');
    await pushed();
    expect(seen).toEqual([
      [
        'sheet',
        expect.objectContaining({
          type: 'WorksheetChanged',
          address: 'C2',
          changeType: 'RangeEdited',
          source: 'Local',
          triggerSource: 'Unknown',
          details: { valueBefore: '', valueAfter: '已办结', valueTypeBefore: 'Empty', valueTypeAfter: 'String' },
        }),
      ],
      ['workbook', 'C2'],
    ]);
  });

  test('加载项自己的改动标明来自自己，几格一起改时没有前后值', async () => {
    const { Excel } = openInMemory();
    const seen: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.onChanged.add(async (event) => void seen.push(event));
      sheet.getRange('A1:B1').values = [['甲', '乙']];
      await context.sync();
    });
    await pushed();
    expect(seen.map(({ address, triggerSource, details }) => [address, triggerSource, details])).toEqual([
      ['A1:B1', 'ThisLocalAddin', undefined],
    ]);
  });

  test('选区、换表、加表、删表', async () => {
    const { Excel, session } = openInMemory({}, new MemoryWorkbook(['甲', '乙']));
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const second = sheets.getItem('乙');
      second.onSelectionChanged.add(async ({ address }) => void seen.push(`选 ${address}`));
      second.onActivated.add(async () => void seen.push('到乙'));
      sheets.onDeactivated.add(async () => void seen.push('离开'));
      sheets.onAdded.add(async () => void seen.push('加表'));
      sheets.onDeleted.add(async () => void seen.push('删表'));
      await context.sync();
    });
    session.userSelects('乙', { top: 1, left: 0, bottom: 3, right: 2 });
    await pushed();
    await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      const active = context.workbook.getActiveCell();
      active.load('address');
      context.workbook.worksheets.add('丙');
      context.workbook.worksheets.getItem('甲').delete();
      await context.sync();
      expect([range.address, active.address]).toEqual(['乙!A2:C4', '乙!A2']);
    });
    await pushed();
    expect(seen).toEqual(['离开', '到乙', '选 A2:C4', '加表', '删表']);
  });

  test('取消登记之后不再来，enableEvents 关掉时也不来', async () => {
    const { Excel, session } = openInMemory();
    let count = 0;
    const registered = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().onChanged.add(async () => void (count += 1));
      await context.sync();
      return added;
    });
    session.userEdits('台账', cell(0, 0), 1);
    await pushed();
    expect(count).toBe(1);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    session.userEdits('台账', cell(0, 0), 2);
    await pushed();
    expect(count).toBe(1);
    await Excel.run(registered.context, async (context) => {
      context.runtime.enableEvents = true;
      registered.remove();
      await context.sync();
    });
    session.userEdits('台账', cell(0, 0), 3);
    await pushed();
    expect(count).toBe(1);
  });

  test('同一工作簿上的两个窗格都得到事件，关掉的不再得到', async () => {
    const session = createHostSession(new MemoryWorkbook());
    const panes = [loadOfficeJs(session), loadOfficeJs(session)];
    const counts = [0, 0];
    for (const [index, pane] of panes.entries()) {
      await pane.Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().onChanged.add(async () => void (counts[index]! += 1));
        await context.sync();
      });
    }
    session.userEdits('台账', cell(0, 0), '改');
    await pushed();
    expect(counts).toEqual([1, 1]);
    panes[0]!.close();
    session.userEdits('台账', cell(0, 0), '再改');
    await pushed();
    expect(counts).toEqual([1, 2]);
  });
});
