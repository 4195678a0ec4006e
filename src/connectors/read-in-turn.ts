/** Several readings of one poll, one after the other: its lists, then its stream for the rest of the turn. */
import { STOPPED } from './explained.js';
import type { PollEnd, PollPage } from './polls.js';
import { worstEnd } from './worst-end.js';

export type Reading = AsyncGenerator<PollPage, PollEnd>;

/**
 * @param before ends of what came before the readings
 * @returns the worst of all ends; that it was stopped, where it was
 */
export async function* readInTurn(readings: readonly Reading[], signal: AbortSignal, before: readonly PollEnd[] = []): Reading {
  const ends = [...before];
  let posts = 0;
  for (const reading of readings) {
    if (signal.aborted) break;
    const read = yield* counted(reading);
    ends.push(read.end);
    posts += read.posts;
  }
  return signal.aborted ? STOPPED : worstEnd(ends, posts);
}

async function* counted(reading: Reading): AsyncGenerator<PollPage, { end: PollEnd; posts: number }> {
  try {
    for (let posts = 0; ;) {
      const step = await reading.next();
      if (step.done) return { end: step.value, posts };
      posts += step.value.posts.length;
      yield step.value;
    }
  } finally {
    await reading.return({ outcome: 'truncated' }); // whoever reads us may stop early: a stream must not stay open
  }
}
