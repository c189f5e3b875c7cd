import { lastColumn } from '../cells/address';
import type { XmlFrame } from '../xml/frame';
import { flag, numberAttribute, rawOf } from '../xml/node';
import { setAttribute, setAttributes } from '../xml/tag';

/** One `<col>`: columns from `first` to `last`, counted from 0. */
interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  readonly raw: string;
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** Widths, hiding and styles of whole columns (`<cols>`). */
export class Columns {
  private spans: ColumnSpan[] | undefined;
  /** Most sheets style no whole columns, and every cell without a style of its own asks. */
  private styled = false;

  constructor(private readonly frame: XmlFrame) {}

  width(column: number): number | null {
    return this.span(column)?.width ?? null;
  }

  hidden(column: number): boolean {
    return this.span(column)?.hidden ?? false;
  }

  /** 0 where the column brings none. */
  style(column: number): number {
    if (this.spans !== undefined && !this.styled) return 0;
    return this.span(column)?.style ?? 0;
  }

  setWidth(column: number, characters: number | null): void {
    if (this.width(column) === characters) return;
    this.change(column, {
      width: characters === null ? null : String(characters),
      customWidth: characters === null ? null : '1',
    });
  }

  setHidden(column: number, hidden: boolean): void {
    if (this.hidden(column) === hidden) return;
    this.change(column, { hidden: hidden ? '1' : null });
  }

  private read(): ColumnSpan[] {
    if (this.spans !== undefined) return this.spans;
    const spans = (this.frame.node('cols')?.children ?? [])
      .map((node) => ({
        first: (numberAttribute(node, 'min') ?? 1) - 1,
        last: Math.min((numberAttribute(node, 'max') ?? 1) - 1, lastColumn),
        raw: rawOf(node),
        width: numberAttribute(node, 'width') ?? null,
        hidden: flag(node, 'hidden'),
        style: numberAttribute(node, 'style') ?? 0,
      }))
      .sort((a, b) => a.first - b.first);
    this.styled = spans.some(({ style }) => style !== 0);
    return (this.spans = spans);
  }

  private span(column: number): ColumnSpan | undefined {
    return this.read().find((span) => column >= span.first && column <= span.last);
  }

  private change(column: number, attributes: Readonly<Record<string, string | null>>): void {
    const span = this.span(column);
    const others = this.read().filter((one) => one !== span);
    const text = span?.raw ?? `<${this.frame.prefix}col/>`;
    const changed = setAttributes(text, { min: String(column + 1), max: String(column + 1), ...attributes });
    const pieces = others.map((one) => ({ first: one.first, raw: one.raw }));
    if (!/^<[^\s/>]+\s+min="\d+"\s+max="\d+"\s*\/>$/.test(changed)) pieces.push({ first: column, raw: changed });
    if (span && span.first < column) {
      pieces.push({ first: span.first, raw: setAttribute(span.raw, 'max', String(column)) });
    }
    if (span && span.last > column) {
      pieces.push({ first: column + 1, raw: setAttribute(span.raw, 'min', String(column + 2)) });
    }
    pieces.sort((a, b) => a.first - b.first);
    const name = `${this.frame.prefix}cols`;
    const body = pieces.map((piece) => piece.raw).join('');
    this.frame.set('cols', body ? `<${name}>${body}</${name}>` : null);
    this.spans = undefined;
  }
}
