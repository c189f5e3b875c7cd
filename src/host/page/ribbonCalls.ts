/**
 * Function commands as Excel on Windows calls them: event 39 carries the call's id, the function's name and the event
 * as JSON; method 94 ends it with the id, 0 or an error, and the event again. Read in office.js 1.1.110 (AppCommand).
 */

export interface RibbonCall {
  readonly id: string;
  readonly functionName: string;
  /** Id of the button, as the manifest has it. */
  readonly control: string;
}

export interface RibbonCalls {
  /** `refused`: no function of that name. Calls made before the library listens wait for it. */
  readonly invoke: (functionName: string, control: string) => Promise<'completed' | 'refused'>;
}

interface CallBook extends RibbonCalls {
  readonly listen: (hand: (call: RibbonCall) => void) => void;
  readonly ended: (request: unknown) => void;
}

export const handedEvent = ({ id, functionName, control }: RibbonCall): readonly string[] => [
  id,
  functionName,
  JSON.stringify({ source: { id: control } }),
];

/** COM hands over arrays that are read by `toArray`; the library passes plain ones to this page. */
const valuesOf = (request: unknown): readonly unknown[] =>
  Array.isArray(request) ? request : ((request as { toArray?(): unknown[] } | null)?.toArray?.() ?? []);

/** Keeps the calls under way. */
export function ribbonCalls(): CallBook {
  const open = new Map<string, (outcome: 'completed' | 'refused') => void>();
  const waiting: RibbonCall[] = [];
  let hand: ((call: RibbonCall) => void) | null = null;
  let made = 0;
  return {
    invoke: (functionName, control) => {
      made += 1;
      const call = { id: `call-${made}`, functionName, control };
      if (hand === null) waiting.push(call);
      else hand(call);
      return new Promise((resolve) => open.set(call.id, resolve));
    },
    listen: (own) => {
      hand = own;
      for (const call of waiting.splice(0)) own(call);
    },
    ended: (request) => {
      const [id, status] = valuesOf(request);
      open.get(String(id))?.(status === 0 ? 'completed' : 'refused');
      open.delete(String(id));
    },
  };
}
