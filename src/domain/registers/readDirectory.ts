import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { foldText } from '../foldText';
import type { SheetSnapshot } from '../snapshot';
import type { DirectoryUnit } from './registers';
import { RegisterRows } from './registerSheet';

export const DIRECTORY_HEADERS = [
  '单位',
  '别名',
  '成员单位',
  '类别',
  '分管领导',
  '承担科室',
  '督查人员数',
  '参加考核',
] as const;

const NO_SECTION: ReadonlySet<string> = new Set(['无', '没有', '否', '未设', '未明确', '无科室', '-', '—', '/']);
const NOT_ASSESSED: ReadonlySet<string> = new Set(['否', '不参加', '不', '×', 'n', 'no', 'false', '不考核']);

/** Reads 单位名录. A unit named twice keeps its first row, and is said. */
export function readDirectory(
  sheet: SheetSnapshot,
  context: { readonly asOf: CivilDate; readonly date1904: boolean },
): { readonly entries: readonly DirectoryUnit[]; readonly findings: readonly Finding[] } {
  const { rows, findings } = RegisterRows.open(sheet, DIRECTORY_HEADERS, ['单位'], context);
  if (rows === null) return { entries: [], findings };
  const entries: DirectoryUnit[] = [];
  const names = new Set<string>();
  for (const row of rows.filled()) {
    const name = rows.neededText(row, '单位');
    if (name === null) continue;
    if (names.has(foldText(name))) {
      rows.problem(row, '单位', 'repeated');
      continue;
    }
    names.add(foldText(name));
    const section = rows.text(row, '承担科室');
    entries.push({
      cell: rows.cell(row, '单位'),
      name,
      aliases: rows.names(row, '别名'),
      members: rows.names(row, '成员单位'),
      group: rows.textOrNull(row, '类别'),
      leader: rows.textOrNull(row, '分管领导'),
      section:
        section === ''
          ? { kind: 'unknown' }
          : NO_SECTION.has(foldText(section))
            ? { kind: 'none' }
            : { kind: 'named', name: section },
      officers: officersOf(rows, row),
      assessed: !NOT_ASSESSED.has(foldText(rows.text(row, '参加考核')).toLowerCase()),
    });
  }
  return { entries, findings: rows.findings };
}

function officersOf(rows: RegisterRows, row: number): number | null {
  const text = foldText(rows.text(row, '督查人员数'));
  if (text === '') return null;
  if (text === '无') return 0;
  const match = /^(\d+(?:\.\d+)?)[人名]?$/.exec(text);
  if (match === null) {
    rows.problem(row, '督查人员数', 'unreadable');
    return null;
  }
  return Number(match[1]);
}
