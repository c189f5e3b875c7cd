import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Frame, Page } from 'playwright-core';
import { menu, panel, room } from '../e2e/paneFrame';

/** One thing a clerk does in the pane, up to where the pane is done with it. */
export interface Action {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** Letters put on record. */
const PICKED = 20;
/** The pane says what is under way only then, in milliseconds. */
const SAID_AFTER = 1200;
const WAIT = { timeout: 300_000 };

/** A clerk at the pane of a large ledger. */
export class PaneWalk {
  private frame: Frame | null = null;
  private returned: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[] = [];

  /** `matters`: how many the ledger has; `files`: folder of the ledger to be merged, `merged.xlsx`. */
  constructor(
    private readonly page: Page,
    private readonly pane: string,
    private readonly matters: string,
    private readonly files: string,
  ) {}

  private get at(): Frame {
    if (this.frame === null) throw new Error('the pane is not open yet');
    return this.frame;
  }
  /** What the pane says now, for whoever wonders why it does not go on. */
  readonly notice = (): Promise<string> => this.at.locator('body').innerText();
  private readonly said = (text: string | RegExp): Promise<void> => this.at.getByText(text).first().waitFor(WAIT);
  private readonly press = (name: string | RegExp): Promise<void> =>
    this.at
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click(WAIT);
  private readonly tab = (name: string): Promise<void> => this.at.getByRole('tab', { name, exact: true }).click(WAIT);
  private readonly choose = (label: string, value: string): Promise<unknown> =>
    this.at.getByRole('combobox', { name: label, exact: true }).selectOption(value, WAIT);
  /** Nothing is under way any more, whether or not it was long enough to be said. */
  private readonly idle = async (): Promise<void> => {
    await this.page.waitForTimeout(SAID_AFTER);
    for (const text of ['停止', '正在计算']) {
      await this.at
        .getByText(text, { exact: true })
        .first()
        .waitFor({ state: 'detached', ...WAIT });
    }
  };
  private readonly drawn = async (): Promise<void> => {
    await this.at.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => done()))));
  };
  /** The list on show from top to bottom in forty jumps. */
  private readonly scroll = async (label: string): Promise<void> => {
    const list = this.at.getByRole('list', { name: label, exact: true });
    await list.waitFor(WAIT);
    await list.evaluate(async (own) => {
      for (let step = 0; step <= 40; step += 1) {
        own.scrollTop = (own.scrollHeight * step) / 40;
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
    });
  };
  private readonly type = async (text: string): Promise<void> => {
    await this.at.getByRole('searchbox').focus();
    for (const key of text) {
      await this.page.keyboard.insertText(key);
      await this.drawn();
    }
  };
  private readonly preview = (): Promise<void> => this.at.getByRole('heading', { name: '将要写入' }).waitFor(WAIT);
  private readonly written = async (deed: string | RegExp): Promise<void> => {
    await this.press(deed);
    await this.said(/^(已写入|已撤销)：/);
    await this.idle();
  };
  private readonly undone = async (): Promise<void> => {
    await this.at.getByRole('button', { name: /^撤销/ }).first().click(WAIT);
    await this.said(/^已撤销：/);
    await this.idle();
  };
  private readonly open = async (item: string): Promise<void> => {
    await menu(this.at, item);
    await panel(this.at, item);
  };
  private readonly give = async (...names: readonly string[]): Promise<void> => {
    await this.at.locator('input[type=file]').setInputFiles(names.map((name) => join(this.files, name)));
  };
  private readonly scheme = async (name: RegExp): Promise<void> => {
    await menu(this.at, '设置');
    await this.at.getByRole('radio', { name }).check(WAIT);
    await this.press('按此核对');
    await this.idle();
  };

  private readonly begin = async (): Promise<void> => {
    await this.page.evaluate(
      (address) => (window as unknown as { openPane(own: string): void }).openPane(address),
      this.pane,
    );
    while (this.frame === null) {
      this.frame = this.page.frames().find((own) => own.url().startsWith(this.pane)) ?? null;
      await this.page.waitForTimeout(100);
    }
    await this.said(new RegExp(`共 ${this.matters} 件`));
    await this.idle();
  };

  private readonly marking: readonly Action[] = [
    {
      name: '先看要标的',
      run: () => this.press('标出逾期和临期').then(this.preview),
    },
    {
      name: '标出并重读',
      run: async () => {
        await this.written(/^标出 \d+ 行$/);
        await this.at.getByRole('button', { name: '去掉标记' }).waitFor(WAIT);
      },
    },
    { name: '撤销标记并重读', run: this.undone },
  ];

  private readonly reading: readonly Action[] = [
    { name: '打开并核对', run: this.begin },
    { name: '进“核对”', run: () => room(this.at, '核对').then(() => this.said('写出核对表')) },
    { name: '核对：按行', run: () => this.choose('分组', 'row').then(this.drawn) },
    { name: '核对：滚到底', run: () => this.scroll('核对结果') },
    { name: '核对：只看错误', run: () => this.choose('级别', 'error').then(this.drawn) },
    { name: '写出核对表，到预览', run: () => this.press('写出核对表').then(this.preview) },
    { name: '写出核对表并重读', run: () => this.written(/^写入/) },
    { name: '进“催办”', run: () => room(this.at, '催办').then(() => this.said('标出逾期和临期')) },
    { name: '催办：全部事项', run: () => this.choose('显示', 'all').then(this.drawn) },
    { name: '催办：滚到底', run: () => this.scroll('事项清单') },
    { name: '催办：查找“第9局”', run: () => this.type('第9局') },
  ];

  private readonly judging: readonly Action[] = [
    {
      name: '换统计日期',
      run: async () => {
        await this.press(/^统计日期/);
        await this.at.getByRole('menuitem', { name: '上月末' }).click();
        await this.idle();
      },
    },
    { name: '进“总览”', run: () => room(this.at, '总览').then(() => this.said('显示近 12 个月')) },
    {
      name: '近12个月',
      run: async () => {
        await this.press('显示近 12 个月');
        await this.at.getByRole('heading', { name: '近 12 个月' }).waitFor(WAIT);
      },
    },
    {
      name: '设置：临期天数',
      run: async () => {
        await menu(this.at, '设置');
        await this.at.getByRole('spinbutton').fill('7');
        await this.press('按此核对');
        await this.idle();
      },
    },
  ];

  private readonly scoring: readonly Action[] = [
    {
      name: '进“计分”，到可写入',
      run: async () => {
        await room(this.at, '计分');
        await this.at.getByRole('button', { name: '写入本月计分表' }).waitFor(WAIT);
      },
    },
    { name: '计分：分析', run: () => this.tab('分析').then(this.idle) },
    {
      name: '计分表，到预览',
      run: async () => {
        await this.tab('计分表');
        await this.press('写入本月计分表');
        await this.preview();
      },
    },
    { name: '写入计分表并重读', run: () => this.written(/^写入/) },
  ];

  private readonly letters: readonly Action[] = [
    {
      name: '进“文书”，到清单',
      run: async () => {
        await room(this.at, '文书');
        await this.at.getByRole('button', { name: /^生成 \d+ 份$/ }).waitFor(WAIT);
        await this.idle();
      },
    },
    { name: '文书：滚到底', run: () => this.scroll('待发文书') },
    { name: '文书：同单位合一份', run: () => this.choose('分单方式', 'perUnit').then(this.idle) },
    {
      name: '登记二十份（同单位合一份）：补记、到预览',
      run: async () => {
        // All in one go are more than a request may hold: that is refused, and nothing written.
        await this.at.getByRole('checkbox', { name: '全选' }).uncheck(WAIT);
        const letters = this.at.getByRole('list', { name: '待发文书' });
        await letters.focus().catch(() => undefined);
        for (let letter = 0; letter < PICKED; letter += 1) {
          await letters.locator(`[data-index="${letter}"]`).getByRole('checkbox').check(WAIT);
          if (letter % 3 === 2) await letters.evaluate((own) => (own.scrollTop += 200));
        }
        await this.choose('怎样交出', 'recordOnly');
        await this.press(/^生成 \d+ 份$/);
        await this.press('下一步');
        await this.preview();
      },
    },
    { name: '登记并重读', run: () => this.written(/^生成/) },
    {
      name: '登记在案：到清单',
      run: async () => {
        await this.tab('登记在案');
        await this.at.getByRole('list', { name: '登记在案的文书' }).waitFor(WAIT);
      },
    },
    { name: '登记在案：滚到底', run: () => this.scroll('登记在案的文书') },
    { name: '登记在案：只看拟稿', run: () => this.choose('显示', 'draft').then(this.drawn) },
    {
      name: '补打二十份拟稿（zip）',
      run: async () => {
        await this.at.getByRole('checkbox', { name: '全选' }).check(WAIT);
        await this.choose('怎样交出', 'zip');
        await this.press('补打');
        await this.said(/浏览器的下载文件夹里/);
        await this.idle();
      },
    },
  ];

  private readonly publishing: readonly Action[] = [
    {
      name: '进“通报”，到全文',
      run: () => room(this.at, '通报').then(() => this.at.getByRole('button', { name: '写入通报' }).waitFor(WAIT)),
    },
    { name: '写通报，到预览', run: () => this.press('写入通报').then(this.preview) },
    { name: '写通报并重读', run: () => this.written(/^写入/) },
    {
      name: '专报',
      run: async () => {
        await this.tab('专报');
        await this.idle();
      },
    },
  ];

  private readonly monthly: readonly Action[] = [
    { name: '月度督查', run: () => menu(this.at, '月度督查').then(() => this.said(/^去做$/)) },
    { name: '收表：到下发', run: () => this.open('收表').then(() => this.said(/^全选（/)) },
    {
      name: '收表：下载各单位的',
      run: async () => {
        const [download] = await Promise.all([this.page.waitForEvent('download', WAIT), this.press(/^下载 \d+ 份/)]);
        const all = unzipSync(readFileSync(await download.path()));
        this.returned = Object.entries(all)
          .slice(0, 5)
          .map(([name, bytes]) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }));
      },
    },
    {
      name: '收表：收回五份',
      run: async () => {
        await this.tab('收回');
        await this.at.locator('input[type=file]').setInputFiles([...this.returned]);
        await this.said('没有填写');
        await this.idle();
      },
    },
    {
      name: '年终结转：到清单',
      run: async () => {
        await this.toPanelOf('年终结转');
        await this.at.getByRole('button', { name: /^结转 \d+ 件$/ }).waitFor(WAIT);
      },
    },
    { name: '年终结转：到预览', run: () => this.press(/^结转 \d+ 件$/).then(this.preview) },
    { name: '年终结转并重读', run: () => this.written(/^结转/) },
    {
      name: '并表：收进一本十万件的',
      run: async () => {
        await this.toPanelOf('并表');
        await this.give('merged.xlsx');
        await this.at.getByRole('button', { name: /^并入 \d+ 处/ }).waitFor(WAIT);
        await this.idle();
      },
    },
    { name: '并表：到预览', run: () => this.press(/^并入 \d+ 处/).then(this.preview) },
    { name: '并表并重读', run: () => this.written(/^并入/) },
  ];

  private readonly listing: readonly Action[] = [
    { name: '设置：换办法（凉府办发〔2010〕7号）', run: () => this.scheme(/凉府办发/) },
    {
      name: '进“名单”，到清单',
      run: async () => {
        await room(this.at, '名单');
        await this.idle();
        await this.at.getByRole('list', { name: '名单和频次' }).waitFor(WAIT);
      },
    },
    { name: '名单：滚到底', run: () => this.scroll('名单和频次') },
    { name: '名单表，到预览', run: () => this.press('写出名单表').then(this.preview) },
    { name: '写出名单表并重读', run: () => this.written(/^写入/) },
    {
      name: '清成对外版并重读',
      run: async () => {
        await menu(this.at, '撤销');
        await this.press('清成对外版');
        await this.press('去掉这些内容');
        await this.said('已清成对外版，请保存。');
        await this.idle();
      },
    },
  ];

  /** 并表 and 年终结转 stand among the deeds of 总览. */
  private readonly toPanelOf = async (name: string): Promise<void> => {
    await room(this.at, '总览');
    await this.press(name);
    await panel(this.at, name);
  };

  readonly actions: readonly Action[] = [
    ...this.reading,
    ...this.marking,
    ...this.judging,
    ...this.scoring,
    ...this.letters,
    ...this.publishing,
    ...this.monthly,
    ...this.listing,
  ];
}
