import { clearParts } from '../../excel/clearParts';
import { OWN_PARTS, type OwnPart } from '../../excel/ownParts';
import type { ApplyResult, JournalEntry } from './workbook';

/** 清空操作记录: the actions in the undo menu, with the old cell text they keep. The sheets stay as they are. */
export const clearJournal = (seen: readonly JournalEntry[]): Promise<ApplyResult> => clearParts(['journal'], ids(seen));

/**
 * 对外版: takes everything of the add-in's out of the open file that no sheet shows: journal, settings (columns, scheme,
 * office), words kept of bulletins, own letter templates. Meant for a copy: neither Excel's API nor the page can write one beside the file that
 * is open, so the clerk saves it under another name first.
 */
export const clearForOutside = (seen: readonly JournalEntry[]): Promise<ApplyResult> =>
  clearParts(Object.keys(OWN_PARTS) as OwnPart[], ids(seen));

const ids = (entries: readonly JournalEntry[]): readonly string[] => entries.map(({ id }) => id);
