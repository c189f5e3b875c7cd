import { Button } from '@fluentui/react-components';
import type { Review } from '../../app/reading/review';
import type { ReviewScores } from '../../app/scoring/scoreReview';
import { useDesk, useDeskView } from '../deskContext';
import { previewScheme } from '../desk/scoreDeeds';
import { useLooks } from '../parts/looks';
import { SCHEME, SCORES } from '../words/scores';
import { SchemeFindings } from './SchemeFindings';

interface NotScoredProps {
  readonly review: Review;
  readonly outcome: ReviewScores;
}

/** Why there are no scores, and what is to be done: amounts asked, rows refused. */
export function NotScored({ review, outcome }: NotScoredProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <div className={looks.body}>
      {outcome.kind === 'noScheme' && <p className={looks.text}>{SCORES.noScheme}</p>}
      {outcome.kind === 'scored' && <p className={looks.text}>{SCORES.none}</p>}
      {outcome.kind === 'sheetRefused' && (
        <section className={looks.section}>
          <p className={looks.text}>{SCORES.sheetRefused}</p>
          <SchemeFindings findings={review.scheme.findings} />
        </section>
      )}
      {outcome.kind === 'amountsMissing' && (
        <section className={looks.section}>
          <p className={looks.text}>{SCORES.amountsMissing}</p>
          <ul className={looks.lines}>
            {outcome.questions.map(({ rule, question }) => (
              <li key={rule} className={looks.text}>
                {question}
              </li>
            ))}
          </ul>
          {review.scheme.from !== 'sheet' && (
            <div className={looks.actions}>
              <Button appearance="primary" disabledFocusable={work !== null} onClick={() => previewScheme(desk, false)}>
                {SCHEME.write}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
