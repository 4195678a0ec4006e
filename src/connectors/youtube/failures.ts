/** The ways in which YouTube says no, told apart by their reason: a used-up quota, a rate, comments that are off, a key that is wrong. */
import { pollEndOf, Refused, retryAfterSeconds } from '../ask-json.js';
import { explained, note, type Explained } from '../explained.js';
import { secondsToMidnight } from './quota.js';

export const NETWORK = 'YouTube';
const RATE_SECONDS = 60;

const QUOTA = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg']);
const RATE = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'servingLimitExceeded']);
const KEY = new Set(['keyInvalid', 'keyExpired', 'API_KEY_INVALID', 'accessNotConfigured', 'ipRefererBlocked', 'authError', 'invalid_grant', 'invalid_client', 'insufficientPermissions']); // prettier-ignore
/** This film cannot be read (any more); nothing is wrong with the others. */
const NOT_THIS_FILM = new Set(['commentsDisabled', 'videoNotFound', 'commentThreadNotFound', 'private']);

/** The share of the quota that this source may use is used up. */
export class ShareUsed extends Error {
  constructor(readonly seconds: number) {
    super();
  }
}

/** @returns why, in YouTube's own word; null when it did not say */
export function reasonOf({ data }: Refused): string | null {
  const { error } = (data ?? {}) as { error?: unknown };
  if (typeof error === 'string') return error;
  const { errors, details } = (error ?? {}) as { errors?: { reason?: unknown }[]; details?: { reason?: unknown }[] };
  const found = [...(Array.isArray(details) ? details : []), ...(Array.isArray(errors) ? errors : [])].map((one) => one?.reason);
  const reason = found.find((one): one is string => typeof one === 'string' && one !== 'badRequest' && one !== 'forbidden');
  return reason ?? found.find((one): one is string => typeof one === 'string') ?? null;
}

export function isAboutThisFilm(error: unknown): boolean {
  return error instanceof Refused && NOT_THIS_FILM.has(reasonOf(error) ?? '');
}

/** @returns seconds to wait, when YouTube throttles; null when it does not */
export function throttledFor(refused: Refused, now: Date): number | null {
  const reason = reasonOf(refused) ?? '';
  if (QUOTA.has(reason)) return secondsToMidnight(now);
  if (RATE.has(reason) || refused.status === 429) return retryAfterSeconds(refused.headers, now) ?? RATE_SECONDS;
  return null;
}

export function isAboutCredentials(refused: Refused): boolean {
  return refused.status === 401 || KEY.has(reasonOf(refused) ?? '') || /api key not valid/i.test(refused.message);
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function youTubeEnd(error: unknown, now: Date): Explained {
  if (error instanceof ShareUsed) return explained('throttled', note('youtube-share'), { retryAfterSeconds: error.seconds });
  if (!(error instanceof Refused)) return pollEndOf(error, NETWORK, now);
  const { message: detail } = error;
  const wait = throttledFor(error, now);
  if (wait !== null) {
    const isQuota = QUOTA.has(reasonOf(error) ?? '');
    const why = isQuota ? note('youtube-quota') : note('waits', { network: NETWORK });
    return explained('throttled', why, { retryAfterSeconds: wait });
  }
  if (isAboutCredentials(error)) return explained('forbidden', note('youtube-credentials', undefined, detail));
  if (reasonOf(error) === 'commentsDisabled') return explained('forbidden', note('youtube-comments-off'));
  if (error.status === 404) return explained('forbidden', note('youtube-not-there', undefined, detail));
  return pollEndOf(error, NETWORK, now);
}
