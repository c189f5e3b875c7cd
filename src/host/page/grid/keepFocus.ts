/** Where a person is who is not in the grid; nothing of Univer's stands there. */
const ELSEWHERE = 'body, iframe, .title-bar *, .command-row *, .splitter';

/**
 * The first cells a pane selects wake Univer 0.25.1's hidden editor, which takes the focus whoever has it: a clerk going
 * through the pane by the keyboard would find herself in the sheet. It gets the focus only where she is in the grid, or
 * has pressed there. Returns how to stop.
 */
export function keepFocus(container: HTMLElement): () => void {
  let pressed = false;
  const press = ({ target }: Event): void => {
    pressed = target instanceof Node && container.contains(target);
  };
  // The pane's frame has got the focus, or another window.
  const leave = (): void => {
    pressed = false;
  };
  const guarded = new WeakSet<HTMLElement>();
  const guard = (): void => {
    for (const editor of document.querySelectorAll<HTMLElement>('[id^=__editor_][contenteditable]')) {
      if (guarded.has(editor)) continue;
      guarded.add(editor);
      editor.focus = (options) => {
        const elsewhere = document.activeElement?.matches(ELSEWHERE) ?? true;
        if (pressed || !elsewhere) HTMLElement.prototype.focus.call(editor, options);
      };
    }
  };
  const observer = new MutationObserver(guard);
  observer.observe(document.body, { childList: true, subtree: true });
  guard();
  window.addEventListener('pointerdown', press, true);
  window.addEventListener('blur', leave);
  return () => {
    observer.disconnect();
    window.removeEventListener('pointerdown', press, true);
    window.removeEventListener('blur', leave);
  };
}
