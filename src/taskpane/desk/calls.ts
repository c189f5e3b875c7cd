import { fixesInPortions } from '../../app/ledger/applyFixes';
import { clearForOutside, clearJournal } from '../../app/office/clearRecords';
import { lookOver } from '../../app/reading/connectLedger';
import type { issueLetters } from '../../app/letters/issueLetters';
import { markingInPortions, unmarkingInPortions } from '../../app/ledger/markOverdue';
import { readAgain } from '../../app/reading/readAgain';
import { readForReview } from '../../app/reading/readForReview';
import { reviewInPortions } from '../../app/reading/review';
import { reviewAgain } from '../../app/reading/reviewAgain';
import { againstUndoingInPortions } from '../../app/letters/takeBackNotices';
import { canDownload, handOver, lettersAsFiles } from './files';
import { seenBefore } from './seen';
import {
  applyPlan,
  finish,
  journalEntries,
  selectCell,
  selectedRows,
  takeBack,
  watchWorkbook,
} from '../../app/office/workbook';

/** Loaded with the first letter: what settles numbers is no part of the pane's first script. */
const issuedLetters: typeof issueLetters = async (...asked) =>
  (await import('../../app/letters/issueLetters')).issueLetters(...asked);

/** The use cases the desk calls; tests and the page of pictures put others in their place. */
export const workbookCalls = {
  lookOver,
  readForReview,
  reviewInPortions,
  readAgain,
  reviewAgain,
  markingInPortions,
  unmarkingInPortions,
  fixesInPortions,
  issueLetters: issuedLetters,
  lettersAsFiles,
  handOver,
  canDownload,
  againstUndoingInPortions,
  seenBefore,
  applyPlan,
  finish,
  takeBack,
  journalEntries,
  clearJournal,
  clearForOutside,
  selectCell,
  selectedRows,
  watchWorkbook,
} as const;

export type DeskCalls = { readonly [Name in keyof typeof workbookCalls]: (typeof workbookCalls)[Name] };
