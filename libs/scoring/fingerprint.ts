/** Near-duplicate fingerprints: copies, quotes and campaigns get nearly the same 64 bits (simhash over word pairs). */
import { tokenize } from './text/tokens.js';

const BITS = 64;
/** Fingerprints that differ in at most this many bits are taken as copies. */
const NEAR_BITS = 8;
const FEATURE_LIMIT = 2_000;

/** FNV-1a with a final mix, 32 bits. */
function hash32(text: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** Repost prefixes, links, handles and emoji are left out: they are what copies change. */
function features(text: string): string[] {
  const words = tokenize(text)
    .filter((token) => token.kind === 'word' || token.kind === 'number')
    .map((token) => token.folded)
    .filter((word, index) => !(index === 0 && word === 'rt'));
  if (words.length === 0) return [text.trim().slice(0, 1_000).toLowerCase()];
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  return [...words, ...pairs].slice(0, FEATURE_LIMIT);
}

/** Takes the text of a post, returns 16 hexadecimal digits: a 64-bit fingerprint in which similar texts agree. */
export function fingerprint(text: string): string {
  const votes = new Int32Array(BITS);
  for (const feature of features(text)) {
    const low = hash32(feature, 0x811c9dc5);
    const high = hash32(feature, 0x7ee3623a);
    for (let bit = 0; bit < 32; bit += 1) {
      votes[bit] = (votes[bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  let bits = 0n;
  votes.forEach((vote, bit) => {
    if (vote > 0) bits |= 1n << BigInt(bit);
  });
  return bits.toString(16).padStart(BITS / 4, '0');
}

function differingBits(a: string, b: string): number {
  let count = 0;
  for (let rest = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Takes two fingerprints of `fingerprint`, returns whether their posts are copies of each other. */
export function isNearDuplicate(a: string, b: string): boolean {
  return a === b || differingBits(a, b) <= NEAR_BITS;
}
