/** WebAssembly: marks in a text, 64 bytes at a time, which bytes are letters and which need a closer look, and finds its end. */

import * as w from './code.js';
import { BEYOND, LETTER_BITS, TEXT, TOKEN_BITS } from './layout.js';
import { WasmFunction } from './module.js';

const [QUOTE, BACKSLASH, DOT, LOWER_U, SPACE] = [0x22, 0x5c, 0x2e, 0x75, 0x20];
/** Kinds of ASCII, a bit each, by the high and the low half of a byte: a byte is of a kind when both halves say so. */
const [LETTERS, SIGNS] = [0b0000_0111, 0b0111_1000];
const HIGH = [0, 0, 8, 4 | 16, 1 | 32, 2 | 64, 1 | 32, 2, 0, 0, 0, 0, 0, 0, 0, 0];
const LOW = Array.from({ length: 16 }, (_, low) => {
  const kinds = (low > 0 ? 1 : 32) | (low <= 10 ? 2 : 0) | (low <= 9 ? 4 : 0);
  // The signs " # & ' . then : then @ and ` and last \ .
  return kinds | ([2, 3, 6, 7, 14].includes(low) ? 8 : 0) | (low === 10 ? 16 : 0) | (low === 12 ? 64 : 0);
});

interface Variables {
  at: w.Local;
  letters: w.Local;
  signs: w.Local;
  dots: w.Local;
  breaks: w.Local;
  wide: w.Local;
  /** Bits of the next block that belong to an escape. */
  dead: w.Local;
  end: w.Local;
}

/**
 * `mark(start, limit, escaped)`: marks the text from `start` to `limit`, or when it is the inside of a JSON string (`escaped`
 * is 1) to the quote that ends it. Returns the end, at which a sign is marked in any case. What escapes are made of is no
 * letter; the backslash of white space and of signs is a plain boundary, that of `\u` a sign.
 */
export function markText(): WasmFunction {
  const f = new WasmFunction('mark', 3);
  const [start, limit, escaped] = [f.parameter(0), f.parameter(1), f.parameter(2)];
  const v: Variables = {
    at: f.int(), letters: f.long(), signs: f.long(), dots: f.long(), breaks: f.long(), wide: f.long(), dead: f.long(), end: f.int(),
  }; // prettier-ignore
  const [lettersBefore, wideBefore, blocks] = [f.long(), f.long(), new w.Label()];
  f.body = w.steps(
    w.set(v.end, limit),
    ...Array.from({ length: BEYOND / 16 }, (_, i) => w.storeBytes(limit, w.splat(SPACE), i * 16)),
    w.set(v.at, w.and(start, ~63)),
    w.set(v.dead, bitsBelow(w.and(start, 63))),
    w.loop(blocks,
      readBlock(f, v),
      w.set(v.breaks, without(v.breaks, v.dead)),
      w.set(v.dead, w.long(0n)),
      w.when(escaped, readEscapes(v, f), w.set(v.signs, without(v.signs, v.breaks))),
      w.set(v.signs, without(v.signs, w.andLong(v.dots, plainDots(v, lettersBefore, wideBefore)))),
      w.set(lettersBefore, v.letters),
      w.set(wideBefore, v.wide),
      w.when(w.less(v.end, w.add(v.at, 64)), w.steps(markEnd(v), keep(v), w.give(v.end))),
      keep(v),
      w.set(v.at, w.add(v.at, 64)),
      w.go(blocks),
    ),
  ); // prettier-ignore
  return f;
}

/** Reads 64 bytes, without what belongs to an escape before them. */
function readBlock(f: WasmFunction, v: Variables): w.Code {
  const [bytes, kinds] = [f.bytes(), f.bytes()];
  return w.steps(
    ...[0, 1, 2, 3].map((quarter) => readQuarter(v, quarter, bytes, kinds)),
    w.set(v.letters, without(v.letters, v.dead)),
    w.set(v.signs, without(v.signs, v.dead)),
  );
}

function markEnd({ at, letters, signs, end }: Variables): w.Code {
  const place = w.sub(end, at);
  return w.steps(w.set(signs, w.orLong(signs, bitAt(place))), w.set(letters, w.andLong(letters, bitsBelow(place))));
}

