/** The ways in which Telegram says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { PollEnd } from '../connector.js';
import { endOfSilence } from '../silence.js';

/** When Telegram throttles without saying how long. */
const WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 86_400;

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

export const STOPPED: PollEnd = { outcome: 'truncated', message: 'Stopped on request; goes on where it stopped' };

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown): PollEnd {
  if (error instanceof Unreadable) return { outcome: 'schema-changed', message: error.message };
  if (error instanceof Refused) return endOfRefusal(error);
  if (error instanceof OutboundError) return error.kind === 'aborted' ? STOPPED : endOfSilence(error);
  throw error;
}

function endOfRefusal(refused: Refused): PollEnd {
  const { status, detail } = refused;
  if (status === 429)
    return { outcome: 'throttled', message: 'Telegram asks us to wait', retryAfterSeconds: waitSeconds(refused) };
  // A token that is not even shaped like one is answered 404.
  if (status === 401 || status === 404)
    return { outcome: 'forbidden', message: 'Telegram does not accept the token. Set a new one in the settings of this source.' };
  if (status === 409) return endOfConflict(detail);
  if (status >= 500) {
    const wait = refused.retryAfterSeconds === null ? {} : { retryAfterSeconds: waitSeconds(refused) };
    return { outcome: 'unreachable', message: `Telegram answered ${status}: ${detail}`, ...wait };
  }
  return { outcome: status >= 400 ? 'forbidden' : 'schema-changed', message: `Telegram does not allow this: ${detail}` };
}

/** What somebody else reads is lost to us: a bot's messages go to one reader. */
function endOfConflict(detail: string): PollEnd {
  if (/webhook/i.test(detail)) {
    return {
      outcome: 'forbidden',
      message:
        'A webhook is set for this bot, so Telegram gives its messages to that address alone. Remove it, or use another bot.',
    };
  }
  return {
    outcome: 'unreachable',
    message: 'Another program reads the messages of this bot. Only one can: stop the other one, or use another bot.',
  };
}
