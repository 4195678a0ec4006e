/** Turns the tokens of a post into numbered features: hashed words, word pairs and letter groups. */
import type { Token } from '../text/tokens.js';

/** Features are numbered in [0, 2^FEATURE_BITS); models with fewer numbers fold them further. */
export const FEATURE_BITS = 18;
const MASK = (1 << FEATURE_BITS) - 1;
/** Longer posts say nothing new in their later features; the bound keeps learning fast. */
const MAX_FEATURES = 1_024;
const GRAM = 4;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const PAIR_SALT = 0x5bd1e995;
const GRAM_START = 0x2f6e2b1;
const BORDER = 95;
const DENIED_SALT = 0x3c6ef372;
const STEM_SALT = 0x1b873593;
const STEM = 5;
/** This many words after a denial are also counted as denied. */
const DENIED_WORDS = 3;
const DENIALS = new Set(
  "not no never don't can't won't doesn't didn't isn't wasn't haven't hasn't couldn't wouldn't aren't cannot nobody none without cant dont wont doesnt didnt isnt hic ne nie bez nikdy ziadny ziadna".split(
    ' ',
  ),
);

export interface Features {
  /** Feature numbers, each once. */
  readonly ids: Uint32Array;
  /** The token each feature came from, by position. */
  readonly owners: Uint16Array;
  /** Features of the whole text, also those that somebody left out. */
  readonly count: number;
}

/** Scratch space, overwritten by every call: which features were met, by the number of the call. */
const seen = new Uint32Array(1 << FEATURE_BITS);
const ids = new Uint32Array(MAX_FEATURES);
const owners = new Uint16Array(MAX_FEATURES);
let call = 0;
let count = 0;

function note(hash: number, owner: number): void {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 13;
  const id = (mixed >>> 0) & MASK;
  if (seen[id] === call || count >= MAX_FEATURES) return;
  seen[id] = call;
  ids[count] = id;
  owners[count] = owner;
  count += 1;
}

function hashText(text: string): number {
  let hash = FNV_START;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

/** What a token is called as a feature: words as they are, the rest by kind, so that names of people do not count. */
function nameOf(token: Token): string {
  if (token.kind === 'word' || token.kind === 'emoji' || token.kind === 'emoticon') return token.folded;
  if (token.kind === 'mark') return token.folded.slice(0, 2);
  return `<${token.kind}>`;
}

/** Letter groups of a word with its borders; short words are covered by themselves. */
function noteGrams(word: string, owner: number): void {
  if (word.length < GRAM) return;
  const last = word.length + 2 - GRAM;
  for (let at = 0; at <= last; at += 1) {
    let hash = GRAM_START;
    for (let i = at - 1; i < at - 1 + GRAM; i += 1) {
      hash = Math.imul(hash ^ (i < 0 || i >= word.length ? BORDER : word.charCodeAt(i)), FNV_PRIME);
    }
    note(hash, owner);
  }
}

/** Takes the tokens of a post, returns its features; linear in the length of the post, at most MAX_FEATURES. */
export function extractFeatures(tokens: readonly Token[]): Features {
  call = call === 0xffffffff ? 1 : call + 1;
  if (call === 1) seen.fill(0);
  count = 0;
  let before = PAIR_SALT;
  let denied = 0;
  for (let at = 0; at < tokens.length && count < MAX_FEATURES; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'tag') continue;
    const name = nameOf(token);
    const hash = hashText(name);
    note(hash, at);
    note(Math.imul(before, 31) ^ hash ^ PAIR_SALT, at);
    before = hash;
    if (token.kind !== 'word') {
      denied = token.kind === 'mark' ? 0 : denied;
      continue;
    }
    if (denied > 0) note(hash ^ DENIED_SALT, at);
    denied = DENIALS.has(name) ? DENIED_WORDS : denied - 1;
    noteGrams(name, at);
    if (name.length > STEM) note(hashText(name.slice(0, STEM)) ^ STEM_SALT, at);
  }
  return { ids: ids.slice(0, count), owners: owners.slice(0, count), count };
}
