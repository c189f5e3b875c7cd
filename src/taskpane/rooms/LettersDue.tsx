import { Button, Checkbox, Select, mergeClasses } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { mattersByKey } from '../../app/reading/mattersByKey';
import type { Review } from '../../app/reading/review';
import type { EarlierAsked, EarlierLetter } from '../../app/letters/earlierLetters';
import type { DraftOutcome } from '../../domain/notices/draft';
import { LETTER_FORMS, type LetterForm, type Notice as Letter } from '../../domain/notices/notice';
import type { Refusal } from '../../domain/notices/guard';
import { refusalSentence } from '../../domain/notices/refusalSentence';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { figuresOf } from '../desk/figures';
import { earlierCited, lettersToIssue, previewIssue, wishesOf } from '../desk/letterDeeds';
import type { LetterChoices } from '../desk/view';
import { EarlierLettersPanel } from '../panels/EarlierLettersPanel';
import { LetterTextPanel } from '../panels/LetterTextPanel';
import { OverridePanel } from '../panels/OverridePanel';
import { DismissRegular } from '../parts/icons';
import { CountingLine } from '../parts/CountingLine';
import { useListLooks } from '../parts/listLooks';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { useComputed } from '../parts/useComputed';
import { WindowedList } from '../parts/WindowedList';
import { WORDS } from '../words';
import { EARLIER, LETTERS } from '../words/letters';
import { LetterRow, RefusalRow, hintOf, titleOf } from './LettersDueRows';
import { LetterTools } from './LetterTools';

type Answers = ReadonlyMap<string, EarlierLetter | null>;
/** Letters cited that the clerk is asked about; `thenMake`: on the way to writing. */
interface Asking {
  readonly asked: readonly EarlierAsked[];
  readonly thenMake: boolean;
}

type Line =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'heading'; readonly count: number }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly title: string };

const keys = new WeakMap<Letter, string>();

/** A letter of many matters has a long one: it is put together once. */
function letterKey(letter: Letter): string {
  const { form, unit, matters } = letter;
  const key = keys.get(letter) ?? `${form}:${unit}:${matters.map((matter) => matter.key).join()}`;
  keys.set(letter, key);
  return key;
}
const keyOf = (line: Line): string =>
  line.kind === 'letter'
    ? letterKey(line.letter)
    : line.kind === 'heading'
      ? 'heading'
      : `${line.refusal.form}:${line.refusal.unit ?? ''}:${line.refusal.matter}`;
const NO_LETTERS: readonly Letter[] = [];
const pickedOf = (drafted: DraftOutcome | null, left: ReadonlySet<string>): readonly Letter[] =>
  left.size === 0 || drafted === null
    ? (drafted?.notices ?? NO_LETTERS)
    : drafted.notices.filter((letter) => !left.has(letterKey(letter)));

function matterTitle(of: Review, key: string): string {
  const matter = mattersByKey(of).get(key);
  return matter?.classified === true ? WORDS.classifiedTitle : (matter?.title ?? WORDS.noTitle);
}
/** What the box to tick, the button and the margins take of a row's width. */
const TAKEN = 120;
const BESIDE_REFUSAL = 110;
function heightOf(line: Line, width: number): number {
  if (line.kind === 'heading') return 32;
  if (line.kind === 'refusal') {
    const room = width - (line.refusal.overridable ? BESIDE_REFUSAL : 32);
    return (
      17 +
      20 * Math.min(2, textLines(line.title, room, 14)) +
      2 +
      16 * textLines(refusalSentence(line.refusal), room, 12)
    );
  }
  const { letter } = line;
  const room = width - TAKEN;
  return (
    19 +
    20 +
    20 * Math.min(2, textLines(titleOf(letter), room, 14)) +
    16 * textLines(hintOf(letter), room, 12) +
    (letter.overrideReason === null ? 0 : 18)
  );
}

