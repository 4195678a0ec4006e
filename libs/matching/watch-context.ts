/** The words that a watch's owner gave, or learned from "not ours", for and against a post being about it. */

import type { TokenRange } from './token-range.js';
import type { ReadPost } from './read-post.js';
import { wordsOf } from './tokenise.js';
import type { MatchReason, WatchOptions } from './watch-options.js';

const FOR = 1.6;
const AGAINST = -2.4;
const MOST_EACH = 3;
/** Words around a name that are looked at, to either side. */
export const NEIGHBOURHOOD = 40;
/** A context word of this length also sees its inflected forms. */
const SHORTEST_BEGINNING = 5;

export class WatchContext {
  private readonly speaksFor: readonly string[];
  private readonly speaksAgainst: readonly string[];

  constructor(options: WatchOptions) {
    this.speaksFor = (options.context?.for ?? []).flatMap(wordsOf);
    this.speaksAgainst = (options.context?.against ?? []).flatMap(wordsOf);
  }

  /** What the owner's words near a span say. */
  reasonsAround(span: TokenRange, read: ReadPost): MatchReason[] {
    if (this.speaksFor.length === 0 && this.speaksAgainst.length === 0) return [];
    const [ours, others]: [MatchReason[], MatchReason[]] = [[], []];
    const end = Math.min(read.tokens.count, span.last + NEIGHBOURHOOD);
    for (let t = Math.max(0, span.first - NEIGHBOURHOOD); t < end; t++) {
      if (t >= span.first && t <= span.last) continue;
      const word = read.word(t);
      if (sees(this.speaksFor, word)) ours.push({ code: 'match_context_for', words: read.original(t), weight: FOR });
      if (sees(this.speaksAgainst, word))
        others.push({ code: 'match_context_against', words: read.original(t), weight: AGAINST });
    }
    return [...ours.slice(0, MOST_EACH), ...others.slice(0, MOST_EACH)];
  }
}

function sees(list: readonly string[], word: string): boolean {
  return list.some((known) => known === word || (known.length >= SHORTEST_BEGINNING && word.startsWith(known)));
}
