import type { ApiObject, Member } from './ApiObject';
import { apiNotFound, toApiError } from './ApiError';
import type { WireQuery } from './wire';

/** Names asked for at one level; `all` = every plain property. */
interface Selection {
  all: boolean;
  readonly names: Map<string, Selection>;
}

const ALL = new Set(['*', '$all', 'items']);

const empty = (): Selection => ({ all: false, names: new Map() });

function addPath(selection: Selection, path: readonly string[]): void {
  const [first, ...rest] = path;
  if (first === undefined || ALL.has(first)) {
    if (rest.length > 0) addPath(selection, rest);
    else selection.all = true;
    return;
  }
  const next = selection.names.get(first) ?? empty();
  selection.names.set(first, next);
  if (rest.length > 0) addPath(next, rest);
}

function parse(query: WireQuery): Selection {
  const selection = empty();
  const asked = [...(query.Select ?? []), ...(query.Expand ?? [])];
  for (const path of asked) addPath(selection, path.split(/[/.]/));
  if ((query.Select ?? []).length === 0) selection.all = true;
  return selection;
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What the library keeps to find the object again. */
export function answerIdentity(object: ApiObject): Record<string, unknown> {
  return object.referenceId === null
    ? { ...object.identity() }
    : { ...object.identity(), _ReferenceId: object.referenceId };
}

function locate<T>(object: ApiObject, name: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    const error = toApiError(thrown);
    error.location ??= `${object.api.name}.${name}`;
    throw error;
  }
}

function memberOf(object: ApiObject, name: string): Member {
  const exact = object.api.members[name];
  if (exact !== undefined) return exact;
  // The library itself takes names in any case (`load('Values')`), as Excel does.
  const lower = name.toLowerCase();
  const found = Object.entries(object.api.members).find(([key]) => key.toLowerCase() === lower);
  if (found === undefined) throw apiNotFound(`${object.api.name}.${name}`);
  return found[1];
}

const isOwnOf = (object: ApiObject, name: string): boolean => {
  const kind = object.api.members[name]?.kind;
  return kind === 'property' || kind === 'child';
};

function readPlain(object: ApiObject, selection: Selection): Record<string, unknown> {
  const answer = answerIdentity(object);
  if (selection.all) {
    for (const [name, member] of Object.entries(object.api.members)) {
      if (member.kind !== 'property' || member.onDemand === true) continue;
      answer[capitalized(name)] = locate(object, name, () => member.read(object));
    }
  }
  for (const [name, below] of selection.names) {
    locate(object, name, () => {
      const member = memberOf(object, name);
      if (member.kind === 'property') answer[capitalized(name)] = member.read(object);
      else if (member.kind === 'child') answer[capitalized(name)] = read(member.get(object), below, {});
      else throw apiNotFound(`${object.api.name}.${name}`);
    });
  }
  return answer;
}

function readCollection(
  object: ApiObject,
  items: readonly ApiObject[],
  selection: Selection,
  page: WireQuery,
): Record<string, unknown> {
  const own: Selection = { all: selection.all, names: new Map() };
  const ofItems: Selection = { all: selection.all, names: new Map() };
  for (const [name, below] of selection.names) (isOwnOf(object, name) ? own : ofItems).names.set(name, below);
  const answer = readPlain(object, own);
  if (!ofItems.all && ofItems.names.size === 0 && own.names.size > 0) return answer;
  const skip = page.Skip ?? 0;
  const paged = items.slice(skip, page.Top === undefined ? undefined : skip + page.Top);
  answer['_Items'] = paged.map((item, index) => {
    const value = readPlain(item, ofItems);
    return skip > 0 ? { ...value, _Index: skip + index } : value;
  });
  return answer;
}

function read(object: ApiObject | null, asked: Selection, page: WireQuery): unknown {
  if (object === null) return null;
  // A navigation named without properties stands for all of its plain ones.
  const selection: Selection = !asked.all && asked.names.size === 0 ? { all: true, names: asked.names } : asked;
  const items = object.items();
  return items === null ? readPlain(object, selection) : readCollection(object, items, selection, page);
}

/** Answers a load: values under their wire names, collections as `_Items`. */
export function answerQuery(object: ApiObject, query: WireQuery): unknown {
  return read(object, parse(query), query);
}
