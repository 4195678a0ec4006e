/** Reads bytes by the full rules, for what the first pass can not decide: entities, escapes, capitals inside tags. */

import type { CompiledWords } from './compiled-words.js';
import { foldToUnits } from './fold.js';
import { scanTokens } from './scan-tokens.js';
import { tokenise } from './tokenise.js';

const decoder = new TextDecoder();

/** Numbers of all words in these UTF-8 bytes, the inside of a JSON string when `escaped`. */
export function wordsInFull(words: CompiledWords, bytes: Uint8Array, escaped: boolean): number[] {
  const decoded = decoder.decode(bytes);
  const text = escaped ? unescaped(decoded) : decoded;
  const folded = foldToUnits(text);
  return [...scanTokens(words, { text, folded, tokens: tokenise(folded, text) }).keys()];
}

function unescaped(json: string): string {
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return json;
  }
}
