import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { previewMatterPages } from '../desk/reportDeeds';
import { MATTER_MENU } from '../words/bulletin';
import { PROCEEDING } from '../words/registering';
import { MoreHorizontalRegular } from './icons';

const useStyles = makeStyles({ button: { height: '20px', minWidth: '28px', marginLeft: 'auto' } });

interface MatterMenuProps {
  /** The matters selected, this one among them. */
  readonly keys: ReadonlySet<string>;
  readonly tabIndex: 0 | -1;
}

/** What may be done with the selected matters: a row in 办理登记, or the whole history as pages. */
export function MatterMenu({ keys, tabIndex }: MatterMenuProps): React.JSX.Element {
  const styles = useStyles();
  const desk = useDesk();
  const { work } = useDeskView();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          tabIndex={tabIndex}
          icon={<MoreHorizontalRegular />}
          aria-label={MATTER_MENU.title}
          title={MATTER_MENU.title}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={work !== null} onClick={() => desk.showPanel('proceeding')}>
            {PROCEEDING.title}
          </MenuItem>
          <MenuItem disabled={work !== null} onClick={() => void previewMatterPages(desk, keys)}>
            {MATTER_MENU.pages(keys.size)}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
