/** A post made ready for matching: folded, cut into tokens, its names and words around them at hand. */

import { BUILT_IN_CONTEXT } from './context-words.js';
import { foldToUnits } from './fold.js';
import type { FoldedUnits } from './folded-units.js';
import { tokenise, tokenText } from './tokenise.js';
import { IN_HANDLE, WHOLE, type TokenList } from './token-list.js';
import type { MatchablePost } from './watch-options.js';

/** A post with more capitals than this share of its letters shouts, so that capitals say nothing. */
const SHOUTING_SHARE = 0.7;
/** Letters at the start of a text that are counted. */
const SAMPLE = 500;
/** Letters without which a share means nothing. */
const SHOUTING_LETTERS = 8;

/** More than all bits of CONTEXT together. */
const UNKNOWN = 255;

export class ReadPost {
  readonly folded: FoldedUnits;
  readonly tokens: TokenList;
  private contextBits: Uint8Array | undefined;
  private shouts: boolean | undefined;

  /** `room`, when given, is written over, and must not be used for another post as long as this one is asked. */
  constructor(
    readonly post: MatchablePost,
    room?: FoldedUnits,
  ) {
    this.folded = foldToUnits(post.text, room);
    this.tokens = tokenise(this.folded, post.text);
  }

  /** The folded letters of token `t`. */
  word(t: number): string {
    return tokenText(this.folded, this.tokens, t);
  }

  /** Token `t` as it stands in the original. */
  original(t: number): string {
    const { start, end } = this.rangeOf(t, t);
    return this.post.text.slice(start, end);
  }

  /** Where tokens `first` to `last` lie in the original text. */
  rangeOf(first: number, last: number): { start: number; end: number } {
    const { at } = this.folded;
    const from = at[this.tokens.start[first] as number] as number;
    const lastUnit = at[(this.tokens.end[last] as number) - 1] as number;
    const to = at[this.tokens.end[last] as number] as number;
    if (to > lastUnit) return { start: from, end: to };
    return { start: Math.min(from, lastUnit), end: Math.max(from, lastUnit) + 1 };
  }

  /** Names of handles and tags in the text, as `@x` and `#x`, with their tokens. */
  *named(): Iterable<[name: string, token: number]> {
    for (let t = 0; t < this.tokens.count; t++) {
      const flags = this.tokens.flags[t] as number;
      if ((flags & WHOLE) === 0) continue;
      const { units } = this.folded;
      const letters = String.fromCharCode(...units.subarray(this.tokens.start[t] as number, this.tokens.end[t] as number));
      yield [`${flags & IN_HANDLE ? '@' : '#'}${letters}`, t];
    }
  }

  /** What token `t` says about names near it: bits of CONTEXT. Worked out when first asked: only a name's neighbours are. */
  context(t: number): number {
    this.contextBits ??= new Uint8Array(this.tokens.count).fill(UNKNOWN);
    if (this.contextBits[t] === UNKNOWN) {
      const { start, end } = this.tokens;
      this.contextBits[t] = BUILT_IN_CONTEXT.bitsOf(this.folded.units, start[t] as number, end[t] as number);
    }
    return this.contextBits[t] ?? 0;
  }

  /** Whether the text is mostly in capitals. */
  get isShouted(): boolean {
    this.shouts ??= this.readShouting();
    return this.shouts;
  }

  private readShouting(): boolean {
    let [capitals, letters] = [0, 0];
    const { text } = this.post;
    for (let i = 0; i < text.length && i < SAMPLE; i++) {
      const unit = text.charCodeAt(i);
      const isCapital = unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(i));
      if (isCapital) capitals += 1;
      if (isCapital || (unit >= 0x61 && unit <= 0x7a) || unit >= 0x80) letters += 1;
    }
    return letters >= SHOUTING_LETTERS && capitals / letters > SHOUTING_SHARE;
  }
}
