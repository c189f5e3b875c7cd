import { PATIENCE } from './browser';

const POLL_MILLISECONDS = 100;

/**
 * Looks again until what is expected holds; when time has run out, fails as the last look failed. For whatever follows a
 * key, a click or a change of size: the page has heard it, but may not have drawn it yet.
 *
 *     await eventually(async () => expect(await cell.inputValue()).toBe('B9'));
 */
export async function eventually(holds: () => Promise<void> | void, within = PATIENCE): Promise<void> {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}
