import { entryOf } from '../../domain/notices/registerRow';
import type { Notice } from '../../domain/notices/notice';
import type { NoticeEntry } from '../../domain/registers/registers';
import type { Review } from '../reading/review';

/**
 * Letters handed over whose row is no longer in 文书登记簿: where co-authors' copies came together later than was waited
 * for, another's row may have been merged over it, and no duplicate number is left to be found.
 */
export function lettersGone(of: Review, handed: readonly Notice[]): readonly Notice[] {
  const standing = new Set((of.registers.notices ?? []).map(toldBy));
  return handed.filter((notice) => !standing.has(toldBy(entryOf(notice, '', { sheet: '', row: 0, column: 0 }))));
}

const toldBy = ({ form, number, unit, matters }: NoticeEntry): string =>
  JSON.stringify([form, number, unit, matters.ids, matters.title]);
