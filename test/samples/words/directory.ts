import type { CellContent } from '../sampleWorkbook';
import type { ColumnLook } from '../table';
import { LEADERS } from './people';
import { DEPARTMENT_KEYS, aliasesOf, fullName } from './units';
import type { Government, UnitEntry } from './units';

/** 一个单位督查力量的特别情形：承担科室、督查人员数。 */
export type Staffing = Readonly<Record<string, readonly [section: string, officers: number | null]>>;

/** 单位名录：各部门、各乡镇、一个统称；`shared` 里的别名由两个单位共用。 */
export function unitDirectory(
  government: Government,
  staffing: Staffing,
  shared: Readonly<Record<string, string>>,
): UnitEntry[] {
  const staffed = (name: string, section: string): Pick<UnitEntry, 'section' | 'officers'> => {
    const special = staffing[name];
    return special === undefined
      ? { section, officers: 1 + (name.length % 3) }
      : { section: special[0], officers: special[1] };
  };
  const departments = DEPARTMENT_KEYS.map((key, index): UnitEntry => {
    const name = fullName(government, key);
    const extra = shared[key];
    return {
      name,
      aliases: extra === undefined ? aliasesOf(government, key) : [...aliasesOf(government, key), extra],
      members: [],
      kind: '部门',
      leader: LEADERS[index % LEADERS.length] as string,
      ...staffed(name, index % 3 === 0 ? '督查科' : '办公室'),
      assessed: key === '统计' ? '' : '是',
    };
  });
  const towns = government.towns.map((name, index): UnitEntry => {
    const place = name.replace(/(街道|镇|乡)$/, '');
    const office = name.endsWith('街道') ? '办事处' : '政府';
    return {
      name,
      aliases: [`${name}${office}`, ...(name.endsWith('街道') ? [`${place}办事处`] : [])],
      members: [],
      kind: name.endsWith('街道') ? '街道' : '乡镇',
      leader: LEADERS[(index + 2) % LEADERS.length] as string,
      ...staffed(name, '党政综合办公室'),
      assessed: '是',
    };
  });
  const everyone: UnitEntry = {
    name: government.collective,
    aliases: [`${government.collective}（街道）`.replace('各镇街（街道）', '各镇（街道）')],
    members: government.towns,
    kind: '统称',
    leader: '',
    section: '',
    officers: null,
    assessed: '否',
  };
  return [...departments, ...towns, everyone];
}

export const DIRECTORY_LOOKS: readonly ColumnLook[] = [
  { header: '单位', width: 30, align: 'left' },
  { header: '别名', width: 28, align: 'left' },
  { header: '成员单位', width: 40, align: 'left' },
  { header: '类别', width: 8 },
  { header: '分管领导', width: 10 },
  { header: '承担科室', width: 18 },
  { header: '督查人员数', width: 11 },
  { header: '参加考核', width: 10 },
];

export function directoryCells(unit: UnitEntry): CellContent[] {
  return [
    unit.name,
    unit.aliases.join('、'),
    unit.members.join('、'),
    unit.kind,
    unit.leader,
    unit.section,
    unit.officers,
    unit.assessed,
  ];
}
