import type { SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.comment; read only, notes and threaded comments alike. */
export class Comment extends ApiObject {
  static override readonly api = defineClass<Comment>('Comment', {
    id: property(({ id }) => id),
    content: property((comment) => comment.held().text),
    authorName: property((comment) => comment.held().author),
    getLocation: method(
      ({ document, sheet, row, column }) =>
        new Range(document, sheet, { top: row, left: column, bottom: row, right: column }),
    ),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly row: number,
    readonly column: number,
  ) {
    super(document);
  }

  get id(): string {
    return `${this.sheet.id} ${this.row} ${this.column}`;
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  private held(): { readonly author: string; readonly text: string } {
    const held = this.document
      .alive(this.sheet)
      .comments()
      .find(({ row, column }) => row === this.row && column === this.column);
    if (held === undefined) throw itemNotFound('the comment is gone');
    return held;
  }
}
