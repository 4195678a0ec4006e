/** How long an exchange may take: a total, a longest silence, and the caller's own wish to stop. */
import { OutboundError } from './safe-http.js';

export class Patience {
  /** Set as soon as one of the limits was met. */
  reason: OutboundError | null = null;
  private readonly controller = new AbortController();
  private readonly total: NodeJS.Timeout;
  private idle: NodeJS.Timeout | undefined;
  private readonly stop = () => this.give(new OutboundError('aborted', 'Stopped before the answer came'));

  constructor(
    totalMs: number,
    private readonly idleMs: number,
    private readonly caller?: AbortSignal,
  ) {
    this.total = setTimeout(() => this.give(new OutboundError('timeout', `No whole answer within ${seconds(totalMs)}`)), totalMs);
    if (caller?.aborted) this.stop();
    caller?.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Something came: the silence starts anew. */
  moved(): void {
    clearTimeout(this.idle);
    if (this.reason) return;
    this.idle = setTimeout(
      () => this.give(new OutboundError('timeout', `Nothing came for ${seconds(this.idleMs)}`)),
      this.idleMs,
    );
  }

  /** The silence is our own: it is not counted until something moves. */
  hold(): void {
    clearTimeout(this.idle);
  }

  end(): void {
    clearTimeout(this.total);
    clearTimeout(this.idle);
    this.caller?.removeEventListener('abort', this.stop);
  }

  private give(reason: OutboundError): void {
    this.reason ??= reason;
    this.controller.abort(reason);
  }
}

const CODES: Record<string, string> = {
  ENOTFOUND: 'The name is not known',
  EAI_AGAIN: 'The name could not be looked up',
  ECONNREFUSED: 'The server refused the connection',
  ECONNRESET: 'The server broke the connection off',
  UND_ERR_SOCKET: 'The server broke the connection off',
  EHOSTUNREACH: 'There is no way to the server',
  ENETUNREACH: 'There is no way to the server',
};

/** Names whatever a request threw. */
export function failureOf(error: unknown): OutboundError {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof OutboundError) return cause;
    if (cause instanceof AggregateError && cause.errors.length > 0) return failureOf(cause.errors[0]);
    const code = String((cause as NodeJS.ErrnoException).code ?? '');
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
      return new OutboundError('timeout', 'The server did not take the connection in time');
    if (CODES[code]) return new OutboundError('unreachable', CODES[code]);
    if (/CERT|TLS|SSL/.test(code)) return new OutboundError('unreachable', `The server's certificate is not right (${code})`);
  }
  return new OutboundError(
    'unreachable',
    `The exchange failed: ${error instanceof Error ? error.message.slice(0, 200) : 'no reason given'}`,
  );
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
