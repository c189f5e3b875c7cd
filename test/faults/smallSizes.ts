import type * as sizes from '../../src/excel/requestSizes';

/**
 * The sizes of requests as if Excel took no more than `bytes`: small deeds too are then asked about, written and taken
 * back in several requests, as thousands of letters are.
 */
export const smallSizes = (bytes: number): { readonly [name in keyof typeof sizes]: number } => ({
  REQUEST_BYTES: bytes,
  RESPONSE_BYTES: bytes,
  PIECE_BYTES: bytes / 20,
  COMMAND_BYTES: bytes / 20,
});
