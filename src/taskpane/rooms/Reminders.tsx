import { Button, SearchBox, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Assessment } from '../../domain/assessment';
import type { Review } from '../../app/reading/review';
import { ready, type InPortions } from '../../domain/portions';
import { formOfStep } from '../../domain/notices/notice';
import { useDesk, useDeskView } from '../deskContext';
import { figuresOf } from '../desk/figures';
import { pickedInPortions, pickedWord } from '../desk/picked';
import { shownInPortions } from '../desk/byState';
import { choiceCounts, isMarked, ofLedger, shows } from '../desk/shown';
import type { Shown } from '../desk/view';
import { DismissRegular, FilterRegular } from '../parts/icons';
import { CountingLine } from '../parts/CountingLine';
import { useLooks } from '../parts/looks';
import { MatterMenu } from '../parts/MatterMenu';
import { isWide, MatterRow, matterRowHeight } from '../parts/MatterRow';
import { useComputed } from '../parts/useComputed';
import { useKept } from '../parts/useKept';
import { WindowedList } from '../parts/WindowedList';
import { REMINDERS, STATE_WORDS, STEP_WORDS, WORDS, optionCount } from '../words';
import { PROCEEDING, REGISTER } from '../words/registering';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  select: { flexGrow: 1, flexBasis: '128px', minWidth: 0 },
  search: { flexGrow: 1, flexBasis: '128px', minWidth: 0, maxWidth: 'none' },
  chip: { overflowWrap: 'anywhere' },
  narrowed: { display: 'flex', alignItems: 'center', gap: '4px', width: '100%', fontSize: tokens.fontSizeBase200 },
});

const CHOICES: readonly Shown[] = [
  'overdue',
  'dueSoon',
  'step',
  'undetermined',
  'inProgress',
  'recurring',
  'suspended',
  'notAssigned',
  'closedAny',
  'closedOnTime',
  'closedLate',
  'closed',
  'all',
];

const choiceWord = (shown: Shown): string =>
  shown === 'all'
    ? REMINDERS.everything
    : shown === 'step'
      ? REMINDERS.withStep
      : shown === 'closedAny'
        ? REMINDERS.closedAny
        : STATE_WORDS[shown];

const isLetter = ({ nextStep }: Assessment, ruleSet: Review['ruleSet']): boolean =>
  nextStep !== null && formOfStep(nextStep, ruleSet) !== null;

const NOT_PICKED: ReadonlySet<string> = new Set();

const keyOf = ({ matter }: Assessment): string => matter.key;

