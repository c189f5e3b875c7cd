import { Button, Checkbox, mergeClasses } from '@fluentui/react-components';
import type { Refusal } from '../../domain/notices/guard';
import type { Notice as Letter } from '../../domain/notices/notice';
import { refusalSentence } from '../../domain/notices/refusalSentence';
import { letterName } from '../../domain/notices/remake';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { DismissRegular } from '../parts/icons';
import { useListLooks } from '../parts/listLooks';
import { useLooks } from '../parts/looks';
import { LETTERS } from '../words/letters';

export const titleOf = ({ matters }: Letter): string => {
  const title = matters[0]?.title ?? '';
  return matters.length > 1 ? LETTERS.several(title, matters.length) : title;
};
const replyOf = ({ replyDue }: Letter): string => (replyDue === null ? LETTERS.noReply : LETTERS.replyDue(replyDue));
export const hintOf = (letter: Letter): string => `${letter.unit} · ${replyOf(letter)}`;

/** A click on a matter's words goes to its row. */
function useSelectMatter(): (key: string | undefined) => void {
  const desk = useDesk();
  const { review } = useDeskView();
  return (key) => {
    const matter = review?.matters.find((own) => own.key === key);
    if (matter !== undefined) void desk.selectMatter(matter);
  };
}

interface LetterRowProps {
  readonly letter: Letter;
  readonly picked: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTurn: () => void;
  readonly onRead: () => void;
}

/** A letter due: taken or left, its matter, its full text. */
export function LetterRow({ letter, picked, tabIndex, onTurn, onRead }: LetterRowProps): React.JSX.Element {
  const styles = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  const { letterChoices } = useDeskView();
  const selectMatter = useSelectMatter();
  const title = titleOf(letter);
  const first = letter.matters[0]?.key;
  const drop = (): void => {
    const keys = new Set(letter.matters.map(({ key }) => key));
    desk.chooseLetters({ overrides: new Map([...letterChoices.overrides].filter(([key]) => !keys.has(key))) });
  };
  return (
    <div className={styles.row}>
      <Checkbox
        aria-label={LETTERS.pick(NOTICE_FORMS[letter.form], letter.unit, title)}
        tabIndex={tabIndex}
        checked={picked}
        onChange={onTurn}
      />
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.said)}
        onClick={() => selectMatter(first)}
      >
        <span className={styles.strong}>{`${NOTICE_FORMS[letter.form]} ${letter.number}`}</span>
        <span className={styles.twoLines}>{title}</span>
        <span className={looks.hint}>
          {`${letter.unit} · `}
          <span className={styles.whole}>{replyOf(letter)}</span>
        </span>
        {letter.overrideReason !== null && (
          <span className={mergeClasses(looks.hint, looks.ellipsis)}>{LETTERS.overridden(letter.overrideReason)}</span>
        )}
      </button>
      {letter.overrideReason !== null && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.beside}
          icon={<DismissRegular />}
          tabIndex={tabIndex}
          aria-label={`${LETTERS.dropReason}：${title}`}
          title={LETTERS.dropReason}
          onClick={drop}
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        className={styles.beside}
        tabIndex={tabIndex}
        aria-label={LETTERS.previewOf(letterName(letter))}
        onClick={onRead}
      >
        {LETTERS.preview}
      </Button>
    </div>
  );
}

interface RefusalRowProps {
  readonly refusal: Refusal;
  readonly title: string;
  readonly tabIndex: 0 | -1;
  readonly onOverrule: () => void;
}

/** Why a letter is not given, and where people may overrule it. */
export function RefusalRow({ refusal, title, tabIndex, onOverrule }: RefusalRowProps): React.JSX.Element {
  const styles = useListLooks();
  const looks = useLooks();
  const selectMatter = useSelectMatter();
  return (
    <div className={styles.row}>
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.said)}
        onClick={() => selectMatter(refusal.matter)}
      >
        <span className={styles.twoLines}>{title}</span>
        <span className={looks.hint}>{refusalSentence(refusal)}</span>
      </button>
      {refusal.overridable && (
        <Button
          size="small"
          className={styles.beside}
          tabIndex={tabIndex}
          aria-label={LETTERS.overrideFor(title)}
          onClick={onOverrule}
        >
          {LETTERS.override}
        </Button>
      )}
    </div>
  );
}
