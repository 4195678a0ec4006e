/** What the bytes of a text are to the first pass: letters with their folded code, or signs that end words. */

/** What a byte is here: a letter by its folded code (from 48 on), or one of these. */
export const BOUNDARY = 0;
export const APOSTROPHE = 1;
export const DOT = 2;
/** `@` and `#`: a name follows, in which words are written together. */
export const NAME_SIGN = 3;
export const BACKSLASH = 4;
/** Entities, C&A: read by the full rules. */
export const AMPERSAND = 5;
export const COLON = 6;
export const BEYOND = 7;
export const FIRST_LETTER = 48;
const SIGNS: Record<string, number> = {
  "'": APOSTROPHE,
  '`': APOSTROPHE,
  '.': DOT,
  '@': NAME_SIGN,
  '#': NAME_SIGN,
  '\\': BACKSLASH,
  '&': AMPERSAND,
  ':': COLON,
};
/** The kind of each byte. */
export const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

function kindOf(byte: number): number {
  const letter = String.fromCharCode(byte);
  if (byte >= 0x80) return BEYOND;
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : (SIGNS[letter] ?? BOUNDARY);
}

/** Signs that are compared one by one. */
export const LOWER_U = 0x75;
export const SLASH = 0x2f;
export const QUOTE_BYTE = 0x22;
export const BACKSLASH_BYTE = 0x5c;
export const SPACE = 0x20;
export const OVERRIDE = 0x202e;
const UNDERSCORE = 0x5f;
export const FIRST_EMOJI = 0x1f300;
export const LAST_EMOJI = 0x1faff;

/** Of a letter beyond ASCII nobody asks here: it may be a capital. */
export function mayBeCapital(byte: number): boolean {
  return byte >= 0x80 || isCapital(byte);
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isNamePart(byte: number): boolean {
  return byte === UNDERSCORE || (KINDS[byte] as number) >= FIRST_LETTER;
}

/** The code point of two or three bytes of UTF-8. */
export function shortCodePoint(bytes: Uint8Array, i: number, length: number): number {
  const first = bytes[i] as number;
  const second = (bytes[i + 1] as number) & 63;
  return length === 2 ? ((first & 31) << 6) | second : ((first & 15) << 12) | (second << 6) | ((bytes[i + 2] as number) & 63);
}

/** Whether a code point only colours the emoji before it. */
export function isSkinTone(codePoint: number): boolean {
  return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
}

/** The code point of four bytes of UTF-8. */
export function longCodePoint(bytes: Uint8Array, i: number): number {
  const low = (at: number) => (bytes[i + at] as number) & 63;
  return (((bytes[i] as number) & 7) << 18) | (low(1) << 12) | (low(2) << 6) | low(3);
}

/** Whether the handle or tag from `start` on has a capital after its first letter: there words of their own begin. */
export function hasCapitalInside(bytes: Uint8Array, start: number): boolean {
  for (let i = start + 1; isNamePart(bytes[i] as number); i++) if (isCapital(bytes[i] as number)) return true;
  return false;
}

/** Whether the dot at `i` after one letter may be the first of A.C.M.E., which is one word. */
export function isDotted(bytes: Uint8Array, i: number): boolean {
  const next = KINDS[bytes[i + 1] as number] as number;
  const then = KINDS[bytes[i + 2] as number] as number;
  return next === BEYOND || (next >= FIRST_LETTER && then < FIRST_LETTER);
}
