import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BulletinTable } from '../../domain/bulletin/bulletinText';
import { useDesk } from '../deskContext';
import { ChevronDownRegular, ChevronRightRegular } from '../parts/icons';
import { useLooks } from '../parts/looks';
import { BULLETIN } from '../words/bulletin';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    paddingTop: '3px',
    paddingBottom: '3px',
    paddingLeft: '2px',
    paddingRight: '2px',
    borderBottomWidth: '1px',
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  center: { textAlign: 'center' },
  left: { textAlign: 'start' },
  right: { textAlign: 'end' },
  door: { ':hover': { textDecorationLine: 'underline' } },
  fold: { alignSelf: 'flex-start', maxWidth: '100%', textAlign: 'start', justifyContent: 'flex-start' },
  block: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
});

const MOST_ROWS = 200;

/** Where a row of a table leads. */
export interface RowDoor {
  readonly name: string;
  readonly keys: readonly string[];
}

interface BulletinTableViewProps {
  /** Of an attachment, which is folded at first. */
  readonly title?: string;
  readonly table: BulletinTable;
  /** One a row, or none. */
  readonly doors: readonly RowDoor[];
}

/** A table of the bulletin; each row leads to its matters. */
export function BulletinTableView({ title, table, doors }: BulletinTableViewProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const [open, setOpen] = useState(title === undefined);
  const { rows } = table;
  return (
    <div className={styles.block}>
      {title !== undefined && (
        <Button
          className={styles.fold}
          size="small"
          appearance="subtle"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {BULLETIN.attachment(title, rows.length)}
        </Button>
      )}
      {open && <Rows table={table} doors={doors} />}
      {open && rows.length > MOST_ROWS && <p className={looks.hint}>{BULLETIN.moreRows(rows.length - MOST_ROWS)}</p>}
    </div>
  );
}

function Rows({ table: { columns, rows }, doors }: Omit<BulletinTableViewProps, 'title'>): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  const named = Math.max(
    0,
    columns.findIndex(({ align }) => align === 'left'),
  );
  const go = ({ name, keys }: RowDoor): void =>
    desk.enter('reminders', { shown: 'all', only: { name: BULLETIN.origin(name), keys: new Set(keys) } });
  return (
    <table className={styles.table}>
      <colgroup>
        {columns.map(({ head, part }) => (
          <col key={head} style={{ width: `${(part / parts) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head, align }) => (
            <th key={head} scope="col" className={mergeClasses(styles.cell, styles.head, styles[align])}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map((cells, at) => {
          const door = doors[at];
          return (
            <tr key={at}>
              {columns.map(({ head, align }, column) => (
                <td key={head} className={mergeClasses(styles.cell, styles[align])}>
                  {column === named && door !== undefined && door.keys.length > 0 ? (
                    <button type="button" className={mergeClasses(looks.bare, styles.door)} onClick={() => go(door)}>
                      {cells[column]}
                    </button>
                  ) : (
                    cells[column]
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
