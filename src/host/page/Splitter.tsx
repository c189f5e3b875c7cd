import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { WORDS } from './pageWords';

/** Pixels. Excel's own panes start at 320. */
export const PANE_WIDTH = { least: 320, usual: 380, step: 16, gridLeast: 480 } as const;

const within = (width: number): number =>
  Math.round(Math.max(PANE_WIDTH.least, Math.min(width, window.innerWidth - PANE_WIDTH.gridLeast)));

/** The line between grid and pane: dragged, or moved by the arrow keys, Home and End. */
export function Splitter({ width, onWidth }: { readonly width: number; onWidth(width: number): void }): ReactNode {
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onWidth(within(window.innerWidth - event.clientX));
  };
  const step = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width + PANE_WIDTH.step,
      ArrowRight: width - PANE_WIDTH.step,
      Home: window.innerWidth,
      End: PANE_WIDTH.least,
    };
    const next = widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(within(next));
  };
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-label={WORDS.splitter}
      aria-orientation="vertical"
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={within(window.innerWidth)}
      aria-valuenow={width}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
