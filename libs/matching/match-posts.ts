/** Finds, for one post, every watch whose query it answers, with the places in the text and a relevance. */

import type { CompiledWatches } from './compile-watches.js';
import { evaluatePlan, type Answer, type PostFacts } from './evaluate-plan.js';
import { firstPassOnceItPays } from './first-passes.js';
import { newRoom } from './fold.js';
import { namedIn } from './post-names.js';
import { ReadPost } from './read-post.js';
import { judge, relevanceOf } from './relevance.js';
import { scanTokens } from './scan-tokens.js';
import type { WatchContext } from './watch-context.js';
import { DEFAULT_THRESHOLD, type MatchablePost, type MatchRange, type WatchMatch } from './watch-options.js';

export { compileWatches, WatchCompiler, type CompiledWatches, type WatchToCompile } from './compile-watches.js';
export type { MatchablePost, MatchRange, MatchReason, WatchMatch, WatchOptions } from './watch-options.js';

/** Ranges of one watch in one post; a page that marks more helps nobody. */
const MAX_RANGES = 200;
/** Scratch for the texts of most posts: nothing of it outlives a match, and a match is never interrupted. */
const ROOM = newRoom(4096);

/**
 * The watches a post answers at or above their threshold, in the order in which they were compiled, each with ranges
 * (UTF-16 offsets into `post.text`), a relevance in [0, 1] and the reasons for it. Never throws; linear in the text.
 */
export function matchPost(compiled: CompiledWatches, post: MatchablePost): WatchMatch[] {
  return allMatches(compiled, post)
    .filter(({ match, threshold }) => match.relevance >= threshold)
    .map(({ match }) => match);
}

/** As `matchPost`, with those below their threshold: for the watch editor, which shows what was left out and why. */
export function explainPost(compiled: CompiledWatches, post: MatchablePost): (WatchMatch & { passes: boolean })[] {
  return allMatches(compiled, post).map(({ match, threshold }) => ({ ...match, passes: match.relevance >= threshold }));
}

function allMatches(compiled: CompiledWatches, post: MatchablePost): { match: WatchMatch; threshold: number }[] {
  if (!isWorthReading(compiled, post)) return [];
  const read = new ReadPost(post, ROOM);
  const hits = scanTokens(compiled.words, { text: post.text, folded: read.folded, tokens: read.tokens }, post.lang);
  const named = namedIn(read, compiled.named);
  if (hits.size === 0 && named.size === 0) return [];
  const facts: PostFacts = { read, hits, named };
  const found: { match: WatchMatch; threshold: number }[] = [];
  for (const watch of awake(compiled, facts)) {
    const { root, options, context } = compiled.planOf(watch);
    const answer = evaluatePlan(root, facts);
    if (!answer) continue;
    const id = (compiled.watches[watch] as { id: string }).id;
    found.push({
      match: toMatch(id, answer, read, context),
      threshold: options.threshold ?? DEFAULT_THRESHOLD,
    });
  }
  return found;
}

/** The first pass; links and authors are not in the text, so watches that hang on them are always asked. */
function isWorthReading(compiled: CompiledWatches, post: MatchablePost): boolean {
  if (compiled.everyPost || compiled.hasSites) return true;
  const first = firstPassOnceItPays(compiled);
  return first === null || first.takeYes() || first.text(post.text);
}

/** The watches that a word or name of the post wakes, each once, in order. */
function awake(compiled: CompiledWatches, facts: PostFacts): number[] {
  const watches = new Set<number>();
  for (const numbers of [facts.hits.keys(), facts.named.keys()]) {
    for (const number of numbers) {
      const end = compiled.wakesFrom[number + 1] as number;
      for (let i = compiled.wakesFrom[number] as number; i < end; i++) watches.add(compiled.wakes[i] as number);
    }
  }
  return [...watches].sort((a, b) => a - b);
}

function toMatch(watchId: string, answer: Answer, read: ReadPost, context: WatchContext): WatchMatch {
  const { score, reasons } = judge(answer, read, context);
  return { watchId, relevance: relevanceOf(score), ranges: rangesOf(answer, read), reasons };
}

function rangesOf(answer: Answer, read: ReadPost): MatchRange[] {
  const ranges = answer.spans.slice(0, MAX_RANGES).map((span): MatchRange => {
    const { start, end } = read.rangeOf(span.first, span.last);
    return { start, end, term: span.node.term.term };
  });
  return ranges.length > 1 ? ranges.sort((a, b) => a.start - b.start || a.end - b.end) : ranges;
}
