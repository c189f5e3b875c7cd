import { lettersOnRecord } from '../../src/app/letters/lettersOnRecord';
import { planBuiltInTemplate, planTemplate, readTemplates, templateFile } from '../../src/app/letters/letterTemplates';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { previewLetter } from '../../src/app/letters/makeLetters';
import { STANDARD_FONTS } from '../../src/documents/page';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { earlierKey } from '../../src/app/letters/earlierLetters';
import { numberOf } from '../../src/domain/notices/numbering';
import {
  earlierCited,
  letterAgain,
  letterSettings,
  lettersToIssue,
  makeOffered,
  previewIssue,
  previewOffice,
  previewTakingBack,
  previewTemplate,
  previewTurn,
  readEarlier,
  reprint,
  turnOf,
  wishesOf,
} from '../../src/taskpane/desk/letterDeeds';
import { letterRows } from '../../src/taskpane/desk/letterRows';
import { recordList, unitsOnRecord } from '../../src/taskpane/desk/recordShown';
import { atOnce } from '../../src/domain/portions';
import type { Notice } from '../../src/domain/notices/notice';
import { deskWith, type HostDesk } from '../hostDesk';
import { deskOnPane } from './paneDesk';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态'],
  ['1', '修桥', '交通局', '2026-09-01', '2026-10-20', ''],
  ['2', '治水', '水利局', '2026-09-01', '2026-10-21', ''],
  ['3', '建校', '教育局', '2026-09-01', '2026-12-20', ''],
];

