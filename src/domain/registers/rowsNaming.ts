import type { CellRef } from '../cell';
import type { CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import { titlesIn } from './linkMatters';
import type { MatterReference } from './registers';
import type { ChangedRegister } from './registersAgain';

/** A row of a register that names matters. */
interface Naming {
  readonly date: CivilDate;
  readonly cell: CellRef;
  readonly matters: MatterReference;
}

/** Rows of a register by the numbers (`#12`), titles and parts of joined titles they name, folded. */
type NamedRows<Row> = ReadonlyMap<string, readonly Row[]>;

/** A register is gone through once, however many matters are asked. */
const known = new WeakMap<readonly Naming[], NamedRows<Naming>>();

/** Goes through a register ahead of the first question. */
export function* prepareRows<Row extends Naming>(rows: readonly Row[]): InPortions<NamedRows<Row>> {
  const found = known.get(rows) as NamedRows<Row> | undefined;
  if (found !== undefined) return found;
  const named = new Map<string, Row[]>();
  yield* forEach(rows, (row) => {
    for (const name of namesIn(row.matters)) {
      const own = named.get(name);
      if (own === undefined) named.set(name, [row]);
      else if (own.at(-1) !== row) own.push(row);
    }
  });
  known.set(rows, named);
  return named;
}

/** Keeps for a register of which some rows were changed what is kept for the one before; nothing where nothing is. */
export function nameRowsAfter<Row extends Naming>({ before, after, gone, come }: ChangedRegister<Row>): void {
  const found = known.get(before) as NamedRows<Row> | undefined;
  if (found === undefined) return;
  const named = new Map(found);
  const left = new Set(gone);
  for (const name of new Set(gone.flatMap(({ matters }) => namesIn(matters)))) {
    const rows = named.get(name)!.filter((row) => !left.has(row));
    if (rows.length === 0) named.delete(name);
    else named.set(name, rows);
  }
  for (const row of come) {
    for (const name of new Set(namesIn(row.matters))) named.set(name, [...(named.get(name) ?? []), row]);
  }
  known.set(after, named);
}

function namesIn({ ids, title }: MatterReference): readonly string[] {
  const numbers = ids.map((id) => `#${foldText(id)}`);
  if (title === null) return numbers;
  const folded = foldText(title);
  return [...numbers, folded, ...titlesIn(folded)];
}

/** Every row that may lead to one of these matters, by date, then by row: it names the number or the title. */
export function rowsNaming<Row extends Naming>(rows: readonly Row[], matters: readonly Matter[]): readonly Row[] {
  const named = atOnce(prepareRows(rows));
  const lists = matters.flatMap((matter) => namesOf(matter).map((name) => named.get(name) ?? []));
  return [...new Set(lists.flat())].sort(byDateThenRow);
}

/** Units of one row stand together in each list. */
const byDateThenRow = (one: Naming, other: Naming): number =>
  one.date === other.date ? one.cell.row - other.cell.row : one.date < other.date ? -1 : 1;

const namesOf = ({ id, title }: Matter): readonly string[] => [
  ...(id === null ? [] : [`#${foldText(id)}`]),
  ...(title === null ? [] : [foldText(title)]),
];
