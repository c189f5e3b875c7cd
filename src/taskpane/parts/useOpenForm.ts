import { useEffect, useState } from 'react';
import { checkCandidate, openForm, type OpenForm } from '../../app/ledger/registerMatter';
import type { Candidate } from '../../domain/checks/candidateMatter';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import type { Matter } from '../../domain/matter';
import { useDesk, useDeskView } from '../deskContext';

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
  useEffect(() => {
    if (open === null || review === null) return undefined;
    const timer = setTimeout(() => {
      const before: Matter[] = [];
      setCandidates(
        rows.map((row) => {
          const candidate = checkCandidate(review, open, row, today, before);
          if (candidate.matter !== null) before.push(candidate.matter);
          return candidate;
        }),
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [open, review, rows, today]);
  return candidates;
}
