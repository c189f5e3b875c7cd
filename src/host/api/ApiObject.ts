import type { CallArguments } from './CallArguments';
import type { OpenDocument } from './OpenDocument';

/** A loadable value; `write` is there where the property may be set. */
export interface PropertyMember<T> {
  readonly kind: 'property';
  read(self: T): unknown;
  write?(self: T, value: unknown): void;
  /** Not part of `load()` without names: dear to read. */
  readonly onDemand?: boolean;
  /** The set action's name where the library writes under another one than it reads. */
  readonly writeAs?: string;
}

/** A property that is itself an object; null gives a null object. */
export interface ChildMember<T> {
  readonly kind: 'child';
  get(self: T): ApiObject | null;
}

/** A method: gives a plain value, an object, or null for a null object. */
export interface MethodMember<T> {
  readonly kind: 'method';
  call(self: T, args: CallArguments): unknown;
}

/** An event; the library registers it by `_Register<wireName>` and takes pushed messages of that type. */
export interface EventMember<T> {
  readonly kind: 'event';
  readonly type: number;
  readonly wireName: string;
  target(self: T): string;
}

export type Member<T = ApiObject> = PropertyMember<T> | ChildMember<T> | MethodMember<T> | EventMember<T>;

export interface ApiClass {
  /** Excel's own name, as in the `Excel` namespace. */
  readonly name: string;
  readonly members: Readonly<Record<string, Member>>;
}

export const property = <T extends ApiObject>(
  read: (self: T) => unknown,
  write?: (self: T, value: unknown) => void,
): PropertyMember<T> => (write === undefined ? { kind: 'property', read } : { kind: 'property', read, write });

export const child = <T extends ApiObject>(get: (self: T) => ApiObject | null): ChildMember<T> => ({
  kind: 'child',
  get,
});

export const method = <T extends ApiObject>(call: (self: T, args: CallArguments) => unknown): MethodMember<T> => ({
  kind: 'method',
  call,
});

export const event = <T extends ApiObject>(
  type: number,
  wireName: string,
  target: (self: T) => string,
): EventMember<T> => ({ kind: 'event', type, wireName, target });

export function defineClass<T extends ApiObject>(name: string, members: Readonly<Record<string, Member<T>>>): ApiClass {
  return { name, members: members as Readonly<Record<string, Member>> };
}

/** An object of Excel's model, as one request reaches it. */
export abstract class ApiObject {
  static readonly api: ApiClass;
  /** Set while the library tracks the object; answered as `_ReferenceId`. */
  referenceId: string | null = null;

  constructor(readonly document: OpenDocument) {}

  get api(): ApiClass {
    return (this.constructor as typeof ApiObject).api;
  }

  /** What the library needs to find the object again: `Id`, or `_Id` where the class has no public id. */
  identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** Items of a collection; null for everything else. */
  items(): readonly ApiObject[] | null {
    return null;
  }

  /** The item an indexer names; throws ItemNotFound. */
  item(_key: unknown): ApiObject | null {
    return null;
  }
}
