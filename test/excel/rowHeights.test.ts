import type { Plan } from '../../src/domain/plan';
import { applyPlan } from '../../src/excel/applyPlan';
import { deskWith } from '../hostDesk';

test('比 Excel 容许的行高更高的一行，按最高的写，整张表不因此写不出来', async () => {
  const desk = deskWith('督查台账', [['序号']]);
  const content = { rows: [[{ value: '甲' }], [{ value: '乙' }]], columnWidths: [10], rowHeights: [2000, 15.6] };
  const changes: Plan['changes'] = [{ kind: 'addSheet', name: '督查通报', content }];
  const plan: Plan = { action: 'bulletin', asOf: null, expectations: [], changes };
  const written = await applyPlan(plan, { at: '2026-10-31 09:12', summary: '生成督查通报' });
  expect(written).toMatchObject({ ok: true, written: true });
  const sheet = desk.workbook.sheets.find(({ name }) => name === '督查通报')!;
  expect([sheet.rowHeight(0), sheet.rowHeight(1)]).toEqual([409, 15.6]);
  desk.close();
});
