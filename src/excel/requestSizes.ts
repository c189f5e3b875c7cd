/** Excel on the web takes 5 MB a request and a response; what is sent or expected is known, what comes with it estimated. */
export const REQUEST_BYTES = 4_600_000;
export const RESPONSE_BYTES = 4_600_000;

/** What one request or response cannot carry goes in pieces of this size, so that little of either stays empty. */
export const PIECE_BYTES = RESPONSE_BYTES / 20;

/** Rows of a new sheet go in commands of about this size, so that a request is filled well. */
export const COMMAND_BYTES = 200_000;
