import type { ApiClass, ApiObject, Member } from './ApiObject';
import { ApiObject as ApiObjectBase } from './ApiObject';
import { ApiError, apiNotFound, invalidArgument, toApiError } from './ApiError';
import { CallArguments } from './CallArguments';
import type { OpenDocument } from './OpenDocument';
import { answerIdentity, answerQuery } from './query';
import type { WireAction, WireArgumentInfo, WireObjectPath, WireRequest, WireResponse, WireResult } from './wire';
import { Workbook } from './Workbook';

/** What a wire name stands for in a class. */
type WireEntry =
  | { readonly use: 'read'; readonly name: string; readonly member: Member }
  | { readonly use: 'write'; readonly name: string; readonly member: Member }
  | { readonly use: 'call'; readonly name: string; readonly member: Member }
  | { readonly use: 'register' | 'unregister'; readonly name: string; readonly member: Member };

const tables = new WeakMap<ApiClass, ReadonlyMap<string, WireEntry>>();

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function wireTable(api: ApiClass): ReadonlyMap<string, WireEntry> {
  const known = tables.get(api);
  if (known !== undefined) return known;
  const table = new Map<string, WireEntry>();
  for (const [name, member] of Object.entries(api.members)) {
    switch (member.kind) {
      case 'property':
        if (member.write !== undefined) {
          table.set(`=${member.writeAs ?? capitalized(name)}`, { use: 'write', name, member });
        }
        break;
      case 'child':
        table.set(capitalized(name), { use: 'read', name, member });
        break;
      case 'method':
        table.set(`${capitalized(name)}()`, { use: 'call', name, member });
        break;
      case 'event':
        table.set(`_Register${member.wireName}()`, { use: 'register', name, member });
        table.set(`_Unregister${member.wireName}()`, { use: 'unregister', name, member });
        break;
    }
  }
  tables.set(api, table);
  return table;
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Names the place of an error as Excel does: `Range.values`. */
function at<T>(target: ApiObject, wireName: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    const error = toApiError(thrown);
    error.location ??= `${target.api.name}.${lowered(wireName)}`;
    throw error;
  }
}

/** One request's run: objects are made as their paths are first needed. */
class RequestRun {
  private readonly objects = new Map<number, ApiObject | null>();

  constructor(
    private readonly document: OpenDocument,
    private readonly request: WireRequest,
  ) {}

  act(action: WireAction): unknown {
    if (action.ActionType === 5) return null;
    const target = this.resolve(action.ObjectPathId);
    if (target === null) return action.ActionType === 3 ? { _IsNull: true } : null;
    switch (action.ActionType) {
      case 1:
        return answerIdentity(target);
      case 2:
        return answerQuery(target, action.QueryInfo ?? {});
      case 3: {
        const value = this.call(target, action.Name, action.ArgumentInfo);
        return value instanceof ApiObjectBase ? answerIdentity(value) : value;
      }
      case 4:
        this.set(target, action.Name, this.arguments(action.ArgumentInfo)[0]);
        return null;
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          this.set(target, capitalized(name), value);
        return null;
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  }

  private resolve(id: number): ApiObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new ApiError('InvalidObjectPath', `path ${id}`);
    const object = this.make(path);
    this.objects.set(id, object);
    if (object !== null) this.document.live.add(object);
    return object;
  }

  private make(path: WireObjectPath): ApiObject | null {
    switch (path.ObjectPathType) {
      case 1:
        return new Workbook(this.document);
      case 6: {
        const kept = this.document.references.get(path.Name);
        if (kept === undefined) throw new ApiError('InvalidReference', path.Name);
        return kept;
      }
      case 7:
        return null;
      case 3:
      case 4:
      case 5: {
        const parent = this.resolve(path.ParentObjectPathId ?? 0);
        if (parent === null) return null;
        return path.ObjectPathType === 3
          ? this.callForObject(parent, path)
          : path.ObjectPathType === 4
            ? this.childOf(parent, path.Name)
            : this.itemOf(parent, this.arguments(path.ArgumentInfo)[0]);
      }
      default:
        throw apiNotFound(path.Name);
    }
  }

