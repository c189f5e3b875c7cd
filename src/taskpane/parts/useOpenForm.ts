import { useEffect, useState } from 'react';
import { candidatesInPortions, openForm, type OpenForm } from '../../app/ledger/registerMatter';
import type { Candidate } from '../../domain/checks/candidateMatter';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import { useDesk, useDeskView } from '../deskContext';
import { inSlices, wallTurns } from '../desk/inSlices';

/** The form for new matters of a sheet, opened anew when the ledger is read again; null until it is there. */
export function useOpenForm(sheet: string, section: number | null): OpenForm | null {
  const desk = useDesk();
  const { review, work } = useDeskView();
  const [open, setOpen] = useState<OpenForm | null>(null);
  const free = work === null;
  useEffect(() => {
    if (review === null || !free || !review.ledgers.some((own) => own.sheet === sheet)) return undefined;
    let wanted = true;
    void openForm(review, sheet, section).then((result) => {
      if (!wanted) return;
      if (result.ok) setOpen(result.value);
      else desk.sayRefused(result.refusal.sentence);
    });
    return () => {
      wanted = false;
    };
  }, [desk, review, free, sheet, section]);
  return open !== null && open.ledger.sheet === sheet && open.form.section === section ? open : null;
}

/** Checks wait until typing pauses, in milliseconds. */
const PAUSE = 250;

/** The new matters as the ledger will read them, checked when typing pauses. */
export function useCandidates(open: OpenForm | null, rows: readonly TypedMatter[]): readonly Candidate[] | null {
  const { review, today } = useDeskView();
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
  const [bug, setBug] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (open === null || review === null) return undefined;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const { signal } = leaving;
      inSlices(candidatesInPortions(review, open, rows, today), wallTurns, { signal }).then(
        setCandidates,
        (error: unknown) => {
          if (!signal.aborted) setBug({ error });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [open, review, rows, today]);
  if (bug !== null) throw bug.error;
  return candidates;
}
