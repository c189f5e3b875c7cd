import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Frame } from 'playwright-core';
import { buildReport } from '../../src/app/month/buildReport';
import { standingDraft } from '../../src/app/bulletin/issuedBulletins';
import { runMonthEnd } from '../../src/app/month/monthEnd';
import { planBulletinSheet } from '../../src/app/bulletin/publishBulletin';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { readParagraphs } from '../../src/documents/templateText';
import { openDesk, SAMPLES, type Sample } from '../hostDesk';
import { describeInBrowser, ROOT, type Watched } from './browser';
import { eventually } from './eventually';
import { eachInFreshPane, openFile } from './freshPane';
import { pressAndSee } from './keys';
import { menu, paneOf, room, violations } from './paneFrame';

const AS_OF = '2026-10-31' as CivilDate;
const SCHEMES: Readonly<
  Record<Sample, { readonly id: string; readonly name: RegExp | null; readonly scored: boolean }>
> = {
  city: { id: 'dengzhou-2018', name: null, scored: true },
  district: { id: 'county-2023', name: /某区政务督查考核方案/, scored: true },
  bureau: { id: 'shangyu-2016', name: /上虞区重点目标任务督查/, scored: false },
};

describeInBrowser('月度督查：三个样本各走一个月', () => {
  let watched: Watched;
  let pane: Frame;
  eachInFreshPane({ reducedMotion: 'reduce' }, (fresh) => {
    ({ watched, pane } = fresh);
  });

  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const bar = () => pane.getByRole('region', { name: '月度督查', exact: true });
  const said = (text: string | RegExp) => pane.getByText(text).first().waitFor();
  const atStep = (index: number) =>
    bar()
      .getByText(new RegExp(`^第 ${index} / 6 步`))
      .waitFor();

  async function open(sample: Sample): Promise<void> {
    const { page } = watched;
    if (sample === 'city') return;
    await openFile(page, join(ROOT, 'assets/samples', SAMPLES[sample]));
    pane = await paneOf(page);
  }

  /** Nothing scrolls sideways or is cut off at 320 pixels, no Latin words but those of Excel's own, axe finds nothing. */
  async function look(): Promise<void> {
    const { page } = watched;
    await page.locator('.pane iframe').evaluate((frame: HTMLElement) => {
      frame.style.width = '320px';
    });
    await pane.waitForFunction(() => document.documentElement.clientWidth === 320);
    await eventually(async () => {
      expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
    const text = await pane.evaluate(() => document.body.innerText);
    expect(text.replace(/Word|Excel|#REF!/g, '').match(/[A-Za-z]{3,}/g) ?? []).toEqual([]);
    expect(await violations(pane)).toEqual([]);
  }

  async function saved(): Promise<Uint8Array> {
    const { page } = watched;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存' }).click(),
    ]);
    return bytesOf(download);
  }

  async function bytesOf(download: Download): Promise<Uint8Array> {
    const path = join(mkdtempSync(join(tmpdir(), 'month-')), download.suggestedFilename());
    await download.saveAs(path);
    return new Uint8Array(readFileSync(path));
  }

  test.each(['city', 'district', 'bureau'] as const)(
    '样本 %s：核对、标记、收表（跳过）、催办、计分、通报，一步接一步；通报的数字与月末任务的报告一致',
    async (sample) => {
      const { page } = watched;
      const { id, name, scored } = SCHEMES[sample];
      await open(sample);
      if (name !== null) {
        await menu(pane, '设置');
        await pane.getByRole('radio', { name }).click();
        await button('并保存到文件').click();
        await said(/^已写入：保存设置/);
      }
      await button(/^统计日期/).click();
      await pane.getByRole('menuitem', { name: '指定日期' }).click();
      await pane.getByLabel('统计日期').fill(AS_OF);
      await pane.getByLabel('统计日期').press('Enter');
      await room(pane, '总览');
      await button('开始月度督查').click();
      await atStep(1);
      await look();

      await bar().getByRole('button', { name: '台账核对完成' }).click();
      await atStep(2);
      await button('标出逾期和临期').click();
      await button(/^标出 \d+ 行$/).click();
      await said(/^已写入：标出/);
      await bar().getByText('标记已是最新').waitFor();
      await bar().getByRole('button', { name: '标记逾期完成' }).click();

      await atStep(3);
      await bar().getByRole('button', { name: '全部步骤' }).click();
      await button('跳过收表').click();
      await pane.getByRole('textbox', { name: '跳过的原因' }).fill('各单位进展已由科室报来');
      await look();
      await button('记下并跳过').click();
      await said('原因：各单位进展已由科室报来');
      await button('去做催办督办').click();

      await atStep(4);
      const due = button(/^生成 [1-9]\d* 份$/);
      await due.or(pane.getByText('没有需要发的文书')).first().waitFor();
      if (await due.isVisible()) {
        await pane.getByRole('combobox', { name: '怎样交出' }).selectOption('recordOnly');
        await due.click();
        const write = button(/^生成 \d+ 份文书$/);
        const earlier = button('下一步');
        await write.or(earlier).waitFor();
        // Letters to be cited that are on no record stay blank here.
        if (await earlier.isVisible()) await earlier.click();
        await write.click();
        await said(/^已写入：生成/);
      }
      await bar().getByRole('button', { name: '催办督办完成' }).click();

      await atStep(5);
      if (scored) {
        await button('写入本月计分表').click();
        await button('写入 2 张工作表').click();
        await said('本月计分表已经印发，与现在计算的一致。');
      }
      await bar().getByRole('button', { name: '计分完成' }).click();

      await atStep(6);
      await pane.getByRole('article', { name: '通报全文' }).waitFor();
      await look();
      await button('写入通报').click();
      const [download] = await Promise.all([page.waitForEvent('download'), button('写入督查通报 2026-10').click()]);
      const docx = await bytesOf(download);
      await said('本期通报已经写入，与现在一致。');
      await bar().getByRole('button', { name: '通报完成' }).click();
      await said('本月六步都已办过。');
      await look();

      const host = openDesk(await saved(), SAMPLES[sample]);
      const result = await runMonthEnd(
        {
          asOf: AS_OF,
          today: '2026-11-01' as CivilDate,
          at: '2026-11-01 09:00',
          sheet: null,
          scheme: null,
          annual: false,
          issueNotices: false,
          replace: false,
        },
        () => undefined,
      );
      if (!result.ok) throw new Error(result.sentence);
      const { outcome } = result;
      const wire = { requests: 0, bytesIn: 0, bytesOut: 0 };
      const report = buildReport({ ...outcome, asOf: AS_OF, workbook: '', documents: [], wire });
      expect(report.scheme).toBe(id);
      const draft = standingDraft(outcome.review);
      expect(planBulletinSheet(outcome.review, draft, { replace: false }).standing).toBe('same');
      const told = report.matters.filter((_, index) => !outcome.review.matters[index]!.classified);
      const closed = told.filter(({ state }) => state.startsWith('closed')).length;
      const late = told.filter(({ state }) => state === 'overdue').length;
      const text = readParagraphs(strFromU8(unzipSync(docx)['word/document.xml']!))
        .map((paragraph) => paragraph.text)
        .join('\n');
      expect(text).toContain(`事项共${told.length}件，已办结${closed}件`);
      expect(text).toContain(late === 0 ? '没有逾期事项' : `逾期未办结的事项共${late}件`);
      for (const { unit, total } of draft.figures.units) {
        const score = report.scores.find((each) => each.unit === unit);
        expect({ unit, total }).toEqual({ unit, total: score?.total ?? null });
      }
      host.close();
    },
  );

  test('只用键盘：开始，做完一步，跳过一步，写通报', async () => {
    const { page } = watched;
    const press = async (name: string | RegExp): Promise<void> => {
      const target = button(name).first();
      await eventually(async () => expect(await target.isEnabled()).toBe(true));
      // Tab until it is there: whatever cannot be reached by the keyboard is not reached.
      for (let turn = 0; turn < 400; turn += 1) {
        if (await target.evaluate((own) => own === document.activeElement)) break;
        await pressAndSee(page, pane, 'Tab');
      }
      expect(await target.evaluate((own) => own === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
    };
    /** The place for the words has the focus. */
    const typing = () => pane.waitForFunction(() => document.activeElement?.matches('textarea, input[type=text]'));
    await pane.getByRole('button', { name: '总览' }).focus();
    await press('看各步骤');
    await pane.getByRole('heading', { name: /^\d{4}年\d{1,2}月督查$/ }).waitFor();
    await press('台账核对完成');
    await said(/^已写入：台账核对完成/);
    await press('跳过标记逾期');
    await typing();
    await page.keyboard.type('本月不标');
    await press('记下并跳过');
    await said('原因：本月不标');
    await press('去做通报');
    await pane.getByRole('article', { name: '通报全文' }).waitFor();
    await press('改下步要求');
    await typing();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('（一）逐项说明原因。');
    await press('用这段话');
    await pane.getByText('（一）逐项说明原因。').waitFor();
    await press('写入通报');
    const download = page.waitForEvent('download');
    await press(/^写入督查通报 \d{4}-\d{2}$/);
    await download;
    await said('本期通报已经写入，与现在一致。');
  });
});
