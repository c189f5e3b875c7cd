const KEY = 'duchataizhang.guide';

/** Whether the clerk has put the guide away on this computer. */
export function guideDismissed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Puts the guide away on this computer; where the host lets nothing be kept it comes back next time. */
export function dismissGuide(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Nothing to keep it in.
  }
}
