/** The request language of office.js, as the genuine library writes and reads it. */

export interface WireArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Parallel to `Arguments`: the id of an object path where the argument is an object, else 0 (or a nested list). */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 6 recursive query, 7 query as JSON, 8 ensure unchanged, 9 update. */
export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArgumentInfo;
  readonly QueryInfo?: WireQuery;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

/** 1 global, 2 new, 3 method, 4 property, 5 indexer, 6 reference id, 7 null object. */
export interface WireObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArgumentInfo;
}

export interface WireRequest {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WireObjectPath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  /** `Class.member` as Excel gives it in `debugInfo.errorLocation`. */
  readonly Location?: string;
  /** Index of the failing action in the request: the library prints the statement from it. */
  readonly ActionIndex?: number;
  readonly HttpStatusCode?: number;
}

export interface WireResponse {
  readonly Results: readonly WireResult[];
  readonly Error?: WireError;
}

/** One pushed message, as `GenericEventRegistration` of the library takes it. */
export interface WireEventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}
