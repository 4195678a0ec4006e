/** WebAssembly: goes through a marked text word by word, and past all that no watch asks about. */

import { BOUNDARY_KIND, SINGLE_KIND, WIDE_LETTER } from '../beyond-ascii.js';
import * as w from './code.js';
import { judgeWord, type Word } from './judge-word.js';
import { BEGIN, HAS_SINGLES, KNOWN, LETTER_BITS, NONE, TEXT, TOKEN_BITS, UNASKED, WIDE } from './layout.js';
import type { WasmFunction } from './module.js';

const [SPACE, APOSTROPHE, BACKTICK, AMPERSAND, DOT, BACKSLASH] = [0x20, 0x27, 0x60, 0x26, 0x2e, 0x5c];
const BEYOND_ASCII = 0x80;
/** The first byte of emoji. */
const FOUR_BYTES = 0xf0;
/** In eight bytes of marks, the first of which may be begun, so many bits are surely those that follow. */
const SURE = 57;
const LETTER_LANES = 0x1f1f1f1f1f1f1f1fn;

interface Variables extends Word {
  /** Where we are. */
  at: w.Local;
  /** Where the letters of ASCII began that stand before it. */
  run: w.Local;
  /** All of the word in hand has been read here, and is asked about here. */
  isKnown: w.Local;
  /** Whether something other than a plain boundary stands here. */
  isSign: w.Local;
  byte: w.Local;
  /** How many bytes stand here that are not letters of ASCII. */
  width: w.Local;
}

interface Exits {
  /** To JavaScript, with a word in hand that has not been asked about. */
  out: w.Label;
  /** Back to the loop that reads letters. */
  letters: w.Label;
}

/**
 * `skip(from, afterHalf, inLink)`: goes on from `from` and returns where something else stands than words and plain boundaries, or
 * where a word ends that needs a closer look. Where the word in hand began is read from and left at `BEGIN`; at `KNOWN`
 * it leaves whether that word may be one of a watch. `afterHalf`: the word before may be half a name, so that the
 * next one needs a closer look.
 */
export function skipWords(f: WasmFunction, numbers: { confirm: number; slips: number }): WasmFunction {
  const [from, afterHalf, inLink] = [f.parameter(0), f.parameter(1), f.parameter(2)];
  const v = variables(f, from);
  const { at, begin, run } = v;
  const exits: Exits = { out: new w.Label(), letters: new w.Label() };
  f.body = w.steps(
    w.set(begin, w.load32(BEGIN)),
    w.set(run, begin),
    w.set(v.isKnown, w.and(w.eq(begin, from), w.not(afterHalf))),
    w.store32(KNOWN, UNASKED),
    w.block(exits.out, w.loop(exits.letters,
      toEndOfLetters(f, at),
      readSign(f, v, inLink, exits),
      w.when(w.more(at, begin), w.steps(
        endWord(v, exits),
        addRun(f, v),
        judgeWord(f, v, numbers, exits.out),
        w.when(v.isSign, w.steps(w.store32(KNOWN, NONE), w.go(exits.out))),
      ), w.goIf(exits.out, v.isSign)),
      w.when(inLink, stopAtBlank(v, exits), w.set(at, w.add(at, v.width))),
      toNextToken(f, at),
      beginWord(v, afterHalf),
      w.go(exits.letters),
    )),
    w.store32(BEGIN, begin),
    w.give(at),
  ); // prettier-ignore
  return f;
}

function variables(f: WasmFunction, at: w.Local): Variables {
  const [begin, run] = [f.int(), f.int()];
  const lanes = f.long();
  const [length, isKnown, isSign, byte, width] = [f.int(), f.int(), f.int(), f.int(), f.int()];
  return { at, begin, run, isPlain: w.eq(run, begin), lanes, length, isKnown, isSign, byte, width };
}

/** The marks from `at` on, the first of them lowest. */
const marksFrom = (at: w.Local, marks: number) => w.shrLong(w.loadLong(w.shr(at, 3), marks - TEXT / 8), w.toLong(w.and(at, 7)));

function toEndOfLetters(f: WasmFunction, at: w.Local): w.Code {
  const [count, more] = [f.int(), new w.Label()];
  return w.loop(
    more,
    w.set(count, w.toInt(w.countZeros(w.notLong(marksFrom(at, LETTER_BITS))))),
    w.set(at, w.add(at, count)),
    w.goIf(more, w.atLeast(count, SURE)),
  );
}

/** Reads what ends the letters of ASCII: other letters go on, what only stands between words is no sign. */
function readSign(f: WasmFunction, v: Variables, inLink: w.Local, exits: Exits): w.Code {
  const wide = w.when(w.eq(v.byte, FOUR_BYTES), readEmoji(v, inLink, exits), readWide(f, v, inLink, exits));
  return w.steps(
    w.set(v.isSign, isToken(v.at)),
    w.set(v.byte, w.load8(v.at)),
    w.set(v.width, 1),
    w.when(w.and(v.isSign, w.atLeast(v.byte, BEYOND_ASCII)), w.steps(wide, w.set(v.isSign, 0))),
  );
}

const isToken = (at: w.Local) => w.and(w.shr(w.load8(w.shr(at, 3), TOKEN_BITS - TEXT / 8), w.and(at, 7)), 1);

function beginWord({ at, begin, run, length, lanes, isKnown }: Variables, afterHalf: w.Local): w.Code {
  return w.steps(w.set(begin, at), w.set(run, at), w.set(length, 0), w.set(lanes, w.long(0n)), w.set(isKnown, w.not(afterHalf)));
}

