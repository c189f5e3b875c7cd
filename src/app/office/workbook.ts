/** What rooms and jobs may ask of the workbook beyond reading it: carry plans out, take them back, select, watch. */
export { applyPlan, finish, journalEntries, takeBack, type ApplyResult, type Occasion } from '../../excel/applyPlan';
export type { HostRefusal } from '../../excel/hostErrors';
export type { JournalEntry } from '../../excel/journal';
export type { HostResult } from '../../excel/run';
export {
  selectCell,
  selectedRows,
  watchWorkbook,
  type SeenChange,
  type SelectedRows,
  type Watching,
} from '../../excel/selection';
