import type { WireEventEntry } from './wire';

/** Message types the library listens for. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
} as const;

export const WORKBOOK_TARGET = 'Workbook';

export type EventListener = (entries: readonly WireEventEntry[]) => void;

/** Holds who wants which event and pushes what happened once the request that caused it is answered. */
export class EventHub {
  enabled = true;
  private readonly wanted = new Map<string, number>();
  private readonly listeners = new Set<EventListener>();
  private pending: WireEventEntry[] = [];

  register(type: number, target: string, step: 1 | -1): void {
    const key = `${type} ${target}`;
    this.wanted.set(key, Math.max(0, (this.wanted.get(key) ?? 0) + step));
  }

  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Notes that something happened on a sheet, for the sheet's own handlers and for the workbook's. */
  raise(type: number, sheetId: string | null, message: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    for (const targetId of sheetId === null ? [WORKBOOK_TARGET] : [sheetId, WORKBOOK_TARGET]) {
      if ((this.wanted.get(`${type} ${targetId}`) ?? 0) === 0) continue;
      this.pending.push({ messageCategory: 65536, messageType: type, targetId, message: JSON.stringify(message) });
    }
  }

  get waiting(): boolean {
    return this.pending.length > 0;
  }

  flush(): void {
    if (this.pending.length === 0) return;
    const entries = this.pending;
    this.pending = [];
    for (const listener of this.listeners) listener(entries);
  }
}
