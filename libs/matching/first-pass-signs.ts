/** What the first pass does where no plain letter stands: ends words, takes links, handles and tags apart, reads escapes. */

import * as wide from './beyond-ascii.js';
import * as b from './byte-kinds.js';
import type { SignReader } from './sign-reader.js';

/** The text must be read by the full rules. */
const INTRICATE = -1;
const AMPERSAND_UNIT = 0x26;

/** Own copies of imported numbers: the engine knows those, the imported ones it fetches at every sign. */
const KINDS = b.KINDS;

type Reader = (pass: SignReader, bytes: Uint8Array, i: number, end: number) => number;

/** Who reads which kind of sign. */
const READERS: readonly Reader[] = readers();

function readers(): Reader[] {
  const list: Reader[] = new Array<Reader>(b.FIRST_LETTER).fill(readBoundary);
  list[b.TWO] = list[b.THREE] = readWide;
  list[b.FOUR] = readAstral;
  list[b.BROKEN] = () => INTRICATE;
  list[b.APOSTROPHE] = (pass, bytes, i) => readApostrophe(pass, bytes, i, i + 1);
  list[b.AMPERSAND] = (pass, bytes, i) => readAmpersand(pass, bytes, i, i + 1);
  list[b.DOT] = readDot;
  list[b.NAME_SIGN] = (pass, bytes, i) => readNamed(pass, bytes, i, i + 1, bytes[i] === AT_BYTE);
  list[b.COLON] = readColon;
  list[b.QUOTE] = (pass, bytes, i, end) => pass.boundary(bytes, i, pass.escaped ? end : i + 1);
  list[b.BACKSLASH] = (pass, bytes, i) => (pass.escaped ? readEscape(pass, bytes, i) : pass.boundary(bytes, i, i + 1));
  return list;
}

/** Takes what stands at `i` and returns where to go on, or -1 when the full rules are needed. */
export function readSign(pass: SignReader, bytes: Uint8Array, i: number, end: number): number {
  return (READERS[KINDS[bytes[i] as number] as number] as Reader)(pass, bytes, i, end);
}

function readBoundary(pass: SignReader, bytes: Uint8Array, i: number): number {
  return (bytes[i] as number) <= b.SPACE ? blank(pass, bytes, i, i + 1) : pass.boundary(bytes, i, i + 1);
}

const AT_BYTE = 0x40;

/** White space ends a link as well. */
function blank(pass: SignReader, bytes: Uint8Array, i: number, next: number): number {
  pass.boundary(bytes, i, next);
  pass.inLink = false;
  return next;
}

/** What stands inside a word without being a letter. */
function within(pass: SignReader, i: number, next: number): number {
  if (pass.begin === i) pass.begin = next;
  return next;
}

/** Before a letter an apostrophe is within a word, elsewhere it ends one. */
function readApostrophe(pass: SignReader, bytes: Uint8Array, i: number, next: number): number {
  if (b.isLetter(bytes[next])) return within(pass, i, next);
  const kind = wide.kindAt(bytes, next);
  if (kind > 0) return within(pass, i, next);
  return kind === wide.DROP || kind === wide.INTRICATE ? INTRICATE : pass.boundary(bytes, i, next);
}

/** Takes a code point of two or three bytes that is no letter. */
function readWide(pass: SignReader, bytes: Uint8Array, i: number, end: number): number {
  const codePoint = b.codePointAt(bytes, i);
  if (codePoint < 0) return INTRICATE;
  const kind = wide.beyondAscii(codePoint);
  const next = i + b.lengthAt(bytes, i);
  if (kind <= wide.SINGLE) return readSingles(pass, bytes, i, end);
  switch (kind) {
    case wide.DROP:
      return pass.nameEnd === i ? INTRICATE : within(pass, i, next);
    case wide.APOSTROPHE:
      return readApostrophe(pass, bytes, i, next);
    case wide.BLANK:
      return blank(pass, bytes, i, next);
    case wide.COLON:
      return mayBeSlash(pass, bytes, next) ? INTRICATE : pass.boundary(bytes, i, next);
    case wide.BOUNDARY:
    case wide.SLASH:
      return pass.boundary(bytes, i, next);
    case wide.AT_SIGN:
    case wide.HASH_SIGN:
      return readNamed(pass, bytes, i, next, kind === wide.AT_SIGN);
    default:
      return INTRICATE;
  }
}

