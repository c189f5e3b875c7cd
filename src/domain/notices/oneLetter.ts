import { foldText } from '../foldText';
import type { MatterReference, NoticeEntry } from '../registers/registers';

/** What of a register row tells whether it is part of a letter. */
export type LetterPart = Pick<NoticeEntry, 'cell' | 'date' | 'unit' | 'matters' | 'enteredLater'>;

/**
 * Rows of one form and number parted into letters, in their order. A letter on several matters may take several rows,
 * and so may one addressed to several units: rows of one date that share an addressee or a matter are one letter, and
 * so are rows that a third one joins. 补记 is entered matter by matter: there one number of one date is one letter.
 */
export function lettersAmong<T extends LetterPart>(rows: readonly T[]): readonly (readonly T[])[] {
  let letters: (readonly T[])[] = [];
  for (const row of rows) {
    const joined = letters.filter((letter) => letter.some((own) => isPartOf(own, row)));
    const first = joined[0];
    if (first === undefined) letters.push([row]);
    else {
      const whole = [...joined.flat(), row];
      letters = letters.flatMap((letter) => (letter === first ? [whole] : joined.includes(letter) ? [] : [letter]));
    }
  }
  return letters;
}

function isPartOf(a: LetterPart, b: LetterPart): boolean {
  if (a.cell.row === b.cell.row) return true;
  if (a.date !== b.date) return false;
  const bothLater = a.enteredLater === true && b.enteredLater === true;
  return bothLater || a.unit === b.unit || shareMatter(a.matters, b.matters);
}

/** Numbers repeat across ledgers and within one: a title or a ledger that differs parts them. */
function shareMatter(a: MatterReference, b: MatterReference): boolean {
  if (a.ledger !== null && b.ledger !== null && foldText(a.ledger) !== foldText(b.ledger)) return false;
  const titles = [titlesOf(a), titlesOf(b)] as const;
  const sharedTitle = titles[0].some((title) => titles[1].includes(title));
  if (a.ids.length === 0 || b.ids.length === 0) return sharedTitle;
  const numbers = b.ids.map(foldText);
  const contradicted = titles.every((own) => own.length > 0) && !sharedTitle;
  return !contradicted && a.ids.some((id) => numbers.includes(foldText(id)));
}

/** Folding turns ；, by which titles are joined, into a half-width one. */
const titlesOf = ({ title }: MatterReference): readonly string[] =>
  foldText(title ?? '')
    .split(';')
    .map((own) => own.trim())
    .filter((own) => own !== '');
