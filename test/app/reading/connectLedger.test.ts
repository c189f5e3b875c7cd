import { lookOver, planSettings, settingsInForce, type LedgerFound } from '../../../src/app/reading/connectLedger';
import { NEW_SETTINGS } from '../../../src/app/office/workbookSettings';
import { applyPlan } from '../../../src/app/office/workbook';
import { runMonthEnd } from '../../../src/app/month/monthEnd';
import type { SheetModel } from '../../../src/host/xlsx';
import { openSample, type HostDesk } from '../../hostDesk';
import { AS_OF, AT, done, reviewed } from '../reviewing';

/** What inserting one column in Excel leaves: everything from it on one column to the right. */
function insertColumn(sheet: SheetModel, at: number, header: string): void {
  const area = sheet.usedArea(false)!;
  for (let row = 0; row <= area.bottom; row += 1) {
    for (let column = area.right; column >= at; column -= 1) {
      sheet.setValue(row, column + 1, sheet.value(row, column));
      sheet.setStyleIndex(row, column + 1, sheet.styleIndex(row, column));
    }
    sheet.setValue(row, at, row === 2 ? header : null);
  }
  sheet.setMerges([]);
}

async function found(): Promise<LedgerFound> {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  return looked.value.ledgers[0]!;
}

const said = async (connection?: LedgerFound['connection']) => {
  const of = await reviewed('dengzhou-2018', connection === undefined ? undefined : [connection]);
  return of.assessments.map(({ matter, state, deadline }) => [
    matter.row,
    matter.id,
    matter.title,
    matter.leadUnits.map(({ unit }) => unit).join('、'),
    state,
    deadline.kind === 'date' ? deadline.date : deadline.kind,
  ]);
};

describe('连接以后台账的列变了', () => {
  let desk: HostDesk;
  beforeEach(async () => {
    desk = openSample('city');
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const ledgers = looked.value.ledgers.map(({ connection }) => connection);
    done(await applyPlan(planSettings(looked.value.survey, { ...NEW_SETTINGS, ledgers }), AT));
  });
  afterEach(() => desk.close());

  test('没有变：照上次的列读，不问', async () => {
    expect(await found()).toMatchObject({ remembered: true, check: { kind: 'same' } });
  });

  test('督查事项前插了一列：发现列移动，给出改正，采用后读到的事项一件不差', async () => {
    const before = await said();
    insertColumn(desk.workbook.sheets[0]!, 1, '督查组');
    const { check, connection } = await found();
    expect(check.kind).toBe('moved');
    if (check.kind !== 'moved') return;
    expect(check.proposed.columns.title).toEqual({ column: 2, header: '督查事项' });
    expect(connection.columns.title!.column).toBe(1);
    expect(await said(check.proposed)).toEqual(before);
  });

  test('采用以后记在文件里，下次不再问', async () => {
    insertColumn(desk.workbook.sheets[0]!, 1, '督查组');
    const looked = await lookOver();
    if (!looked.ok) throw new Error(looked.refusal.sentence);
    const { check } = looked.value.ledgers[0]!;
    if (check.kind !== 'moved') throw new Error('应当发现列移动');
    const settings = { ...settingsInForce(looked.value.settings), ledgers: [check.proposed] };
    done(await applyPlan(planSettings(looked.value.survey, settings), AT));
    expect(await found()).toMatchObject({ remembered: true, check: { kind: 'same' } });
  });

  test('表头改成意思不同的说法：不猜，没有改正可采用；月底统计也不读', async () => {
    desk.workbook.sheets[0]!.setValue(2, 12, '联络员签字');
    const { check } = await found();
    expect(check).toMatchObject({ kind: 'changed', proposed: null });
    const request = {
      asOf: AS_OF,
      today: AS_OF,
      at: '2026-10-31 09:00',
      sheet: null,
      scheme: 'dengzhou-2018',
      annual: false,
      issueNotices: false,
      replace: false,
    };
    expect(await runMonthEnd(request, () => undefined)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('表头已改动'),
    });
  });

  test('表头改成同一意思的说法：给出改正，由经办人定', async () => {
    desk.workbook.sheets[0]!.setValue(2, 12, '完成时限');
    expect((await found()).check).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'deadline', kind: 'renamed' }],
      proposed: { columns: { deadline: { column: 12, header: '完成时限' } } },
    });
  });
});
