/** A poll of several lists ends as the worst of them did. */
import type { PollEnd } from './connector.js';

/** From the best to the worst. */
const GRAVITY: PollEnd['outcome'][] = ['empty', 'ok', 'truncated', 'throttled', 'unreachable', 'schema-changed', 'forbidden'];

/** @param heard how much was handed on @returns the worst outcome with all that was said; the longest wait that was asked for is kept */
export function worstEnd(ends: readonly PollEnd[], heard: number): PollEnd {
  const gravity = (end: PollEnd) => GRAVITY.indexOf(end.outcome);
  const { outcome } = ends.reduce((a, b) => (gravity(a) >= gravity(b) ? a : b), { outcome: 'empty' });
  const messages = [...new Set(ends.flatMap((end) => end.message ?? []))];
  const depths = ends.flatMap((end) => end.reachesBackTo?.getTime() ?? []);
  const waits = ends.flatMap((end) => end.retryAfterSeconds ?? []);
  return {
    outcome: outcome === 'ok' || outcome === 'empty' ? (heard > 0 ? 'ok' : 'empty') : outcome,
    ...(messages.length > 0 ? { message: messages.join('. ') } : {}),
    // What lies before the shallowest of them is not known of all.
    ...(depths.length > 0 ? { reachesBackTo: new Date(Math.max(...depths)) } : {}),
    ...(waits.length > 0 ? { retryAfterSeconds: Math.max(...waits) } : {}),
    ...(ends.some((end) => end.goOn) ? { goOn: true } : {}),
  };
}
