import { serveBuiltPage } from './pageServer';
import { buildIfNeeded } from './pageBuild';
import { readServeOptions, type ServeOptions } from './serveOptions';

function failure(error: unknown, { port }: ServeOptions): string {
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  return inUse ? `端口 ${port} 已被占用，换一个：npm start -- --port ${port + 1}` : `网页没有开起来：${String(error)}`;
}

/** `npm start`: the page built where needed, then served to this computer. */
async function serve(root: string, args: readonly string[]): Promise<number | null> {
  const options = readServeOptions(args);
  if (!options.ok) {
    console.error(options.sentence);
    return 2;
  }
  if (!(await buildIfNeeded(root))) {
    console.error('网页没有构建成功，上面是原因。');
    return 1;
  }
  try {
    const address = await serveBuiltPage(root, options.value);
    console.log(`督查台账已就绪，用浏览器打开 ${address} （按 Ctrl+C 结束）`);
    return null;
  } catch (error) {
    console.error(failure(error, options.value));
    return 1;
  }
}

void serve(process.cwd(), process.argv.slice(2)).then((code) => {
  if (code !== null) process.exitCode = code;
});
