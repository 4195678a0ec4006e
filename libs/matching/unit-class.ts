/** What part a folded UTF-16 unit plays in a text: letter, apostrophe, sign of its own, or space between words. */

export const SPACE = 0;
export const LETTER = 1;
export const APOSTROPHE = 2;
export const AMPERSAND = 3;
/** A sign that is a word by itself: an ideograph, kana, or a symbol such as ☎. */
export const SINGLE = 4;
export const SURROGATE = 5;
export const PLUS = 6;
export const UNDERSCORE = 7;
export const AT_SIGN = 8;
export const HASH_SIGN = 9;
export const DOT = 10;
export const HYPHEN = 11;

const SIGNS: Record<string, number> = {
  "'": APOSTROPHE,
  '&': AMPERSAND,
  '+': PLUS,
  _: UNDERSCORE,
  '@': AT_SIGN,
  '#': HASH_SIGN,
  '.': DOT,
  '-': HYPHEN,
};
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDLY = /[\p{L}\p{N}\p{M}]/u;
const PICTURE = /\p{So}|\p{Extended_Pictographic}/u;

const pages: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(256).fill(undefined);

/** The class of a folded unit. */
export function unitClass(unit: number): number {
  const page = pages[unit >> 8] ?? makePage(unit >> 8);
  return page[unit & 255] as number;
}

function makePage(number: number): Uint8Array {
  const page = Uint8Array.from({ length: 256 }, (_, low) => classOf((number << 8) | low));
  pages[number] = page;
  return page;
}

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const letter = String.fromCharCode(unit);
  if (Object.hasOwn(SIGNS, letter)) return SIGNS[letter] as number;
  if (IDEOGRAPH.test(letter)) return SINGLE;
  if (WORDLY.test(letter)) return LETTER;
  return unit > 0x7f && unit < 0xfff0 && PICTURE.test(letter) ? SINGLE : SPACE;
}

/** Whether an astral code point is a letter of a word rather than a picture that stands for itself. */
export function isAstralLetter(codePoint: number): boolean {
  return codePoint < 0x1f000 && WORDLY.test(String.fromCodePoint(codePoint)) && !IDEOGRAPH.test(String.fromCodePoint(codePoint));
}
