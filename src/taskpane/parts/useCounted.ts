import { useCallback } from 'react';
import type { Review } from '../../app/reading/review';
import type { Counted } from '../desk/figures';
import { useComputed } from './useComputed';

/** What is counted of a review; null while it is being counted. */
export const useCounted = <Value>(counted: Counted<Value>, of: Review | null, ledger: string | null): Value | null =>
  useComputed(
    of,
    useCallback((own: Review) => counted.count(own, ledger), [counted, ledger]),
  );
