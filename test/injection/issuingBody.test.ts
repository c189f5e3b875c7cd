import { openBench } from '../faults/bench';
import { INJECTED_FIELDS } from './injectedFields';
import { PAYLOADS } from './payloads';
import { tryField } from './trial';

test.each(['字符：非字符', '公式：数组', '占位：双花括号', '占位：循环'])(
  '发文机关里有“%s”：原样写进文书，是完好的 Word 文件',
  async (kind) => {
    const bench = openBench();
    const field = INJECTED_FIELDS.find(({ name }) => name === '单位信息：发文机关')!;
    const payloads = PAYLOADS.filter((payload) => payload.kind === kind);
    expect(payloads).toHaveLength(1);
    expect((await tryField(bench, field, payloads)).failed).toEqual([]);
    bench.close();
  },
);