function toNextToken(f: WasmFunction, at: w.Local): w.Code {
  const [marks, more] = [f.long(), new w.Label()];
  return w.loop(
    more,
    w.set(marks, marksFrom(at, TOKEN_BITS)),
    w.when(
      w.isZero(marks),
      w.steps(w.set(at, w.and(w.add(at, 64), ~7)), w.go(more)),
      w.set(at, w.add(at, w.toInt(w.countZeros(marks)))),
    ),
  );
}

/** An apostrophe or a dot may stand in the middle of a word, an ampersand too. */
function endWord({ isKnown, isSign, byte }: Variables, { out }: Exits): w.Code {
  const mayStandWithin = [APOSTROPHE, BACKTICK, AMPERSAND, DOT].map((sign) => w.eq(byte, sign)).reduce((a, b) => w.or(a, b));
  return w.steps(w.goIf(out, w.not(isKnown)), w.when(isSign, w.goIf(out, mayStandWithin)));
}

/** Adds the letters of ASCII between `run` and `at` to the lanes of the word. */
function addRun(f: WasmFunction, { at, run, lanes, length }: Variables): w.Code {
  const [count, few] = [f.int(), f.int()];
  const kept = w.shrLong(w.long(-1n), w.toLong(w.sub(64, w.shl(few, 3))));
  const letters = w.andLong(w.andLong(w.loadLong(run), w.long(LETTER_LANES)), kept);
  return w.steps(
    w.set(count, w.sub(at, run)),
    w.when(
      w.and(w.ne(count, 0), w.less(length, 8)),
      w.steps(
        w.set(few, w.select(count, 8, w.less(count, 8))),
        w.set(lanes, w.orLong(lanes, w.shlLong(letters, w.toLong(w.shl(length, 3))))),
      ),
    ),
    w.set(length, w.add(length, count)),
  );
}

/**
 * Reads a code point of two or three bytes: goes on when it is a letter, or a sign by itself that no watch asks about, and comes
 * through when it only stands between words.
 */
function readWide(f: WasmFunction, v: Variables, inLink: w.Local, { out, letters }: Exits): w.Code {
  const [codePoint, kind] = [f.int(), f.int()];
  const moveOn = w.steps(w.set(v.at, w.add(v.at, v.width)), w.set(v.run, v.at));
  return w.steps(
    readCodePoint(f, v, codePoint, out),
    w.set(kind, w.load8(codePoint, WIDE)),
    w.when(w.atLeast(kind, WIDE_LETTER), w.steps(
      addRun(f, v),
      w.when(w.less(v.length, 8), w.set(v.lanes, w.orLong(
        v.lanes, w.shlLong(w.toLong(w.and(kind, 31)), w.toLong(w.shl(v.length, 3))),
      ))),
      w.set(v.length, w.add(v.length, 1)),
      moveOn,
      w.go(letters),
    )),
    w.when(w.and(w.eq(kind, SINGLE_KIND), w.eq(v.at, v.begin)), w.steps(moveOn, w.set(v.begin, v.at), w.go(letters))),
    w.goIf(out, w.or(w.ne(kind, BOUNDARY_KIND), inLink)),
  ); // prettier-ignore
}

function readCodePoint(f: WasmFunction, { at, byte, width }: Variables, codePoint: w.Local, out: w.Label): w.Code {
  const [second, third] = [f.int(), f.int()];
  const isTail = (tail: w.Local) => w.eq(w.and(tail, 0xc0), 0x80);
  return w.steps(
    w.goIf(out, w.atLeast(w.sub(byte, 0xc2), FOUR_BYTES - 0xc2)),
    w.set(second, w.load8(at, 1)),
    w.goIf(out, w.not(isTail(second))),
    w.when(w.less(byte, 0xe0), w.steps(
      w.set(width, 2),
      w.set(codePoint, w.or(w.shl(w.and(byte, 31), 6), w.and(second, 63))),
    ), w.steps(
      w.set(width, 3),
      w.set(third, w.load8(at, 2)),
      w.set(codePoint, w.or(w.shl(w.and(byte, 15), 12), w.or(w.shl(w.and(second, 63), 6), w.and(third, 63)))),
      w.goIf(out, w.or(w.not(isTail(third)), w.less(codePoint, 0x800))),
    )),
  ); // prettier-ignore
}

/** Comes through at an emoji, which stands between words, when no watch asks about any; flags and skin tones need a closer look. */
function readEmoji({ at, width }: Variables, inLink: w.Local, { out }: Exits): w.Code {
  const tail = w.load32(at);
  const third = w.and(w.shr(tail, 16), 0xff);
  const fourth = w.shr(tail, 24);
  const isSkinTone = w.and(w.eq(third, 0x8f), w.atLeast(fourth, 0xbb));
  const isEmoji = w.and(w.eq(w.and(tail, 0xc000ffff), 0x80009ff0), w.less(w.sub(third, 0x8c), 0xac - 0x8c));
  return w.steps(w.goIf(out, w.or(w.or(w.not(isEmoji), isSkinTone), w.or(inLink, w.load8(HAS_SINGLES)))), w.set(width, 4));
}

/** In a link: leaves at white space before the next word, and at a backslash, which may be white space. */
function stopAtBlank({ at, begin, byte }: Variables, { out }: Exits): w.Code {
  const bytes = new w.Label();
  return w.loop(
    bytes,
    w.set(begin, at),
    w.set(byte, w.load8(at)),
    w.goIf(out, w.or(w.less(byte, SPACE + 1), w.eq(byte, BACKSLASH))),
    w.set(at, w.add(at, 1)),
    w.goIf(bytes, w.not(isToken(at))),
  );
}
