/** The ways in which Meta says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { NoteCode } from '#libs/contracts/notes.js';
import { explained, note, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';

/** When Meta throttles without saying for how long: its windows are an hour long and slide. */
const WAIT_SECONDS = 300;
const LONGEST_WAIT_SECONDS = 86_400;
export const NETWORK = 'Meta';

/** What a refusal is about. Source: Graph API, "Error handling" and "Rate limits". */
export type RefusalKind = 'token' | 'limit' | 'permission' | 'down' | 'gone' | 'policy' | 'other';

/** Meta answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly kind: RefusalKind,
    /** In Meta's own words. */
    readonly detail: string,
    readonly waitSeconds: number | null,
    readonly code: number | null = null,
  ) {
    super(`Meta answered ${status}: ${detail}`);
  }
}

/** Meta answered with something that is not what its description promises. */
export class Unreadable extends Error {}

const TOKEN = new Set([102, 190, 463, 467]);
const LIMIT = new Set([4, 17, 32, 341, 613]);
const GONE = new Set([803, 2500]);

/** @param error of an answer, as Meta gives it */
export function kindOf(status: number, error: { code?: number; error_subcode?: number; is_transient?: boolean }): RefusalKind {
  const { code = 0, error_subcode: subcode, is_transient: transient } = error;
  if (status === 401 || TOKEN.has(code)) return 'token';
  if (status === 429 || LIMIT.has(code) || (code >= 80_000 && code <= 80_014)) return 'limit';
  if (status >= 500 || transient === true || code === 1 || code === 2) return 'down';
  if (GONE.has(code) || (code === 100 && subcode === 33)) return 'gone';
  if (code === 368) return 'policy';
  return code === 3 || code === 10 || (code >= 200 && code < 300) || status === 403 ? 'permission' : 'other';
}

/** @returns seconds to wait, at least 1, at most a day */
export function waitOf(seconds: number | null): number {
  return Math.min(Math.max(1, Math.ceil(seconds ?? WAIT_SECONDS)), LONGEST_WAIT_SECONDS);
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown): Explained {
  if (error instanceof Unreadable) return explained('schema-changed', note('unreadable', { network: NETWORK }, error.message));
  if (error instanceof OutboundError) return endOfSilence(error, NETWORK);
  if (error instanceof Refused) return endOfRefusal(error);
  throw error;
}

function endOfRefusal({ status, kind, detail, waitSeconds }: Refused): Explained {
  const because = (code: NoteCode) => note(code, { network: NETWORK, status }, detail);
  if (kind === 'limit')
    return explained('throttled', note('waits', { network: NETWORK }), { retryAfterSeconds: waitOf(waitSeconds) });
  if (kind === 'token') return explained('forbidden', note('meta-token'));
  if (kind === 'down') return explained('unreachable', because('own-fault'));
  if (kind === 'other' && status < 400) return explained('schema-changed', because('odd-status'));
  return explained('forbidden', because('not-allowed'));
}
