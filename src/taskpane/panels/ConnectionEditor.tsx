import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { columnLetters } from '../../domain/cell';
import type { LedgerConnection } from '../../domain/ledger/connection';
import { FIELDS, type Field } from '../../domain/ledger/fields';
import type { SheetSnapshot } from '../../domain/snapshot';
import { headerColumns, type HeaderColumn } from '../desk/headerColumns';
import { withColumn } from '../desk/questions';
import { useLooks } from '../parts/looks';
import { ASKING } from '../words';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '4px' },
  field: { display: 'flex', alignItems: 'center', gap: '8px' },
  word: { width: '96px', flexShrink: 0, fontSize: tokens.fontSizeBase300 },
  select: { flexGrow: 1, minWidth: 0 },
  more: { cursor: 'pointer', paddingTop: '4px', paddingBottom: '4px' },
});

interface ConnectionEditorProps {
  readonly head: SheetSnapshot;
  readonly connection: LedgerConnection;
  readonly onChange: (connection: LedgerConnection) => void;
}

/** What was taken for what in one ledger, each column to be corrected. */
export function ConnectionEditor({ head, connection, onChange }: ConnectionEditorProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const columns = useMemo(() => headerColumns(head, connection), [head, connection]);
  const taken = FIELDS.filter((field) => connection.columns[field] !== undefined);
  const rest = FIELDS.filter((field) => connection.columns[field] === undefined);
  const choice = (field: Field): React.JSX.Element => (
    <FieldChoice
      key={field}
      field={field}
      columns={columns}
      chosen={connection.columns[field]?.column ?? null}
      onChoose={(column) => onChange(withColumn(connection, field, column))}
    />
  );
  return (
    <div className={looks.section}>
      <p className={looks.hint}>{ASKING.headerAt(connection.headerTop + 1, connection.headerBottom + 1)}</p>
      <div className={styles.fields}>{taken.map(choice)}</div>
      <details>
        <summary className={styles.more}>{ASKING.moreFields}</summary>
        <div className={styles.fields}>{rest.map(choice)}</div>
      </details>
    </div>
  );
}

interface FieldChoiceProps {
  readonly field: Field;
  readonly columns: readonly HeaderColumn[];
  readonly chosen: number | null;
  readonly onChoose: (column: HeaderColumn | null) => void;
}

function FieldChoice({ field, columns, chosen, onChoose }: FieldChoiceProps): React.JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.word}>
        {FIELD_NAMES[field]}
      </label>
      <Select
        id={id}
        size="small"
        className={styles.select}
        value={chosen === null ? '' : String(chosen)}
        onChange={(_event, { value }) => onChoose(columns.find(({ column }) => String(column) === value) ?? null)}
      >
        <option value="">{ASKING.noColumn}</option>
        {columns.map(({ column, header }) => (
          <option key={column} value={String(column)}>
            {ASKING.columnOption(columnLetters(column), header)}
          </option>
        ))}
      </Select>
    </div>
  );
}
