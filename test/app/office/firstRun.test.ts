import { lookOver, type Connecting } from '../../../src/app/reading/connectLedger';
import { planBlankLedger, planSampleLedger, type FirstRunPlan } from '../../../src/app/office/firstRun';
import { openForm, planRegister } from '../../../src/app/ledger/registerMatter';
import { applyPlan, takeBack, type JournalEntry } from '../../../src/app/office/workbook';
import { BLANK_LEDGERS } from '../../../src/domain/ledger/blankLedgers';
import { RULE_SET_IDS } from '../../../src/domain/ruleSet';
import { contentOf, deskWith, type HostDesk } from '../../hostDesk';
import { AS_OF, reviewed } from '../reviewing';

const DAY = { today: AS_OF, handler: '经办员' };

let desk: HostDesk;
afterEach(() => desk.close());

async function looked(): Promise<Connecting> {
  const result = await lookOver();
  if (!result.ok) throw new Error(result.refusal.sentence);
  return result.value;
}

async function written(plan: (of: Connecting) => FirstRunPlan): Promise<{ sheet: string; entry: JournalEntry }> {
  const planned = plan(await looked());
  const applied = await applyPlan(planned.plan, { at: `${AS_OF} 09:00`, summary: '建台账' });
  if (!applied.ok || applied.entry === null) throw new Error('not written');
  return { sheet: planned.sheet, entry: applied.entry };
}

describe('空白台账', () => {
  test.each(RULE_SET_IDS)('%s：每一列都认得出，不用问；登记表备好；一次撤销全部撤回', async (scheme) => {
    desk = deskWith('Sheet1', []);
    const before = contentOf(desk.workbook);
    const { sheet, entry } = await written(({ survey }) => planBlankLedger(survey, scheme, AS_OF));
    expect(sheet).toBe('督查台账（2026年）');
    expect(desk.workbook.sheets.map(({ name }) => name)).toEqual([
      'Sheet1',
      sheet,
      '单位名录',
      '文书登记簿',
      '办理登记',
      '加减分登记',
    ]);

    const connecting = await looked();
    expect(connecting.ledgers.map(({ connection }) => connection.sheet)).toEqual([sheet]);
    const [{ connection, doubts }] = connecting.ledgers as [Connecting['ledgers'][number]];
    expect(doubts).toEqual([]);
    const taken = Object.entries(connection.columns).map(([field, own]) => [field, own?.column]);
    expect(Object.fromEntries(taken)).toEqual(
      Object.fromEntries(BLANK_LEDGERS[scheme].columns.map(({ field }, column) => [field, column])),
    );

    const review = await reviewed();
    expect(review.matters).toEqual([]);
    expect(review.findings.filter(({ level }) => level === 'error')).toEqual([]);

    const model = desk.workbook.sheets.find(({ name }) => name === sheet)!;
    const lists = model.dataValidations().map(({ type }) => type);
    expect(lists.length).toBe(BLANK_LEDGERS[scheme].categories.length > 0 ? 2 : 1);
    expect(model.pageSetup()).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 });

    expect((await takeBack(entry)).ok).toBe(true);
    expect(contentOf(desk.workbook)).toEqual(before);
  });

  test.each(RULE_SET_IDS)(
    '%s：空白台账上新增头一件，写在表头下第一行；再加一件接在下面；撤销后又是空白',
    async (scheme) => {
      desk = deskWith('Sheet1', []);
      const { sheet } = await written(({ survey }) => planBlankLedger(survey, scheme, AS_OF));
      const before = contentOf(desk.workbook);
      const model = desk.workbook.sheets.find(({ name }) => name === sheet)!;
      const at = (field: string): number => BLANK_LEDGERS[scheme].columns.findIndex((column) => column.field === field);
      const entries: JournalEntry[] = [];
      for (const [title, row] of [
        ['修桥', 2],
        ['修路', 3],
      ] as const) {
        const of = await reviewed();
        const open = await openForm(of, sheet, null);
        if (!open.ok) throw new Error(open.refusal.sentence);
        expect(open.value.form.proposedNo).toBe(String(row - 1));
        const choices = new Map(open.value.form.fields.map((own) => [own.field, own.choices]));
        expect(choices.get('status')).toContain('正在办理');
        expect(choices.get('category') ?? []).toEqual(BLANK_LEDGERS[scheme].categories);
        const values: Readonly<Record<string, string>> = {
          id: String(row - 1),
          title,
          leadUnit: '交通局',
          assignedOn: '2026-10-20',
          deadline: '2026-10-25',
        };
        const typed = Object.entries(values)
          .filter(([field]) => at(field) >= 0)
          .map(([field, text]) => [at(field), text] as const);
        const outcome = planRegister(of, open.value, [{ typed: new Map(typed), approval: null }], DAY);
        if (outcome.kind !== 'ready') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(''));
        const applied = await applyPlan(outcome.plan, { at: `${AS_OF} 09:30`, summary: '新增事项' });
        if (!applied.ok || applied.entry === null) throw new Error('not written');
        entries.push(applied.entry);
        expect([model.value(row, at('title')), model.value(row, at('leadUnit'))]).toEqual([title, '交通局']);
      }
      const { matters, assessments } = await reviewed();
      expect(matters.map(({ title }) => title)).toEqual(['修桥', '修路']);
      expect(assessments.map(({ state }) => state)).toEqual(['overdue', 'overdue']);
      for (const entry of entries.reverse()) expect((await takeBack(entry)).ok).toBe(true);
      expect(contentOf(desk.workbook)).toEqual(before);
    },
  );

  test('填上一行就是一件事项，日期读得出', async () => {
    desk = deskWith('Sheet1', []);
    const { sheet } = await written(({ survey }) => planBlankLedger(survey, 'dengzhou-2018', AS_OF));
    const model = desk.workbook.sheets.find(({ name }) => name === sheet)!;
    const at = (field: string): number =>
      BLANK_LEDGERS['dengzhou-2018'].columns.findIndex((column) => column.field === field);
    model.setValue(2, at('title'), '修桥');
    model.setValue(2, at('leadUnit'), '交通局');
    model.setValue(2, at('deadline'), 46_300);
    const review = await reviewed();
    expect(review.assessments.map(({ state, deadline }) => [state, deadline])).toEqual([
      ['overdue', expect.objectContaining({ date: '2026-10-05' })],
    ]);
  });

  test('已有单位名录和同名工作表时，名录不动，台账另取名', async () => {
    desk = deskWith('督查台账（2026年）', []);
    desk.workbook.addSheet('单位名录');
    const { survey } = await looked();
    const { plan, sheet } = planBlankLedger(survey, 'county-2023', AS_OF);
    expect(sheet).toBe('督查台账（2026年）(2)');
    expect(plan.changes.map((change) => (change.kind === 'addSheet' ? change.name : ''))).not.toContain('单位名录');
  });
});

describe('样本台账', () => {
  test('写入后八件事项，逾期、临期、办结、长期、时限不明都有；撤销后没有了', async () => {
    desk = deskWith('Sheet1', []);
    const before = contentOf(desk.workbook);
    const { sheet, entry } = await written(({ survey }) => planSampleLedger(survey, AS_OF));
    expect(sheet).toBe('样本台账');
    const review = await reviewed();
    expect(review.assessments.map(({ state }) => state)).toEqual([
      'overdue',
      'overdue',
      'dueSoon',
      'inProgress',
      'closedOnTime',
      'closedLate',
      'recurring',
      'undetermined',
    ]);
    expect((await takeBack(entry)).ok).toBe(true);
    expect(contentOf(desk.workbook)).toEqual(before);
  });
});
