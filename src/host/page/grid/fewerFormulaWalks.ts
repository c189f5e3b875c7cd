import {
  ObjectMatrix,
  type IUniverInstanceService,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { UpdateFormulaController } from '@univerjs/sheets-formula';
import type { FormulaPlaces } from './formulaPlaces';

/** Members of Univer's own that its types keep to themselves. */
interface Model {
  readonly _univerInstanceService: IUniverInstanceService;
}
interface Controller {
  _handleWorkbookAdded(unit: Workbook): void;
}

/**
 * Univer 0.25.1 walks all cells of all sheets to find the formulas: three times as a workbook opens, three times for
 * every edit, once for every calculation. It is given sheets that hold the cells with formulas only, and finds the
 * same. Called once, before Univer starts.
 */
export function walkFormulasOnly(places: FormulaPlaces): void {
  const narrowed = new WeakSet<object>();

  const narrowSheet = (sheet: Worksheet): Worksheet =>
    derived(sheet, {
      getCellMatrix: () =>
        new ObjectMatrix(places.among(sheet.getUnitId(), sheet.getSheetId(), sheet.getCellMatrix().getMatrix())),
    });
  const narrowBook = (book: Workbook): Workbook =>
    derived(book, {
      getSheets: () => book.getSheets().map(narrowSheet),
      getSheetBySheetId: (id: string) => ifThere(book.getSheetBySheetId(id), narrowSheet),
    });
  const narrowModel = (model: FormulaDataModel): FormulaDataModel => {
    if (narrowed.has(model)) return model;
    const instances = (model as unknown as Model)._univerInstanceService;
    const own = derived(model, {
      _univerInstanceService: derived(instances, {
        getAllUnitsForType: (type: number) => instances.getAllUnitsForType<Workbook>(type).map(narrowBook),
        getUnit: (id: string) => ifThere(instances.getUnit<Workbook>(id), narrowBook),
      }),
    });
    narrowed.add(own);
    return own;
  };

  const model = FormulaDataModel.prototype;
  const { getFormulaData, getSheetFormulaData, updateFormulaData, getFormulaStringByCell } = model;
  model.getFormulaData = function () {
    return getFormulaData.call(narrowModel(this));
  };
  model.getSheetFormulaData = function (...asked) {
    return getSheetFormulaData.apply(narrowModel(this), asked);
  };
  model.updateFormulaData = function (...asked) {
    return updateFormulaData.apply(narrowModel(this), asked);
  };
  model.getFormulaStringByCell = function (...asked) {
    return getFormulaStringByCell.apply(narrowModel(this), asked);
  };
  const controller = UpdateFormulaController.prototype as unknown as Controller;
  const { _handleWorkbookAdded: added } = controller;
  controller._handleWorkbookAdded = function (unit) {
    added.call(this, narrowBook(unit));
  };
}

/** The same object, but for these members. */
function derived<T extends object>(from: T, members: Readonly<Record<string, unknown>>): T {
  const own = Object.create(from) as T;
  for (const [name, value] of Object.entries(members)) Object.defineProperty(own, name, { value });
  return own;
}

const ifThere = <T>(found: Nullable<T>, narrow: (found: T) => T): Nullable<T> =>
  found === null || found === undefined ? found : narrow(found);
