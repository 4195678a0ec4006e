/** The ways in which a server of Bluesky says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { Note, NoteCode } from '#libs/contracts/notes.js';
import { boundedSeconds, retryAfterSeconds, Unreadable } from '../ask-json.js';
import { explained, note, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';
import { storableText } from '../storable.js';

/** A server that throttles without saying until when: its shortest window. Source: Bluesky documentation, "Rate limits" (5 minutes). */
const WINDOW_SECONDS = 300;
export const NETWORK = 'Bluesky';

/** The server answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** The name of the error, as the lexicon of the method lists it. */
    readonly kind: string,
    /** In the server's own words. */
    readonly detail: string,
    private readonly headers: Record<string, string>,
  ) {
    super(`Bluesky answered ${status}: ${detail}`);
  }

  /** @param body what came with the status, if it was JSON */
  static from(status: number, body: unknown, headers: Record<string, string>): Refused {
    const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
    const kind = typeof error === 'string' ? error.slice(0, 100) : '';
    const words = typeof message === 'string' && message !== '' ? message : kind || 'it did not say why';
    return new Refused(status, kind, storableText(words.slice(0, 300)), headers);
  }

  /** @returns seconds until the server wants to be asked again, between 1 and a day; undefined when it did not say */
  waitSeconds(now: Date): number | undefined {
    const reset = Number(this.headers['ratelimit-reset'] ?? NaN) - now.getTime() / 1000;
    return retryAfterSeconds(this.headers, now) ?? (Number.isFinite(reset) ? boundedSeconds(reset) : undefined);
  }
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown, now: Date): Explained {
  if (error instanceof Unreadable) return explained('schema-changed', note('unreadable', { network: NETWORK }, error.message));
  if (error instanceof OutboundError) return endOfSilence(error, NETWORK);
  if (error instanceof Refused) return endOfRefusal(error, now);
  throw error;
}

/** @returns seconds to wait after a 429 */
export function throttleSeconds(refused: Refused, now: Date): number {
  return refused.waitSeconds(now) ?? WINDOW_SECONDS;
}

function endOfRefusal(refused: Refused, now: Date): Explained {
  const { status, kind, detail } = refused;
  const because = (code: NoteCode) => note(code, { network: NETWORK, status }, detail);
  if (status === 429)
    return explained('throttled', note('waits', { network: NETWORK }), { retryAfterSeconds: throttleSeconds(refused, now) });
  const reason = reasonToAct(kind);
  if (reason !== null) return explained('forbidden', reason);
  if (status === 401) return explained('forbidden', note('bluesky-password'));
  if (status === 403) return explained('forbidden', because('not-allowed'));
  if (status === 400) return explained('forbidden', because('not-taken'));
  if (status < 500 || status === 501) return explained('schema-changed', because('odd-status'));
  const wait = refused.waitSeconds(now);
  return explained('unreachable', because('own-fault'), wait === undefined ? {} : { retryAfterSeconds: wait });
}

/** @returns what a person must do about an error of this name, or null when it is another */
function reasonToAct(kind: string): Note | null {
  if (kind === 'AuthFactorTokenRequired') return note('bluesky-second-factor');
  if (kind === 'AccountTakedown') return note('bluesky-taken-down');
  if (kind === 'AccountDeactivated') return note('bluesky-deactivated');
  return null;
}
