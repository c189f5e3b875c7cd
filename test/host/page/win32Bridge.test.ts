import { win32Bridge, type BridgeEvent } from '../../../src/host/page/win32Bridge';

type Answer = { toArray(): unknown[] } | number;
interface External {
  GetHostInfo(): string;
  GetContext(): Record<string, () => unknown>;
  Execute(id: number, request: unknown[], answer: (reply: Answer) => void): void;
  RegisterEvent(
    id: number,
    target: string,
    handler: (id: number, payload: { toArray(): unknown[] }) => void,
    answer: (reply: Answer) => void,
  ): void;
  UnregisterEvent(id: number, target: string, answer: (reply: Answer) => void): void;
}

function bridge(execute: (json: string) => Promise<string> = async () => '{"Results":[]}') {
  let tell: (entries: readonly BridgeEvent[]) => void = () => undefined;
  let stopped = false;
  const { external, commands, close } = win32Bridge(
    { execute, onEvents: (listener) => ((tell = listener), () => (stopped = true)) },
    { fileName: '台账.xlsx', dark: () => true },
  );
  return {
    external: external as External,
    invoke: commands.invoke,
    close,
    tell: (entries: readonly BridgeEvent[]) => tell(entries),
    stopped: () => stopped,
  };
}
const call = (external: External, id: number, request: unknown[]): Promise<Answer> =>
  new Promise((resolve) => external.Execute(id, request, resolve));
const message = (body: string, customData = ''): unknown[] => [[customData, 'POST', 'ProcessQuery', [], body, 0, 0]];

describe('Windows 版 Excel 的桥', () => {
  test('自称 Windows 版 Excel，中文，ExcelApi 1.14 以上', () => {
    const { external } = bridge();
    expect(external.GetHostInfo()).toBe('_host_Info=Excel$Win32$16.01$zh-CN$$$$0');
    expect(external.GetContext()['GetAppType']!()).toBe(16);
    expect(JSON.parse(external.GetContext()['GetSupportedMatrix']!() as string)).toMatchObject({ ExcelApi: '1.15' });
    expect(external.GetContext()['GetDocUrl']!()).toBe('台账.xlsx');
  });
  test('请求原样交给会话，答复按库认得的样子送回', async () => {
    const seen: string[] = [];
    const { external } = bridge(async (json) => (seen.push(json), '{"Results":[1]}'));
    const reply = (await call(external, 93, message('{"Actions":[]}'))) as { toArray(): unknown[] };
    expect(seen).toEqual(['{"Actions":[]}']);
    expect(reply.toArray()).toEqual([0, [200, [], '{"Results":[1]}']]);
  });
  test('会话没有答复，库得到内部错误而不是永远等待', async () => {
    const { external } = bridge(() => Promise.reject(new Error('lost')));
    expect(await call(external, 93, message('{}'))).toBe(5001);
  });
  test('不认识的调用得到错误', async () => {
    expect(await call(bridge().external, 64, message('{}'))).toBe(5001);
  });
  test('给客户端自己的请求不到工作簿那里去', async () => {
    const seen: string[] = [];
    const { external } = bridge(async (json) => (seen.push(json), ''));
    const reply = (await call(external, 93, message('{"Actions":[{"Id":2},{"Id":5}]}', 'WacPartition'))) as {
      toArray(): unknown[];
    };
    expect(seen).toEqual([]);
    expect(JSON.parse((reply.toArray()[1] as unknown[])[2] as string)).toEqual({
      Results: [
        { ActionId: 2, Value: {} },
        { ActionId: 5, Value: {} },
      ],
    });
  });
  test('登记之后事件送到，注销之后不送', () => {
    const { external, tell } = bridge();
    const got: unknown[] = [];
    const event = { messageCategory: 65536, messageType: 10, targetId: '{1}', message: '{"address":"A1"}' };
    tell([event]);
    external.RegisterEvent(
      33,
      '',
      (id, payload) => got.push([id, payload.toArray()]),
      () => undefined,
    );
    tell([event]);
    external.UnregisterEvent(33, '', () => undefined);
    tell([event]);
    expect(got).toEqual([[33, [[65536, 10, '{1}', '{"address":"A1"}']]]]);
  });
  test('窗格关上就不再听', () => {
    const { close, stopped } = bridge();
    close();
    expect(stopped()).toBe(true);
  });

  test('功能区的函数：库还没有听时先等着，结束时说办成还是没有这个函数', async () => {
    const { external, invoke } = bridge();
    const early = invoke('markOverdue', 'Supervision.Mark');
    const calls: unknown[][] = [];
    external.RegisterEvent(
      39,
      '',
      (id, payload) => calls.push([id, ...payload.toArray()]),
      () => undefined,
    );
    const later = invoke('noSuch', 'Supervision.None');
    expect(calls.map(([id, , name, event]) => [id, name, JSON.parse(event as string)])).toEqual([
      [39, 'markOverdue', { source: { id: 'Supervision.Mark' } }],
      [39, 'noSuch', { source: { id: 'Supervision.None' } }],
    ]);
    await call(external, 94, [[calls[1]![1], 5007, '']]);
    await call(external, 94, [[calls[0]![1], 0, '{}']]);
    expect([await early, await later]).toEqual(['completed', 'refused']);
  });
});