  private callForObject(parent: ApiObject, path: WireObjectPath): ApiObject | null {
    const value = this.call(parent, path.Name, path.ArgumentInfo);
    if (value === null || value instanceof ApiObjectBase) return value;
    throw new ApiError('GeneralException', `${parent.api.name}.${path.Name} gives no object`);
  }

  private childOf(parent: ApiObject, name: string): ApiObject | null {
    return at(parent, name, () => {
      const entry = wireTable(parent.api).get(name);
      if (entry?.use !== 'read' || entry.member.kind !== 'child')
        throw apiNotFound(`${parent.api.name}.${lowered(name)}`);
      return entry.member.get(parent);
    });
  }

  private itemOf(parent: ApiObject, key: unknown): ApiObject | null {
    return at(parent, 'getItem', () => {
      if (parent.items() === null) throw apiNotFound(`${parent.api.name}.getItem`);
      if (key === null || key === undefined) throw invalidArgument('no key');
      return parent.item(key);
    });
  }

  private call(target: ApiObject, name: string, info: WireArgumentInfo | undefined): unknown {
    return at(target, name, () => {
      if (name === '_KeepReference') {
        this.document.keep(target);
        return null;
      }
      const entry = wireTable(target.api).get(`${name}()`);
      if (entry === undefined) throw apiNotFound(`${target.api.name}.${lowered(name)}`);
      if (entry.member.kind === 'method') return entry.member.call(target, new CallArguments(this.arguments(info)));
      if (entry.member.kind === 'event') {
        const { type } = entry.member;
        this.document.events.register(type, entry.member.target(target), entry.use === 'register' ? 1 : -1);
        return null;
      }
      throw apiNotFound(`${target.api.name}.${lowered(name)}`);
    });
  }

  private set(target: ApiObject, name: string, value: unknown): void {
    at(target, name, () => {
      const entry = wireTable(target.api).get(`=${name}`);
      if (entry?.member.kind !== 'property' || entry.member.write === undefined) {
        throw apiNotFound(`${target.api.name}.${lowered(name)}`);
      }
      entry.member.write(target, value);
    });
  }

  private arguments(info: WireArgumentInfo | undefined): readonly unknown[] {
    const values = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    return ids === undefined ? values.map((value) => this.withObjects(value)) : this.referenced(values, ids);
  }

  private referenced(values: readonly unknown[], ids: readonly unknown[]): readonly unknown[] {
    return values.map((value, index) => {
      const id = ids[index];
      if (Array.isArray(id) && Array.isArray(value)) return this.referenced(value, id);
      if (typeof id !== 'number' || id === 0) return this.withObjects(value);
      const object = this.resolve(id);
      if (object === null) throw invalidArgument('a null object cannot be an argument');
      return object;
    });
  }

  /** Objects inside plain records come as `{_ObjectPathId}`. */
  private withObjects(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const record = value as Record<string, unknown>;
    if (typeof record['_ObjectPathId'] === 'number') return this.resolve(record['_ObjectPathId']);
    return Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, this.withObjects(entry)]));
  }
}

/**
 * Runs a request's actions in order. A failing action stops it: what came before stays applied, as in Excel.
 * `upTo` limits the number of actions (for injected faults).
 */
export function runRequest(document: OpenDocument, request: WireRequest, upTo = Infinity): WireResponse {
  const run = new RequestRun(document, request);
  const results: WireResult[] = [];
  document.beginRequest();
  for (const [index, action] of request.Actions.entries()) {
    if (index >= upTo) break;
    try {
      results.push({ ActionId: action.Id, Value: run.act(action) });
    } catch (thrown) {
      const { code, message, location } = toApiError(thrown);
      return {
        Results: results,
        Error: {
          Code: code,
          Message: message,
          ActionIndex: index,
          ...(location === undefined ? {} : { Location: location }),
        },
      };
    }
  }
  return { Results: results };
}
