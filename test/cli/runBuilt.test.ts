import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-built-'));
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  for (const file of ['runBuilt.cjs', 'keptCode.cjs']) {
    copyFileSync(join(PROJECT, 'src/cli', file), join(root, 'src/cli', file));
  }
  write('src/said.ts', "export const said: string = '头一版';\n");
  write('src/cli/job.ts', "import { said } from '../said';\nconsole.log(said, ...process.argv.slice(2));\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

function install(): void {
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(PROJECT, 'node_modules/esbuild'), join(root, 'node_modules/esbuild'), 'junction');
}

function run(...given: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/runBuilt.cjs', 'job', ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const kept = (): readonly string[] => readdirSync(join(root, 'node_modules/.cache/built')).sort();
const built = (): readonly string[] => kept().filter((name) => name.endsWith('.cjs'));

const started = (given: string): Promise<{ status: number | null; said: string }> =>
  new Promise((resolved) => {
    const child = spawn(process.execPath, ['src/cli/runBuilt.cjs', 'job', given], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    child.on('close', (status) => resolved({ status, said }));
  });

describe('打包后运行的命令', () => {
  test('第一次打包，以后不再打包，都不出声，参数照样传到', () => {
    install();
    expect(run('台账.xlsx', '--annual')).toEqual({ status: 0, stdout: '头一版 台账.xlsx --annual\n', stderr: '' });
    const [made] = built();
    expect(run('另一本.xlsx')).toEqual({ status: 0, stdout: '头一版 另一本.xlsx\n', stderr: '' });
    expect(built()).toEqual([made]);
  });

  test('源文件改了就重新打包，旧的删去', () => {
    install();
    run();
    const [old] = built();
    write('src/said.ts', "export const said: string = '第二个版本';\n");
    expect(run().stdout).toBe('第二个版本\n');
    expect(built()).toHaveLength(1);
    expect(built()).not.toContain(old);
    expect(kept()).toEqual([...built(), built()[0]!.replace('.cjs', '.code')]);
  });

  test('做完了的那一次留下编译好的代码，没做成的不留', () => {
    install();
    write('src/cli/job.ts', "console.log('没有台账');\nprocess.exitCode = Number(process.argv[2] ?? 0);\n");
    expect(run('2').status).toBe(2);
    expect(kept()).toEqual(built());
    expect(run().status).toBe(0);
    expect(kept()).toHaveLength(2);
    expect(run('2')).toEqual({ status: 2, stdout: '没有台账\n', stderr: '' });
  });

  test('留下的代码坏了或是别的版本的，照样运行，另留新的', () => {
    install();
    run();
    const code = join(
      root,
      'node_modules/.cache/built',
      kept().find((name) => name.endsWith('.code'))!,
    );
    const good = readFileSync(code);
    for (const bad of [good.subarray(0, good.length / 2), Buffer.alloc(0), Buffer.from('坏了')]) {
      writeFileSync(code, bad);
      expect(run()).toEqual({ status: 0, stdout: '头一版\n', stderr: '' });
      expect(readFileSync(code)).not.toEqual(bad);
    }
  });

  test('头一次同时运行几个，都打得成、跑得通，不留半个文件', async () => {
    install();
    const ended = await Promise.all([1, 2, 3].map((which) => started(String(which))));
    expect(ended).toEqual([1, 2, 3].map((which) => ({ status: 0, said: `头一版 ${which}\n` })));
    expect(kept()).toHaveLength(2);
  });

  test('别的进程正打到一半的不删', () => {
    install();
    run();
    const half = `${built()[0]!}.12345`;
    write(`node_modules/.cache/built/${half}`, '');
    write('src/said.ts', "export const said: string = '第二个版本';\n");
    expect(run().stdout).toBe('第二个版本\n');
    expect(kept()).toContain(half);
    expect(built()).toHaveLength(1);
  });

  test('打不成包时说明原因，什么也不运行', () => {
    install();
    write('src/said.ts', 'export const = 1;\n');
    expect(run()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('打包没有成功') });
  });

  test('依赖的文件夹写不进去时直接运行源文件', () => {
    install();
    symlinkSync(join(PROJECT, 'node_modules/tsx'), join(root, 'node_modules/tsx'), 'junction');
    writeFileSync(join(root, 'node_modules/.cache'), '');
    expect(run('台账.xlsx')).toEqual({ status: 0, stdout: '头一版 台账.xlsx\n', stderr: '' });
  });

  test('没有装依赖时请人先装', () => {
    expect(run()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('npm install') });
  });
});
