/** Words of 年终结转. */
export const CARRY_OVER = {
  title: '年终结转',
  ledger: '台账',
  carried: (count: number, name: string) => `未办结的 ${count} 件结转到新工作表“${name}”。`,
  go: (count: number) => `结转 ${count} 件`,
  summary: (name: string, count: number) => `结转 ${count} 件到“${name}”`,
  named: (id: string, title: string) => `${id} ${title}`,
  more: (count: number) => `另有 ${count} 件`,
} as const;
