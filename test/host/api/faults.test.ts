import { type Fault, releasesOnly } from '../../../src/host/session';
import { MemoryWorkbook } from './memoryWorkbook';
import { codeOf, openInMemory } from './withExcel';

/** Writes A1 and A2 in one request that meets the fault; answers the error and what stands in the cells. */
async function withFault(fault: Fault | undefined): Promise<{ code: string; cells: unknown[] }> {
  const { Excel, session, workbook } = openInMemory();
  session.onRequest = (request) => (releasesOnly(request) ? undefined : fault);
  const code = await codeOf(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['一']];
      sheet.getRange('A2').values = [['二']];
      await context.sync();
    }),
  );
  return { code, cells: [workbook.sheets[0]!.value(0, 0), workbook.sheets[0]!.value(1, 0)] };
}

const error = { code: 'GeneralException', message: '注入的错误' };

describe('faults injected into a request', () => {
  test('没有故障时两格都写上', async () => {
    expect(await withFault(undefined)).toEqual({ code: 'no error', cells: ['一', '二'] });
  });

  test('之前出错：什么也没写', async () => {
    expect(await withFault({ when: 'before', error })).toEqual({ code: 'GeneralException', cells: [null, null] });
  });

  test('之后出错：全写上了，却得到错误', async () => {
    expect(await withFault({ when: 'after', error })).toEqual({ code: 'GeneralException', cells: ['一', '二'] });
  });

  test('中途出错：错误之前的留下', async () => {
    const seen = new Set<string>();
    for (let afterAction = 0; afterAction <= 20; afterAction++) {
      const { code, cells } = await withFault({ when: { afterAction }, error });
      expect(code).toBe('GeneralException');
      seen.add(JSON.stringify(cells));
    }
    expect([...seen]).toEqual(['[null,null]', '["一",null]', '["一","二"]']);
  });

  test('答复丢失：库报超时，写没写不知道', async () => {
    expect(await withFault({ when: 'before', error: 'lost' })).toEqual({ code: 'Timeout', cells: [null, null] });
    expect(await withFault({ when: 'after', error: 'lost' })).toEqual({ code: 'Timeout', cells: ['一', '二'] });
  });

  test('只加一个自定义部件的请求不是放手的请求，故障也落得到它头上', async () => {
    const { Excel, session, workbook } = openInMemory();
    const releases: boolean[] = [];
    session.onRequest = (request) => {
      releases.push(releasesOnly(request));
      return undefined;
    };
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add('<a xmlns="urn:a"/>');
      await context.sync();
    });
    expect(workbook.customXmlParts()).toHaveLength(1);
    expect(releases[0]).toBe(false);
  });

  test('按序号只让第二个请求出错', async () => {
    const { Excel, session, workbook } = openInMemory();
    session.onRequest = (_, ordinal) => (ordinal === 2 ? { when: 'before', error } : undefined);
    const code = await codeOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (const [index, word] of ['一', '二', '三'].entries()) {
          sheet.getCell(index, 0).values = [[word]];
          await context.sync();
        }
      }),
    );
    expect(code).toBe('GeneralException');
    expect([0, 1, 2].map((row) => workbook.sheets[0]!.value(row, 0))).toEqual(['一', null, null]);
  });

  test('失败的那一步之前的仍然有效，错误指出是哪一句', async () => {
    const { Excel, workbook } = openInMemory();
    const failed = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['一']];
      sheet.getRange('A2').values = [['二', '多了']];
      sheet.getRange('A3').values = [['三']];
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'Range.values', statement: expect.stringContaining('values = ...') },
    });
    expect([0, 1, 2].map((row) => workbook.sheets[0]!.value(row, 0))).toEqual(['一', null, null]);
  });
});

