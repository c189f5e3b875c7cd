import { EngineRefusal } from '../xlsx/model';

/** Sentences Excel gives with its error codes (learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling). */
const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
};

/** An error the host answers with, by Excel's own code. */
export class ApiError extends Error {
  location: string | undefined;

  constructor(
    readonly code: string,
    detail?: string,
  ) {
    const sentence = SENTENCES[code] ?? code;
    super(detail === undefined ? sentence : `${sentence} (${detail})`);
    this.name = 'ApiError';
  }
}

export const invalidArgument = (detail?: string): ApiError => new ApiError('InvalidArgument', detail);
export const itemNotFound = (detail?: string): ApiError => new ApiError('ItemNotFound', detail);
export const apiNotFound = (detail?: string): ApiError => new ApiError('ApiNotFound', detail);
export const accessDenied = (detail?: string): ApiError => new ApiError('AccessDenied', detail);

/** What Excel would answer for an exception; anything that is not a refusal is a bug and comes as GeneralException. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof EngineRefusal) return new ApiError(thrown.code, thrown.message);
  return new ApiError(
    'GeneralException',
    thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown),
  );
}
