import { planFixes } from '../../app/applyFixes';
import { clearForOutside, clearJournal } from '../../app/clearRecords';
import { lookOver } from '../../app/connectLedger';
import type { issueLetters } from '../../app/issueLetters';
import { draftLetters, planIssue } from '../../app/issueNotices';
import { planMarking, planUnmarking } from '../../app/markOverdue';
import { readAgain } from '../../app/readAgain';
import { readForReview } from '../../app/readForReview';
import { reviewInPortions } from '../../app/review';
import { reviewAgain } from '../../app/reviewAgain';
import { againstUndoing } from '../../app/takeBackNotices';
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
} from '../../app/workbook';

/** Loaded with the first letter: what settles numbers is no part of the pane's first script. */
const issuedLetters: typeof issueLetters = async (...asked) =>
  (await import('../../app/issueLetters')).issueLetters(...asked);

/** The use cases the desk calls; tests and the page of pictures put others in their place. */
export const workbookCalls = {
  lookOver,
  readForReview,
  reviewInPortions,
  readAgain,
  reviewAgain,
  planMarking,
  planUnmarking,
  planFixes,
  draftLetters,
  planIssue,
  issueLetters: issuedLetters,
  lettersAsFiles,
  handOver,
  canDownload,
  againstUndoing,
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