describe('limits', () => {
  const large = (): MemoryWorkbook => {
    const workbook = new MemoryWorkbook();
    for (let row = 0; row < 600; row++) workbook.sheets[0]!.setValue(row, 0, '督'.repeat(3000));
    return workbook;
  };
  const readAll = (context: Excel.RequestContext): Promise<unknown> => {
    context.workbook.worksheets.getFirst().getRange('A1:A600').load('values');
    return context.sync();
  };

  test('答复超过 5 MB 是 ResponsePayloadSizeLimitExceeded，分块读就可以', async () => {
    const { Excel } = openInMemory({}, large());
    expect(await codeOf(Excel.run(readAll))).toBe('ResponsePayloadSizeLimitExceeded');
    await Excel.run(async (context) => {
      const half = context.workbook.worksheets.getFirst().getRange('A1:A300');
      half.load('values');
      await context.sync();
      expect(half.values).toHaveLength(300);
    });
  });

  test('请求超过 5 MB 是 RequestPayloadSizeLimitExceeded，什么也没写', async () => {
    const { Excel, workbook } = openInMemory();
    const code = await codeOf(
      Excel.run(async (context) => {
        const values = Array.from({ length: 600 }, () => ['督'.repeat(3000)]);
        context.workbook.worksheets.getFirst().getRange('A1:A600').values = values;
        await context.sync();
      }),
    );
    expect(code).toBe('RequestPayloadSizeLimitExceeded');
    expect(workbook.sheets[0]!.usedArea(false)).toBeNull();
  });

  test('桌面版没有这个限制', async () => {
    const { Excel } = openInMemory({ payloadLimits: false }, large());
    expect(await codeOf(Excel.run(readAll))).toBe('no error');
  });

  test('一次读的格数超过限度是错误，正好到限度不是', async () => {
    const read = (address: string): Promise<string> =>
      codeOf(
        openInMemory({ cellLimit: 100 }).Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange(address).load('values');
          await context.sync();
        }),
      );
    expect(await read('A1:J10')).toBe('no error');
    expect(await read('A1:J11')).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('几片区域的地址串在第 8192 个字符处截断，不出声；一片的不收', async () => {
    const { Excel } = openInMemory();
    await Excel.run(async (context) => {
      const list = Array.from({ length: 3000 }, (_, row) => `A${row + 1}`).join(',');
      const areas = context.workbook.worksheets.getFirst().getRanges(list);
      areas.load('areaCount');
      await context.sync();
      expect(areas.areaCount).toBe(list.slice(0, 8192).split(',').length);
      context.workbook.worksheets.getFirst().getRange(list).load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
  });

  test('请求数与字节数都记下来，可以清零', async () => {
    const { Excel, session } = openInMemory();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().load('name');
      await context.sync();
    });
    expect(session.wire.requests).toBe(1);
    expect(session.wire.bytesOut).toBeGreaterThan(100);
    expect(session.wire.bytesIn).toBeGreaterThan(50);
    session.resetWire();
    expect(session.wire).toEqual({ requests: 0, bytesOut: 0, bytesIn: 0 });
  });
});

describe('what the host does not answer', () => {
  const ask = (act: (context: Excel.RequestContext) => unknown): Promise<string> =>
    codeOf(
      openInMemory().Excel.run(async (context) => {
        act(context);
        await context.sync();
      }),
    );

  test.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    ['没有的下级对象', 'ApiNotFound', ({ workbook }) => workbook.pivotTables.load('items')],
    ['没有的方法', 'ApiNotFound', ({ workbook }) => workbook.worksheets.getFirst().getRange('A1').flashFill()],
    ['没有的可写属性', 'ApiNotFound', ({ workbook }) => (workbook.worksheets.getFirst().showHeadings = false)],
    ['复制工作表', 'UnsupportedOperation', ({ workbook }) => workbook.worksheets.getFirst().copy()],
    ['保存', 'UnsupportedOperation', ({ workbook }) => workbook.save()],
    [
      '写错的枚举值',
      'InvalidArgument',
      ({ workbook }) =>
        workbook.worksheets
          .getFirst()
          .getRange('A1')
          .clear('Everything' as 'All'),
    ],
    [
      '只插部分单元格',
      'UnsupportedOperation',
      ({ workbook }) => workbook.worksheets.getFirst().getRange('A1').insert('Down'),
    ],
  ])('%s：%s', async (_, code, act) => {
    expect(await ask(act)).toBe(code);
  });
});
