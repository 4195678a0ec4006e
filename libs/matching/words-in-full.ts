/** Reads bytes by the full rules, for what the first pass can not decide: entities, escapes, capitals inside tags. */

import { BACKSLASH_BYTE, QUOTE_BYTE } from './byte-kinds.js';
import type { CompiledWords } from './compiled-words.js';
import { foldToUnits } from './fold.js';
import { scanTokens } from './scan-tokens.js';
import { tokenise } from './tokenise.js';

const decoder = new TextDecoder();

/** Numbers of all words in the UTF-8 bytes from `start` on: up to `end`, or when `escaped` to the quote that ends the string. */
export function wordsInFull(words: CompiledWords, bytes: Uint8Array, start: number, end: number, escaped: boolean): number[] {
  const decoded = decoder.decode(bytes.subarray(start, escaped ? endOfString(bytes, start, end) : end));
  const text = escaped ? unescaped(decoded) : decoded;
  const folded = foldToUnits(text);
  return [...scanTokens(words, { text, folded, tokens: tokenise(folded, text) }).keys()];
}

function endOfString(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] !== QUOTE_BYTE) i += bytes[i] === BACKSLASH_BYTE ? 2 : 1;
  return Math.min(i, end);
}

function unescaped(json: string): string {
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return json;
  }
}
