import type { Area, SheetModel, WorkbookModel } from './xlsx/model';
import { itemNotFound } from './api/ApiError';
import { type DocumentOptions, OpenDocument } from './api/OpenDocument';
import type { EventListener } from './api/EventHub';
import { runRequest } from './api/interpreter';
import { writeCells } from './api/rangeValues';
import type { WireError, WireRequest, WireResponse } from './api/wire';

/** What goes wrong with one request, for tests. */
export interface Fault {
  /**
   * `before`: nothing is applied. `after`: all is applied, then the answer fails. `afterAction`: that many of the
   * request's actions are applied, then it fails.
   */
  readonly when: 'before' | 'after' | { readonly afterAction: number };
  /** The error answered, or `lost`: no answer comes (the library's promise fails as when the connection breaks). */
  readonly error: { readonly code: string; readonly message: string } | 'lost';
}

export interface SessionOptions extends Partial<DocumentOptions> {
  /** Called for each request, counted from 1 since the last `resetWire`; may make it fail. */
  readonly onRequest?: (request: WireRequest, ordinal: number) => Fault | undefined;
  /** 5 MB a request and a response, as Excel on the web has them; false = no limit (desktop). */
  readonly payloadLimits?: boolean;
}

/** What went over the wire since the last reset. */
export interface WireCount {
  requests: number;
  /** Bytes of request bodies, as UTF-8. */
  bytesOut: number;
  /** Bytes of responses. */
  bytesIn: number;
}

/** The answer to a request was lost. */
export class LostAnswer extends Error {
  constructor() {
    super('the answer was lost');
    this.name = 'LostAnswer';
  }
}

const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const EXCEL_CELL_LIMIT = 5_000_000;

/** Bytes of a string in UTF-8; of megabytes at each request, so that Node's own way is taken where there is one. */
export function utf8Length(text: string): number {
  if (typeof Buffer === 'function') return Buffer.byteLength(text);
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

/** One open workbook with Excel's API over it. Any number of panes may send requests; all get its events. */
export class HostSession {
  readonly document: OpenDocument;
  readonly wire: WireCount = { requests: 0, bytesOut: 0, bytesIn: 0 };
  onRequest: SessionOptions['onRequest'];
  payloadLimits: boolean;

  constructor(workbook: WorkbookModel, options: SessionOptions = {}) {
    this.document = new OpenDocument(workbook, {
      name: options.name ?? '工作簿1.xlsx',
      locale: options.locale ?? 'zh-CN',
      today: options.today ?? (() => ({ year: new Date().getFullYear() })),
      cellLimit: options.cellLimit ?? EXCEL_CELL_LIMIT,
      autoSave: options.autoSave ?? false,
    });
    this.onRequest = options.onRequest;
    this.payloadLimits = options.payloadLimits ?? true;
  }

  get workbook(): WorkbookModel {
    return this.document.workbook;
  }

  resetWire(): void {
    Object.assign(this.wire, { requests: 0, bytesOut: 0, bytesIn: 0 });
  }

  /** Answers one request of the library: the body's JSON in, the response's JSON out. Throws LostAnswer. */
  async execute(requestBody: string): Promise<string> {
    const bytes = utf8Length(requestBody);
    this.wire.requests += 1;
    this.wire.bytesOut += bytes;
    const answer = this.answer(requestBody, bytes);
    const sent = utf8Length(answer);
    const limited =
      this.payloadLimits && sent > PAYLOAD_LIMIT
        ? refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.')
        : answer;
    this.wire.bytesIn += limited === answer ? sent : utf8Length(limited);
    this.pushEvents();
    return limited;
  }

  private answer(requestBody: string, bytes: number): string {
    if (this.payloadLimits && bytes > PAYLOAD_LIMIT) {
      return refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
    }
    const request = JSON.parse(requestBody) as WireRequest;
    const fault = this.onRequest?.(request, this.wire.requests);
    if (fault === undefined) return JSON.stringify(runRequest(this.document, request));
    const upTo = fault.when === 'before' ? 0 : fault.when === 'after' ? Infinity : fault.when.afterAction;
    const partial = runRequest(this.document, request, upTo);
    if (fault.error === 'lost') {
      this.pushEvents();
      throw new LostAnswer();
    }
    const { code: Code, message: Message } = fault.error;
    const error: WireError = { Code, Message, ActionIndex: Math.min(upTo, request.Actions.length - 1) };
    const response: WireResponse = { Results: fault.when === 'after' ? [] : partial.Results, Error: error };
    return JSON.stringify(response);
  }

  /** After the answer: the library registers a handler only once it has the answer to the registering request. */
  private pushEvents(): void {
    if (this.document.events.waiting) setTimeout(() => this.document.events.flush(), 0);
  }

  subscribe(listener: EventListener): () => void {
    return this.document.events.subscribe(listener);
  }

  /** The person types into cells: a scalar fills the area, a 2-D array has its shape. Fires the same events as Excel. */
  userEdits(sheetKey: string, area: Area, values: unknown): void {
    this.asUser(() => writeCells(this.document, this.sheet(sheetKey), area, values));
  }

  /** As `userEdits`, by someone else who has the workbook open too: Excel then says `Remote`. */
  colleagueEdits(sheetKey: string, area: Area, values: unknown): void {
    this.asUser(() => writeCells(this.document, this.sheet(sheetKey), area, values), 'colleague');
  }

  /** The person selects cells; another sheet is activated first. */
  userSelects(sheetKey: string, ...areas: readonly Area[]): void {
    this.asUser(() => this.document.select(this.sheet(sheetKey), areas));
  }

  /** The person turns to another sheet. */
  userActivates(sheetKey: string): void {
    this.asUser(() => this.document.activate(this.sheet(sheetKey)));
  }

  private sheet(key: string): SheetModel {
    const sheet = this.document.sheetByKey(key);
    if (sheet === null) throw itemNotFound(key);
    return sheet;
  }

  private asUser(act: () => void, origin: 'user' | 'colleague' = 'user'): void {
    this.document.origin = origin;
    try {
      act();
    } finally {
      this.document.origin = 'addin';
      this.document.events.flush();
    }
  }
}

/**
 * True for the request `Excel.run` sends after a batch to let go of its ranges. A fault on it makes the library try
 * again for seconds, and nothing of the workbook depends on it: fault tests pass it by.
 */
export const releasesOnly = ({ Actions }: WireRequest): boolean => {
  // What is only instantiated may be something added: `customXmlParts.add(…)` is a path and no action.
  const releasing = Actions.filter(({ ActionType }) => ActionType !== 1);
  return (
    releasing.length > 0 && releasing.every(({ ActionType, Name }) => ActionType === 3 && Name === '_RemoveReference')
  );
};

const refusal = (Code: string, Message: string): string => JSON.stringify({ Results: [], Error: { Code, Message } });

/** Opens Excel's API over a workbook. */
export const createHostSession = (workbook: WorkbookModel, options: SessionOptions = {}): HostSession =>
  new HostSession(workbook, options);
