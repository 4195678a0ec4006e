/** The one folding of Earshot: watches, posts and the full-text index all meet in the text that comes out of here. */

import { DROP, foldedUnit, foldedUnits, SEVERAL } from './fold-table.js';
import type { FoldedUnits } from './folded-units.js';
import { undoEntity } from './html-entity.js';
import { readingOrder } from './reading-order.js';

export interface FoldedText {
  text: string;
  /** `at[i]` is where in the original the folded unit `i` began; `at[text.length]` is the original's length. */
  at: Uint32Array;
}

const SEMICOLON = 0x3b;
const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => foldedUnit(unit));
const REPLACEMENT = 0xfffd;
const PLAIN_ASCII = /^[\x01-\x25\x27-\x5f\x61-\x7f]*$/;
const RIGHT_TO_LEFT_OVERRIDE = '\u202e';

/**
 * Folds a text: compatibility forms, case (İ I ı all become i), diacritics, invisible and direction controls,
 * look-alike letters of other scripts, typographic apostrophes and dashes, and HTML entities are all undone.
 * Takes any string, also with unpaired surrogates; never throws; linear in its length.
 */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  const folded = foldToUnits(text);
  return unitsToString(folded.units, 0, folded.length);
}

/** Folds like `fold` and tells for every folded UTF-16 offset the offset in the original text. */
export function foldWithMap(text: string): FoldedText {
  const folded = foldToUnits(text);
  return { text: unitsToString(folded.units, 0, folded.length), at: folded.at.slice(0, folded.length + 1) };
}

/** Folds into typed arrays; `units` and `at` may be longer than `length`. `room` with arrays large enough is written over. */
export function foldToUnits(text: string, room?: FoldedUnits): FoldedUnits {
  const out = room !== undefined && room.units.length >= text.length + SPARE ? room : newRoom(text.length);
  out.length = 0;
  if (text.includes(RIGHT_TO_LEFT_OVERRIDE)) foldInOrder(text, readingOrder(text), out);
  else for (let i = 0; i < text.length;) i = foldPlain(text, i, out);
  out.at[out.length] = text.length;
  return out;
}

/** Folds ASCII from `from` on as far as it goes, and then what stands there; returns where to go on. */
function foldPlain(text: string, from: number, out: FoldedUnits): number {
  const { units, at } = out;
  let { length } = out;
  let i = from;
  for (; i < text.length && length + 1 < units.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80 || unit === SEMICOLON) break;
    units[length] = ASCII[unit] as number;
    at[length++] = i;
  }
  out.length = length;
  return i < text.length ? i + foldOne(text, i, out) : i;
}

/** Room for a text of so many units, and for a few that fold to several. */
export function newRoom(length: number): FoldedUnits {
  return { units: new Uint16Array(length + SPARE), at: new Uint32Array(length + SPARE + 1), length: 0 };
}

function foldInOrder(text: string, order: Uint32Array, out: FoldedUnits): void {
  for (const i of order) foldOne(text, i, out);
}

/** Folds the code point at `i` and returns how many UTF-16 units of the original it took. */
function foldOne(text: string, i: number, out: FoldedUnits): number {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit <= 0xdfff) return foldSurrogate(text, i, out);
  const folded = foldedUnit(unit);
  if (folded === SEVERAL) pushAll(foldedUnits(unit), i, out);
  else if (folded !== DROP) push(folded, i, out);
  if (folded === SEMICOLON) undoEntity(out);
  return 1;
}

function foldSurrogate(text: string, i: number, out: FoldedUnits): number {
  const codePoint = text.codePointAt(i) ?? REPLACEMENT;
  if (codePoint <= 0xffff) {
    push(REPLACEMENT, i, out);
    return 1;
  }
  pushAll(foldedUnits(codePoint), i, out);
  return 2;
}

function pushAll(units: string, from: number, out: FoldedUnits): void {
  for (let k = 0; k < units.length; k++) push(units.charCodeAt(k), from, out);
}

function push(unit: number, from: number, out: FoldedUnits): void {
  if (out.length + 1 >= out.units.length) grow(out);
  out.units[out.length] = unit;
  out.at[out.length] = from;
  out.length += 1;
}

function grow(out: FoldedUnits): void {
  const units = new Uint16Array(out.units.length * 2);
  const at = new Uint32Array(out.units.length * 2 + 1);
  units.set(out.units);
  at.set(out.at);
  out.units = units;
  out.at = at;
}

/** Units that are kept free for those that fold to several. */
const SPARE = 8;
const CHUNK = 8192;
/** Up to here adding letters one by one beats a call with all of them. */
const SHORT = 24;

/** The string of the units from `start` (inclusive) to `end` (exclusive). */
export function unitsToString(units: Uint16Array, start: number, end: number): string {
  let text = '';
  if (end - start <= SHORT) for (let i = start; i < end; i++) text += String.fromCharCode(units[i] as number);
  else for (let i = start; i < end; i += CHUNK) text += String.fromCharCode(...units.subarray(i, Math.min(end, i + CHUNK)));
  return text;
}
