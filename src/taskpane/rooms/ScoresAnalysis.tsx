import { useCallback } from 'react';
import { monthAnalysed } from '../../app/scoring/explainScore';
import type { Review } from '../../app/reading/review';
import type { ReviewScores } from '../../app/scoring/scoreReview';
import { ready } from '../../domain/portions';
import { CountingLine } from '../parts/CountingLine';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { SCORES } from '../words/scores';
import { NotScored } from './NotScored';

interface ScoresAnalysisProps {
  readonly review: Review;
  readonly outcome: ReviewScores;
}

/** 分析: the month in words, to be read and copied. */
export function ScoresAnalysis({ review, outcome }: ScoresAnalysisProps): React.JSX.Element {
  const looks = useLooks();
  const paragraphs = useComputed(
    review,
    useCallback(
      (of: Review) => (outcome.kind === 'scored' ? monthAnalysed(of, outcome) : ready<readonly string[]>([])),
      [outcome],
    ),
  );
  if (outcome.kind !== 'scored') return <NotScored review={review} outcome={outcome} />;
  if (paragraphs === null) return <CountingLine />;
  return (
    <article className={looks.body} aria-label={SCORES.analysis} tabIndex={0}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className={looks.text}>
          {paragraph}
        </p>
      ))}
    </article>
  );
}
