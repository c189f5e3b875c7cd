import { openBench } from '../faults/bench';
import { INJECTED_FIELDS } from './injectedFields';
import { PAYLOADS } from './payloads';
import { tryField } from './trial';

test('发文机关里 XML 没有的字：引用上一文书的催办单也是完好的 Word 文件', async () => {
  const bench = openBench();
  const field = INJECTED_FIELDS.find(({ name }) => name === '单位信息：发文机关')!;
  const payloads = PAYLOADS.filter(({ kind }) => kind === '字符：非字符');
  expect((await tryField(bench, field, payloads)).failed).toEqual([]);
  bench.close();
});
