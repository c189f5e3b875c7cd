import { Button, Checkbox, Select, mergeClasses } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { NOTICE_REGISTER, type LetterOnRecord } from '../../app/letters/lettersOnRecord';
import type { NoticeTurn } from '../../app/letters/noticeLife';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Notice as Letter } from '../../domain/notices/notice';
import { NOTICE_FORMS } from '../../domain/registers/registers';
import { useDesk, useDeskView } from '../deskContext';
import { letterAgain, previewTakingBack, reprint } from '../desk/letterDeeds';
import { daysUnanswered, recordInPortions, recordList, unitsOnRecord, type RecordFilter } from '../desk/recordShown';
import { LetterTextPanel } from '../panels/LetterTextPanel';
import { TurnPanel } from '../panels/TurnPanel';
import { useListLooks } from '../parts/listLooks';
import { CountingLine } from '../parts/CountingLine';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { textLines } from '../parts/textLines';
import { useToneText } from '../parts/tones';
import { WindowedList } from '../parts/WindowedList';
import { WORDS } from '../words';
import { LETTERS, RECORD } from '../words/letters';
import { DeliveryChoice } from './LetterTools';

const TURNS: readonly NoticeTurn['kind'][] = ['send', 'sign', 'reply', 'void'];

const nameOf = ({ form, number }: LetterOnRecord): string => `${NOTICE_FORMS[form]} ${number ?? RECORD.noNumber}`;

function titleOf({ matters, note }: LetterOnRecord): string {
  const [first] = matters;
  if (first === undefined) return note === '' ? RECORD.unlinked : note;
  const title = first.classified ? WORDS.classifiedTitle : (first.title ?? WORDS.noTitle);
  return matters.length > 1 ? LETTERS.several(title, matters.length) : title;
}

/** The letter's life in words: 2026-10-09 发出 · 未签收 · 2026-10-16 前回复. */
function lifeOf(letter: LetterOnRecord, asOf: CivilDate): readonly string[] {
  const { status, date, signedOn, repliedOn, replyDue } = letter;
  if (status === 'draft') return [`${date} ${RECORD.draft}`];
  if (status === 'void') return [RECORD.void, ...(letter.note === '' ? [] : [letter.note])];
  const late = daysUnanswered(letter, asOf);
  return [
    RECORD.sent(date),
    signedOn === null ? RECORD.unsigned : RECORD.signed(signedOn),
    ...(repliedOn !== null
      ? [RECORD.replied(repliedOn)]
      : replyDue === null
        ? []
        : [late > 0 ? RECORD.late(late) : RECORD.waiting(replyDue)]),
  ];
}

const keyOf = ({ row }: LetterOnRecord): string => String(row);
const NO_LETTERS: readonly LetterOnRecord[] = [];

