/**
 * What a person may do in the grid. Everything that would change the workbook in a way the host does not write to the
 * file is refused with a sentence: what is on screen is what will be saved.
 */
const WRITTEN: ReadonlySet<string> = new Set([
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.paste',
  'sheet.command.paste-by-short-key',
  'sheet.command.paste-value',
  'sheet.command.optional-paste',
  'sheet.command.copy',
  'sheet.command.cut',
  'sheet.command.auto-fill',
  'sheet.command.refill',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.auto-clear-content',
  'sheet.command.numfmt.set.numfmt',
  'sheet.command.set-row-height',
  'sheet.command.delta-row-height',
  'sheet.command.set-row-is-auto-height',
  'sheet.command.set-worksheet-col-width',
  'sheet.command.delta-column-width',
  'sheet.command.set-col-auto-width',
  'sheet.command.set-rows-hidden',
  'sheet.command.set-specific-rows-visible',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.set-col-hidden',
  'sheet.command.set-col-visible-on-cols',
  'sheet.command.set-selected-cols-visible',
  'sheet.command.set-worksheet-activate',
  'sheet.command.scroll-view',
]);

/** Commands that change nothing in the workbook, by how their names begin. */
const HARMLESS =
  /^sheet\.command\.(set-scroll|scroll|move-selection|expand-selection|select|set-zoom|change-zoom|copy|reset-scroll|set-activate|toggle-cell-edit)/;
const WRITING = /^(sheet|data-validation|formula)\.command\./;

export const refusedByHost = (commandId: string): boolean =>
  WRITING.test(commandId) && !WRITTEN.has(commandId) && !HARMLESS.test(commandId);
