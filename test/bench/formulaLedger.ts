import type { SheetModel, WorkbookModel } from '../../src/host/xlsx';
import { largeLedger, LEDGER, UNITS } from './largeLedger';

/** Columns of the ledger after its twenty. */
const STATE = 20;
const OVERDUE_DAYS = 21;
const AS_OF_CELL = '考核!$B$1';

/**
 * The same ledger as an office without the add-in keeps it: 办结/逾期 and 逾期天数 as formulas in every row, and a sheet
 * 考核 that counts each unit's matters, letters and events by COUNTIFS and SUMIFS. No formula holds a value yet.
 */
export function formulaLedger(matters: number): WorkbookModel {
  const workbook = largeLedger(matters);
  const ledger = workbook.sheets.find(({ name }) => name === LEDGER)!;
  ledger.setValue(0, STATE, '状态');
  ledger.setValue(0, OVERDUE_DAYS, '逾期天数');
  for (let row = 1; row <= matters; row += 1) {
    const at = row + 1;
    const due = `MAX(M${at},N${at})`;
    ledger.setFormula(
      row,
      STATE,
      `IF(Q${at}="已办结",IF(P${at}="","办结",IF(P${at}<=${due},"按期办结","逾期办结")),` +
        `IF(K${at}>${AS_OF_CELL},"未交办",IF(NOT(ISNUMBER(M${at})),"无法判断",` +
        `IF(${due}<${AS_OF_CELL},"逾期",IF(${due}-${AS_OF_CELL}<=3,"临期","在办")))))`,
    );
    ledger.setFormula(
      row,
      OVERDUE_DAYS,
      `IF(U${at}="逾期",${AS_OF_CELL}-${due},IF(U${at}="逾期办结",P${at}-${due},0))`,
    );
  }
  scores(workbook.addSheet('考核'), matters + 1);
  return workbook;
}

function scores(sheet: SheetModel, last: number): void {
  sheet.setValue(0, 0, '统计日期');
  sheet.setValue(0, 1, 46326);
  ['单位', '事项', '逾期', '逾期办结', '按期办结', '临期', '逾期天数', '催办', '材料迟报', '得分', '名次'].forEach(
    (header, column) => sheet.setValue(1, column, header),
  );
  const inLedger = (column: string): string => `${LEDGER}!$${column}$2:$${column}$${last}`;
  UNITS.forEach((unit, index) => {
    const row = index + 2;
    const at = row + 1;
    sheet.setValue(row, 0, unit);
    const led = `${inLedger('G')},$A${at}`;
    const formulas = [
      `COUNTIFS(${led})`,
      ...['逾期', '逾期办结', '按期办结', '临期'].map((state) => `COUNTIFS(${led},${inLedger('U')},"${state}")`),
      `SUMIFS(${inLedger('V')},${led})`,
      `COUNTIFS(文书登记簿!$D$2:$D$${last},$A${at},文书登记簿!$A$2:$A$${last},"催办单")`,
      `COUNTIFS(加减分登记!$B$2:$B$${last},$A${at},加减分登记!$C$2:$C$${last},"材料未按时报送")`,
      `100-0.2*H${at}-0.2*I${at}`,
      `RANK(J${at},$J$3:$J$${UNITS.length + 2})`,
    ];
    formulas.forEach((formula, column) => sheet.setFormula(row, column + 1, formula));
  });
}
