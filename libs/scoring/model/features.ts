/** Turns the tokens of a post into numbered features: hashed words, word pairs and letter groups. */
import type { Token, TokenKind } from '../text/token.js';
import { wordHash, WordTable } from '../text/word-table.js';

/** Features are numbered in [0, 2^FEATURE_BITS); models with fewer numbers fold them further. */
export const FEATURE_BITS = 18;
const MASK = (1 << FEATURE_BITS) - 1;
/** Longer posts say nothing new in their later features; the bound keeps learning fast. */
const MAX_FEATURES = 1_024;
const GRAM = 4;
const FNV_PRIME = 0x01000193;
const PAIR_SALT = 0x5bd1e995;
const GRAM_START = 0x2f6e2b1;
const BORDER = 95;
const DENIED_SALT = 0x3c6ef372;
const STEM_SALT = 0x1b873593;
const STEM = 5;
/** This many words after a denial are also counted as denied. */
const DENIED_WORDS = 3;
const DENIALS = new WordTable(
  new Map(
    "not no never don't can't won't doesn't didn't isn't wasn't haven't hasn't couldn't wouldn't aren't cannot nobody none without cant dont wont doesnt didnt isnt hic ne nie bez nikdy ziadny ziadna"
      .split(' ')
      .map((word) => [word, true]),
  ),
);

export interface Features {
  /** Feature numbers, each once. */
  readonly ids: readonly number[];
  /** The token each feature came from, by position; features stand in the order of their tokens. */
  readonly owners: readonly number[];
  /** Features of the whole text, also those that somebody left out. */
  readonly count: number;
}

/** Scratch space, clean between two calls: a bit for each feature that was met. Small, so that it stays near the processor. */
const seen = new Uint32Array(1 << (FEATURE_BITS - 5));
/** Plain arrays: typed ones lie outside the heap, and to copy one for each post costs more than to fill it. */
const ids = new Array<number>(MAX_FEATURES).fill(0);
const owners = new Array<number>(MAX_FEATURES).fill(0);
let count = 0;

function note(hash: number, owner: number): void {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 13;
  const id = mixed & MASK;
  const before = seen[id >>> 5] as number;
  const bit = 1 << (id & 31);
  if ((before & bit) !== 0 || count >= MAX_FEATURES) return;
  seen[id >>> 5] = before | bit;
  ids[count] = id;
  owners[count] = owner;
  count += 1;
}

function forgetSeen(): void {
  for (let i = 0; i < count; i += 1) seen[(ids[i] as number) >>> 5] = 0;
  count = 0;
}

/** Words count as they are; of the rest only the kind does, so that names of people do not count. */
const KIND_HASHES: Readonly<Partial<Record<TokenKind, number>>> = {
  number: wordHash('<number>'),
  handle: wordHash('<handle>'),
  link: wordHash('<link>'),
};

function hashOf({ kind, folded, hash }: Token): number {
  if (kind === 'mark') return folded.length > 2 ? wordHash(folded.slice(0, 2)) : hash;
  return KIND_HASHES[kind] ?? hash;
}

/** Letter groups of a word with its borders; short words are covered by themselves. */
function noteGrams(word: string, owner: number): void {
  const { length } = word;
  if (length < GRAM) return;
  let [a, b, c] = [BORDER, word.charCodeAt(0), word.charCodeAt(1)];
  for (let at = 2; at <= length; at += 1) {
    const d = at < length ? word.charCodeAt(at) : BORDER;
    let hash = Math.imul(GRAM_START ^ a, FNV_PRIME);
    hash = Math.imul(hash ^ b, FNV_PRIME);
    hash = Math.imul(hash ^ c, FNV_PRIME);
    note(Math.imul(hash ^ d, FNV_PRIME), owner);
    [a, b, c] = [b, c, d];
  }
}

/** Takes the tokens of a post, returns its features; linear in the length of the post, at most MAX_FEATURES. */
export function extractFeatures(tokens: readonly Token[]): Features {
  let before = PAIR_SALT;
  let denied = 0;
  for (let at = 0; at < tokens.length && count < MAX_FEATURES; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'tag') continue;
    const hash = hashOf(token);
    note(hash, at);
    note(Math.imul(before, 31) ^ hash ^ PAIR_SALT, at);
    before = hash;
    if (token.kind !== 'word') {
      if (token.kind === 'mark') denied = 0;
      continue;
    }
    if (denied > 0) note(hash ^ DENIED_SALT, at);
    const word = token.folded;
    denied = DENIALS.get(word, hash) === undefined ? denied - 1 : DENIED_WORDS;
    noteGrams(word, at);
    if (word.length > STEM) note(wordHash(word.slice(0, STEM)) ^ STEM_SALT, at);
  }
  const features = { ids: ids.slice(0, count), owners: owners.slice(0, count), count };
  forgetSeen();
  return features;
}
