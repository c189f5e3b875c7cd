import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser, openWatched, serveSite, type Site, type Watched } from './browser';
import { paneOf } from './paneFrame';

/** What the tests of a file share; there once they run. */
export interface InBrowser {
  readonly browser: Browser;
  readonly site: Site;
}

/** The page opened anew on the sample ledger, with its pane. */
export interface FreshPane {
  readonly watched: Watched;
  readonly page: Page;
  readonly pane: Frame;
}

type PageOptions = NonNullable<Parameters<typeof openWatched>[2]>;

/** The page built and served, and a browser, for all tests around it. */
export function inBrowser(): InBrowser {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
  };
}

async function freshPane({ browser, site }: InBrowser, options: PageOptions): Promise<FreshPane> {
  const watched = await openWatched(browser, site.address, options);
  return { watched, page: watched.page, pane: await paneOf(watched.page) };
}

/** Nothing was forbidden by the page's policy, nothing failed in it. */
export function expectQuiet({ violations, errors }: Watched): void {
  expect(violations).toEqual([]);
  expect(errors).toEqual([]);
}

export async function closeQuiet(watched: Watched): Promise<void> {
  expectQuiet(watched);
  await watched.page.close({ runBeforeUnload: false });
}

/** A page for each test, given to `take` before it; after it the page must have been quiet. */
export function eachInFreshPane(options: PageOptions, take: (fresh: FreshPane) => void): InBrowser {
  const shared = inBrowser();
  let watched: Watched;
  beforeEach(async () => {
    const fresh = await freshPane(shared, options);
    ({ watched } = fresh);
    take(fresh);
  });
  afterEach(() => closeQuiet(watched));
  return shared;
}

/** One page for all tests, which go on from one another; in the end it must have been quiet. */
export function allInOnePane(options: PageOptions, take: (fresh: FreshPane) => void): InBrowser {
  const shared = inBrowser();
  let watched: Watched;
  beforeAll(async () => {
    const fresh = await freshPane(shared, options);
    ({ watched } = fresh);
    take(fresh);
  });
  afterAll(() => expectQuiet(watched));
  return shared;
}

/** Opens a file by the page's button; the pane of the new workbook, its rooms not yet waited for. */
export async function openFile(page: Page, file: string): Promise<Frame> {
  await page.waitForSelector('.pane iframe');
  await page.locator('.pane iframe').evaluate((frame) => frame.setAttribute('data-old', ''));
  await page.setInputFiles('input[type=file]', file);
  await page.locator('.pane iframe:not([data-old])').waitFor({ state: 'attached' });
  return (await (await page.waitForSelector('.pane iframe:not([data-old])')).contentFrame())!;
}
