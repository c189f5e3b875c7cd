import type { SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { Comment } from './Comment';
import { LAST_COLUMN, LAST_ROW } from './address';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { placeOfFormula } from './sheetAddress';

/** learn.microsoft.com/javascript/api/excel/excel.commentcollection; of the workbook, or of one worksheet. Read only. */
export class CommentCollection extends ApiObject {
  static override readonly api = defineClass<CommentCollection>('CommentCollection', {
    getCount: method((comments) => comments.all().length),
    getItem: method((comments, args) => comments.item(args.raw(0))),
    getItemAt: method((comments, args) => {
      const comment = comments.all()[args.integer(0)];
      if (comment === undefined) throw itemNotFound();
      return comment;
    }),
    getItemOrNullObject: method((comments, args) => comments.all().find(({ id }) => id === args.text(0)) ?? null),
    getItemByCell: method((comments, args) => {
      const given = args.raw(0);
      const { document } = comments;
      const home = comments.sheet ?? document.activeSheet;
      const whole = new Range(document, home, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
      const place = (typeof given === 'string' ? placeOfFormula(document, given, home) : null) ?? whole.other(given);
      const comment = comments
        .all()
        .find(
          ({ sheet, row, column }) => sheet === place.sheet && row === place.area.top && column === place.area.left,
        );
      if (comment === undefined) throw itemNotFound('no comment there');
      return comment;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel | null,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.all();
  }

  override item(key: unknown): ApiObject {
    const comment = this.all().find(({ id }) => id === key);
    if (comment === undefined) throw itemNotFound(`comment ${String(key)}`);
    return comment;
  }

  private all(): readonly Comment[] {
    const sheets = this.sheet === null ? this.document.workbook.sheets : [this.sheet];
    return sheets.flatMap((sheet) =>
      sheet.comments().map(({ row, column }) => new Comment(this.document, sheet, row, column)),
    );
  }
}
