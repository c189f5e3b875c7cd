import type { CellRef } from '../domain/cell';
import { talkToExcel, type HostResult } from './run';

/** Brings a cell into view and selects it. Fails where another workbook has the focus; the refusal says so. */
export function selectCell(cell: CellRef): Promise<HostResult<void>> {
  return talkToExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).select();
    await context.sync();
  });
}

/** Rows the clerk has selected, absolute, in the sheet she is on. */
export interface SelectedRows {
  readonly sheet: string;
  readonly spans: readonly { readonly first: number; readonly last: number }[];
}

/** The rows selected now. */
export function selectedRows(): Promise<HostResult<SelectedRows>> {
  return talkToExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    const areas = context.workbook.getSelectedRanges().areas.load('items/rowIndex,items/rowCount');
    await context.sync();
    return {
      sheet: sheet.name,
      spans: areas.items.map(({ rowIndex, rowCount }) => ({ first: rowIndex, last: rowIndex + rowCount - 1 })),
    };
  });
}

/** What changed in the workbook while the pane is open. */
export interface SeenChange {
  readonly sheetId: string;
  /** `A2:C9`, without the sheet. */
  readonly address: string;
  /** Cells were filled or cleared where they stand: nothing was inserted or deleted. */
  readonly inPlace: boolean;
  /** Another clerk's change, where Excel says so. */
  readonly remote: boolean;
}

export interface Watching {
  readonly stop: () => Promise<void>;
}

/** Calls back for every change of cells and every change of the selection, until stopped. */
export function watchWorkbook(
  onChange: (change: SeenChange) => void,
  onSelection: () => void,
): Promise<HostResult<Watching>> {
  return talkToExcel(async (context) => {
    const { worksheets } = context.workbook;
    const changed = worksheets.onChanged.add(async (event) => {
      onChange({
        sheetId: event.worksheetId,
        address: event.address,
        inPlace: event.changeType === Excel.DataChangeType.rangeEdited,
        remote: event.source === Excel.EventSource.remote,
      });
    });
    const selected = worksheets.onSelectionChanged.add(async () => onSelection());
    await context.sync();
    return {
      stop: async () => {
        await Excel.run(changed.context, async (own) => {
          changed.remove();
          selected.remove();
          await own.sync();
        });
      },
    };
  });
}
