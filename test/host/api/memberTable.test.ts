import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_CLASSES } from '../../../src/host/api/apiClasses';
import { openInMemory } from './withExcel';

const readme = readFileSync(join(__dirname, '../../../src/host/README.md'), 'utf8');
const rows = [...readme.matchAll(/^\| (\w+\.\w+) +\| (\S+) +\|(.*)\|$/gm)].map(([, member = '', page = '']) => ({
  member,
  page,
}));
const listed = rows.map(({ member }) => member);
const answered = API_CLASSES.flatMap(({ name, members }) => Object.keys(members).map((member) => `${name}.${member}`));

describe('the table of members', () => {
  test('lists every member the host answers, and no other', () => {
    expect([...listed].sort()).toEqual([...answered].sort());
  });

  test('gives each public member its own page', () => {
    const wrong = rows.filter(({ member, page }) => {
      const [type = '', name = ''] = member.toLowerCase().split('.');
      return page !== '(internal)' && !page.startsWith(`excel.${type}#excel-excel-${type}-${name}-member`);
    });
    expect(wrong).toEqual([]);
    expect(rows.filter(({ page }) => page === '(internal)').map(({ member }) => member)).toEqual([
      'Range._ValidateArraySize',
      'Workbook._Runtime',
      'Workbook._RemoveReference',
    ]);
  });

  test('names only members of the genuine library', () => {
    const namespace = openInMemory().Excel as unknown as Record<string, { prototype: object } | undefined>;
    const unknown = answered.filter((member) => {
      const [type = '', name = ''] = member.split('.');
      const prototype = namespace[type]?.prototype;
      return prototype === undefined || !(name in prototype);
    });
    expect(unknown).toEqual([]);
  });

  test('says of every property the library can set whether the host sets it', () => {
    const namespace = openInMemory().Excel as unknown as Record<string, { prototype: object }>;
    const silent: string[] = [];
    for (const { name, members } of API_CLASSES) {
      for (const [key, member] of Object.entries(members)) {
        if (member.kind !== 'property') continue;
        const settable = Object.getOwnPropertyDescriptor(namespace[name]!.prototype, key)?.set !== undefined;
        expect({ member: `${name}.${key}`, settable: settable || member.write === undefined }).toEqual({
          member: `${name}.${key}`,
          settable: true,
        });
        const row = readme.split('\n').find((line) => line.startsWith(`| ${name}.${key} `)) ?? '';
        if (settable && member.write === undefined && !row.includes('read only')) silent.push(`${name}.${key}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
