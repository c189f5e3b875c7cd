import { yearOf } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';
import type { NoticeEntry } from '../registers/registers';
import { numberOf } from './numbering';
import type { Sequences } from './sequences';

/** Why a letter cannot take that turn; words are made in the catalogue. */
export type LifeRefusal =
  | { readonly code: 'alreadySent' }
  | { readonly code: 'notSent' }
  | { readonly code: 'void' }
  | { readonly code: 'beforeLetter'; readonly date: CivilDate }
  | { readonly code: 'alreadySigned'; readonly on: CivilDate }
  | { readonly code: 'alreadyReplied'; readonly on: CivilDate }
  | { readonly code: 'reasonMissing' }
  /** A later number of the sequence exists: 作废 instead. */
  | { readonly code: 'notLastNumber' }
  | { readonly code: 'yearChanged'; readonly year: number };

export type LifeAnswer =
  | { readonly ok: true; readonly entry: NoticeEntry; readonly note: string | null }
  | { readonly ok: false; readonly refusal: LifeRefusal };

const done = (entry: NoticeEntry, note: string | null = null): LifeAnswer => ({ ok: true, entry, note });
const refused = (refusal: LifeRefusal): LifeAnswer => ({ ok: false, refusal });

/** 拟稿 → 已发 on that day. The number stays, so the day must fall in the number's year. */
export function send(entry: NoticeEntry, on: CivilDate): LifeAnswer {
  if (entry.status === 'void') return refused({ code: 'void' });
  if (entry.status === 'sent') return refused({ code: 'alreadySent' });
  const number = numberOf(entry);
  if (number !== null && number.year !== yearOf(on)) return refused({ code: 'yearChanged', year: number.year });
  return done({ ...entry, status: 'sent', date: on });
}

/** 签收: once, on or after the day of the letter. */
export function sign(entry: NoticeEntry, on: CivilDate): LifeAnswer {
  const refusal = againstReceipt(entry, on);
  if (refusal) return refused(refusal);
  return entry.signedOn === null
    ? done({ ...entry, signedOn: on })
    : refused({ code: 'alreadySigned', on: entry.signedOn });
}

/** 回复: once; an unsigned letter that is answered was received. */
export function reply(entry: NoticeEntry, on: CivilDate): LifeAnswer {
  const refusal = againstReceipt(entry, on);
  if (refusal) return refused(refusal);
  if (entry.repliedOn !== null) return refused({ code: 'alreadyReplied', on: entry.repliedOn });
  if (entry.signedOn !== null && on < entry.signedOn) return refused({ code: 'beforeLetter', date: entry.signedOn });
  return done({ ...entry, repliedOn: on });
}

function againstReceipt(entry: NoticeEntry, on: CivilDate): LifeRefusal | null {
  if (entry.status === 'void') return { code: 'void' };
  if (entry.status === 'draft') return { code: 'notSent' };
  return on < entry.date ? { code: 'beforeLetter', date: entry.date } : null;
}

/** 作废: the number stays taken, the reason is for the record (`note`). */
export function voidNotice(entry: NoticeEntry, reason: string): LifeAnswer {
  if (entry.status === 'void') return refused({ code: 'void' });
  const note = reason.trim();
  return note === '' ? refused({ code: 'reasonMissing' }) : done({ ...entry, status: 'void' }, `作废：${note}`);
}

/** Whether undoing may take the letter off the register: a 拟稿 that holds the last number of its sequence. */
export function againstTakingBack(entry: NoticeEntry, sequences: Sequences): LifeRefusal | null {
  if (entry.status === 'void') return { code: 'void' };
  if (entry.status === 'sent') return { code: 'alreadySent' };
  const number = numberOf(entry);
  if (number === null) return null;
  return sequences.highest(entry.form, number.year) === number.serial ? null : { code: 'notLastNumber' };
}
