import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { RibbonButton } from './ribbon';

/** The cells' context menu at a place in the window. */
export function CellMenu({
  at,
  name,
  buttons,
  onCommand,
  onClose,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly name: string;
  readonly buttons: readonly RibbonButton[];
  readonly onCommand: (button: RibbonButton) => void;
  readonly onClose: () => void;
}): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const outside = (event: Event): void => {
      if (!menu.current?.contains(event.target as Node)) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('blur', onClose);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      return onClose();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const from = items.indexOf(document.activeElement as HTMLButtonElement);
    items[(from + step + items.length) % items.length]?.focus();
  };
  const width = 200;
  return (
    <div
      ref={menu}
      className="cell-menu"
      role="menu"
      aria-label={name}
      style={{ left: Math.min(at.x, window.innerWidth - width), top: Math.min(at.y, window.innerHeight - 100) }}
      onKeyDown={keys}
    >
      {buttons.map((button) => (
        <button
          key={button.id}
          type="button"
          role="menuitem"
          className="command"
          title={button.tip}
          onClick={() => {
            onClose();
            onCommand(button);
          }}
        >
          <img src={button.icon} alt="" width="16" height="16" />
          {button.label}
        </button>
      ))}
    </div>
  );
}
