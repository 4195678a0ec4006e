/** What the bytes of a text are to the first pass: letters with their folded code, or signs that end words. */

/** What a byte is here: a letter by its folded code (from 48 on), or one of these. */
export const BOUNDARY = 0;
export const APOSTROPHE = 1;
export const DOT = 2;
/** `@` and `#`: a name may follow, in which words are written together. */
export const NAME_SIGN = 3;
export const BACKSLASH = 4;
/** Entities, C&A. */
export const AMPERSAND = 5;
export const COLON = 6;
/** Ends a JSON string. */
export const QUOTE = 7;
/** The first byte of a code point of two, three or four bytes. */
export const TWO = 8;
export const THREE = 9;
export const FOUR = 10;
/** Stands in no UTF-8, or not at the start of a code point. */
export const BROKEN = 11;
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
  '"': QUOTE,
};
/** The kind of each byte. */
export const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));
/** 1 for bytes that begin a capital, or a letter of which nobody asks: beyond ASCII it may be one. */
export const CAPITALS = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 0x80 || isCapital(byte)));

function kindOf(byte: number): number {
  if (byte >= 0xf0) return byte > 0xf4 ? BROKEN : FOUR;
  if (byte >= 0x80) return byte >= 0xe0 ? THREE : byte >= 0xc2 ? TWO : BROKEN;
  const letter = String.fromCharCode(byte);
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : (SIGNS[letter] ?? BOUNDARY);
}

/** Signs that are compared one by one. */
export const LOWER_U = 0x75;
export const SLASH = 0x2f;
export const QUOTE_BYTE = 0x22;
export const BACKSLASH_BYTE = 0x5c;
export const AMPERSAND_BYTE = 0x26;
export const SPACE = 0x20;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const AT_SIGN = 0x40;
export const FIRST_EMOJI = 0x1f300;
export const LAST_EMOJI = 0x1faff;
const FIRST_REGIONAL = 0x1f1e6;
const LAST_REGIONAL = 0x1f1ff;

export function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

export function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (KINDS[byte] as number) >= FIRST_LETTER;
}

/** Whether a byte may stand in a name: only handles have dots, hyphens and a second `@`. */
export function isNamePart(byte: number | undefined, inHandle: boolean): boolean {
  if (byte === undefined) return false;
  if (isLetter(byte) || byte === UNDERSCORE) return true;
  return inHandle && (KINDS[byte] === DOT || byte === HYPHEN || byte === AT_SIGN);
}

/** Whether a byte continues a code point that began before it. */
export function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** The code point beyond ASCII that begins at `i`; -1 when it is cut off or none at all. */
export function codePointAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i] as number;
  const length = lengthAt(bytes, i);
  if (length === 1) return -1;
  let codePoint = first & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    if (!continues(bytes[i + k])) return -1;
    codePoint = (codePoint << 6) | ((bytes[i + k] as number) & 63);
  }
  return codePoint >= (LEAST[length] as number) ? codePoint : -1;
}

/** The least code point that takes so many bytes: a smaller one is no code point. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** How many bytes the code point at `i` takes. */
export function lengthAt(bytes: Uint8Array, i: number): number {
  const kind = KINDS[bytes[i] as number];
  return kind === TWO ? 2 : kind === THREE ? 3 : kind === FOUR ? 4 : 1;
}

/** Whether a code point only colours the emoji before it. */
export function isSkinTone(codePoint: number): boolean {
  return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
}

/** Whether a code point is half of a flag. */
export function isRegional(codePoint: number): boolean {
  return codePoint >= FIRST_REGIONAL && codePoint <= LAST_REGIONAL;
}

/** Whether the dot at `i` after one letter may be the first of A.C.M.E., which is one word. */
export function isDotted(bytes: Uint8Array, i: number): boolean {
  const next = KINDS[bytes[i + 1] as number] ?? BOUNDARY;
  const then = KINDS[bytes[i + 2] as number] ?? BOUNDARY;
  return (next >= TWO && next <= BROKEN) || (next >= FIRST_LETTER && then < FIRST_LETTER);
}
