/** A poll of several lists ends as the worst of them did. */
import { noteInEnglish, type Note } from '#libs/contracts/notes.js';
import type { PollEnd } from './polls.js';

/** From the best to the worst. */
const GRAVITY: PollEnd['outcome'][] = ['empty', 'ok', 'truncated', 'throttled', 'unreachable', 'schema-changed', 'forbidden'];

/** @param heard how much was handed on @returns the worst outcome with all that was said; the longest wait that was asked for is kept */
export function worstEnd(ends: readonly PollEnd[], heard: number): PollEnd {
  const { outcome } = ends.reduce((a, b) => (gravityOf(a) >= gravityOf(b) ? a : b), { outcome: 'empty' });
  const notes = notesOf(ends);
  const depths = ends.flatMap((end) => end.reachesBackTo?.getTime() ?? []);
  const waits = ends.flatMap((end) => end.retryAfterSeconds ?? []);
  return {
    outcome: outcome === 'ok' || outcome === 'empty' ? (heard > 0 ? 'ok' : 'empty') : outcome,
    ...(notes.length > 0 ? { notes } : {}),
    // What lies before the shallowest of them is not known of all.
    ...(depths.length > 0 ? { reachesBackTo: new Date(Math.max(...depths)) } : {}),
    ...(waits.length > 0 ? { retryAfterSeconds: Math.max(...waits) } : {}),
    ...(ends.some((end) => end.goOn) ? { goOn: true } : {}),
  };
}

/** @returns all that was said, each once; of the worst end first, for who reads no further */
function notesOf(ends: readonly PollEnd[]): Note[] {
  const worstFirst = ends.toSorted((a, b) => gravityOf(b) - gravityOf(a));
  return [...new Map(worstFirst.flatMap(({ notes = [] }) => notes).map((note) => [noteInEnglish(note), note])).values()];
}

function gravityOf({ outcome }: PollEnd): number {
  return GRAVITY.indexOf(outcome);
}
