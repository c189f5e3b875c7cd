import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    paddingLeft: '4px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
});

interface RoomTabsProps<Name extends string> {
  readonly label: string;
  /** Those shown, in order. */
  readonly words: Readonly<Partial<Record<Name, string>>>;
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** Parts of one room, as tabs under the room bar. */
export function RoomTabs<Name extends string>(props: RoomTabsProps<Name>): React.JSX.Element {
  const styles = useStyles();
  const { label, words, chosen, onChoose } = props;
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={label}
      selectedValue={chosen}
      onTabSelect={(_event, { value }) => onChoose(value as Name)}
    >
      {(Object.entries(words) as [Name, string][]).map(([name, word]) => (
        <Tab key={name} value={name}>
          {word}
        </Tab>
      ))}
    </TabList>
  );
}
