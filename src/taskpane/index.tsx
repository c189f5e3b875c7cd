import { createRoot } from 'react-dom/client';
import { wallClock } from './clock';
import { workbookCalls } from './desk/calls';
import { Desk } from './desk/Desk';
import { wallTiming } from './desk/DeskStore';
import { isDarkColor } from './theme';
import { ThemedPane, type HostTheme } from './ThemedPane';

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

/** Office's own theme where the host tells it (desktop), else the system's. */
const hostTheme: HostTheme = {
  isDark: () => {
    const office = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
    return (typeof office === 'string' ? isDarkColor(office) : null) ?? darkScheme.matches;
  },
  subscribe: (watcher) => {
    darkScheme.addEventListener('change', watcher);
    return () => darkScheme.removeEventListener('change', watcher);
  },
};

/** Loaded by the bootstrap once Excel has answered and is new enough. */
const place = document.getElementById('root');
if (place === null) throw new Error('taskpane.html has no #root');
const desk = new Desk(workbookCalls, wallClock, wallTiming);
createRoot(place).render(<ThemedPane desk={desk} theme={hostTheme} />);
void desk.open();
