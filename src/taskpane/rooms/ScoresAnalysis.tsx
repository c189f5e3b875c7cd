import { useMemo } from 'react';
import { analyseMonth } from '../../app/scoring/explainScore';
import type { Review } from '../../app/reading/review';
import type { ReviewScores } from '../../app/scoring/scoreReview';
import { useLooks } from '../parts/looks';
import { SCORES } from '../words/scores';
import { NotScored } from './NotScored';

interface ScoresAnalysisProps {
  readonly review: Review;
  readonly outcome: ReviewScores;
}

/** 分析: the month in words, to be read and copied. */
export function ScoresAnalysis({ review, outcome }: ScoresAnalysisProps): React.JSX.Element {
  const looks = useLooks();
  const paragraphs = useMemo(() => (outcome.kind === 'scored' ? analyseMonth(review, outcome) : []), [review, outcome]);
  if (outcome.kind !== 'scored') return <NotScored review={review} outcome={outcome} />;
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
