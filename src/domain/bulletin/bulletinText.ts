import type { WordSlot } from './words';

/** A table of a bulletin; widths are parts of the line. */
export interface BulletinTable {
  readonly columns: readonly {
    readonly head: string;
    readonly part: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a block's text comes from: the clerk's words, or facts of these matters (by key). */
export type Origin =
  { readonly kind: 'words'; readonly slot: WordSlot } | { readonly kind: 'facts'; readonly keys: readonly string[] };

/** 一、 · （一） · a paragraph · a table in the text. */
export type BulletinBlock = { readonly origin: Origin } & (
  | { readonly kind: 'heading1' | 'heading2' | 'text'; readonly text: string }
  | ({ readonly kind: 'table' } & BulletinTable)
);

/** A bulletin as text, before it takes the look of a document or of a sheet. */
export interface BulletinText {
  readonly title: string;
  readonly addressees: string;
  readonly blocks: readonly BulletinBlock[];
  readonly attachments: readonly { readonly title: string; readonly table: BulletinTable }[];
  readonly copies: string;
}
