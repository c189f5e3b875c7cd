export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]!;

/** `12 (11–15)`: median and both ends, as milliseconds or whatever the figures are. */
export const spread = (figures: readonly number[], digits = 0): string =>
  `${median(figures).toFixed(digits)}（${Math.min(...figures).toFixed(digits)}–${Math.max(...figures).toFixed(digits)}）`;

/** A Markdown table; the first row is its head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(rows[0]!), line(rows[0]!.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
}
