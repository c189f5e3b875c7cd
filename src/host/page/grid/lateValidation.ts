import type { Injector, Workbook } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { SheetsDataValidationValidatorService } from '@univerjs/sheets-data-validation';

/**
 * Univer 0.25.1 validates a drawn sheet's cells when the browser is idle, and throws where the workbook or sheet has
 * gone meanwhile: drawing anew makes another workbook. What is gone needs no validation.
 */
export function validateOnlyWhatIsThere(injector: Injector): void {
  const instances = injector.get(IUniverInstanceService);
  const validator = injector.get(SheetsDataValidationValidatorService);
  const validate = validator.validatorRanges.bind(validator);
  validator.validatorRanges = (unitId, sheetId, ranges) =>
    sheetThere(instances, unitId, sheetId) ? validate(unitId, sheetId, ranges) : Promise.resolve([]);
}

const sheetThere = (instances: IUniverInstanceService, unitId: string, sheetId: string): boolean =>
  Boolean(instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheetId));
