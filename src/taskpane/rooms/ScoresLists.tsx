import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { reviewListsInPortions, type ReviewLists } from '../../app/scoring/lists';
import type { Review } from '../../app/reading/review';
import { useDesk, useDeskView } from '../deskContext';
import { factsOf, listRows, previewListSheet, type ListRow } from '../desk/listRows';
import { useListLooks } from '../parts/listLooks';
import { useLooks } from '../parts/looks';
import { textLines } from '../parts/textLines';
import { useToneText } from '../parts/tones';
import { TurnRow } from '../parts/TurnRow';
import { CountingLine } from '../parts/CountingLine';
import { useComputed } from '../parts/useComputed';
import { WindowedList } from '../parts/WindowedList';
import { LISTS_OF } from '../words/scores';

const useStyles = makeStyles({
  entry: {
    flexDirection: 'column',
    gap: 0,
    paddingTop: '6px',
    paddingLeft: '36px',
  },
  cadence: { flexDirection: 'column', gap: 0, paddingTop: '6px', paddingLeft: '16px' },
  words: { lineHeight: '18px', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  hint: { lineHeight: '16px', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  clause: { paddingTop: '4px', paddingLeft: '36px' },
  name: { flexGrow: 1, minWidth: 0 },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

const keyOf = (row: ListRow): string => {
  switch (row.kind) {
    case 'list':
      return `list:${row.list.rule.id}`;
    case 'clause':
      return `clause:${row.id}`;
    case 'entry':
      return `${row.id}:${row.index}`;
    case 'cadences':
      return 'cadences';
    case 'cadence':
      return `cadence:${row.cadence.rule.id}`;
  }
};

const INDENT = 36;
const cadenceName = ({ rule, due }: Extract<ListRow, { kind: 'cadence' }>['cadence']): string =>
  due ? `${rule.name} · ${LISTS_OF.due}` : rule.name;

/** In pixels. No line begins with a punctuation mark, so lines are up to a character shorter than the room. */
function heightOf(row: ListRow, wide: number): number {
  const width = wide - 16;
  const hint = (text: string, room: number): number =>
    16 * text.split('\n').reduce((lines, line) => lines + textLines(line, room, 12), 0);
  switch (row.kind) {
    case 'list':
      return 37;
    case 'clause':
      return 9 + hint(row.text, width - INDENT - 16);
    case 'entry':
      return (
        13 + 18 * textLines(row.entry.message, width - INDENT - 16, 14) + hint(factsOf(row.entry), width - INDENT - 16)
      );
    case 'cadences':
      return 32;
    case 'cadence':
      return (
        13 +
        18 * textLines(cadenceName(row.cadence), width - 32, 14) +
        hint(row.cadence.sentence, width - 32) +
        hint(row.cadence.clause, width - 32)
      );
  }
}

const NO_LISTS: ReviewLists = { lists: [], cadences: [] };

/** 名单: who stands on each list the document asks for, with clause and cell; below, how often what is checked. */
export function ScoresLists({ review }: { readonly review: Review }): React.JSX.Element {
  const lists = useListLooks();
  const looks = useLooks();
  const desk = useDesk();
  const { work } = useDeskView();
  const listed = useComputed(review, reviewListsInPortions);
  const found = listed ?? NO_LISTS;
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const first = found.lists.find(({ entries }) => entries.length > 0)?.rule.id ?? null;
  const open = chosen === undefined ? first : chosen;
  const rows = useMemo(() => listRows(found, open), [found, open]);
  return (
    <>
      <div className={lists.tools}>
        <span className={mergeClasses(looks.hint, looks.grow)}>{LISTS_OF.basis(review.ruleSet.name)}</span>
      </div>
      {listed === null ? (
        <CountingLine />
      ) : (
        <WindowedList items={rows} label={LISTS_OF.list} keyOf={keyOf} heightOf={heightOf}>
          {(row, tabIndex) => <Row row={row} tabIndex={tabIndex} onTurn={setChosen} />}
        </WindowedList>
      )}
      <div className={looks.foot}>
        <Button
          appearance="primary"
          disabledFocusable={work !== null || listed === null}
          onClick={() => void previewListSheet(desk, found)}
        >
          {LISTS_OF.write}
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  readonly row: ListRow;
  readonly tabIndex: 0 | -1;
  readonly onTurn: (list: string | null) => void;
}

function Row({ row, tabIndex, onTurn }: RowProps): React.JSX.Element {
  const styles = useStyles();
  const lists = useListLooks();
  const looks = useLooks();
  const tones = useToneText();
  const desk = useDesk();
  switch (row.kind) {
    case 'list': {
      const { list, open } = row;
      const { rule, entries } = list;
      return (
        <TurnRow tabIndex={tabIndex} open={open} onTurn={() => onTurn(open ? null : rule.id)}>
          <span className={mergeClasses(styles.name, looks.ellipsis, entries.length > 0 && lists.strong)}>
            {rule.name}
          </span>
          <span className={mergeClasses(looks.hint, styles.count)}>{LISTS_OF.count(entries.length)}</span>
        </TurnRow>
      );
    }
    case 'clause':
      return (
        <div className={mergeClasses(looks.hint, styles.hint, styles.clause)} data-main tabIndex={tabIndex}>
          {row.text}
        </div>
      );
    case 'entry':
      return (
        <button
          type="button"
          data-main
          tabIndex={tabIndex}
          className={mergeClasses(looks.bare, lists.fold, lists.pressed, styles.entry)}
          onClick={() => void desk.selectCell(row.entry.cell)}
        >
          <span className={styles.words}>{row.entry.message}</span>
          <span className={mergeClasses(looks.hint, styles.hint)}>{factsOf(row.entry)}</span>
        </button>
      );
    case 'cadences':
      return (
        <div className={lists.group} data-main tabIndex={tabIndex}>
          {LISTS_OF.cadences}
        </div>
      );
    case 'cadence':
      return (
        <div className={mergeClasses(lists.fold, styles.cadence)} data-main tabIndex={tabIndex}>
          <span className={mergeClasses(styles.words, row.cadence.due && tones.warning)}>
            {cadenceName(row.cadence)}
          </span>
          <span className={mergeClasses(looks.hint, styles.hint)}>{row.cadence.sentence}</span>
          <span className={mergeClasses(looks.hint, styles.hint)}>{row.cadence.clause}</span>
        </div>
      );
  }
}
