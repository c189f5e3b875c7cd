import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ReadParagraph } from '../../app/letters/makeLetters';
import type { Notice as Letter } from '../../domain/notices/notice';
import { letterName } from '../../domain/notices/remake';
import { useDesk } from '../deskContext';
import { letterSettings } from '../desk/letterDeeds';
import { letterRows } from '../desk/letterRows';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { LETTER_TEXT } from '../words/letters';

const useStyles = makeStyles({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingTop: '12px',
    paddingBottom: '12px',
    paddingLeft: '12px',
    paddingRight: '12px',
  },
  paragraph: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minHeight: '8px' },
  title: { textAlign: 'center', fontWeight: tokens.fontWeightSemibold },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
    paddingTop: '2px',
    paddingBottom: '2px',
    paddingLeft: '4px',
    paddingRight: '4px',
  },
});

interface LetterTextPanelProps {
  readonly letter: Letter;
  readonly onBack: () => void;
}

/** The letter word for word, as it will be written. */
export function LetterTextPanel({ letter, onBack }: LetterTextPanelProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const [read, setRead] = useState<readonly ReadParagraph[] | null>(null);
  useEffect(() => {
    let here = true;
    void Promise.all([import('../../app/letters/makeLetters'), letterSettings(desk)]).then(
      ([{ previewLetter }, settings]) => {
        if (here) setRead(settings === null ? [] : previewLetter(letter, settings));
      },
    );
    return () => {
      here = false;
    };
  }, [desk, letter]);
  return (
    <PanelFrame title={letterName(letter)} onBack={onBack}>
      {read === null ? (
        <Spinner size="small" label={LETTER_TEXT.making} />
      ) : (
        <>
          <article className={mergeClasses(looks.boxed, styles.paper)} aria-label={LETTER_TEXT.body}>
            {letterRows(read).map((row, index) =>
              row.kind === 'text' ? (
                <p key={index} className={mergeClasses(styles.paragraph, row.title && styles.title)}>
                  {row.text}
                </p>
              ) : (
                <table key={index} className={styles.table}>
                  <tbody>
                    {row.rows.map((cells, at) => (
                      <tr key={at}>
                        {cells.map((cell, column) => (
                          <td key={column} className={mergeClasses(looks.boxed, styles.cell)}>
                            {cell}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              ),
            )}
          </article>
          <p className={looks.hint}>{LETTER_TEXT.approval}</p>
        </>
      )}
    </PanelFrame>
  );
}
