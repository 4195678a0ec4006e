/** The ways in which Telegram says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { NoteCode } from '#libs/contracts/notes.js';
import { explained, note, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';

/** When Telegram throttles without saying how long. */
const WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 86_400;
export const NETWORK = 'Telegram';

/** Telegram answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** In Telegram's own words. */
    readonly detail: string,
    readonly retryAfterSeconds: number | null,
    /** The group has become a supergroup with another id. */
    readonly movedTo: number | null = null,
  ) {
    super(`Telegram answered ${status}: ${detail}`);
  }
}

/** Telegram answered with something that is not what its description promises. */
export class Unreadable extends Error {}

/** @returns seconds to wait, at least 1, at most a day */
export function waitSeconds({ retryAfterSeconds }: Refused): number {
  return Math.min(Math.max(1, Math.ceil(retryAfterSeconds ?? WAIT_SECONDS)), LONGEST_WAIT_SECONDS);
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown): Explained {
  if (error instanceof Unreadable) return explained('schema-changed', note('unreadable', { network: NETWORK }, error.message));
  if (error instanceof Refused) return endOfRefusal(error);
  if (error instanceof OutboundError) return endOfSilence(error, NETWORK);
  throw error;
}

function endOfRefusal(refused: Refused): Explained {
  const { status, detail } = refused;
  const because = (code: NoteCode) => note(code, { network: NETWORK, status }, detail);
  if (status === 429)
    return explained('throttled', note('waits', { network: NETWORK }), { retryAfterSeconds: waitSeconds(refused) });
  // A token that is not even shaped like one is answered 404.
  if (status === 401 || status === 404) return explained('forbidden', note('telegram-token'));
  if (status === 409) return endOfConflict(detail);
  if (status >= 500) {
    const wait = refused.retryAfterSeconds === null ? {} : { retryAfterSeconds: waitSeconds(refused) };
    return explained('unreachable', because('own-fault'), wait);
  }
  return status >= 400 ? explained('forbidden', because('not-allowed')) : explained('schema-changed', because('odd-status'));
}

/** What somebody else reads is lost to us: a bot's messages go to one reader. */
function endOfConflict(detail: string): Explained {
  if (/webhook/i.test(detail)) return explained('forbidden', WEBHOOK);
  return explained('unreachable', note('telegram-other-reader'));
}

export const WEBHOOK = note('telegram-webhook');
