/** What a press means something on. */
const CONTROL = 'button, a[href], input, select, textarea, label, summary, [role^=menuitem], [role=tab], [role=option]';
/** A hand holds no stiller than this, in pixels of the screen. */
const STILL = 4;

type At = Pick<MouseEvent, 'screenX' | 'screenY'>;
const near = (one: At, other: At): boolean =>
  Math.abs(one.screenX - other.screenX) <= STILL && Math.abs(one.screenY - other.screenY) <= STILL;

/**
 * A line that comes or goes above moves what is below it. Where that happens between press and release, the browser
 * clicks neither what was pressed nor what lies there now but what holds them both, and the press is lost: it is given
 * to what was pressed, so long as the hand held still.
 */
export function keepPress(view: Pick<Window, 'addEventListener'>): void {
  let pressed: { readonly control: HTMLElement; readonly at: At } | null = null;
  const press = (event: Event): void => {
    const { target, button, isPrimary } = event as PointerEvent;
    const control = (target as Element | null)?.closest<HTMLElement>(CONTROL) ?? null;
    pressed = control === null || button !== 0 || !isPrimary ? null : { control, at: event as PointerEvent };
  };
  const release = (event: Event): void => {
    const own = pressed;
    pressed = null;
    const { target } = event as MouseEvent;
    if (own === null || !(target as Node).contains(own.control) || target === own.control) return;
    if (!near(own.at, event as MouseEvent)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    own.control.click();
  };
  view.addEventListener('pointerdown', press, true);
  view.addEventListener('click', release, true);
}
