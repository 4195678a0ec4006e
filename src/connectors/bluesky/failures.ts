/** The ways in which a server of Bluesky says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { boundedSeconds, retryAfterSeconds, STOPPED, Unreadable } from '../ask-json.js';
import type { PollEnd } from '../connector.js';
import { endOfSilence } from '../silence.js';
import { storableText } from '../storable.js';

/** A server that throttles without saying until when: its shortest window. Source: Bluesky documentation, "Rate limits" (5 minutes). */
const WINDOW_SECONDS = 300;

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
export function pollEndOf(error: unknown, now: Date): PollEnd {
  if (error instanceof Unreadable) return { outcome: 'schema-changed', message: `Bluesky: ${error.message}` };
  if (error instanceof OutboundError) return error.kind === 'aborted' ? STOPPED : endOfSilence(error);
  if (error instanceof Refused) return endOfRefusal(error, now);
  throw error;
}

/** @returns seconds to wait after a 429 */
export function throttleSeconds(refused: Refused, now: Date): number {
  return refused.waitSeconds(now) ?? WINDOW_SECONDS;
}

function endOfRefusal(refused: Refused, now: Date): PollEnd {
  const { status, kind, detail } = refused;
  if (status === 429)
    return { outcome: 'throttled', message: 'Bluesky asks us to wait', retryAfterSeconds: throttleSeconds(refused, now) };
  const reason = reasonToAct(kind);
  if (reason !== null) return { outcome: 'forbidden', message: reason };
  if (status === 401) return { outcome: 'forbidden', message: 'Bluesky does not accept the name and app password. Make a new app password in the settings of Bluesky and set it here.' }; // prettier-ignore
  if (status === 403) return { outcome: 'forbidden', message: `Bluesky does not allow this: ${detail}` };
  if (status === 400) return { outcome: 'forbidden', message: `Bluesky does not take the question: ${detail}` };
  if (status < 500 || status === 501)
    return { outcome: 'schema-changed', message: `Bluesky answered ${status} where posts were expected: ${detail}` };
  const wait = refused.waitSeconds(now);
  return {
    outcome: 'unreachable',
    message: `Bluesky answered ${status}: ${detail}`,
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

/** @returns what a person must do about an error of this name, or null when it is another */
export function reasonToAct(kind: string): string | null {
  if (kind === 'AuthFactorTokenRequired')
    return 'Bluesky asks for a second factor. Use an app password instead of the main password.';
  if (kind === 'AccountTakedown') return 'Bluesky has taken our account down.';
  if (kind === 'AccountDeactivated') return 'Our account is deactivated.';
  return null;
}
