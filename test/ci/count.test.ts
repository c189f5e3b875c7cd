import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
type Status = 'passed' | 'failed' | 'pending';

describe('最后一行：通过几个、失败几个', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'count-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A report as jest writes it; `broken`: a file that failed although none of its tests did. */
  const report = (name: string, files: Readonly<Record<string, readonly Status[] | 'broken'>>): string => {
    const testResults = Object.entries(files).map(([file, tests]) => ({
      name: join(ROOT, file),
      status: tests === 'broken' || tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests === 'broken' ? [{ status: 'passed' }] : tests.map((status) => ({ status })),
    }));
    writeFileSync(join(folder, name), JSON.stringify({ testResults }));
    return join(folder, name);
  };
  const count = (...given: readonly string[]): { readonly said: string; readonly ok: boolean } => {
    const { stdout, status } = spawnSync('node', ['.ci/count.cjs', ...given], { cwd: ROOT, encoding: 'utf8' });
    return { said: stdout.trim(), ok: status === 0 };
  };

  const CHECKS = 'test/e2e/checks.test.ts';
  const SCORES = 'test/domain/scores.test.ts';

  test('都通过', () => {
    const first = report('first', { [CHECKS]: ['passed', 'passed'], [SCORES]: ['passed', 'pending'] });
    expect(count('walks', first)).toEqual({ said: '', ok: true });
    expect(count('all', first)).toEqual({ said: '3 passed, 0 failed, 1 skipped', ok: true });
  });

  test('浏览器里失败的一份再走一遍，第二遍算数', () => {
    const first = report('first', { [CHECKS]: ['passed', 'failed'], [SCORES]: ['passed'] });
    expect(count('walks', first).said).toBe(CHECKS);
    const again = report('again', { [CHECKS]: ['passed', 'passed'] });
    expect(count('all', again, first)).toEqual({ said: '3 passed, 0 failed', ok: true });
    const failing = report('again', { [CHECKS]: ['failed', 'passed'] });
    expect(count('all', failing, first)).toEqual({ said: '2 passed, 1 failed', ok: false });
  });

  test('别的测试失败，不再走，就是失败', () => {
    const first = report('first', { [CHECKS]: ['failed'], [SCORES]: ['failed', 'passed'] });
    expect(count('walks', first).said).toBe('');
    expect(count('all', first)).toEqual({ said: '1 passed, 2 failed', ok: false });
  });

  test('文件本身出错、一个也没有跑、没有结果，都是失败', () => {
    expect(count('all', report('first', { [SCORES]: 'broken' }))).toEqual({ said: '1 passed, 1 failed', ok: false });
    expect(count('all', report('first', {}))).toMatchObject({ ok: false });
    expect(count('all', join(folder, 'none'))).toEqual({ said: '0 passed, 1 failed', ok: false });
  });
});
