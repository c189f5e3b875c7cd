import { foldText } from '../foldText';
import type { RegisterKind } from './readRegister';
import type { ScoreEvent } from './registers';
import type { RegisterRows } from './registerSheet';
import { registerUnits } from './registerUnits';
import { eventKind } from './words';

export const EVENT_HEADERS = ['日期', '单位', '类型', '事项编号', '事项', '分值', '依据', '备注', '台账'] as const;

/** 加减分登记. 分值 is read for 其他加减分 only, which needs it and 依据. */
export const EVENT_REGISTER: RegisterKind<ScoreEvent> = {
  headers: EVENT_HEADERS,
  needed: ['日期', '单位', '类型'],
  entriesOf(rows, row, directory) {
    const date = rows.neededDate(row, '日期');
    const written = rows.neededText(row, '单位');
    const word = rows.neededText(row, '类型');
    const kind = word === null ? null : eventKind(word);
    if (word !== null && kind === null) rows.problem(row, '类型', 'unknownWord');
    if (date === null || written === null || kind === null) return [];
    const manual = kind === 'manual';
    const points = manual ? pointsOf(rows, row) : null;
    const basis = rows.textOrNull(row, '依据');
    if (manual && basis === null) rows.problem(row, '依据', 'blank');
    if (manual && (points === null || basis === null)) return [];
    const note = rows.textOrNull(row, '备注');
    if (manual && note === null) rows.problem(row, '备注', 'nameMissing', 'warning');
    const entry = {
      cell: rows.cell(row, '类型'),
      date,
      kind,
      matters: rows.matters(row),
      points,
      basis,
      note,
    };
    const units = registerUnits(written, directory, rows.cell(row, '单位'), rows.findings);
    return units.map((unit) => ({ ...entry, unit }));
  },
};

function pointsOf(rows: RegisterRows, row: number): number | null {
  const value = rows.value(row, '分值');
  if (typeof value === 'number') return value;
  const text = foldText(rows.text(row, '分值')).replace(/[−–—]/, '-');
  const match = /^([+-]?\d+(?:\.\d+)?)分?$/.exec(text);
  if (match !== null) return Number(match[1]);
  rows.problem(row, '分值', text === '' ? 'blank' : 'unreadable');
  return null;
}
