import type { ChartModel } from '../xlsx/model';
import { ApiError } from './ApiError';

const KINDS: Readonly<Record<string, ChartModel['kind']>> = {
  BarClustered: 'barClustered',
  BarStacked: 'barStacked',
  ColumnClustered: 'columnClustered',
  ColumnStacked: 'columnStacked',
  Line: 'line',
  LineMarkers: 'lineMarkers',
};

/** The engine's word for Excel's `ChartType`; a kind it cannot draw is UnsupportedOperation. */
export function fileChartKind(type: string): ChartModel['kind'] {
  const kind = KINDS[type];
  if (kind === undefined) throw new ApiError('UnsupportedOperation', `chart type ${type}`);
  return kind;
}

export const apiChartType = (kind: ChartModel['kind']): string =>
  Object.entries(KINDS).find(([, word]) => word === kind)?.[0] ?? kind;
