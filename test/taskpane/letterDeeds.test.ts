import { planTurn } from '../../src/app/letters/noticeLife';
import { planBuiltInTemplate, planTemplate, readTemplates, templateFile } from '../../src/app/letters/letterTemplates';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { previewLetter } from '../../src/app/letters/makeLetters';
import { STANDARD_FONTS } from '../../src/documents/page';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { earlierKey } from '../../src/app/letters/earlierLetters';
import {
  earlierCited,
  letterAgain,
  letterSettings,
  makeOffered,
  previewOffice,
  previewTakingBack,
  previewTemplate,
  previewTurn,
  readEarlier,
  reprint,
} from '../../src/taskpane/desk/letterDeeds';
import { letterRows } from '../../src/taskpane/desk/letterRows';
import { recordInPortions, recordList, unitsOnRecord } from '../../src/taskpane/desk/recordShown';
import { atOnce } from '../../src/domain/portions';
import type { Notice } from '../../src/domain/notices/notice';
import { LettersDesk } from './lettersDesk';

describe('窗格里的文书', () => {
  let letters: LettersDesk;
  let desk: Desk;
  const open = async (downloads = true): Promise<void> => {
    letters = new LettersDesk({ downloads });
    ({ desk } = letters);
    await desk.open();
  };
  afterEach(() => letters.close());
  const due = () => letters.due();
  const cited = (of: readonly Notice[]) =>
    atOnce(earlierCited(desk.view().review!, of, desk.view().letterChoices.earlier));
  const record = () => letters.record();
  const register = () => letters.register();
  const issue = () => letters.issue();
  const turned = (of: Parameters<typeof planTurn>[1], how: Parameters<typeof planTurn>[2]) =>
    planTurn(desk.view().review!, of, how, desk.view().choices.office);
  const turn = async (kind: 'send' | 'sign' | 'reply', on: string): Promise<void> => {
    const outcome = turned(record(), { kind, on: on as CivilDate });
    previewTurn(desk, outcome, kind);
    await desk.write();
  };

  test('先拟稿：登记、交出文件；撤销后登记簿里没有', async () => {
    await open();
    expect(due().notices.map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
    await issue();
    expect(letters.handed).toEqual(['台账-文书.docx']);
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
    const outcome = turned(record().slice(0, 1), { kind: 'void', reason: '单位写错' });
    previewTurn(desk, outcome, 'void');
    expect(desk.view().preview!.deed).toBe('登记作废 1 份');
    await desk.write();
    expect(record()[0]).toMatchObject({ status: 'void', number: '〔2026〕1号' });
    expect(record()[0]!.note).toContain('单位写错');
  });

  test('拟稿、发出、签收、回复，一步一步登记；没发出的不能签收', async () => {
    await open();
    await issue();
    const early = turned(record(), { kind: 'sign', on: '2026-10-31' as CivilDate });
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
    await previewTakingBack(desk, record());
    expect(desk.view().preview!.deed).toBe('撤回拟稿 2 份');
    await desk.write();
    expect(record()).toEqual([]);
    expect(due().notices[0]!.number).toBe('〔2026〕1号');
  });

  test('不能下载的主机：登记后写成打印用工作表，不交出文件', async () => {
    await open(false);
    await letters.preview();
    const { lines } = desk.view().preview!;
    expect(lines.join()).toMatch(/新建工作表“文书 2026-10-31”/);
    await desk.write();
    expect(letters.handed).toEqual([]);
    expect(letters.host.workbook.sheets.map(({ name }) => name)).toContain('文书 2026-10-31');
    expect(record()).toHaveLength(2);
  });

  test('只登记：登记簿有，文件没有；以后补打还是原来的编号', async () => {
    await open();
    desk.chooseLetters({ delivery: 'recordOnly' });
    await issue();
    expect(letters.handed).toEqual([]);
    const before = register()!.usedArea(false);
    desk.chooseLetters({ delivery: 'zip' });
    expect(await reprint(desk, record())).toEqual([]);
    expect(letters.handed).toEqual(['台账-文书.zip']);
    expect(register()!.usedArea(false)).toEqual(before);
    expect(letterAgain(desk.view(), record()[1]!).notice!.number).toBe('〔2026〕2号');
  });

  test('写到一半断了：接着写完后可以生成文书，与登记的一一对应', async () => {
    await open();
    await letters.preview();
    letters.host.failNext((nth) =>
      nth === 4 ? { when: { afterAction: 12 }, error: { code: 'GeneralException', message: 'x' } } : undefined,
    );
    await desk.write();
    letters.host.failNext(() => undefined);
    expect(letters.handed).toEqual([]);
    const entry = desk.view().journal.find(({ state }) => state === 'pending')!;
    await desk.finish(entry);
    expect(desk.view().notice!.text).toBe('已接着写完：生成 2 份文书。2 份文书已登记在案，没有交出。');
    await makeOffered(desk);
    expect(letters.handed).toEqual(['台账-文书.docx']);
    expect(record().map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
  });

  test('写进去了回信丢了：读回来看清已在案，文书照样交出', async () => {
    await open();
    await letters.preview();
    letters.host.failNext((nth) => (nth === 4 ? { when: 'after', error: 'lost' } : undefined));
    await desk.write();
    letters.host.failNext(() => undefined);
    expect(record().map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号']);
    expect(letters.handed).toEqual(['台账-文书.docx']);
  });

  test('本单位的模板读不到，不用内置的顶替：不登记、不交出，说明原因', async () => {
    await open();
    await letters.preview();
    letters.host.failNext((nth) =>
      nth === 1 ? { when: 'before', error: { code: 'GeneralException', message: 'x' } } : undefined,
    );
    await desk.write();
    letters.host.failNext(() => undefined);
    expect([letters.handed, register()]).toEqual([[], undefined]);
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
    await letters.preview();
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
    const all = atOnce(recordInPortions(desk.view().review!));
    const any = { shown: 'all' as const, unit: null, matters: null };
    expect(recordList(all, any).map(({ number }) => number)).toEqual(['〔2026〕2号', '〔2026〕1号']);
    expect(recordList(all, { ...any, shown: 'sent' })).toEqual([]);
    expect(recordList(all, { ...any, unit: '水利局' })).toHaveLength(1);
    expect(recordList(all, { ...any, matters: new Set([desk.view().review!.matters[0]!.key]) })).toHaveLength(1);
    expect(unitsOnRecord(all)).toEqual(['交通局', '水利局']);
  });
});
