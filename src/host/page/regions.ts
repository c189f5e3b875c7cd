/** The desk's regions in the order in which F6 goes round them, as in Excel; Shift turns back. */
const REGIONS = [
  '.title-bar button',
  '.command-row button',
  '.grid [data-u-comp=defined-name] input',
  '.splitter',
  '.pane iframe',
] as const;

function regionOf(focused: Element | null): number {
  return REGIONS.findIndex((selector) => {
    const place = document.querySelector(selector)?.closest('.title-bar, .command-row, .grid-place, .splitter, .pane');
    return focused !== null && place?.contains(focused) === true;
  });
}

function goRound(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const step = event.shiftKey ? -1 : 1;
  const from = regionOf(document.activeElement);
  // A region that is not there yet, or cannot be used now, is passed over: F6 would end before it.
  for (let turn = 1; turn < REGIONS.length; turn += 1) {
    const next = REGIONS[(from + step * turn + REGIONS.length * 2) % REGIONS.length]!;
    const target = document.querySelector<HTMLElement>(next);
    if (target instanceof HTMLIFrameElement) return target.contentWindow?.focus();
    target?.focus();
    if (target !== null && document.activeElement === target) return;
  }
}

/** Lets F6 leave the grid and the pane, which keep Tab for themselves; returns how to stop. */
export function followRegions(): () => void {
  const listen = (target: Window): void => target.addEventListener('keydown', goRound, true);
  listen(window);
  const observer = new MutationObserver(() => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('.pane iframe')) {
      frame.onload = () => listen(frame.contentWindow!);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    window.removeEventListener('keydown', goRound, true);
  };
}
