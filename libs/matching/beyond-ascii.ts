/** What code points beyond ASCII are to the first pass, worked out once per page of 256 and then only looked up. */

import { codePointAt, FIRST_EMOJI, isSkinTone, LAST_EMOJI, lengthAt } from './byte-kinds.js';
import { DROP as DROPPED, foldedUnit, foldedUnits, SEVERAL as MANY } from './fold-table.js';
import * as c from './unit-class.js';

/** What is no letter: letters are told by their folded code, from 48 on; 0 is not worked out yet. */
export const DROP = -1;
export const APOSTROPHE = -2;
/** Stands between words. */
export const BOUNDARY = -3;
/** As well, and ends a link. */
export const BLANK = -4;
/** Read by the full rules: what folds to several letters, a direction override, a wide `&`. */
export const INTRICATE = -5;
/** `：`, with which a link may begin. */
export const COLON = -6;
/** `／`, `＠` and `＃`. */
export const SLASH = -7;
export const AT_SIGN = -8;
export const HASH_SIGN = -9;
/** From here down: a word by itself, whose folded unit is `SINGLE - kind`. */
export const SINGLE = -16;

const OVERRIDE = 0x202e;
const SPACE_UNIT = 0x20;
/** The kind of each code point up to 0xffff; ask `beyondAscii`, which fills it. */
export const BEYOND_ASCII = new Int32Array(0x10000);

/** The same in a byte, as the loop in WebAssembly asks it: a letter's lowest five bits, one of the kinds below, or 0. */
export const WIDE_KINDS = new Uint8Array(0x10000);
export const WIDE_LETTER = 0x80;
/** A sign that is a word by itself, and what only stands between words. */
export const [SINGLE_KIND, BOUNDARY_KIND] = [1, 2];
const LOWEST_BITS = 31;
/** How many pages have been worked out: a copy of `WIDE_KINDS` is as old as this number was then. */
let pages = 0;

/** How much of `WIDE_KINDS` is filled. */
export function pagesKnown(): number {
  return pages;
}

/** The kind of a code point from 0x80 to 0xffff. */
export function beyondAscii(codePoint: number): number {
  if (BEYOND_ASCII[codePoint] === 0) workOut(codePoint & 0xff00);
  return BEYOND_ASCII[codePoint] as number;
}

function workOut(from: number): void {
  for (let codePoint = from; codePoint < from + 256; codePoint++) {
    const kind = (BEYOND_ASCII[codePoint] = kindOf(codePoint));
    WIDE_KINDS[codePoint] = kind > 0 ? WIDE_LETTER | (kind & LOWEST_BITS) : byteOf(kind);
  }
  pages += 1;
}

function byteOf(kind: number): number {
  return kind <= SINGLE ? SINGLE_KIND : kind === BOUNDARY ? BOUNDARY_KIND : 0;
}

function kindOf(codePoint: number): number {
  if (codePoint === OVERRIDE || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return INTRICATE;
  const unit = foldedUnit(codePoint);
  if (unit === DROPPED) return DROP;
  if (unit === MANY) return isOnlySigns(foldedUnits(codePoint)) ? BOUNDARY : INTRICATE;
  switch (c.unitClass(unit)) {
    case c.LETTER:
      return unit;
    case c.APOSTROPHE:
      return APOSTROPHE;
    case c.SINGLE:
      return SINGLE - unit;
    case c.SPACE:
      return unit <= SPACE_UNIT ? BLANK : unit === 0x3a ? COLON : unit === 0x2f ? SLASH : BOUNDARY;
    case c.HYPHEN:
      return BOUNDARY;
    case c.AT_SIGN:
      return AT_SIGN;
    case c.HASH_SIGN:
      return HASH_SIGN;
    default:
      return INTRICATE;
  }
}

/** An ellipsis is three dots, and three dots are no more than a boundary. */
function isOnlySigns(folded: string): boolean {
  return /^\.{2,}$/.test(folded);
}

/** The kind of the code point at `i`: ASCII is a boundary here, an emoji a sign by itself, what else has four bytes intricate. */
export function kindAt(bytes: Uint8Array, i: number): number {
  const byte = bytes[i];
  if (byte === undefined || byte < 0x80) return BOUNDARY;
  const codePoint = codePointAt(bytes, i);
  if (codePoint < 0) return INTRICATE;
  if (codePoint <= 0xffff) return beyondAscii(codePoint);
  return codePoint >= FIRST_EMOJI && codePoint <= LAST_EMOJI && !isSkinTone(codePoint) ? SINGLE : INTRICATE;
}

/**
 * Of a code point beyond ASCII inside a handle or tag: its bytes when it is a letter and no capital, 0 when the name ends
 * there, -1 when only the full rules can tell, as where a dash or an ellipsis stands in a handle.
 */
export function smallLetterAt(bytes: Uint8Array, i: number, isHandle: boolean): number {
  const kind = kindAt(bytes, i);
  if (kind > 0) return isSmall(String.fromCharCode(codePointAt(bytes, i))) ? lengthAt(bytes, i) : -1;
  return kind === DROP || kind === INTRICATE || kind === AT_SIGN || (isHandle && kind === BOUNDARY) ? -1 : 0;
}

function isSmall(letter: string): boolean {
  return letter === letter.toLowerCase();
}

/** The folded letter of two bytes, or less when they are none. */
export function letterOfTwo(bytes: Uint8Array, i: number): number {
  const second = bytes[i + 1] as number;
  return (second & 0xc0) === 0x80 ? (BEYOND_ASCII[(((bytes[i] as number) & 31) << 6) | (second & 63)] as number) : 0;
}

/** The folded letter of three bytes, or less when they are none. */
export function letterOfThree(bytes: Uint8Array, i: number): number {
  const [second, third] = [bytes[i + 1] as number, bytes[i + 2] as number];
  const codePoint = (((bytes[i] as number) & 15) << 12) | ((second & 63) << 6) | (third & 63);
  if (codePoint < 0x800 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0;
  return beyondAscii(codePoint);
}

// Latin, Greek, Cyrillic, Arabic and all else of two bytes: asked without looking whether it is there.
for (let page = 0; page < 0x800; page += 256) workOut(page);
