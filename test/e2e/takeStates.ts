import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrapPages, lookOf } from './bootstrapStates';
import { launchBrowser, serveSite } from './browser';
import { makeStateBooks } from './stateBooks';
import { montage, THEMES, type Theme } from './stateMontage';
import { walkBooks } from './states/bookStates';
import { walkLetters } from './states/letterStates';
import { walkSample } from './states/sampleStates';
import { walkStart } from './states/startStates';
import { StateWalk } from './states/StateWalk';

const PARTS = ['sample', 'letters', 'start', 'books'] as const;
type Part = (typeof PARTS)[number];
/** `npx tsx test/e2e/takeStates.ts [folder] [theme…] [part…]`: every state of the pane as pictures, to be looked at. */
async function takeStates(folder: string, themes: readonly Theme[], parts: readonly Part[]): Promise<void> {
  mkdirSync(join(folder, 'montage'), { recursive: true });
  const books = await makeStateBooks();
  const site = await serveSite();
  const browser = await launchBrowser();
  try {
    for (const theme of themes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...lookOf(theme) });
      page.on('pageerror', (error) => console.log(`${theme}: ${error.message}`));
      await page.addInitScript({ path: join(__dirname, 'wireFaults.js') });
      await page.goto(site.address);
      const walk = new StateWalk(page, theme, folder);
      try {
        if (parts.includes('sample')) await walkSample(walk);
        if (parts.includes('letters')) await walkLetters(walk);
        if (parts.includes('start')) await walkStart(walk);
        if (parts.includes('books')) await walkBooks(walk, books);
      } catch (error) {
        console.log(`${theme}, after ${walk.taken.at(-1)}: ${String(error)}`);
        process.exitCode = 1;
        await page.screenshot({ path: join(folder, `${theme}-stuck.png`) });
      }
      await page.close();
      await montage(browser, folder, theme, [...walk.taken, ...(await bootstrapPages(browser, site, theme, folder))]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(folder);
}

const [folder = mkdtempSync(join(tmpdir(), 'states-')), ...named] = process.argv.slice(2);
const chosen = THEMES.filter((theme) => !THEMES.some((own) => named.includes(own)) || named.includes(theme));
const parts = PARTS.filter((part) => !PARTS.some((own) => named.includes(own)) || named.includes(part));
void takeStates(folder, chosen, parts);
