import { applyPlan } from '../../src/excel/applyPlan';
import type { Plan } from '../../src/domain/plan';
import { contentOf, deskWith } from '../hostDesk';

const AT = { at: '2026-10-31 09:00', summary: '登记' };
const plan = (...texts: readonly string[]): Plan => ({
  action: 'register',
  asOf: null,
  expectations: [],
  changes: [
    { kind: 'setCell', cell: { sheet: '台账', row: 0, column: 0 }, before: '甲', after: '乙' },
    { kind: 'appendRows', sheet: '台账', at: 1, rows: [texts], formats: texts.map(() => null) },
    { kind: 'addSheet', name: '新表', content: { rows: [texts.map((value) => ({ value }))], columnWidths: [] } },
  ],
});

describe('一个单元格放不下的字', () => {
  test.each([
    ['32768个字', '长'.repeat(32_768)],
    ['加上撇号32768个字', `=${'长'.repeat(32_766)}`],
  ])('%s：一格也不写，说是哪一格', async (_, text) => {
    const desk = deskWith('台账', [['甲']]);
    const before = contentOf(desk.workbook);
    const result = await applyPlan(plan('好', text), AT);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'TooLong', sentence: expect.stringContaining('台账!B2的内容超过32767个字'), uncertain: false },
    });
    expect(contentOf(desk.workbook)).toEqual(before);
    desk.close();
  });

  test('32767个字：照写', async () => {
    const desk = deskWith('台账', [['甲']]);
    expect(await applyPlan(plan('长'.repeat(32_767)), AT)).toMatchObject({ ok: true });
    desk.close();
  });
});