/** 待发: letters whose step is due, or of a form chosen for the rows selected; what is refused, and why. */
export function LettersDue(): React.JSX.Element | null {
  const styles = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  const view = useDeskView();
  const { review, ledger, lettersFor, letterChoices, selected, work } = view;
  const { overrides, form } = letterChoices;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reading, setReading] = useState<Letter | null>(null);
  const [overruling, setOverruling] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { office } = view.choices;
  const { matters } = wishesOf(view);
  const drafted = useComputed(
    review,
    useCallback(
      (of: Review) => lettersToIssue(of, { ledger, letterChoices, office, matters }),
      [ledger, letterChoices, office, matters],
    ),
  );
  const picked = useMemo(() => pickedOf(drafted, left), [drafted, left]);
  const cited = useComputed(
    review,
    useCallback((of: Review) => earlierCited(of, picked, letterChoices.earlier), [picked, letterChoices.earlier]),
  );
  const steps = review === null ? [] : figuresOf(review, ledger).steps;
  const lines = useMemo(
    () =>
      drafted === null || review === null
        ? []
        : [
            ...drafted.notices.map((letter): Line => ({ kind: 'letter', letter })),
            ...(drafted.refusals.length === 0 ? [] : [{ kind: 'heading' as const, count: drafted.refusals.length }]),
            ...drafted.refusals.map((refusal): Line => ({
              kind: 'refusal',
              refusal,
              title: matterTitle(review, refusal.matter),
            })),
          ],
    [drafted, review],
  );
  if (review === null) return null;
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const countOf = (step: 'interview' | 'referral'): number => steps.find((own) => own.step === step)?.keys.length ?? 0;
  const proposals = countOf('interview') + countOf('referral');

  const { missing, answered } = cited ?? { missing: [], answered: [] };
  const make = (): void => {
    if (missing.length === 0) void previewIssue(desk, picked);
    else setAsking({ asked: missing, thenMake: true });
  };

  if (asking !== null) {
    const { asked, thenMake } = asking;
    const makeAnew = async (): Promise<void> => {
      const again = await desk.workOut((of) => lettersToIssue(of, wishesOf(desk.view())));
      await previewIssue(desk, pickedOf(again, left));
    };
    const take = (answers: Answers): void => {
      const earlier = new Map([...letterChoices.earlier, ...answers]);
      desk.chooseLetters({ earlier });
      setAsking(null);
      if (thenMake) void makeAnew();
    };
    return (
      <EarlierLettersPanel asked={asked} given={letterChoices.earlier} onTake={take} onBack={() => setAsking(null)} />
    );
  }
  if (reading !== null) return <LetterTextPanel letter={reading} onBack={() => setReading(null)} />;
  if (overruling !== null) {
    const take = (reason: string): void => {
      desk.chooseLetters({ overrides: new Map([...overrides, [overruling.matter, reason]]) });
      setOverruling(null);
    };
    return (
      <OverridePanel
        title={matterTitle(review, overruling.matter)}
        refusal={overruling}
        onTake={take}
        onBack={() => setOverruling(null)}
      />
    );
  }
  if (drafted === null) return <CountingLine />;
  const letters = drafted.notices;
  return (
    <>
      <div className={styles.tools}>
        <Checkbox
          label={LETTERS.pickAll}
          checked={
            picked.length === letters.length && letters.length > 0 ? true : picked.length === 0 ? false : 'mixed'
          }
          disabled={letters.length === 0}
          onChange={(_event, { checked }) => setLeft(checked === true ? new Set() : new Set(letters.map(letterKey)))}
        />
        <Select
          className={styles.tool}
          size="small"
          aria-label={LETTERS.form}
          value={form}
          onChange={(_event, { value }) => desk.chooseLetters({ form: value as LetterChoices['form'] })}
        >
          <option value="due">{LETTERS.dueForm}</option>
          {LETTER_FORMS.map((own: LetterForm) => (
            <option key={own} value={own}>
              {LETTERS.chosenForm(NOTICE_FORMS[own], (lettersFor ?? selected).size)}
            </option>
          ))}
        </Select>
        <LetterTools />
        {lettersFor !== null && (
          <>
            <span className={mergeClasses(looks.hint, looks.grow)}>{LETTERS.only}</span>
            <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={() => desk.wantLetters(null)}>
              {LETTERS.showAll}
            </Button>
          </>
        )}
      </div>
      {lines.length === 0 ? (
        <div className={looks.body}>
          <p className={looks.text}>
            {form !== 'due' && lettersFor === null && selected.size === 0 ? LETTERS.noneSelected : LETTERS.none}
          </p>
        </div>
      ) : (
        <WindowedList items={lines} label={LETTERS.list} keyOf={keyOf} heightOf={heightOf}>
          {(line, tabIndex) =>
            line.kind === 'letter' ? (
              <LetterRow
                letter={line.letter}
                picked={!left.has(letterKey(line.letter))}
                tabIndex={tabIndex}
                onTurn={() => turn(letterKey(line.letter))}
                onRead={() => setReading(line.letter)}
              />
            ) : line.kind === 'heading' ? (
              <div className={styles.group} data-main tabIndex={tabIndex}>
                {LETTERS.refused(line.count)}
              </div>
            ) : (
              <RefusalRow
                refusal={line.refusal}
                title={line.title}
                tabIndex={tabIndex}
                onOverrule={() => setOverruling(line.refusal)}
              />
            )
          }
        </WindowedList>
      )}
      <div className={looks.foot}>
        {proposals > 0 && lettersFor === null && (
          <p className={looks.hint}>{LETTERS.proposals(countOf('interview'), countOf('referral'))}</p>
        )}
        {missing.length > 0 && (
          <Asked
            said={EARLIER.short(missing.length)}
            deed={EARLIER.ask}
            onAsk={() => setAsking({ asked: missing, thenMake: false })}
          />
        )}
        {answered.length > 0 && (
          <Asked
            said={EARLIER.answered(answered.length)}
            deed={EARLIER.again}
            onAsk={() => setAsking({ asked: answered, thenMake: false })}
          />
        )}
        {letters.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={work !== null || picked.length === 0 || cited === null}
            onClick={make}
          >
            {LETTERS.make(picked.length)}
          </Button>
        )}
      </div>
    </>
  );
}

interface AskedProps {
  readonly said: string;
  readonly deed: string;
  readonly onAsk: () => void;
}

/** How many letters cite one that is on no record, and the way to enter it. */
function Asked({ said, deed, onAsk }: AskedProps): React.JSX.Element {
  const styles = useListLooks();
  const looks = useLooks();
  return (
    <div className={styles.line}>
      <span className={mergeClasses(looks.hint, looks.grow)}>{said}</span>
      <Button size="small" aria-label={`${deed}：${said}`} onClick={onAsk}>
        {deed}
      </Button>
    </div>
  );
}