/** Ideographs and kana stand in long rows; each is a word by itself. */
function readSingles(pass: SignReader, bytes: Uint8Array, from: number, end: number): number {
  pass.boundary(bytes, from, from);
  let i = from;
  while (i < end && !pass.seen) {
    const first = bytes[i] as number;
    if (b.KINDS[first] !== b.THREE || !b.continues(bytes[i + 1]) || !b.continues(bytes[i + 2])) break;
    const codePoint = ((first & 15) << 12) | (((bytes[i + 1] as number) & 63) << 6) | ((bytes[i + 2] as number) & 63);
    const kind = wide.beyondAscii(codePoint);
    if (kind > wide.SINGLE) break;
    pass.single(wide.SINGLE - kind);
    i += 3;
  }
  if (i === from) return readOneSingle(pass, bytes, from);
  return (pass.begin = i);
}

function readOneSingle(pass: SignReader, bytes: Uint8Array, i: number): number {
  pass.single(wide.SINGLE - wide.beyondAscii(b.codePointAt(bytes, i)));
  return (pass.begin = i + b.lengthAt(bytes, i));
}

/** Emoji are words by themselves; letters beyond the basic plane are left to the full rules. */
function readAstral(pass: SignReader, bytes: Uint8Array, i: number): number {
  const codePoint = b.codePointAt(bytes, i);
  if (b.isRegional(codePoint)) return readFlag(pass, bytes, i, codePoint);
  if (codePoint < b.FIRST_EMOJI || codePoint > b.LAST_EMOJI) return INTRICATE;
  if (b.isSkinTone(codePoint)) return pass.nameEnd === i ? INTRICATE : within(pass, i, i + 4);
  pass.boundary(bytes, i, i + 4);
  pass.emoji(codePoint, 0);
  return i + 4;
}

/** Two of the letters that flags are made of, or one that was left alone. */
function readFlag(pass: SignReader, bytes: Uint8Array, i: number, codePoint: number): number {
  const second = b.KINDS[bytes[i + 4] as number] === b.FOUR ? b.codePointAt(bytes, i + 4) : 0;
  const isFlag = b.isRegional(second);
  // What folds to nothing may stand between the two.
  if (!isFlag && (bytes[i + 4] as number) >= 0x80) return INTRICATE;
  pass.boundary(bytes, i, i + (isFlag ? 8 : 4));
  pass.emoji(codePoint, isFlag ? second : 0);
  return pass.begin;
}

/** An `&` between two spaces is a word; any other belongs to an entity or to a name such as C&A. */
function readAmpersand(pass: SignReader, bytes: Uint8Array, i: number, next: number): number {
  if (bytes[i - 1] !== b.SPACE || bytes[next] !== b.SPACE) return INTRICATE;
  pass.boundary(bytes, i, next);
  pass.single(AMPERSAND_UNIT);
  return next;
}

/** The dot after a single letter may be the first of A.C.M.E. or 2.5, which are one word. */
function readDot(pass: SignReader, bytes: Uint8Array, i: number): number {
  const from = pass.begin;
  if (from === i || (i - from > 1 && (bytes[i - 1] as number) < 0x80) || !b.isDotted(bytes, i))
    return pass.boundary(bytes, i, i + 1);
  let end = from;
  for (let k = from; b.isLetter(bytes[k]) && !b.isLetter(bytes[k + 1]); k += 2) {
    end = k + 1;
    if (b.KINDS[bytes[k + 1] as number] !== b.DOT || !b.isLetter(bytes[k + 2])) break;
  }
  if (!(end > from + 1) || (bytes[end] as number) >= 0x80 || (bytes[end + 1] as number) >= 0x80) return INTRICATE;
  if (b.isLetter(bytes[end])) return pass.boundary(bytes, i, i + 1);
  pass.boundary(bytes, from, end);
  pass.dotted(bytes, from, end);
  pass.nameEnd = end;
  return end;
}

/** `://` behind a word begins a link, which ends at white space. */
function readColon(pass: SignReader, bytes: Uint8Array, i: number): number {
  if (pass.inLink || pass.begin === i || !mayBeSlash(pass, bytes, i + 1)) return pass.boundary(bytes, i, i + 1);
  if (bytes[i + 1] !== b.SLASH || mayHide(pass, bytes, i + 2) || (bytes[i - 1] as number) >= 0x80) return INTRICATE;
  pass.inLink = bytes[i + 2] === b.SLASH && b.isLetter(bytes[i - 1]);
  return pass.boundary(bytes, i, i + 1);
}

