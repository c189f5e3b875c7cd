import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import type { Room } from '../desk/view';
import { WORDS, roomName } from '../words';
import {
  AlertUrgentFilled,
  AlertUrgentRegular,
  BoardFilled,
  BoardRegular,
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
  DataBarVerticalFilled,
  DataBarVerticalRegular,
  MailFilled,
  MailRegular,
  MegaphoneFilled,
  MegaphoneRegular,
} from './icons';
import { useLooks } from './looks';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  room: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    '@media (max-width: 359px)': { gap: '2px' },
    height: '36px',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    borderBottomWidth: '2px',
    borderBottomStyle: 'solid',
    borderBottomColor: 'transparent',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    borderRadius: 0,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  icon: { fontSize: '18px', flexShrink: 0, '@media (max-width: 359px)': { fontSize: '15px' } },
  hereIcon: { color: tokens.colorCompoundBrandForeground1 },
});

const ROOMS: readonly { readonly room: Room; readonly Icon: typeof BoardRegular; readonly Here: typeof BoardFilled }[] =
  [
    { room: 'overview', Icon: BoardRegular, Here: BoardFilled },
    { room: 'checks', Icon: ClipboardTaskListLtrRegular, Here: ClipboardTaskListLtrFilled },
    { room: 'reminders', Icon: AlertUrgentRegular, Here: AlertUrgentFilled },
    { room: 'letters', Icon: MailRegular, Here: MailFilled },
    { room: 'scores', Icon: DataBarVerticalRegular, Here: DataBarVerticalFilled },
    { room: 'bulletin', Icon: MegaphoneRegular, Here: MegaphoneFilled },
  ];

/** The rooms, icon and word. */
export function RoomBar(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { room: current, review } = useDeskView();
  const unscored = review?.ruleSet.scheme === null;
  return (
    <nav className={styles.bar} aria-label={WORDS.rooms}>
      {ROOMS.map(({ room, Icon, Here }) => {
        const here = room === current;
        return (
          <button
            key={room}
            type="button"
            className={mergeClasses(looks.bare, styles.room, here && styles.here)}
            aria-current={here ? 'page' : undefined}
            onClick={() => desk.enter(room)}
          >
            {here ? (
              <Here className={mergeClasses(styles.icon, styles.hereIcon)} aria-hidden />
            ) : (
              <Icon className={styles.icon} aria-hidden />
            )}
            {roomName(room, unscored)}
          </button>
        );
      })}
    </nav>
  );
}
