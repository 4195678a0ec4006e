/** A post made ready for matching: folded, cut into tokens, each word with its places. */

import { fold, foldToUnits, type FoldedUnits } from './fold.js';
import { tokenise, tokenText } from './tokenise.js';
import { IN_HANDLE, IN_TAG, WHOLE, type TokenList } from './token-list.js';
import type { MatchablePost } from './watch-options.js';

export class ReadPost {
  readonly folded: FoldedUnits;
  readonly tokens: TokenList;
  private readonly places = new Map<string, number[]>();
  private readonly named = new Map<string, number[]>();

  constructor(readonly post: MatchablePost) {
    this.folded = foldToUnits(post.text);
    this.tokens = tokenise(this.folded, post.text);
    for (let t = 0; t < this.tokens.count; t++) this.note(t);
  }

  /** Tokens that are this folded word, alone or before an apostrophe. */
  word(word: string): readonly number[] {
    return this.places.get(word) ?? [];
  }

  handle(handle: string): readonly number[] {
    return this.named.get(`@${fold(handle)}`) ?? [];
  }

  tag(tag: string): readonly number[] {
    return this.named.get(`#${fold(tag)}`) ?? [];
  }

  /** Where tokens `first` to `last` lie in the original text. */
  rangeOf(first: number, last: number): { start: number; end: number } {
    const start = this.folded.at[this.tokens.start[first] as number] as number;
    const end = this.folded.at[this.tokens.end[last] as number] as number;
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }

  private note(t: number): void {
    const flags = this.tokens.flags[t] as number;
    const text = tokenText(this.folded, this.tokens, t);
    if (flags & WHOLE) {
      if (flags & IN_HANDLE) this.put(this.named, `@${text}`, t);
      if (flags & IN_TAG) this.put(this.named, `#${text}`, t);
      return;
    }
    this.put(this.places, text, t);
    const apostrophe = this.tokens.apostrophe[t] as number;
    if (apostrophe > 0) this.put(this.places, text.slice(0, apostrophe - (this.tokens.start[t] as number)), t);
  }

  private put(map: Map<string, number[]>, key: string, t: number): void {
    const list = map.get(key);
    if (list) list.push(t);
    else map.set(key, [t]);
  }
}

export function readPost(post: MatchablePost): ReadPost {
  return new ReadPost(post);
}
