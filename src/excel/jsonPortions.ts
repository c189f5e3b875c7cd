import type { InPortions } from '../domain/portions';

/** Characters of JSON to a portion. */
const PIECE = 32_768;
/** Of a number, a name or a mark between them. */
const WORD = 8;

/** What is left of so much room, about; negative where the value takes more. */
function roomAfter(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return room - WORD;
  let left = room;
  for (const own of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    left = roomAfter(own, left - WORD);
    if (left < 0) return left;
  }
  return left;
}

/** Whether a value is small enough to be dealt with in one go. */
export const isSmall = (value: unknown): boolean => roomAfter(value, PIECE) >= 0;

/** Items of a list in runs that are as small, in order; an item that is not is a run by itself. */
export function* runsOf(items: readonly unknown[]): Generator<readonly unknown[], void, void> {
  let [run, left]: [unknown[], number] = [[], PIECE];
  for (const item of items) {
    const after = roomAfter(item, left);
    if (after < 0 && run.length > 0) {
      yield run;
      [run, left] = [[item], roomAfter(item, PIECE)];
    } else {
      run.push(item);
      left = after;
    }
  }
  if (run.length > 0) yield run;
}

/** As `JSON.stringify(value)`, in pieces that are to be joined; of plain data. */
export function* jsonInPortions(value: unknown): InPortions<readonly string[]> {
  const pieces: string[] = [];
  let piece = '';
  function* put(text: string): InPortions<void> {
    piece += text;
    if (piece.length < PIECE) return;
    pieces.push(piece);
    piece = '';
    yield;
  }
  function* write(own: unknown): InPortions<void> {
    if (typeof own !== 'object' || own === null || isSmall(own)) return yield* put(JSON.stringify(own));
    if (Array.isArray(own)) {
      for (const [index, item] of own.entries()) {
        piece += index === 0 ? '[' : ',';
        yield* write(item === undefined ? null : item);
      }
      return yield* put(']');
    }
    let before = '{';
    for (const [name, item] of Object.entries(own)) {
      if (item === undefined) continue;
      piece += `${before}${JSON.stringify(name)}:`;
      before = ',';
      yield* write(item);
    }
    yield* put('}');
  }
  yield* write(value);
  return [...pieces, piece];
}

/** As `JSON.parse(text)`, which says itself what is no JSON: it reads every piece, the brackets around them are put on. */
export function* parsedInPortions(text: string): InPortions<unknown> {
  if (text.length <= PIECE) return JSON.parse(text);
  const [start, end] = [text.search(/\S/), text.trimEnd().length];
  const open = text[start];
  if (open === '[' && text[end - 1] === ']') {
    const items: unknown[] = [];
    for (const item of yield* itemsOf(text.slice(start + 1, end - 1))) {
      if (item.length > PIECE) items.push(yield* parsedInPortions(item));
      else {
        for (const own of JSON.parse(`[${notBlank(item)}]`) as unknown[]) items.push(own);
        yield;
      }
    }
    return items;
  }
  if (open === '{' && text[end - 1] === '}') {
    const members: (readonly [string, unknown])[] = [];
    for (const item of yield* itemsOf(text.slice(start + 1, end - 1))) {
      const name = item.length > PIECE ? NAME.exec(item) : null;
      if (name === null) members.push(...Object.entries(JSON.parse(`{${notBlank(item)}}`) as object));
      else members.push([JSON.parse(name[1]!) as string, yield* parsedInPortions(item.slice(name[0].length))]);
      yield;
    }
    return Object.fromEntries(members);
  }
  return JSON.parse(text);
}

/** The name of a member of an object, and where its value begins. */
const NAME = /^\s*("(?:[^"\\]|\\.){0,1000}")\s*:/;

/** Brackets around nothing are JSON; nothing between two commas is not. */
function notBlank(item: string): string {
  if (item.trim() === '') throw new SyntaxError('nothing between two commas');
  return item;
}

/** What stands inside brackets, cut at its commas into runs of items as long as a portion; longer items by themselves. */
function* itemsOf(inside: string): InPortions<readonly string[]> {
  const items: string[] = [];
  if (inside.trim() === '') return items;
  let [from, comma, depth, rested] = [0, -1, 0, 0];
  const cutAt = (end: number): void => {
    items.push(inside.slice(from, end));
    from = end + 1;
  };
  for (let at = 0; at <= inside.length; at += 1) {
    const code = at === inside.length ? COMMA : inside.charCodeAt(at);
    if (code === QUOTE) at = endOfString(inside, at);
    else if (code === OPEN || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE || code === CLOSE_OBJECT) depth -= 1;
    else if (code === COMMA && (depth === 0 || at === inside.length)) {
      // The items before are a run; this one may be too long to be of it.
      if (at - from > PIECE && comma >= from) cutAt(comma);
      if (at - from > PIECE || at === inside.length) cutAt(at);
      comma = at;
    }
    if (at - rested > SCANNED) {
      rested = at;
      yield;
    }
  }
  return items;
}

const [QUOTE, COMMA, OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT] = [...'",[]{}'].map((own) => own.charCodeAt(0));
/** Characters looked through to a portion. */
const SCANNED = 500_000;

/** Where the string that begins there ends; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = at - 1;
    while (text[escapes] === '\\') escapes -= 1;
    if ((at - escapes) % 2 === 1) return at;
  }
  return text.length - 1;
}
