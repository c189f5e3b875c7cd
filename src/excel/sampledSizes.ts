import { areaAddress, type CellValue } from '../domain/cell';
import { nextTurn, turnTaking } from './inTurns';
import { RowSizes } from './rowSizes';
import type { Strand } from './strands';
import type { SurveyedSheet } from './survey';
import { bytesOf } from './wireBytes';

const SAMPLES = 400;
const SAMPLE_BYTES = 500_000;
/** getRanges takes addresses of 8,192 characters. */
const ADDRESS_CHARACTERS = 8_000;

/** Looks at rows spread over the strands that are long, at most once for each sheet. */
export async function sizesSampled(
  context: Excel.RequestContext,
  strands: readonly Strand[],
): Promise<Map<Strand, RowSizes>> {
  const large = [...new Set(strands.filter(({ rowCount }) => rowCount > SAMPLES).map(({ of }) => of))].map((of) => ({
    of,
    ...sampleOf(
      of,
      strands.filter((strand) => strand.of === of),
    ),
  }));
  const asked = large.map(({ of, rows, left, right }) => {
    const addresses = rows.map((row) => areaAddress({ top: row, left, bottom: row, right }));
    const areas = context.workbook.worksheets.getItem(of.head.id).getRanges(addresses.join(','));
    areas.load('areas/items/rowIndex,areas/items/values');
    return { of, left, areas };
  });
  await context.sync();
  await nextTurn();
  const turn = turnTaking();
  const sizes = new Map<Strand, RowSizes>();
  for (const strand of strands) {
    const answer = strand.what === 'values' ? asked.find(({ of }) => of === strand.of) : undefined;
    const samples = (answer?.areas.areas.items ?? []).map(({ rowIndex, values }) => {
      const from = strand.first - answer!.left;
      return {
        row: rowIndex - strand.of.used!.top,
        bytes: bytesOf((values[0] as CellValue[]).slice(from, from + strand.count)) + 1,
      };
    });
    sizes.set(strand, new RowSizes(strand.rowBytes, samples));
    await turn(SAMPLES);
  }
  return sizes;
}

/** Rows at even distances over the columns whose values are wanted: as many as stay a small part of a response. */
function sampleOf(
  of: SurveyedSheet,
  strands: readonly Strand[],
): { readonly rows: readonly number[]; readonly left: number; readonly right: number } {
  const { top, left: usedLeft } = of.used!;
  const values = strands.filter(({ what }) => what === 'values');
  const left = Math.min(...values.map(({ first }) => first), values.length === 0 ? usedLeft : Infinity);
  const right = Math.max(left, ...values.map(({ first, count }) => first + count - 1));
  const rowBytes = values.reduce((sum, strand) => sum + strand.rowBytes, 0);
  const longest = areaAddress({ top: of.used!.bottom, left, bottom: of.used!.bottom, right }).length + 1;
  const count = Math.max(
    1,
    Math.floor(Math.min(SAMPLES, SAMPLE_BYTES / Math.max(1, rowBytes), ADDRESS_CHARACTERS / longest)),
  );
  const { rowCount } = strands[0]!;
  const rows = Array.from({ length: count }, (_, index) => top + Math.floor(((index + 0.5) * rowCount) / count));
  return { rows, left, right };
}
