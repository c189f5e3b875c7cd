import type { InPortions } from '../domain/portions';
import { openXlsxInSlices, type OpenResult } from '../host/xlsx';
import { namesInZip } from './zip';

/** A workbook a person handed in; one with macros is not opened. */
export function* openHandedIn(bytes: Uint8Array): InPortions<OpenResult | 'macros'> {
  if (namesInZip(bytes).some((part) => /vbaProject|macrosheets/i.test(part))) return 'macros';
  const opening = openXlsxInSlices(bytes);
  for (;;) {
    const step = opening.next();
    if (step.done === true) return step.value;
    yield;
  }
}
