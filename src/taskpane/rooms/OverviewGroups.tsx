import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { GroupFigures, Overview } from '../../domain/overview/overview';
import { useDesk } from '../deskContext';
import { groupsOf, type GroupKind } from '../desk/picked';
import type { Shown } from '../desk/view';
import { useBarPaint, type BarPaint } from '../parts/barPaint';
import { useLooks } from '../parts/looks';
import { RoomTabs } from '../parts/RoomTabs';
import { STATE_ICONS, STATE_TONES, useToneText } from '../parts/tones';
import { stateCount } from '../words';
import { OVERVIEW } from '../words/overview';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '3px', paddingTop: '6px', paddingBottom: '4px' },
  line: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  bar: { display: 'flex', gap: '1px', height: '6px', borderRadius: tokens.borderRadiusSmall, overflow: 'hidden' },
  part: { display: 'block', minWidth: '2px', flexBasis: 0 },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', fontSize: tokens.fontSizeBase200 },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    paddingLeft: '2px',
    paddingRight: '2px',
    fontVariantNumeric: 'tabular-nums',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationLine: 'underline' },
  },
  total: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
});

const SHOWN_FIRST = 8;
const KINDS = { units: 'unit', categories: 'category', leaders: 'leader' } as const satisfies Record<string, GroupKind>;
type GroupTab = keyof typeof KINDS;

/** How each unit, category or leader stands, the most pressing first. */
export function OverviewGroups({ figures }: { readonly figures: Overview }): React.JSX.Element {
  const looks = useLooks();
  const [tab, setTab] = useState<GroupTab>('units');
  const [whole, setWhole] = useState(false);
  const groups = groupsOf(figures, KINDS[tab]);
  const shown = whole ? groups : groups.slice(0, SHOWN_FIRST);
  const most = Math.max(1, ...groups.map(({ all }) => all.length));
  return (
    <section className={looks.section}>
      <RoomTabs
        label={OVERVIEW.groups}
        words={OVERVIEW.groupTabs}
        chosen={tab}
        onChoose={(name) => {
          setTab(name);
          setWhole(false);
        }}
      />
      {groups.length === 0 && <p className={looks.hint}>{OVERVIEW.noLeaders}</p>}
      <ul className={looks.lines} aria-label={OVERVIEW.groupTabs[tab]}>
        {shown.map((group) => (
          <Group key={group.name} by={KINDS[tab]} group={group} most={most} />
        ))}
      </ul>
      {groups.length > shown.length && (
        <div className={looks.actions}>
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            {OVERVIEW.moreGroups(groups.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

interface GroupProps {
  readonly by: GroupKind;
  readonly group: GroupFigures;
  /** Matters of the largest group: the length of the longest bar. */
  readonly most: number;
}

function Group({ by, group, most }: GroupProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const tones = useToneText();
  const paint = useBarPaint();
  const desk = useDesk();
  const { name, all, closed, overdue, dueSoon } = group;
  const open = (shown: Shown): void => desk.enter('reminders', { shown, picked: { kind: by, name } });
  const other = all.length - closed.length - overdue.length - dueSoon.length;
  const parts: readonly (readonly [BarPaint, number])[] = [
    ['overdue', overdue.length],
    ['dueSoon', dueSoon.length],
    ['closed', closed.length],
    ['rest', other],
  ];
  return (
    <li className={styles.group}>
      <span className={styles.line}>
        <span className={styles.name}>{name}</span>
        <button
          type="button"
          className={mergeClasses(looks.bare, styles.count, styles.total)}
          aria-label={`${name} ${OVERVIEW.groupTotal(all.length)}`}
          onClick={() => open('all')}
        >
          {OVERVIEW.groupTotal(all.length)}
        </button>
      </span>
      <span className={styles.bar} style={{ width: `${(all.length / most) * 100}%` }} aria-hidden>
        {parts.map(([own, count]) =>
          count === 0 ? null : (
            <span key={own} className={mergeClasses(styles.part, paint[own])} style={{ flexGrow: count }} />
          ),
        )}
      </span>
      <span className={styles.counts}>
        {(['overdue', 'dueSoon'] as const).map((state) => {
          const Icon = STATE_ICONS[state];
          const count = group[state].length;
          return count === 0 ? null : (
            <button
              key={state}
              type="button"
              className={mergeClasses(looks.bare, styles.count)}
              aria-label={`${name} ${stateCount(state, count)}`}
              onClick={() => open(state)}
            >
              <Icon className={tones[STATE_TONES[state]]} aria-hidden />
              {stateCount(state, count)}
            </button>
          );
        })}
        {closed.length > 0 && (
          <button
            type="button"
            className={mergeClasses(looks.bare, styles.count)}
            aria-label={`${name} ${OVERVIEW.groupClosed(closed.length)}`}
            onClick={() => open('closedAny')}
          >
            <STATE_ICONS.closed className={tones.success} aria-hidden />
            {OVERVIEW.groupClosed(closed.length)}
          </button>
        )}
      </span>
    </li>
  );
}
