import { Button, Checkbox, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { draftLetters } from '../../app/issueNotices';
import type { Notice as Letter } from '../../domain/notices/notice';
import { refusalSentence } from '../../domain/notices/refusalSentence';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { ofLedger, tally } from '../desk/shown';
import { DismissRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { WindowedList } from '../parts/WindowedList';
import { LETTERS } from '../words';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '4px',
    paddingBottom: '4px',
    paddingLeft: '8px',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  select: { minWidth: 0 },
  only: { display: 'flex', alignItems: 'center', width: '100%', paddingLeft: '8px', fontSize: tokens.fontSizeBase200 },
  letter: {
    display: 'flex',
    height: '100%',
    boxSizing: 'border-box',
    paddingLeft: '8px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke3,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  said: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    flexGrow: 1,
    minWidth: 0,
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingRight: '16px',
  },
  form: { fontWeight: tokens.fontWeightSemibold },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    wordBreak: 'break-word',
  },
  foot: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

type Grouping = 'perMatter' | 'perUnit';

const keyOf = ({ form, unit, matters }: Letter): string => `${form}:${unit}:${matters.map(({ key }) => key).join()}`;
const titleOf = ({ matters }: Letter): string => {
  const title = matters[0]?.title ?? '';
  return matters.length > 1 ? LETTERS.several(title, matters.length) : LETTERS.one(title);
};
const TITLE_SIZE = 14;
const HINT_SIZE = 12;
/** What the box to tick and the margins take of a row's width. */
const TAKEN = 64;
const heightOf = (letter: Letter, width: number): number =>
  17 +
  20 +
  20 * Math.min(2, textLines(titleOf(letter), width - TAKEN, TITLE_SIZE)) +
  16 * textLines(`${letter.unit} · ${LETTERS.replyDue('2026-12-31')}`, width - TAKEN, HINT_SIZE);

/** 文书: letters whose step is due, numbered and ready; put on record and made as Word files once agreed. */
export default function Letters(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, choices, lettersFor, work } = useDeskView();
  const [grouping, setGrouping] = useState<Grouping>('perMatter');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const drafted = useMemo(() => {
    if (review === null) return null;
    const { assessments } = review;
    const due = assessments.filter(
      ({ matter, nextStep }) => nextStep !== null && (ledger === null || matter.sheet === ledger),
    );
    return draftLetters(review, {
      form: 'due',
      matters: lettersFor ?? new Set(due.map(({ matter }) => matter.key)),
      issuedOn: review.asOf,
      office: choices.office,
      grouping,
      status: 'sent',
    });
  }, [review, ledger, lettersFor, choices.office, grouping]);
  const steps = useMemo(() => (review === null ? [] : tally(ofLedger(review, ledger)).steps), [review, ledger]);
  if (review === null || drafted === null) return null;
  const letters = drafted.notices;
  const picked = letters.filter((letter) => !left.has(keyOf(letter)));
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const countOf = (step: 'interview' | 'referral'): number => steps.find((own) => own.step === step)?.count ?? 0;
  const proposals = countOf('interview') + countOf('referral');
  return (
    <div className={styles.room}>
      <div className={styles.tools}>
        <Checkbox
          label={LETTERS.pickAll}
          checked={
            picked.length === letters.length && letters.length > 0 ? true : picked.length === 0 ? false : 'mixed'
          }
          disabled={letters.length === 0}
          onChange={(_event, { checked }) => setLeft(checked === true ? new Set() : new Set(letters.map(keyOf)))}
        />
        <span className={looks.grow} />
        <Select
          className={styles.select}
          size="small"
          aria-label={LETTERS.grouping}
          value={grouping}
          onChange={(_event, { value }) => setGrouping(value as Grouping)}
        >
          <option value="perMatter">{LETTERS.perMatter}</option>
          <option value="perUnit">{LETTERS.perUnit}</option>
        </Select>
        {lettersFor !== null && (
          <div className={styles.only}>
            <span className={looks.grow}>{LETTERS.only}</span>
            <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={() => desk.wantLetters(null)}>
              {LETTERS.showAll}
            </Button>
          </div>
        )}
      </div>
      {letters.length === 0 ? (
        <div className={looks.body}>
          <p className={looks.text}>{LETTERS.none}</p>
        </div>
      ) : (
        <WindowedList items={letters} label={LETTERS.list} keyOf={keyOf} heightOf={heightOf}>
          {(letter, tabIndex) => (
            <LetterRow
              letter={letter}
              picked={!left.has(keyOf(letter))}
              tabIndex={tabIndex}
              onTurn={() => turn(keyOf(letter))}
            />
          )}
        </WindowedList>
      )}
      <div className={styles.foot}>
        {drafted.refusals.length > 0 && (
          <details>
            <summary className={looks.hint}>{LETTERS.refused(drafted.refusals.length)}</summary>
            <ul className={looks.lines}>
              {drafted.refusals.slice(0, MOST_REFUSALS).map((refusal) => (
                <li key={`${refusal.matter}:${refusal.unit ?? ''}`} className={looks.hint}>
                  {refusalSentence(refusal)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {proposals > 0 && lettersFor === null && (
          <p className={looks.hint}>{LETTERS.proposals(countOf('interview'), countOf('referral'))}</p>
        )}
        {letters.length > 0 && (
          <Button
            appearance="primary"
            disabled={work !== null || picked.length === 0}
            onClick={() => desk.previewLetters(picked)}
          >
            {LETTERS.make(picked.length)}
          </Button>
        )}
      </div>
    </div>
  );
}

const MOST_REFUSALS = 10;

interface LetterRowProps {
  readonly letter: Letter;
  readonly picked: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTurn: () => void;
}

function LetterRow({ letter, picked, tabIndex, onTurn }: LetterRowProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review } = useDeskView();
  const title = titleOf(letter);
  const [first] = letter.matters;
  return (
    <div className={styles.letter}>
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
        onClick={() => {
          const matter = review?.matters.find(({ key }) => key === first?.key);
          if (matter !== undefined) void desk.selectMatter(matter);
        }}
      >
        <span className={styles.form}>{`${NOTICE_FORMS[letter.form]} ${letter.number}`}</span>
        <span className={styles.title}>{title}</span>
        <span className={looks.hint}>
          {letter.unit} · {letter.replyDue === null ? LETTERS.noReply : LETTERS.replyDue(letter.replyDue)}
        </span>
      </button>
    </div>
  );
}