const without = (bits: w.Value, taken: w.Value) => w.andLong(bits, w.notLong(taken));
const bitAt = (place: w.Value) => w.shlLong(w.long(1n), w.toLong(place));
const bitsBelow = (place: w.Value) => w.subLong(bitAt(place), w.long(1n));

/** Reads sixteen bytes and puts their bits into their quarter of each variable. */
function readQuarter(v: Variables, quarter: number, bytes: w.Local, kinds: w.Local): w.Code {
  const put = (variable: w.Local, bits: w.Code) => {
    const placed = w.shlLong(w.toLong(bits), w.long(BigInt(quarter * 16)));
    return w.set(variable, quarter === 0 ? placed : w.orLong(variable, placed));
  };
  const isOf = (kind: number) => w.highBits(w.otherBytes(w.andBytes(kinds, w.splat(kind)), w.splat(0)));
  const is = (byte: number) => w.sameBytes(bytes, w.splat(byte));
  return w.steps(
    w.set(bytes, w.loadBytes(v.at, quarter * 16)),
    w.set(kinds, w.andBytes(w.lookUp(w.bytesOf(HIGH), w.shrBytes(bytes, 4)), w.lookUp(w.bytesOf(LOW), w.andBytes(bytes, w.splat(15))))),
    put(v.letters, isOf(LETTERS)),
    put(v.wide, w.highBits(bytes)),
    put(v.signs, w.or(isOf(SIGNS), w.highBits(bytes))),
    put(v.dots, w.highBits(is(DOT))),
    put(v.breaks, w.highBits(w.orBytes(is(QUOTE), is(BACKSLASH)))),
  ); // prettier-ignore
}

/** Takes the escapes of a block from its letters and signs, and finds the quote that ends the text. */
function readEscapes(v: Variables, f: WasmFunction): w.Code {
  const [place, length, taken] = [f.int(), f.int(), f.long()];
  const [ended, breaks] = [new w.Label(), new w.Label()];
  const escape = w.steps(
    w.set(length, 5),
    w.when(w.ne(w.load8(w.add(v.at, place), 1), LOWER_U), w.steps(
      w.set(length, 1),
      w.set(v.signs, without(v.signs, bitAt(place))),
    )),
    w.set(taken, bitsBelow(length)),
    w.set(v.dead, w.orLong(v.dead, w.shrLong(taken, w.toLong(w.sub(63, place))))),
    w.set(taken, w.shlLong(w.shlLong(taken, w.toLong(place)), w.long(1n))),
    w.set(v.letters, without(v.letters, taken)),
    w.set(v.signs, without(v.signs, taken)),
    w.set(v.breaks, without(v.breaks, taken)),
  ); // prettier-ignore
  return w.steps(
    w.block(ended, w.loop(breaks,
      w.goIf(ended, w.isZero(v.breaks)),
      w.set(place, w.toInt(w.countZeros(v.breaks))),
      w.goIf(ended, w.atLeast(w.add(v.at, place), v.end)),
      w.set(v.breaks, w.andLong(v.breaks, w.subLong(v.breaks, w.long(1n)))),
      w.when(w.eq(w.load8(w.add(v.at, place)), QUOTE), w.steps(w.set(v.end, w.add(v.at, place)), w.go(ended))),
      escape,
      w.go(breaks),
    )),
  ); // prettier-ignore
}

/** Where a dot is a plain boundary: behind two letters of ASCII, or behind no letter at all. */
function plainDots(v: Variables, lettersBefore: w.Local, wideBefore: w.Local): w.Code {
  const moved = (bits: w.Local, before: w.Local, by: bigint) =>
    w.orLong(w.shlLong(bits, w.long(by)), w.shrLong(before, w.long(64n - by)));
  const last = moved(v.letters, lettersBefore, 1n);
  const none = w.notLong(w.orLong(last, moved(v.wide, wideBefore, 1n)));
  return w.orLong(w.andLong(last, moved(v.letters, lettersBefore, 2n)), none);
}

function keep({ at, letters, signs }: Variables): w.Code {
  const place = w.shr(at, 3);
  return w.steps(
    w.storeLong(place, letters, LETTER_BITS - TEXT / 8),
    w.storeLong(place, w.orLong(letters, signs), TOKEN_BITS - TEXT / 8),
  );
}