/** Whether a slash may stand at `i`, perhaps escaped, wide, or behind what folds to nothing. */
function mayBeSlash(pass: SignReader, bytes: Uint8Array, i: number): boolean {
  return bytes[i] === b.SLASH || mayHide(pass, bytes, i);
}

function mayHide(pass: SignReader, bytes: Uint8Array, i: number): boolean {
  if (bytes[i] === b.BACKSLASH_BYTE) return pass.escaped && (bytes[i + 1] === b.SLASH || bytes[i + 1] === b.LOWER_U);
  const kind = wide.kindAt(bytes, i);
  return kind === wide.DROP || kind === wide.SLASH || kind === wide.INTRICATE;
}

/** Escapes of JSON: white space, the signs that must be escaped, and `<`, `>` and `&`, which careful writers escape. */
function readEscape(pass: SignReader, bytes: Uint8Array, i: number): number {
  const sign = bytes[i + 1];
  if (sign === b.SLASH || sign === b.BACKSLASH_BYTE || sign === b.QUOTE_BYTE) return pass.boundary(bytes, i, i + 2);
  if (sign !== b.LOWER_U) return blank(pass, bytes, i, i + 2);
  if (bytes[i + 2] !== ZERO || bytes[i + 3] !== ZERO) return INTRICATE;
  const [high, low] = [bytes[i + 4] as number, b.KINDS[bytes[i + 5] as number] as number];
  if (high === TWO && low === SIX) return readAmpersand(pass, bytes, i, i + 6);
  return high === THREE && (low === C || low === E) ? pass.boundary(bytes, i, i + 6) : INTRICATE;
}

const [ZERO, TWO, THREE, SIX, C, E] = [0x30, 0x32, 0x33, 0x36, 0x63, 0x65];

/** `@handle` and `#tag` from the sign at `i` on: asked about as a whole, then by its parts between signs and capitals. */
function readNamed(pass: SignReader, bytes: Uint8Array, i: number, from: number, isHandle: boolean): number {
  if (pass.inLink) return pass.boundary(bytes, i, from);
  if (pass.begin < i || pass.nameEnd === i) {
    // Behind a letter the sign begins no name.
    if ((bytes[i - 1] as number) >= 0x80) return INTRICATE;
    if (b.isLetter(bytes[i - 1])) return pass.boundary(bytes, i, from);
  }
  const end = endOfName(bytes, from, isHandle);
  if (end < 0) return INTRICATE;
  pass.boundary(bytes, i, from);
  if (end === from) return from;
  pass.named(bytes, from, end, true);
  askParts(pass, bytes, from, end);
  pass.nameEnd = end;
  return (pass.begin = end);
}

/** Behind the last letter of a name, or -1 when capitals beyond ASCII may stand in it, or what folds to nothing. */
function endOfName(bytes: Uint8Array, from: number, isHandle: boolean): number {
  let end = from;
  for (let i = from; ;) {
    const byte = bytes[i];
    if (byte !== undefined && byte >= 0x80) {
      const letter = wide.smallLetterAt(bytes, i, isHandle);
      if (letter === 0) return end;
      if (letter < 0) return -1;
      i += letter;
      end = i;
    } else if (!b.isNamePart(byte, isHandle)) return end;
    else {
      i += 1;
      if (b.isNamePart(byte, false)) end = i;
    }
  }
}

function askParts(pass: SignReader, bytes: Uint8Array, from: number, end: number): void {
  let part = from;
  for (let i = from; i <= end && !pass.seen; i++) {
    const isSign = i === end || !isLetterOrWide(bytes[i] as number);
    if (!isSign && !(i > part && isHump(bytes, i, end))) continue;
    if (i > part && !(part === from && i === end)) pass.named(bytes, part, i, false);
    part = isSign ? i + 1 : i;
  }
}

function isLetterOrWide(byte: number): boolean {
  return byte >= 0x80 || b.isLetter(byte);
}

/** A capital that begins a word inside a name: the F of AcmeFail, the second C of ABCCorp. */
function isHump(bytes: Uint8Array, i: number, end: number): boolean {
  if (!b.isCapital(bytes[i] as number)) return false;
  const next = i + 1 < end ? (bytes[i + 1] as number) : b.SPACE;
  return !b.isCapital(bytes[i - 1] as number) || (isLetterOrWide(next) && !b.isCapital(next));
}
