import type { DirectoryUnit } from '../../../src/domain/registers/registers';

/** A row of 单位名录 with nothing but what a test names. */
export const unitOf = (
  name: string,
  aliases: readonly string[] = [],
  members: readonly string[] = [],
): DirectoryUnit => ({
  cell: { sheet: '单位名录', row: 1, column: 0 },
  name,
  aliases,
  members,
  group: null,
  leader: null,
  section: { kind: 'unknown' },
  officers: null,
  assessed: true,
});
