import { wallClock } from './clock';
import { workbookCalls } from './desk/calls';
import { Desk } from './desk/Desk';
import { wallTiming } from './desk/DeskStore';
import { turnAwayDroppedFiles } from './bootstrap/dropOutside';
import { hostTheme } from './bootstrap/hostTheme';
import { keepFocus } from './bootstrap/keepFocus';
import { keepPress } from './bootstrap/keepPress';
import { mount } from './bootstrap/mount';
import { ThemedPane } from './ThemedPane';

/** Loaded by the bootstrap once Excel has answered and is new enough. */
const place = document.getElementById('root');
if (place === null) throw new Error('taskpane.html has no #root');
// Excel for Mac hands over no files (office-js #2700, #3385): letters go into worksheets there.
const canDownload = (): boolean => Office.context.platform !== Office.PlatformType.Mac;
/** The one desk of this runtime: the pane shows it, the ribbon's commands act on it. */
export const desk = new Desk({ ...workbookCalls, canDownload }, wallClock, wallTiming);
turnAwayDroppedFiles(window);
keepPress(window);
keepFocus(document);
mount(place, <ThemedPane desk={desk} theme={hostTheme(window.matchMedia('(prefers-color-scheme: dark)'))} />);
void desk.open();
