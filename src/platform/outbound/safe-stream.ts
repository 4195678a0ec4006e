/** Listening to an answer that does not end, line by line, under the same guard as asking a question: addresses, sizes and silence are bounded. */

export interface StreamRequest {
  url: string;
  headers?: Record<string, string>;
  /** Closes the stream. */
  signal: AbortSignal;
  /** Of one line; default 1 MB. */
  maxLineBytes?: number;
  /** Until the answer begins; default 10,000. */
  openMs?: number;
  /** No whole line for so long, empty ones included, and the stream counts as broken; default 20,000. */
  idleMs?: number;
}

export interface SafeStream {
  /** Settles when the stream is over. Resolves when the other side ended it in order. @throws OutboundError when it broke */
  readonly over: Promise<void>;
  /** Holds the other side back until `resume`; what is on its way still arrives. Silence is then our own. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** The server answered, but not with a stream. */
export class StreamRefused extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    /** At most 64 kB. */
    readonly body: Buffer,
  ) {
    super(`The server answered ${status} instead of a stream`);
  }
}