/** 催办: matters of a state with their next steps; marks over the ledger's rows. */
export default function Reminders(): React.JSX.Element | null {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, filter, selected, work } = useDeskView();
  const text = useDeferredValue(filter.text);
  const assessments = useMemo(() => (review === null ? [] : ofLedger(review, ledger)), [review, ledger]);
  const pickedBy = filter.picked;
  const found = useComputed(
    review,
    useCallback(
      (of: Review) => (pickedBy === null ? ready(NOT_PICKED) : pickedInPortions(of, ledger, pickedBy)),
      [ledger, pickedBy],
    ),
  );
  const picked = found === NOT_PICKED ? null : found;
  const { shown: chosen, step, only } = filter;
  const list = useKept(
    useComputed(
      review,
      useCallback(
        (of: Review): InPortions<readonly Assessment[] | null> =>
          found === null ? ready(null) : shownInPortions(of, ledger, { shown: chosen, step, only, text }, picked),
        [ledger, chosen, step, only, text, picked, found],
      ),
    ),
  );
  const counts = useMemo(() => {
    if (review === null) return [];
    if (picked === null && filter.only === null) {
      const count = choiceCounts(figuresOf(review, ledger));
      return CHOICES.map((shown) => [shown, count(shown)] as const);
    }
    const among = assessments.filter(
      ({ matter: { key } }) => (picked?.has(key) ?? true) && (filter.only?.keys.has(key) ?? true),
    );
    return CHOICES.map((shown) => [shown, among.filter((own) => shows(shown, own)).length] as const);
  }, [assessments, picked, filter.only, review, ledger]);
  const select = useCallback((assessment: Assessment) => void desk.selectMatter(assessment.matter), [desk]);
  const takeStep = useCallback((assessment: Assessment) => desk.wantLetters(assessment.matter.key), [desk]);
  const heightOf = useCallback(
    (assessment: Assessment, width: number) => matterRowHeight(assessment, width, selected.has(assessment.matter.key)),
    [selected],
  );
  if (review === null) return null;
  const marked = isMarked(review);
  const reveal = selected.values().next().value ?? null;
  const narrowed = [
    ...(filter.only === null ? [] : [filter.only.name]),
    ...(filter.picked === null ? [] : [pickedWord(filter.picked)]),
    ...(filter.step === null ? [] : [`${WORDS.nextStep}：${STEP_WORDS[filter.step]}`]),
  ].join('，');
  return (
    <div className={styles.room}>
      <div className={styles.tools}>
        <Select
          className={styles.select}
          size="small"
          aria-label={REMINDERS.show}
          value={filter.shown}
          onChange={(_event, { value }) => desk.filter({ shown: value as Shown, step: null })}
        >
          {counts
            .filter(([shown, count]) => count > 0 || shown === filter.shown || shown === 'overdue' || shown === 'all')
            .map(([shown, count]) => (
              <option key={shown} value={shown}>
                {optionCount(choiceWord(shown), count)}
              </option>
            ))}
        </Select>
        <SearchBox
          className={styles.search}
          size="small"
          placeholder={WORDS.search}
          aria-label={WORDS.searchIn}
          dismiss={{ 'aria-label': WORDS.searchClear }}
          value={filter.text}
          onChange={(_event, { value }) => desk.filter({ text: value })}
        />
        {narrowed !== '' && (
          <div className={styles.narrowed}>
            <FilterRegular aria-hidden />
            <span className={mergeClasses(looks.grow, styles.chip)}>{narrowed}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              onClick={() => desk.filter({ picked: null, step: null, only: null })}
            >
              {REMINDERS.showAll}
            </Button>
          </div>
        )}
      </div>
      {found === null || list === null ? (
        <CountingLine />
      ) : list.length === 0 ? (
        <div className={looks.body}>
          <p className={looks.text}>
            {filter.shown === 'overdue' && filter.text === '' && narrowed === ''
              ? REMINDERS.nothingOverdue
              : REMINDERS.empty}
          </p>
        </div>
      ) : (
        <WindowedList items={list} label={REMINDERS.list} keyOf={keyOf} heightOf={heightOf} reveal={reveal}>
          {(assessment, tabIndex, width) => (
            <MatterRow
              assessment={assessment}
              asOf={review.asOf}
              selected={selected.has(assessment.matter.key)}
              tabIndex={tabIndex}
              wide={isWide(width)}
              onSelect={select}
              onStep={isLetter(assessment, review.ruleSet) ? takeStep : null}
              {...(selected.has(assessment.matter.key)
                ? { menu: <MatterMenu keys={selected} tabIndex={tabIndex} /> }
                : {})}
            />
          )}
        </WindowedList>
      )}
      <div className={looks.foot}>
        <Button appearance="primary" disabledFocusable={work !== null} onClick={desk.previewMarking}>
          {marked ? REMINDERS.remark : REMINDERS.mark}
        </Button>
        {marked && (
          <Button disabledFocusable={work !== null} onClick={desk.previewUnmarking}>
            {REMINDERS.unmark}
          </Button>
        )}
        <Button disabledFocusable={work !== null} onClick={() => desk.showPanel('proceeding')}>
          {selected.size === 0 ? PROCEEDING.title : PROCEEDING.chosen(selected.size)}
        </Button>
        <Button disabledFocusable={work !== null} onClick={() => desk.showPanel('register')}>
          {REGISTER.title}
        </Button>
      </div>
    </div>
  );
}
