import { isDarkColor } from '../theme';

/** Whether the host is dark now, and when that changes. */
export interface HostTheme {
  readonly isDark: () => boolean;
  readonly subscribe: (watcher: () => void) => () => void;
}

/** What the library has at run time on Windows and its declarations leave out. */
interface ThemeChanged {
  readonly officeTheme?: Partial<Office.OfficeTheme>;
}
type ThemeEvents = Readonly<Record<string, Office.EventType | undefined>>;

/** Office answers the old theme for five seconds after a reading. */
const LATE = 5100;

/** Office's own theme where the host tells it (desktop), else the system's. */
export function hostTheme(darkScheme: MediaQueryList): HostTheme {
  let dark = officeIsDark() ?? darkScheme.matches;
  return {
    isDark: () => dark,
    subscribe: (watcher) => {
      const take = (now: boolean): void => {
        if (now === dark) return;
        dark = now;
        watcher();
      };
      let later: ReturnType<typeof setTimeout> | undefined;
      const schemeChanged = (): void => {
        take(officeIsDark() ?? darkScheme.matches);
        clearTimeout(later);
        later = setTimeout(() => take(officeIsDark() ?? darkScheme.matches), LATE);
      };
      const officeChanged = (event: ThemeChanged): void =>
        take(darkOf(event.officeTheme) ?? officeIsDark() ?? darkScheme.matches);
      darkScheme.addEventListener('change', schemeChanged);
      followOffice(officeChanged);
      return () => {
        clearTimeout(later);
        darkScheme.removeEventListener('change', schemeChanged);
      };
    },
  };
}

const darkOf = (theme: Partial<Office.OfficeTheme> | undefined): boolean | null =>
  typeof theme?.bodyBackgroundColor === 'string' ? isDarkColor(theme.bodyBackgroundColor) : null;

const officeIsDark = (): boolean | null => darkOf(Office.context.officeTheme as Office.OfficeTheme | undefined);

/** The event is offered by some hosts only; where it is refused the theme read at the start stays. */
function followOffice(changed: (event: ThemeChanged) => void): void {
  const event = (Office.EventType as unknown as ThemeEvents)['OfficeThemeChanged'];
  if (event === undefined) return;
  try {
    Office.context.document.addHandlerAsync(event, changed);
  } catch {
    return;
  }
}
