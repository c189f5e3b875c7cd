import { numberOf } from '../../src/domain/notices/numbering';
import { makeOffered } from '../../src/taskpane/desk/letterDeeds';
import { LettersDesk, manyOverdue } from './lettersDesk';

describe('一次120份文书', () => {
  let letters: LettersDesk;
  afterEach(() => letters.close());
  const serials = () => letters.record().map(({ entries: [first] }) => numberOf(first!)!.serial);
  const said: string[] = [];
  const openMany = async (stopAt: string | null): Promise<void> => {
    said.length = 0;
    letters = new LettersDesk({ rows: manyOverdue(120) });
    const { desk, timing } = letters;
    await desk.open();
    // Each portion takes a second: progress is shown of each.
    let hand = 0;
    timing.now = () => (hand += 1000);
    let stop = stopAt;
    desk.subscribe(() => {
      const { work } = desk.view();
      if (work?.kind !== 'make' || work.progress === null) return;
      const now = `${work.progress.done}/${work.progress.of}`;
      if (said.at(-1) !== now) said.push(now);
      expect(work.slow).toBe(true);
      if (now !== stop) return;
      stop = null;
      desk.stop();
    });
  };

  test.each(['joined', 'zip'] as const)('%s：一路有进度，登记120份，号不重不跳', async (delivery) => {
    await openMany(null);
    letters.desk.chooseLetters({ delivery });
    await letters.issue();
    const done = said.map((own) => Number(own.split('/')[0]));
    expect([said[0], said.at(-1)]).toEqual(['0/120', '120/120']);
    expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
    expect(done.length).toBeGreaterThan(5);
    expect(letters.handed).toHaveLength(1);
    expect(serials()).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  test.each(['joined', 'zip'] as const)('%s：做到一半停止，什么也没登记、没交出；再来一次就齐', async (delivery) => {
    await openMany('31/120');
    letters.desk.chooseLetters({ delivery });
    await letters.issue();
    expect(letters.handed).toEqual([]);
    expect(letters.register()).toBeUndefined();
    expect(letters.desk.view().notice!.text).toBe('已停止，没有登记，也没有生成文书。');
    expect(letters.desk.view().preview).not.toBeNull();
    await letters.desk.write();
    expect(letters.handed).toHaveLength(1);
    expect(serials()).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  test('工作表：排到一半停止，什么也没登记；再来一次登记120份、写两张表', async () => {
    await openMany('63/120');
    letters.desk.chooseLetters({ delivery: 'sheets' });
    await letters.preview();
    expect(letters.desk.view().preview).toBeNull();
    expect(letters.register()).toBeUndefined();
    await letters.issue();
    expect(serials()).toHaveLength(120);
    expect(letters.host.workbook.sheets.map(({ name }) => name).slice(-2)).toEqual([
      '文书 2026-10-31',
      '文书 2026-10-31(2)',
    ]);
  });

  test('工作表：写了一张停止，登记在案的一份不少，没写的可以接着生成', async () => {
    await openMany('0/2');
    letters.desk.chooseLetters({ delivery: 'sheets' });
    await letters.issue();
    expect(serials()).toHaveLength(120);
    expect(letters.host.workbook.sheets.filter(({ name }) => name.startsWith('文书 '))).toHaveLength(1);
    expect(letters.desk.view().notice!.text).toBe('已停止，后面的打印用工作表没有写。120 份文书已登记在案，没有交出。');
    await makeOffered(letters.desk);
    await letters.desk.write();
    expect(letters.host.workbook.sheets.filter(({ name }) => name.startsWith('文书 '))).toHaveLength(3);
    expect(serials()).toHaveLength(120);
  });
});

test('五十份以内没有进度可说，也不必停止', async () => {
  const letters = new LettersDesk();
  await letters.desk.open();
  const seen: unknown[] = [];
  letters.desk.subscribe(() => {
    const { work } = letters.desk.view();
    if (work?.kind === 'make') seen.push(work.progress);
  });
  await letters.issue();
  expect(seen).toEqual([null]);
  expect(letters.handed).toHaveLength(1);
  await letters.close();
});
