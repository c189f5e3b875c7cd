import type { Frame } from 'playwright-core';
import { describeInBrowser, type Watched } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane } from './freshPane';
import { pressOn } from './keys';
import { expectNarrow, menu, panel, room, violations } from './paneFrame';

describeInBrowser('窗格：核对和登记', () => {
  let watched: Watched;
  let pane: Frame;

  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ watched, pane } = fresh);
  });

  const heading = (name: string): Promise<void> => pane.getByRole('heading', { name, exact: true }).waitFor();
  const field = (name: RegExp) => pane.getByRole('textbox', { name }).or(pane.getByRole('combobox', { name })).first();

  test('按行看核对结果，改正一处，先看改动前后；写入后撤销', async () => {
    await room(pane, '核对');
    await pane.getByRole('combobox', { name: '分组' }).selectOption('row');
    await pane
      .getByRole('button', { name: /：.*第 \d+ 行/ })
      .first()
      .waitFor();
    await pane
      .getByRole('button', { name: /^改为 / })
      .first()
      .click();
    await heading('将要写入');
    await pane.getByRole('columnheader', { name: '改动前' }).waitFor();
    await pane.getByRole('button', { name: '写入 1 处' }).click();
    await pane.getByText(/^已写入：.+ 改为 /).waitFor();
    await pane.getByRole('button', { name: /^撤销“/ }).click();
    await pane.getByText(/^已撤销：/).waitFor();
  });

  test('新增一件事项：边填边核对，登记，出审批单，撤销', async () => {
    await menu(pane, '新增事项');
    await heading('新增事项');
    await field(/^督查事项/).fill('新建污水处理厂');
    await field(/^办结时限/).fill('尽快');
    await pane.getByText(/“尽快”读不成日期/).waitFor();
    await field(/^办结时限/).fill('2026年12月31日');
    await pane.getByRole('checkbox', { name: '记立项审批' }).check();
    await eventually(async () => {
      expect(await pane.getByRole('button', { name: '登记 1 件' }).isDisabled()).toBe(true);
    });
    await field(/^审批人/).fill('分管副市长');
    expect(await violations(pane)).toEqual([]);
    await pane.getByRole('button', { name: '登记 1 件' }).click();
    await heading('将要写入');
    await pane.getByRole('button', { name: '返回' }).click();
    // What was typed is still there.
    await heading('新增事项');
    await eventually(async () => expect(await field(/^督查事项/).inputValue()).toBe('新建污水处理厂'));
    await pane.getByRole('button', { name: '登记 1 件' }).click();
    await heading('将要写入');
    await pane.getByRole('button', { name: '登记 1 件' }).click();
    await pane.getByText('已登记 1 件。').waitFor();
    await pane.getByRole('button', { name: '共 201 件' }).waitFor();
    expect(await violations(pane)).toEqual([]);
    await pane.getByRole('button', { name: '出立项审批单：新建污水处理厂' }).click();
    await heading('将要写入');
    await pane.getByRole('button', { name: '写入 1 张工作表' }).click();
    await pane.getByText(/^已写入：生成立项审批单/).waitFor();
    await menu(pane, '撤销');
    await pane.getByRole('button', { name: '撤销“新增事项：新建污水处理厂”' }).click();
    await pane.getByRole('button', { name: '共 200 件' }).waitFor();
  });

  test('只用键盘：选一件，登记办结，写入', async () => {
    const { page } = watched;
    await room(pane, '催办');
    const first = pane
      .getByRole('list', { name: '事项清单' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .first();
    await pressOn(first);
    const open = pane.getByRole('button', { name: '登记 1 件' });
    await pressOn(open);
    await panel(pane, '办理登记');
    await page.keyboard.press('Tab');
    await pane.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
    await pane.getByRole('combobox', { name: '类型' }).selectOption('progress');
    expect(await violations(pane)).toEqual([]);
    await pressOn(pane.getByRole('button', { name: '登记 1 件' }));
    await pane.getByText('进展要写明内容，请补上。').waitFor();
    await pane.getByRole('combobox', { name: '类型' }).selectOption('closed');
    await pressOn(pane.getByRole('button', { name: '登记 1 件' }));
    await panel(pane, '将要写入');
    await pressOn(pane.getByRole('button', { name: /^写入 \d+ 处$/ }));
    await pane.getByText(/^已写入：办结：/).waitFor();
  });

  test('核对表、名录和下拉选项都先预览；320 像素宽时不横向滚动，axe 查不出问题', async () => {
    const { page } = watched;
    await page.locator('.pane iframe').evaluate((frame: HTMLElement) => {
      frame.style.width = '320px';
    });
    await pane.waitForFunction(() => document.documentElement.clientWidth === 320);
    const fits = async (): Promise<void> => {
      await expectNarrow(pane, '320');
      expect(await violations(pane)).toEqual([]);
    };
    await room(pane, '核对');
    await pane.getByRole('button', { name: '设下拉选项' }).click();
    await heading('设下拉选项');
    await fits();
    await pane.getByRole('button', { name: '看将要写入的' }).click();
    await heading('将要写入');
    await fits();
    await pane.getByRole('button', { name: '取消' }).click();
    await heading('设下拉选项');
    await room(pane, '核对');
    await pane.getByRole('button', { name: /单位名录/ }).click();
    await pane.getByRole('heading', { name: /单位名录/ }).waitFor();
    await fits();
    await menu(pane, '新增事项');
    await field(/^督查事项/).waitFor();
    await fits();
    await pane.getByRole('button', { name: '粘贴多行' }).click();
    await pane
      .getByRole('textbox', { name: /^从表格中复制/ })
      .fill('督查事项\t责任单位\n建桥\t市教育局\n修路\t没有的局');
    await pane.getByText('认出 2 件').waitFor();
    await fits();
    await room(pane, '核对');
    await pane.getByRole('button', { name: '写出核对表' }).click();
    await heading('将要写入');
    await pane.getByRole('button', { name: '写入 1 张工作表' }).click();
    await pane.getByText(/^已写入：写出台账核对/).waitFor();
  });
});
