import type { CivilDate } from '../calendar/civilDate';
import type { CalendarOverride } from '../calendar/workCalendar';
import type { Finding } from '../finding';
import { atOnce, type InPortions } from '../portions';
import type { WorkbookSnapshot } from '../snapshot';
import { readDirectory } from './readDirectory';
import { EVENT_REGISTER } from './readEvents';
import { readHolidays } from './readHolidays';
import { NOTICE_REGISTER } from './readNotices';
import { PROCEEDING_REGISTER } from './readProceedings';
import { readRegister } from './readRegister';
import type { Registers } from './registers';
import { registerSheet } from './registerSheet';
import { createUnitDirectory } from './unitDirectory';

export interface RegistersReading {
  readonly registers: Registers;
  /** Days of the sheet 节假日. */
  readonly holidays: readonly CalendarOverride[];
  readonly findings: readonly Finding[];
}

/** Reads all registers of a workbook, units by their own names of 单位名录. Later dates than asOf are kept. */
export const readRegisters = (workbook: WorkbookSnapshot, asOf: CivilDate): RegistersReading =>
  atOnce(registersInPortions(workbook, asOf));

export function* registersInPortions(workbook: WorkbookSnapshot, asOf: CivilDate): InPortions<RegistersReading> {
  const context = { asOf, date1904: workbook.date1904 };
  const findings: Finding[] = [];
  const take = <Entries>(read: { readonly entries: Entries; readonly findings: readonly Finding[] } | null) => {
    if (read === null) return null;
    findings.push(...read.findings);
    return read.entries;
  };
  const directorySheet = registerSheet(workbook, '单位名录');
  const directory = take(directorySheet ? readDirectory(directorySheet, context) : null);
  const units = createUnitDirectory(directory);
  const noticeSheet = registerSheet(workbook, '文书登记簿');
  const proceedingSheet = registerSheet(workbook, '办理登记');
  const eventSheet = registerSheet(workbook, '加减分登记');
  const holidaySheet = registerSheet(workbook, '节假日');
  const registers: Registers = {
    directory,
    notices: take(noticeSheet ? yield* readRegister(NOTICE_REGISTER, noticeSheet, units, context) : null),
    proceedings: take(
      proceedingSheet ? yield* readRegister(PROCEEDING_REGISTER, proceedingSheet, units, context) : null,
    ),
    events: take(eventSheet ? yield* readRegister(EVENT_REGISTER, eventSheet, units, context) : null),
  };
  const holidays = take(holidaySheet ? readHolidays(holidaySheet, context) : null) ?? [];
  return { registers, holidays, findings };
}