/** 登记在案: every letter of 文书登记簿 with its life, and what may be done with it. */
export function LettersOnRecord(): React.JSX.Element | null {
  const styles = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  const { review, selected, work } = useDeskView();
  const [shown, setShown] = useState<RecordFilter['shown']>('all');
  const [unit, setUnit] = useState<string | null>(null);
  const [onlySelected, setOnlySelected] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [turn, setTurn] = useState<NoticeTurn['kind'] | null>(null);
  const [reading, setReading] = useState<Letter | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const all = useComputed(review, recordInPortions) ?? NO_LETTERS;
  const units = useMemo(() => unitsOnRecord(all), [all]);
  const list = useMemo(
    () => recordList(all, { shown, unit, matters: onlySelected ? selected : null }),
    [all, shown, unit, onlySelected, selected],
  );
  const chosen = useMemo(() => list.filter(({ row }) => picked.has(row)), [list, picked]);
  const asOf = review?.asOf ?? null;
  const heightOf = useCallback(
    (letter: LetterOnRecord, width: number): number =>
      17 +
      22 +
      20 * Math.min(2, textLines(titleOf(letter), width - 120, 14)) +
      16 *
        (textLines(letter.unit, width - 120, 12) +
          (asOf === null ? 1 : textLines(lifeOf(letter, asOf).join(' · '), width - 120, 12))),
    [asOf],
  );
  if (asOf === null) return null;

  if (reading !== null) return <LetterTextPanel letter={reading} onBack={() => setReading(null)} />;
  if (turn !== null) return <TurnPanel letters={chosen} kind={turn} onBack={() => setTurn(null)} />;
  const tick = (row: number): void => {
    const next = new Set(picked);
    if (!next.delete(row)) next.add(row);
    setPicked(next);
  };
  const read = (letter: LetterOnRecord): void => {
    const { notice, sentence } = letterAgain(desk.view(), letter);
    if (notice === null) setSaid([sentence]);
    else setReading(notice);
  };
  return (
    <>
      <div className={styles.tools}>
        <Checkbox
          label={LETTERS.pickAll}
          checked={chosen.length === 0 ? false : chosen.length === list.length ? true : 'mixed'}
          disabled={list.length === 0}
          onChange={(_event, { checked }) =>
            setPicked(checked === true ? new Set(list.map(({ row }) => row)) : new Set())
          }
        />
        <Select
          className={styles.tool}
          size="small"
          aria-label={RECORD.show}
          value={shown}
          onChange={(_event, { value }) => setShown(value as RecordFilter['shown'])}
        >
          {(Object.entries(RECORD.shown) as [RecordFilter['shown'], string][]).map(([name, word]) => (
            <option key={name} value={name}>
              {word}
            </option>
          ))}
        </Select>
        <Select
          className={styles.tool}
          size="small"
          aria-label={RECORD.unit}
          value={unit ?? ''}
          onChange={(_event, { value }) => setUnit(value === '' ? null : value)}
        >
          <option value="">{RECORD.allUnits}</option>
          {units.map((own) => (
            <option key={own}>{own}</option>
          ))}
        </Select>
        <Checkbox
          label={RECORD.onlySelected}
          checked={onlySelected}
          onChange={(_event, { checked }) => setOnlySelected(checked === true)}
        />
      </div>
      {all === NO_LETTERS ? (
        <CountingLine />
      ) : list.length === 0 ? (
        <div className={looks.body}>
          <p className={looks.text}>{all.length === 0 ? RECORD.none : RECORD.noneShown}</p>
        </div>
      ) : (
        <WindowedList items={list} label={RECORD.list} keyOf={keyOf} heightOf={heightOf}>
          {(letter, tabIndex) => (
            <RecordRow
              letter={letter}
              asOf={asOf}
              picked={picked.has(letter.row)}
              tabIndex={tabIndex}
              onTick={() => tick(letter.row)}
              onRead={() => read(letter)}
            />
          )}
        </WindowedList>
      )}
      {all.length > 0 && (
        <div className={looks.foot} role="group" aria-label={RECORD.more}>
          <div role="status">
            {said.map((sentence) => (
              <p key={sentence} className={looks.hint}>
                {sentence}
              </p>
            ))}
          </div>
          <span className={looks.hint}>{RECORD.picked(chosen.length)}</span>
          {TURNS.map((own) => (
            <Button
              key={own}
              size="small"
              disabledFocusable={work !== null || chosen.length === 0}
              onClick={() => setTurn(own)}
            >
              {RECORD.turn[own]}
            </Button>
          ))}
          <Button
            size="small"
            disabledFocusable={work !== null || !chosen.some(({ status }) => status === 'draft')}
            onClick={() =>
              void previewTakingBack(
                desk,
                chosen.filter(({ status }) => status === 'draft'),
              )
            }
          >
            {RECORD.takeBack}
          </Button>
          <Button
            size="small"
            disabledFocusable={work !== null || chosen.length === 0}
            onClick={() => void reprint(desk, chosen).then(setSaid)}
          >
            {RECORD.reprint}
          </Button>
          <DeliveryChoice allowed={['joined', 'zip', 'sheets']} />
        </div>
      )}
    </>
  );
}

interface RecordRowProps {
  readonly letter: LetterOnRecord;
  readonly asOf: CivilDate;
  readonly picked: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTick: () => void;
  readonly onRead: () => void;
}

function RecordRow({ letter, asOf, picked, tabIndex, onTick, onRead }: RecordRowProps): React.JSX.Element {
  const styles = useListLooks();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  const title = titleOf(letter);
  const late = daysUnanswered(letter, asOf) > 0;
  const cell = letter.entries[0]?.cell ?? { sheet: NOTICE_REGISTER, row: letter.row, column: 0 };
  return (
    <div className={styles.row}>
      <Checkbox
        aria-label={LETTERS.pick(nameOf(letter), letter.unit, title)}
        tabIndex={tabIndex}
        checked={picked}
        onChange={onTick}
      />
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={mergeClasses(looks.bare, styles.said)}
        onClick={() => void desk.selectCell(cell)}
      >
        <span className={styles.strong}>{nameOf(letter)}</span>
        <span className={styles.twoLines}>{title}</span>
        <span className={looks.hint}>{letter.unit}</span>
        <span className={mergeClasses(looks.hint, late && tones.danger)}>{lifeOf(letter, asOf).join(' · ')}</span>
      </button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.beside}
        tabIndex={tabIndex}
        aria-label={LETTERS.previewOf(nameOf(letter))}
        onClick={onRead}
      >
        {LETTERS.preview}
      </Button>
    </div>
  );
}
