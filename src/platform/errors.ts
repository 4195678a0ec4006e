/** Named errors: thrown anywhere below a door, answered as RFC 9457 problem documents by the problem filter. */
import { ERRORS, type ErrorCode } from '#libs/contracts/error-codes.js';

export interface ErrorDetails {
  /** Where in the input, and what is wrong there. */
  errors?: { at: string; message: string }[];
  /** Facts that help the caller go on, such as who has the case. */
  data?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/** An expected refusal with a stable code; anything else that is thrown is a fault of ours and answers `internal`. */
export class DeskError extends Error {
  readonly status: number;

  /**
   * @param code one of the stable codes
   * @param detail one plain sentence for the person who asked
   */
  constructor(
    readonly code: ErrorCode,
    detail?: string,
    readonly details: ErrorDetails = {},
  ) {
    super(detail ?? ERRORS[code].title);
    this.status = ERRORS[code].status;
  }
}
