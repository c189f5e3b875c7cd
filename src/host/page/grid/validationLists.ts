import type { ISheetDataValidationRule } from '@univerjs/core';
import type { DataValidationRule } from '../../xlsx/model';
import { drawnRanges, type GridSize } from './drawnRanges';

const ERROR_STYLE = { information: 0, stop: 1, warning: 2 } as const;

/** The drop-down lists among a sheet's validations; a literal list comes in quotes in the file. */
export function gridLists(
  sheetId: string,
  rules: readonly DataValidationRule[],
  size: GridSize,
): readonly ISheetDataValidationRule[] {
  return rules.flatMap((rule, index) => {
    if (rule.type !== 'list' || rule.formula1 === undefined) return [];
    const literal = /^"([\s\S]*)"$/.exec(rule.formula1)?.[1];
    return [
      {
        uid: `${sheetId}-list-${index}`,
        type: 'list',
        ranges: drawnRanges(rule.areas, size),
        formula1: literal === undefined ? `=${rule.formula1}` : literal.replaceAll('""', '"'),
        allowBlank: rule.allowBlank,
        showDropDown: rule.showDropDown,
        showErrorMessage: rule.error?.show ?? false,
        errorStyle: ERROR_STYLE[rule.error?.style ?? 'stop'],
        ...(rule.error?.title === undefined ? {} : { errorTitle: rule.error.title }),
        ...(rule.error?.message === undefined ? {} : { error: rule.error.message }),
        renderMode: 0,
      },
    ];
  });
}
