/** Makes the tokens of words and signs. */
import { fold, squeeze } from './fold.js';
import type { Token, TokenKind } from './token.js';
import { wordHash } from './word-table.js';

const MAX_WORD = 60;
const SKIN = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;

function isStretched(word: string): boolean {
  for (let i = 2; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code === word.charCodeAt(i - 1) && code === word.charCodeAt(i - 2) && code > 57) return true;
  }
  return false;
}

/** The usual case by one letter: whoever ends in a small one is not written in capitals. */
function endsSmall(raw: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  return last >= 97 && last <= 122;
}

/** Takes a word as written, returns its token. */
export function wordToken(raw: string): Token {
  const whole = fold(raw.length > MAX_WORD ? raw.slice(0, MAX_WORD) : raw);
  const stretched = isStretched(whole);
  const folded = stretched ? squeeze(whole, 2) : whole;
  const capitals = raw.length > 1 && !endsSmall(raw) && raw !== raw.toLowerCase() && raw === raw.toUpperCase();
  return { kind: 'word', raw, folded, hash: wordHash(folded), capitals, stretched };
}

/** Takes what is no word, as written, returns its token. */
export function signToken(kind: TokenKind, raw: string): Token {
  const folded = kind === 'emoji' ? raw.replace(SKIN, '') : raw.toLowerCase();
  return { kind, raw, folded, hash: wordHash(folded), capitals: false, stretched: false };
}
