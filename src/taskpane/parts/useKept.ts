import { useState } from 'react';

/** What is there now; while it is worked out anew, what was there last: what is being typed beside it stays. */
export function useKept<Value extends object>(now: Value | null): Value | null {
  const [kept, setKept] = useState(now);
  if (now !== null && now !== kept) setKept(now);
  return now ?? kept;
}
