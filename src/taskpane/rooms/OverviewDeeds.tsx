import { Button, makeStyles } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { useLooks } from '../parts/looks';
import { CARRY_OVER, COLLECT, MERGE } from '../words/collect';

const useStyles = makeStyles({ deed: { minWidth: 0 } });

/** What a month and a year ask for beside the rooms. */
export function OverviewDeeds(): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <div className={looks.foot}>
      <Button className={styles.deed} disabledFocusable={work !== null} onClick={() => desk.showPanel('collect')}>
        {COLLECT.title}
      </Button>
      <Button className={styles.deed} disabledFocusable={work !== null} onClick={() => desk.showPanel('merge')}>
        {MERGE.title}
      </Button>
      <Button className={styles.deed} disabledFocusable={work !== null} onClick={() => desk.showPanel('carryOver')}>
        {CARRY_OVER.title}
      </Button>
    </div>
  );
}
