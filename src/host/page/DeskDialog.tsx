import { useEffect, useRef, type ReactNode } from 'react';
import type { DeskQuestion, DeskState } from './DeskState';
import { WORDS } from './pageWords';

interface Choice {
  readonly label: string;
  readonly primary?: boolean;
  choose(): void;
}

function content(
  desk: DeskState,
  question: DeskQuestion,
): { title: string; body: ReactNode; choices: readonly Choice[] } {
  switch (question.kind) {
    case 'unsaved':
      return {
        title: WORDS.unsavedTitle,
        body: <p>{WORDS.unsavedText(question.fileName, question.next.name)}</p>,
        choices: [
          { label: WORDS.saveAndOpen, primary: true, choose: () => desk.saveThenOpen(question.next) },
          { label: WORDS.discardAndOpen, choose: () => desk.openFile(question.next) },
        ],
      };
    case 'cautions':
      return {
        title: WORDS.cautionsTitle,
        body: (
          <>
            <p>{WORDS.cautionsText}</p>
            <ul>
              {question.cautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          </>
        ),
        choices: [{ label: WORDS.saveAnyway, primary: true, choose: () => question.proceed() }],
      };
  }
}

/** The one question the desk may have open. Escape and 取消 leave everything as it is. */
export function DeskDialog({
  desk,
  question,
}: {
  readonly desk: DeskState;
  readonly question: DeskQuestion | null;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question !== null && dialog.current?.open === false) dialog.current.showModal();
  }, [question]);
  if (question === null) return null;
  const { title, body, choices } = content(desk, question);
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby="question-title"
      onClose={() => desk.answerNothing(question)}
    >
      <h2 id="question-title">{title}</h2>
      {body}
      <div className="choices">
        {choices.map(({ label, primary, choose }) => (
          <button key={label} type="button" className={primary === true ? 'primary' : 'plain'} onClick={choose}>
            {label}
          </button>
        ))}
        <button type="button" className="plain" onClick={() => desk.answerNothing(question)}>
          {WORDS.cancel}
        </button>
      </div>
    </dialog>
  );
}
