import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from './desk/Desk';
import type { DeskView } from './desk/view';

export const DeskContext = createContext<Desk | null>(null);

/** The desk that the pane stands on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk is called outside <Pane>');
  return desk;
}

/** What the desk shows now; draws again when it changes. */
export function useDeskView(): DeskView {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, desk.view);
}
