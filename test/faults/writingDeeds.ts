import { LEDGER_DEEDS } from './deeds/ledgerDeeds';
import { LETTER_DEEDS } from './deeds/letterDeeds';
import { REGISTER_DEEDS } from './deeds/registerDeeds';
import { RESULT_DEEDS } from './deeds/resultDeeds';
import type { WritingDeed } from './writingDeed';

/** Everything the add-in writes. A use case that gives a plan and is in none of these fails the tests. */
export const WRITING_DEEDS: readonly WritingDeed[] = [
  ...LEDGER_DEEDS,
  ...LETTER_DEEDS,
  ...REGISTER_DEEDS,
  ...RESULT_DEEDS,
];
