import type { Frame, Page } from 'playwright-core';
import type { Panel, Room } from '../../src/taskpane/desk/view';
import { ASKING, FIRST, PREVIEW, ROOM_WORDS, UNDO, WORDS } from '../../src/taskpane/words';
import { BULLETIN } from '../../src/taskpane/words/bulletin';
import { CHECK_DEEDS, LISTS } from '../../src/taskpane/words/checks';
import { CARRY_OVER, COLLECT, MERGE } from '../../src/taskpane/words/collect';
import { HELP } from '../../src/taskpane/words/help';
import { PROCEEDING, REGISTER } from '../../src/taskpane/words/registering';
import { SCORES } from '../../src/taskpane/words/scores';
import { SELF_TEST } from '../../src/taskpane/words/selfTest';
import { START } from '../../src/taskpane/words/start';
import { menu, room } from './paneFrame';

/** The page with the pane on a ledger in it. */
export interface Place {
  readonly page: Page;
  readonly pane: Frame;
}
type Visit = (place: Place) => Promise<void>;

const press = (pane: Frame, name: string | RegExp): Promise<void> =>
  pane
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
const see = (pane: Frame, text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();
const heading = (pane: Frame, name: string | RegExp): Promise<void> =>
  pane.getByRole('heading', { name }).first().waitFor();

/** Puts the deed before the clerk, looks at the cells it would change, and takes it back. */
async function previewed(pane: Frame, deed: string | RegExp): Promise<void> {
  await press(pane, deed);
  await heading(pane, PREVIEW.title);
  const details = pane.getByRole('button', { name: PREVIEW.details });
  if (await details.isVisible()) await details.click();
  await press(pane, WORDS.cancel);
  await pane.getByRole('heading', { name: PREVIEW.title }).waitFor({ state: 'detached' });
}

async function downloaded(place: Place, deed: string | RegExp): Promise<void> {
  await Promise.all([place.page.waitForEvent('download'), press(place.pane, deed)]);
}

async function tabs({ pane }: Place): Promise<void> {
  await pane.getByRole('tab').first().waitFor();
  for (const tab of await pane.getByRole('tab').all()) {
    await tab.click();
    await pane.getByRole('main').locator('button, article').first().waitFor();
  }
}

/** Every room with its main deed. A new room without a visit does not compile. */
export const ROOMS: Readonly<Record<Room, Visit>> = {
  overview: ({ pane }) => pane.getByRole('list', { name: '按单位' }).waitFor(),
  checks: ({ pane }) => previewed(pane, CHECK_DEEDS.sheet),
  reminders: ({ pane }) => previewed(pane, '标出逾期和临期'),
  letters: async (place) => {
    const { pane } = place;
    await press(pane, /^看全文/);
    await pane.getByRole('article', { name: '文书全文' }).waitFor();
    await press(pane, WORDS.back);
    await tabs(place);
    await downloaded(place, '下载工作催办单模板');
  },
  scores: async (place) => {
    await tabs(place);
    await place.pane.getByRole('tab', { name: SCORES.tab.sheets, exact: true }).click();
    await previewed(place.pane, SCORES.write);
  },
  bulletin: async (place) => {
    await tabs(place);
    await place.pane.getByRole('tab').first().click();
    await previewed(place.pane, BULLETIN.write);
  },
};

const fromMenu =
  (title: string): Visit =>
  async ({ pane }) => {
    await menu(pane, title);
    await heading(pane, title);
  };
const fromRoom =
  (from: Room, door: string | RegExp, title: string | RegExp): Visit =>
  async ({ pane }) => {
    await room(pane, ROOM_WORDS[from]);
    await press(pane, door);
    await heading(pane, title);
  };
const fromHelp =
  (door: string): Visit =>
  async (place) => {
    await fromMenu(HELP.title)(place);
    await press(place.pane, door);
    await heading(place.pane, door);
  };

/** How each panel is opened. A new panel without a visit does not compile. */
export const PANELS: Readonly<Record<Exclude<Panel, 'none'>, Visit>> = {
  settings: fromMenu(WORDS.settings),
  columns: async ({ pane }) => {
    await press(pane, /^台账：/);
    await pane.getByRole('menuitem', { name: WORDS.columnsTaken }).click();
    await heading(pane, WORDS.columnsTaken);
  },
  undo: fromMenu(UNDO.title),
  help: fromMenu(HELP.title),
  directory: fromRoom('checks', /单位名录/, /单位名录/),
  lists: fromRoom('checks', CHECK_DEEDS.lists, LISTS.title),
  register: fromMenu(REGISTER.title),
  proceeding: async ({ pane }) => {
    await room(pane, ROOM_WORDS.reminders);
    const first = pane.getByRole('list', { name: '事项清单' }).getByRole('listitem').first();
    await first.getByRole('button').first().click();
    await press(pane, '登记 1 件');
    await heading(pane, PROCEEDING.title);
  },
  carryOver: fromRoom('overview', CARRY_OVER.title, CARRY_OVER.title),
  collect: fromMenu(COLLECT.title),
  merge: fromRoom('overview', MERGE.title, MERGE.title),
  month: async ({ pane }) => {
    await menu(pane, WORDS.month);
    await heading(pane, /^\d{4}年\d{1,2}月督查$/);
  },
  selfTest: fromHelp(HELP.selfTest),
  basis: fromHelp(HELP.basis),
};

/** What is done in a panel once it is open; `null`: it only shows or chooses. */
export const DEEDS: Readonly<Record<Exclude<Panel, 'none'>, Visit | null>> = {
  settings: null,
  columns: null,
  undo: null,
  help: async ({ pane }) => {
    await pane.getByRole('main').locator('button[aria-expanded]').first().waitFor();
    // Closed ones only would be fewer with each that is opened.
    for (const header of await pane.getByRole('main').locator('button[aria-expanded]').all()) await header.click();
  },
  directory: ({ pane }) => previewed(pane, /^列入 \d+ 个$/),
  lists: ({ pane }) => previewed(pane, LISTS.go),
  register: async ({ pane }) => {
    await pane.getByRole('textbox', { name: /^督查事项/ }).fill('新建污水处理厂');
    await previewed(pane, REGISTER.go(1));
  },
  proceeding: async ({ pane }) => {
    await pane.getByRole('combobox', { name: PROCEEDING.kind }).selectOption('closed');
    await previewed(pane, PROCEEDING.go(1));
  },
  carryOver: ({ pane }) => previewed(pane, /^结转 \d+ 件$/),
  collect: (place) => downloaded(place, /^下载.+的填报表$/),
  merge: null,
  month: null,
  selfTest: async (place) => {
    // The questions are asked and answered in one thread: the click itself may be answered late.
    await place.pane.getByRole('button', { name: SELF_TEST.start, exact: true }).click();
    await place.pane.getByText(/^一致 \d+，不一致 \d+，只记录 \d+$/).waitFor();
    await downloaded(place, SELF_TEST.download);
  },
  basis: null,
};

/** What stands in place of the rooms and is no panel of the menu. */
export const seesAsking: Visit = ({ pane }) => heading(pane, ASKING.title);
export const seesStart: Visit = async ({ pane }) => {
  await see(pane, START.empty);
  await previewed(pane, START.sample);
};
export const seesNoLedger: Visit = ({ pane }) => see(pane, FIRST.noLedger);

/** A letter on record and as a Word file: the one deed that is carried out, since only then the file is made. */
export const makesLetter: Visit = async (place) => {
  const { pane } = place;
  await room(pane, ROOM_WORDS.reminders);
  await press(pane, /^催办单：/);
  await pane.getByRole('tab', { name: '待发' }).click();
  await press(pane, '生成 1 份');
  await heading(pane, PREVIEW.title);
  await downloaded(place, '生成 1 份文书');
  await see(pane, /^已生成 1 份文书并登记/);
};

export const backToRooms: Visit = async ({ pane }) => {
  await room(pane, ROOM_WORDS.overview);
  await pane.getByRole('list', { name: '按单位' }).waitFor();
};
