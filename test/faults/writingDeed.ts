import type { Plan } from '../../src/domain/plan';

/** One thing a clerk does that writes into the workbook. */
export type WritingDeed = {
  readonly name: string;
  /** Use cases of src/app it goes through. */
  readonly useCases: readonly string[];
  readonly book: 'bare' | 'kept' | 'table';
  /** 自动保存 is on: co-authors may be at work on copies of their own. */
  readonly shared?: true;
  /** What was done in sittings before. */
  readonly before?: () => Promise<void>;
  /** Why doing it once more is another deed of the same kind, not the same one again; absent: twice is once. */
  readonly again?: string;
} & (
  | /** Reads the open workbook and plans, as the pane does before its preview. */ {
      readonly plan: () => Promise<Plan>;
    }
    /** Reads, plans and writes in several goes by itself; answers the sentence it stopped with, or null. */
  | { readonly run: () => Promise<string | null> }
);

/** A use case's answer that must be there: its own sentence is thrown where it is not. */
export function given<Value>(value: Value | null | undefined, sentence: string): Value {
  if (value === null || value === undefined) throw new Error(sentence);
  return value;
}