describe('窗格里的文书', () => {
  let host: HostDesk;
  let desk: Desk;
  const handed: string[] = [];
  const open = async (downloads = true): Promise<void> => {
    handed.length = 0;
    host = deskWith('台账', LEDGER);
    desk = deskOnPane({ handOver: ({ name }) => void handed.push(name), canDownload: () => downloads }).desk;
    await desk.open();
  };
  afterEach(async () => {
    await desk.leave();
    host.close();
  });
  const due = () => atOnce(lettersToIssue(desk.view().review!, wishesOf(desk.view())));
  const cited = (letters: readonly Notice[]) =>
    atOnce(earlierCited(desk.view().review!, letters, desk.view().letterChoices.earlier));
  const record = () => lettersOnRecord(desk.view().review!);
  const register = () => host.workbook.sheets.find(({ name }) => name === '文书登记簿');
  const issue = async (): Promise<void> => {
    await previewIssue(desk, due().notices);
    await desk.write();
  };
  const turn = async (kind: 'send' | 'sign' | 'reply', on: string): Promise<void> => {
    const outcome = turnOf(desk.view(), record(), { kind, on: on as CivilDate })!;
    previewTurn(desk, outcome, kind);
    await desk.write();
  };

  test('先拟稿：登记、交出文件；撤销后登记簿里没有', async () => {
    await open();
    expect(due().notices.map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
    await issue();
    expect(handed).toEqual(['台账-文书.docx']);
    expect(record().map(({ status }) => status)).toEqual(['draft', 'draft']);
    expect(desk.view().review!.assessments[0]!.stage).toBe('assigned');
    await desk.undo(desk.view().notice!.undo!);
    expect(record()).toEqual([]);
  });

  test('直接发出的不能撤销，说请作废；作废写明理由，编号留着', async () => {
    await open();
    desk.chooseLetters({ status: 'sent' });
    await issue();
    expect(desk.view().review!.assessments[0]!.stage).toBe('reminded');
    await desk.undo(desk.view().notice!.undo!);
    expect(desk.view().notice!.text).toBe('不能撤销：催办单〔2026〕2号：已经发出，不能再发，也不能撤回；有误请作废。');
    expect(record()).toHaveLength(2);
    const outcome = turnOf(desk.view(), record().slice(0, 1), { kind: 'void', reason: '单位写错' })!;
    previewTurn(desk, outcome, 'void');
    expect(desk.view().preview!.deed).toBe('登记作废 1 份');
    await desk.write();
    expect(record()[0]).toMatchObject({ status: 'void', number: '〔2026〕1号' });
    expect(record()[0]!.note).toContain('单位写错');
  });

  test('拟稿、发出、签收、回复，一步一步登记；没发出的不能签收', async () => {
    await open();
    await issue();
    const early = turnOf(desk.view(), record(), { kind: 'sign', on: '2026-10-31' as CivilDate })!;
    expect(early.letters).toEqual([]);
    expect(early.refusals[0]!.sentence).toBe('催办单〔2026〕1号：还是拟稿，没有发出，不能登记签收、回复。');
    await turn('send', '2026-10-31');
    await turn('sign', '2026-10-31');
    await turn('reply', '2026-10-31');
    expect(record()[0]).toMatchObject({ status: 'sent', signedOn: '2026-10-31', repliedOn: '2026-10-31' });
  });

  test('撤回拟稿：两份都撤回，编号又从 1 号起', async () => {
    await open();
    await issue();
    previewTakingBack(desk, record());
    expect(desk.view().preview!.deed).toBe('撤回拟稿 2 份');
    await desk.write();
    expect(record()).toEqual([]);
    expect(due().notices[0]!.number).toBe('〔2026〕1号');
  });

  test('不能下载的主机：登记后写成打印用工作表，不交出文件', async () => {
    await open(false);
    await previewIssue(desk, due().notices);
    const { lines } = desk.view().preview!;
    expect(lines.join()).toMatch(/新建工作表“文书 2026-10-31”/);
    await desk.write();
    expect(handed).toEqual([]);
    expect(host.workbook.sheets.map(({ name }) => name)).toContain('文书 2026-10-31');
    expect(record()).toHaveLength(2);
  });

  test('只登记：登记簿有，文件没有；以后补打还是原来的编号', async () => {
    await open();
    desk.chooseLetters({ delivery: 'recordOnly' });
    await issue();
    expect(handed).toEqual([]);
    const before = register()!.usedArea(false);
    desk.chooseLetters({ delivery: 'zip' });
    expect(await reprint(desk, record())).toEqual([]);
    expect(handed).toEqual(['台账-文书.zip']);
    expect(register()!.usedArea(false)).toEqual(before);
    expect(letterAgain(desk.view(), record()[1]!).notice!.number).toBe('〔2026〕2号');
  });

  describe('一次120份', () => {
    const many = [
      LEDGER[0]!,
      ...Array.from({ length: 120 }, (_, index) => [
        String(index + 1),
        `事项${index + 1}`,
        '交通局',
        '2026-09-01',
        '2026-10-20',
        '',
      ]),
    ];
    const serials = () => record().map(({ entries: [first] }) => numberOf(first!)!.serial);
    const said: string[] = [];
    const openMany = async (stopAt: string | null): Promise<void> => {
      handed.length = 0;
      said.length = 0;
      host = deskWith('台账', many);
      desk = deskOnPane({ handOver: ({ name }) => void handed.push(name) }).desk;
      await desk.open();
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
      desk.chooseLetters({ delivery });
      await issue();
      expect(said.slice(0, 3)).toEqual(['0/120', '50/120', '100/120']);
      expect(handed).toHaveLength(1);
      expect(serials()).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    });

    test.each(['joined', 'zip'] as const)('%s：做到一半停止，什么也没登记、没交出；再来一次就齐', async (delivery) => {
      await openMany('50/120');
      desk.chooseLetters({ delivery });
      await issue();
      expect(handed).toEqual([]);
      expect(register()).toBeUndefined();
      expect(desk.view().notice!.text).toBe('已停止，没有登记，也没有生成文书。');
      expect(desk.view().preview).not.toBeNull();
      await desk.write();
      expect(handed).toHaveLength(1);
      expect(serials()).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    });

    test('工作表：排到一半停止，什么也没登记；再来一次登记120份、写两张表', async () => {
      await openMany('100/120');
      desk.chooseLetters({ delivery: 'sheets' });
      await previewIssue(desk, due().notices);
      expect(desk.view().preview).toBeNull();
      expect(register()).toBeUndefined();
      await issue();
      expect(serials()).toHaveLength(120);
      expect(host.workbook.sheets.map(({ name }) => name).slice(-2)).toEqual(['文书 2026-10-31', '文书 2026-10-31(2)']);
    });

    test('工作表：写了一张停止，登记在案的一份不少，没写的可以接着生成', async () => {
      await openMany('0/2');
      desk.chooseLetters({ delivery: 'sheets' });
      await issue();
      expect(serials()).toHaveLength(120);
      expect(host.workbook.sheets.filter(({ name }) => name.startsWith('文书 '))).toHaveLength(1);
      expect(desk.view().notice!.text).toBe('已停止，后面的打印用工作表没有写。120 份文书已登记在案，没有交出。');
      await makeOffered(desk);
      await desk.write();
      expect(host.workbook.sheets.filter(({ name }) => name.startsWith('文书 '))).toHaveLength(3);
      expect(serials()).toHaveLength(120);
    });
  });

  describe('自动保存开着，别人可能在另一份副本里登记', () => {
    const openShared = async (
      stop: boolean,
    ): Promise<{ readonly write: () => Promise<void>; readonly seen: string[] }> => {
      handed.length = 0;
      host = deskWith('台账', LEDGER, { autoSave: true });
      const pane = deskOnPane({ handOver: ({ name }) => void handed.push(name) });
      desk = pane.desk;
      await desk.open();
      const seen: string[] = [];
      desk.subscribe(() => {
        const { work } = desk.view();
        if (work?.kind !== 'settle' || work.progress === null) return;
        seen.push(`${work.progress.done}/${work.progress.of}`);
        expect(work.slow).toBe(true);
        if (stop) desk.stop();
      });
      const write = async (): Promise<void> => {
        let written = false;
        const writing = desk.write().finally(() => (written = true));
        while (!written) {
          pane.timing.turn(1000);
          await new Promise((next) => setTimeout(next, 1));
        }
        await writing;
      };
      return { write, seen };
    };

    test('等同步的时候有进度；号没有人占，登记成已发，文书交出', async () => {
      const { write, seen } = await openShared(false);
      desk.chooseLetters({ status: 'sent' });
      await previewIssue(desk, due().notices);
      await write();
      expect(seen.at(0)).toBe('0/6');
      expect(seen.at(-1)).toBe('6/6');
      expect(record().map(({ number, status, note }) => [number, status, note])).toEqual([
        ['〔2026〕1号', 'sent', ''],
        ['〔2026〕2号', 'sent', ''],
      ]);
      expect(handed).toEqual(['台账-文书.docx']);
    });

    test('发出以后登记的那一行被别人的盖掉：说出少了哪一份，只说一次', async () => {
      const { write } = await openShared(false);
      desk.chooseLetters({ status: 'sent' });
      await previewIssue(desk, due().notices.slice(0, 1));
      await write();
      await desk.readAgain();
      expect(desk.view().notice?.text).not.toContain('没有这一行');
      register()!.setValue(1, 3, '教育局');
      await desk.readAgain();
      expect(desk.view().notice).toMatchObject({ tone: 'warning' });
      expect(desk.view().notice!.text).toContain('催办单〔2026〕1号（交通局）已经发出，文书登记簿里却没有这一行');
      desk.dismissNotice();
      await desk.readAgain();
      expect(desk.view().notice).toBe(null);
    });

    test('等的时候停止：占的号撤掉，没有登记，也没有文书', async () => {
      const { write } = await openShared(true);
      await previewIssue(desk, due().notices);
      await write();
      expect(handed).toEqual([]);
      await desk.readAgain();
      expect(record()).toEqual([]);
      expect(desk.view().notice!.text).toBe('已停止，没有登记，也没有生成文书。');
      expect(desk.view().journal.some(({ state }) => state === 'pending')).toBe(false);
    });

    test('等的时候别人的改动到了，号相同：顺延，交出的与登记的一致，并说明', async () => {
      const { write, seen } = await openShared(false);
      await previewIssue(desk, due().notices);
      let taken = false;
      desk.subscribe(() => {
        if (taken || seen.length === 0) return;
        taken = true;
        const sheet = register()!;
        sheet.setValue(4, 0, '催办单');
        sheet.setValue(4, 1, '〔2026〕1号');
        sheet.setValue(4, 2, '2026-10-30');
        sheet.setValue(4, 3, '住建局');
        sheet.setValue(4, 5, '改厕');
        sheet.setValue(4, 8, '已发');
      });
      await write();
      const own = record().filter(({ unit }) => unit !== '住建局');
      expect(own.map(({ number, status }) => [number, status])).toEqual([
        ['〔2026〕2号', 'draft'],
        ['〔2026〕3号', 'draft'],
      ]);
      expect(handed).toEqual(['台账-文书.docx']);
      expect(desk.view().notice!.text).toContain('有别人同时登记，2 份的编号已顺延');
    });
  });

  test('五十份以内没有进度可说，也不必停止', async () => {
    await open();
    const seen: unknown[] = [];
    desk.subscribe(() => {
      const { work } = desk.view();
      if (work?.kind === 'make') seen.push(work.progress);
    });
    await issue();
    expect(seen).toEqual([null]);
    expect(handed).toHaveLength(1);
  });

  test('写到一半断了：接着写完后可以生成文书，与登记的一一对应', async () => {
    await open();
    await previewIssue(desk, due().notices);
    host.failNext((nth) =>
      nth === 4 ? { when: { afterAction: 12 }, error: { code: 'GeneralException', message: 'x' } } : undefined,
    );
    await desk.write();
    host.failNext(() => undefined);
    expect(handed).toEqual([]);
    const entry = desk.view().journal.find(({ state }) => state === 'pending')!;
    await desk.finish(entry);
    expect(desk.view().notice!.text).toBe('已接着写完：生成 2 份文书。2 份文书已登记在案，没有交出。');
    await makeOffered(desk);
    expect(handed).toEqual(['台账-文书.docx']);
    expect(record().map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
  });

  test('写进去了回信丢了：读回来看清已在案，文书照样交出', async () => {
    await open();
    await previewIssue(desk, due().notices);
    host.failNext((nth) => (nth === 4 ? { when: 'after', error: 'lost' } : undefined));
    await desk.write();
    host.failNext(() => undefined);
    expect(record().map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
    expect(handed).toEqual(['台账-文书.docx']);
  });

  test('本单位的模板读不到，不用内置的顶替：不登记、不交出，说明原因', async () => {
    await open();
    await previewIssue(desk, due().notices);
    host.failNext((nth) =>
      nth === 1 ? { when: 'before', error: { code: 'GeneralException', message: 'x' } } : undefined,
    );
    await desk.write();
    host.failNext(() => undefined);
    expect([handed, register()]).toEqual([[], undefined]);
    expect(desk.view().notice).toMatchObject({ tone: 'error' });
  });

  test('催办单引的交办单查不到：问编号日期，填的引上并补记，不填的留空；写完不再问', async () => {
    await open();
    const { notices } = due();
    const asked = cited(notices).missing;
    expect(asked.map(({ matter }) => matter.title)).toEqual(['修桥', '治水']);
    const typed = new Map([[earlierKey(asked[0]!), { number: '7', on: asked[0]!.on }]]);
    const answers = readEarlier(desk.view(), asked, typed);
    desk.chooseLetters({
      earlier: new Map([...answers].map(([key, own]) => [key, own.kind === 'entered' ? own.letter : null])),
    });
    expect(cited(due().notices).missing).toEqual([]);
    expect(cited(due().notices).answered).toHaveLength(2);
    expect(due().notices[0]!.previous).toBe('〔2026〕7号');
    await previewIssue(desk, due().notices);
    expect(desk.view().preview!.notes).toEqual(
      expect.arrayContaining([
        '补记上一文书 1 件，登记为已发，备注“补记”。',
        '有 1 份查不到上一文书的编号，文书上留空。',
      ]),
    );
    await desk.write();
    expect(record().map(({ form, number, note }) => [form, number, note])).toEqual([
      ['assignmentNotice', '〔2026〕7号', '补记'],
      ['reminderNotice', '〔2026〕1号', ''],
      ['reminderNotice', '〔2026〕2号', ''],
    ]);
    expect(desk.view().letterChoices.earlier.size).toBe(0);
  });

  test('同一个号、同一天填给两个单位：是同一份交办单', async () => {
    await open();
    const asked = cited(due().notices).missing;
    const typed = new Map(asked.map((own) => [earlierKey(own), { number: '7', on: own.on }]));
    expect([...readEarlier(desk.view(), asked, typed).values()]).toMatchObject([
      { kind: 'entered' },
      { kind: 'entered' },
    ]);
  });

  test('已有拟稿的再出要写理由；写了才出，理由记入登记簿', async () => {
    await open();
    await issue();
    const [refusal] = due().refusals;
    expect(due().notices).toEqual([]);
    expect(refusal).toMatchObject({ overridable: true, reason: { code: 'alreadyDrafted' } });
    desk.chooseLetters({ overrides: new Map([[refusal!.matter, '原件遗失']]) });
    expect(due().notices).toMatchObject([{ number: '〔2026〕3号', overrideReason: '原件遗失' }]);
    await issue();
    expect(record()[2]!.note).toContain('原件遗失');
  });

  test('按选中的行出交办单；没有选中的就没有', async () => {
    await open();
    desk.chooseLetters({ form: 'assignmentNotice' });
    expect(due().notices).toEqual([]);
    await desk.selectMatter(desk.view().review!.matters[2]!);
    expect(due().notices).toMatchObject([{ form: 'assignmentNotice', unit: '教育局' }]);
  });

  test('看全文：标题在前，有事项和期限；表格按行列', async () => {
    await open();
    const [letter] = due().notices;
    const parts = letterRows(previewLetter(letter!, (await letterSettings(desk))!));
    const text = parts.map((part) => (part.kind === 'text' ? part.text : part.rows.flat().join())).join('\n');
    expect(text).toContain('修桥');
    expect(text).toContain('催办');
    expect(parts.some((part) => part.kind === 'text' && part.title)).toBe(true);
  });

  test('单位、编号格式和字体存进文件，一次写入，下一份就照着', async () => {
    await open();
    const { choices } = desk.view();
    const office = { ...choices.office, issuingBody: '河阳市人民政府', numberDigits: 3, numberWithOrdinal: true };
    previewOffice(desk, office, { ...STANDARD_FONTS, title: '华文中宋' }, 'electronic');
    await desk.write();
    expect(due().notices[0]!.number).toBe('〔2026〕第001号');
    const settings = (await letterSettings(desk))!;
    expect(settings.layout).toMatchObject({ fonts: { title: '华文中宋' }, page: { line: 589 } });
    expect(desk.view().journal).toHaveLength(1);
  });

  test('模板：下载的交回可用，存进文件；坏的说出原因；恢复默认后没有', async () => {
    await open();
    const { office } = desk.view().choices;
    const file = templateFile('reminderNotice', office);
    const kept = async () => {
      const read = await readTemplates();
      if (!read.ok) throw new Error(read.refusal.sentence);
      return read.value;
    };
    const bad = planTemplate(await kept(), 'reminderNotice', new Uint8Array([1, 2, 3]));
    expect(bad.ok ? [] : bad.sentences).not.toEqual([]);
    const planned = planTemplate(await kept(), 'reminderNotice', file.bytes);
    if (!planned.ok) throw new Error(planned.sentences.join());
    previewTemplate(desk, planned.plan, '采用');
    await desk.write();
    expect([...(await kept()).parts.keys()]).toEqual(['reminderNotice']);
    previewTemplate(desk, planBuiltInTemplate(await kept(), 'reminderNotice'), '恢复默认');
    await desk.write();
    expect((await kept()).parts.size).toBe(0);
  });

  test('登记在案按状态、单位、事项筛选，新的在前', async () => {
    await open();
    await issue();
    const all = record();
    const any = { shown: 'all' as const, unit: null, matters: null };
    expect(recordList(all, any).map(({ number }) => number)).toEqual(['〔2026〕2号', '〔2026〕1号']);
    expect(recordList(all, { ...any, shown: 'sent' })).toEqual([]);
    expect(recordList(all, { ...any, unit: '水利局' })).toHaveLength(1);
    expect(recordList(all, { ...any, matters: new Set([desk.view().review!.matters[0]!.key]) })).toHaveLength(1);
    expect(unitsOnRecord(all)).toEqual(['交通局', '水利局']);
  });
});
