import type { CellRef } from '../cell';
import type { CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import { titlesIn } from './linkMatters';
import type { MatterReference } from './registers';
import { inOrder } from './registerOrder';

/** A row of a register that names matters. */
interface Naming {
  readonly date: CivilDate;
  readonly cell: CellRef;
  readonly matters: MatterReference;
}

/** Rows of a register by the numbers, titles and parts of joined titles they name. */
interface NamedRows<Row> {
  /** By date, then by row. */
  readonly inOrder: readonly Row[];
  /** Places among them, by number (`#12`) or title, folded as they are looked up. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A register is gone through once, however many matters are asked. */
const known = new WeakMap<readonly Naming[], NamedRows<Naming>>();

/** Goes through a register ahead of the first question. */
export function* prepareRows<Row extends Naming>(rows: readonly Row[]): InPortions<NamedRows<Row>> {
  const found = known.get(rows) as NamedRows<Row> | undefined;
  if (found !== undefined) return found;
  const places = new Map<string, number[]>();
  const ordered = yield* inOrder(rows);
  yield* forEach(ordered, ({ matters }, place) => {
    for (const name of namesIn(matters)) {
      const own = places.get(name);
      if (own === undefined) places.set(name, [place]);
      else if (own.at(-1) !== place) own.push(place);
    }
  });
  const named = { inOrder: ordered, places };
  known.set(rows, named);
  return named;
}

function namesIn({ ids, title }: MatterReference): readonly string[] {
  const numbers = ids.map((id) => `#${foldText(id)}`);
  if (title === null) return numbers;
  const folded = foldText(title);
  return [...numbers, folded, ...titlesIn(folded)];
}

/** Every row that may lead to one of these matters, by date, then by row: it names the number or the title. */
export function rowsNaming<Row extends Naming>(rows: readonly Row[], matters: readonly Matter[]): readonly Row[] {
  const { inOrder: ordered, places } = atOnce(prepareRows(rows));
  const own = matters.flatMap((matter) => namesOf(matter).flatMap((name) => places.get(name) ?? []));
  return [...new Set(own)].sort((one, other) => one - other).map((place) => ordered[place]!);
}

const namesOf = ({ id, title }: Matter): readonly string[] => [
  ...(id === null ? [] : [`#${foldText(id)}`]),
  ...(title === null ? [] : [foldText(title)]),
];
