import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageManifest, withoutRibbon } from '../src/cli/package/packageManifest';

/**
 * Microsoft publishes the schema of manifests in [MS-OWEMXML] (appendix A) and, until February 2020, as files in
 * OfficeDev/office-js-docs-pr under docs/overview/schemas/taskpane. They are not in this repository: MANIFEST_SCHEMAS
 * names a folder with OfficeAppManifestV1_1.xsd and what it imports. They know no Runtimes, which came later.
 */
const SCHEMA = join(process.env['MANIFEST_SCHEMAS'] ?? '', 'OfficeAppManifestV1_1.xsd');

function missing(): string | null {
  if (process.env['MANIFEST_SCHEMAS'] === undefined) return '没有给出 MANIFEST_SCHEMAS（微软清单架构所在的文件夹）';
  if (!existsSync(SCHEMA)) return `没有 ${SCHEMA}`;
  return spawnSync('xmllint', ['--version']).error === undefined ? null : '没有 xmllint';
}

const WHY = missing();
const complaintsAbout = (manifest: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.xml');
  writeFileSync(file, manifest);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, file], {
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
};

if (WHY !== null) {
  console.warn(`未运行：清单合乎微软公布的架构（${WHY}）`);
  test(`未运行：${WHY}`, () => expect(missing()).toBe(WHY));
} else {
  describe('清单合乎微软公布的架构', () => {
    const manifest = readFileSync(join(__dirname, '../manifest.xml'), 'utf8');
    const known = manifest.replace(/\s*<Runtimes>[\s\S]*<\/Runtimes>/, '');

    test('带选项卡的、部署包里的、不带选项卡的', () => {
      expect(complaintsAbout(known)).toBe('');
      expect(complaintsAbout(packageManifest(known, 'https://oa.example.gov.cn/ducha/', '0.1.0'))).toBe('');
      expect(complaintsAbout(withoutRibbon(manifest))).toBe('');
    });

    test('写错了查得出来', () => {
      expect(complaintsAbout(known.replace('<FunctionName>', '<Title resid="x"/><FunctionName>'))).toContain('Title');
    });
  });
}
