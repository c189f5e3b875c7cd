import { Button, mergeClasses } from '@fluentui/react-components';
import type { Review } from '../../app/reading/review';
import type { ReviewScores } from '../../app/scoring/scoreReview';
import { cellName } from '../../domain/cell';
import { registerSheet } from '../../domain/registers/registerSheet';
import { SCHEME_SHEET } from '../../domain/scoring/schemeSheet';
import { useDesk, useDeskView } from '../deskContext';
import { changeInWords, previewScheme } from '../desk/scoreDeeds';
import { SHEETS } from '../desk/scoreFigures';
import { CountingLine } from '../parts/CountingLine';
import { useCounted } from '../parts/useCounted';
import { useLooks } from '../parts/looks';
import { PREVIEW } from '../words';
import { SCHEME, SCORES } from '../words/scores';
import { SchemeFindings } from './SchemeFindings';

const MOST_CHANGES = 200;

interface ScoresSheetsProps {
  readonly review: Review;
  readonly outcome: ReviewScores;
}

/** 计分表: the month's sheets, what differs from them today, and the office's own scheme. */
export function ScoresSheets({ review, outcome }: ScoresSheetsProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const counted = useCounted(SHEETS, review, null);
  const sheets = counted?.sheets ?? null;
  const { ruleSet, scheme } = review;
  const standing = registerSheet(review.reading.snapshot, SCHEME_SHEET) !== undefined;
  return (
    <div className={looks.body}>
      {counted === null && <CountingLine />}
      {sheets !== null && (
        <section className={looks.section}>
          <h3 className={looks.heading}>{sheets.names.join('、')}</h3>
          {sheets.standing === 'new' && (
            <>
              <p className={looks.text}>{SCORES.notIssued}</p>
              <div className={looks.actions}>
                <Button
                  appearance="primary"
                  disabledFocusable={work !== null}
                  onClick={() => desk.previewScores(false)}
                >
                  {SCORES.write}
                </Button>
              </div>
            </>
          )}
          {sheets.standing === 'same' && <p className={looks.text}>{SCORES.issued}</p>}
          {sheets.standing === 'differs' && (
            <>
              <p className={looks.text}>{SCORES.differs(sheets.changes.length)}</p>
              <ul className={looks.lines} aria-label={SCORES.changes}>
                {sheets.changes.slice(0, MOST_CHANGES).map((change, index) => {
                  const { text, cell } = changeInWords(change);
                  return (
                    <li key={`${text}:${index}`}>
                      {cell === null ? (
                        <span className={looks.text}>{text}</span>
                      ) : (
                        <button
                          type="button"
                          className={mergeClasses(looks.bare, looks.text)}
                          onClick={() => void desk.selectCell(cell)}
                        >
                          {text} <span className={looks.hint}>{cellName(cell)}</span>
                        </button>
                      )}
                    </li>
                  );
                })}
              </ul>
              {sheets.changes.length > MOST_CHANGES && (
                <p className={looks.hint}>{PREVIEW.moreRows(sheets.changes.length - MOST_CHANGES)}</p>
              )}
              <div className={looks.actions}>
                <Button disabledFocusable={work !== null} onClick={() => desk.previewScores(true)}>
                  {SCORES.rewrite}
                </Button>
              </div>
            </>
          )}
        </section>
      )}
      <section className={looks.section}>
        <h3 className={looks.heading}>{SCHEME.title}</h3>
        {ruleSet.scheme === null ? (
          <p className={looks.text}>{SCORES.noScheme}</p>
        ) : (
          <>
            <p className={looks.text}>
              {scheme.from === 'sheet' ? SCHEME.fromSheet : SCHEME.fromDocument(ruleSet.document.title)}
            </p>
            <p className={looks.hint}>{SCHEME.inForce(ruleSet.inForceFrom)}</p>
            {scheme.findings.length > 0 && (
              <>
                <p className={looks.text}>{SCHEME.refused}</p>
                <SchemeFindings findings={scheme.findings} />
              </>
            )}
            {outcome.kind === 'amountsMissing' && (
              <ul className={looks.lines}>
                {outcome.questions.map(({ rule, question }) => (
                  <li key={rule} className={looks.text}>
                    {question}
                  </li>
                ))}
              </ul>
            )}
            <div className={looks.actions}>
              <Button disabledFocusable={work !== null} onClick={() => previewScheme(desk, standing)}>
                {standing ? SCHEME.rewrite : SCHEME.write}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  );
}
