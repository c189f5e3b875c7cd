import { stepsOf } from '../../src/domain/monthSteps';
import type { Desk } from '../../src/taskpane/desk/Desk';
import { settleStep } from '../../src/taskpane/desk/monthDeeds';
import { goToStep, monthSettings, STEPS } from '../../src/taskpane/desk/monthWay';
import { contentOf, type HostDesk } from '../hostDesk';
import { deskOnPane, eachOverLedger, TODAY } from './paneDesk';

const LEDGER = [
  ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办结时间'],
  [1, '道路修缮', '市交通局', '2026-3-1', '2026-9-20', null],
] as const;

describe('窗格里的月度督查', () => {
  let host: HostDesk;
  let desk: Desk;
  eachOverLedger(LEDGER, (over) => ({ host, desk } = over));
  const states = () => stepsOf(monthSettings(desk.view())?.months, '2026-10').map(({ standing }) => standing.state);
  const done = { state: 'done', on: TODAY } as const;

  test('六步各去各的房间，不另有房间', () => {
    const places = STEPS.map((step) => {
      goToStep(desk, step);
      const { room, panel, monthStep } = desk.view();
      expect(monthStep).toBe(step);
      return panel === 'none' ? room : panel;
    });
    expect(places).toEqual(['checks', 'reminders', 'collect', 'letters', 'scores', 'bulletin']);
  });

  test('做完一步到下一步；跳过要写原因；换一次打开还在那里；工作表一格不动', async () => {
    const before = contentOf(host.workbook);
    goToStep(desk, 'check');
    expect(await settleStep(desk, 'check', done)).toBeNull();
    expect(desk.view()).toMatchObject({ monthStep: 'mark', room: 'reminders' });
    expect(await settleStep(desk, 'mark', { state: 'skipped', on: TODAY, reason: ' ' })).toBe(
      '跳过“标记逾期”要写明原因，请补上。',
    );
    expect(await settleStep(desk, 'mark', { state: 'skipped', on: TODAY, reason: '本月不标' })).toBeNull();
    await desk.leave();
    desk = deskOnPane().desk;
    await desk.open();
    expect(states()).toEqual(['done', 'skipped', 'todo', 'todo', 'todo', 'todo']);
    expect(desk.view().monthStep).toBeNull();
    expect(contentOf(host.workbook)).toEqual(before);
  });

  test('记下的一步可以撤销，也可以重做', async () => {
    goToStep(desk, 'check');
    await settleStep(desk, 'check', done);
    await settleStep(desk, 'check', { state: 'todo' });
    expect(states()[0]).toBe('todo');
    expect(desk.view().monthStep).toBe('check');
    await settleStep(desk, 'check', done);
    await desk.undo(desk.view().journal[0]!);
    expect(states()[0]).toBe('todo');
  });

  test('六步都办过：回到步骤表，不再引路', async () => {
    for (const step of STEPS) await settleStep(desk, step, done);
    expect(desk.view()).toMatchObject({ monthStep: null, panel: 'month' });
    expect(states()).toEqual(STEPS.map(() => 'done'));
  });
});
