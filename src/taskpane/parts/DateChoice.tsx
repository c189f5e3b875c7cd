import {
  Button,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import {
  addDays,
  civilDate,
  endOfMonth,
  monthOf,
  parseCivilDate,
  yearOf,
  type CivilDate,
} from '../../domain/calendar/civilDate';
import { useDesk, useDeskView } from '../deskContext';
import { WORDS } from '../words';
import { ChevronDownRegular } from './icons';

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: 0, paddingLeft: '6px', paddingRight: '4px', fontWeight: 'normal' },
  input: { width: '136px', minWidth: 0, flexShrink: 0 },
});

const monthEnd = (date: CivilDate): CivilDate => endOfMonth(yearOf(date), monthOf(date));
const lastMonthEnd = (date: CivilDate): CivilDate =>
  addDays(civilDate(yearOf(date), monthOf(date), 1) as CivilDate, -1);

/** 统计日期: today, the end of a month, or any date. */
export function DateChoice(): React.JSX.Element {
  const styles = useStyles();
  const desk = useDesk();
  const { asOf, today } = useDeskView();
  const [picking, setPicking] = useState(false);
  const shown = asOf.kind === 'today' ? today : asOf.date;

  if (picking) {
    return (
      <Input
        className={styles.input}
        type="date"
        size="small"
        autoFocus
        aria-label={WORDS.asOf}
        defaultValue={shown}
        min="1990-01-01"
        max="2099-12-31"
        onChange={(_event, { value }) => {
          const date = parseCivilDate(value);
          if (date !== null && yearOf(date) >= 1990) desk.chooseDate({ kind: 'on', date });
        }}
        onBlur={() => setPicking(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') setPicking(false);
        }}
      />
    );
  }
  const ends: readonly (readonly [string, CivilDate])[] = [
    [WORDS.lastMonthEnd, lastMonthEnd(today)],
    [WORDS.thisMonthEnd, monthEnd(today)],
  ];
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={`${WORDS.asOf}：${shown}`}
          title={WORDS.asOf}
        >
          {shown}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem secondaryContent={today} onClick={() => desk.chooseDate({ kind: 'today' })}>
            {WORDS.today}
          </MenuItem>
          {ends.map(([word, date]) => (
            <MenuItem key={word} secondaryContent={date} onClick={() => desk.chooseDate({ kind: 'on', date })}>
              {word}
            </MenuItem>
          ))}
          <MenuItem onClick={() => setPicking(true)}>{WORDS.otherDate}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
