/**
 * What had the focus goes with its panel, its line or its row. Where nothing else has taken the focus a frame later, the
 * room takes it: Tab, Escape and a screen reader go on from there, not from the beginning of the pane.
 */
export function keepFocus(pane: Document): void {
  let held: Element | null = null;
  const giveToRoom = (): void => {
    // She may be in the sheet meanwhile, where the keys she types belong.
    if (!pane.hasFocus() || (pane.activeElement !== null && pane.activeElement !== pane.body)) return;
    pane.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  pane.addEventListener('focusin', ({ target }) => {
    held = target as Element;
  });
  new MutationObserver(() => {
    if (held === null || held.isConnected) return;
    held = null;
    // Panels and menus that close say within a frame where the focus goes.
    requestAnimationFrame(() => setTimeout(giveToRoom));
  }).observe(pane.body, { childList: true, subtree: true });
}
