import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws the pane into the page. */
export const mount = (place: HTMLElement, pane: ReactNode): void => createRoot(place).render(pane);
