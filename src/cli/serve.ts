import { serveBuiltPage } from './pageServer';
import { buildIfNeeded } from './pageBuild';
import { readServeOptions } from './serveOptions';

const options = readServeOptions(process.argv.slice(2));
if (!options.ok) {
  console.error(options.sentence);
  process.exit(2);
}
const root = process.cwd();
if (!(await buildIfNeeded(root))) {
  console.error('网页没有构建成功，上面是原因。');
  process.exit(1);
}
try {
  const address = await serveBuiltPage(root, options.value);
  console.log(`督查台账已就绪，用浏览器打开 ${address} （按 Ctrl+C 结束）`);
} catch (error) {
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    inUse
      ? `端口 ${options.value.port} 已被占用，换一个：npm start -- --port ${options.value.port + 1}`
      : `网页没有开起来：${String(error)}`,
  );
  process.exit(1);
}
