/**
 * How long to wait before the stream is opened again. Source of the figures: X developer documentation, "Handling disconnections": at once,
 * then 250 ms more with each failure of the network up to 16 s; from 5 s doubling to 320 s where X answers an error; from a minute doubling
 * where it answers 429.
 */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { StreamRefused } from '../../platform/outbound/safe-stream.js';
import { Refused } from './failures.js';

/** A no that a person has to put right is asked about again after this. */
const REFUSED_MS = 900_000;
const LONGEST_LIMIT_MS = 3_600_000;

/**
 * @param error why there is no stream; null: X ended it in order
 * @param failures tries in a row that failed, this one included; at least 1
 * @returns milliseconds
 */
export function waitBeforeOpening(error: unknown, failures: number, now: Date): number {
  const nth = Math.max(1, failures) - 1;
  if (error instanceof StreamRefused) return waitAfterAnswer(error, nth, now);
  if (error instanceof Refused) return waitAfterAnswer({ status: error.status, headers: {} }, nth, now);
  const ofTheNetwork =
    error === null || (error instanceof OutboundError && (error.kind === 'unreachable' || error.kind === 'timeout'));
  return ofTheNetwork ? Math.min(16_000, 250 * nth) : doubling(5000, nth, 320_000);
}

function waitAfterAnswer({ status, headers }: Pick<StreamRefused, 'status' | 'headers'>, nth: number, now: Date): number {
  if (status === 429) return Math.max(doubling(60_000, nth, LONGEST_LIMIT_MS), untilReset(headers, now));
  return status >= 500 || status === 409 ? doubling(5000, nth, 320_000) : REFUSED_MS;
}

/** Only where the window is used up: X answers 429 for a stream that is taken, too, and then the reset says nothing. */
function untilReset(headers: Record<string, string>, now: Date): number {
  if (headers['x-rate-limit-remaining'] !== '0') return 0;
  const ms = Number(headers['x-rate-limit-reset']) * 1000 - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_LIMIT_MS) : 0;
}

function doubling(firstMs: number, nth: number, mostMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(nth, 20), mostMs);
}
