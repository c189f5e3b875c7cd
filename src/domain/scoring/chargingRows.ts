import type { NoticeEntry, ScoreEvent } from '../registers/registers';
import type { ChangedRegister, ChangedRegisters } from '../registers/registersAgain';

type Charging = NoticeEntry | ScoreEvent;

/** Rows that charge units, as far as they changed. */
export interface ChargingRows {
  /** One after the other. */
  readonly registers: readonly ChangedRegister<Charging>[];
  readonly gone: readonly Charging[];
  readonly come: readonly Charging[];
}

/** Of 文书登记簿 and 加减分登记: a row of 办理登记 charges nobody by itself. */
export function chargingRows(changes: readonly ChangedRegisters[]): ChargingRows {
  const registers = changes.flatMap(({ notices, events }): readonly ChangedRegister<Charging>[] =>
    [notices, events].filter((register) => register !== null),
  );
  return {
    registers,
    gone: registers.flatMap(({ gone }) => gone),
    come: registers.flatMap(({ come }) => come),
  };
}
