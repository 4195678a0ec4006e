/** WebAssembly: asks about one word whether it may be one of a watch, by its first letters and then by its hash. */

import { MAX_WORD, MULTIPLIER, SLIP_PREFIX, STEM_SEED } from '../unit-hash.js';
import { FIRST_BIT, LATER_GAPS, LATER_MULTIPLIER, SECOND_BIT } from '../slip-filter.js';
import { GROUP_NUMBERS, SHORT, SHORT_STARTS, SLIP_STARTS, STARTS } from '../word-gate.js';
import * as w from './code.js';
import { GROUPS, KNOWN, LATER, LEAST, NUMBERS, PERHAPS, PLACES, SLIP_KEYS } from './layout.js';
import { numberAt, type WasmFunction } from './module.js';

/** Variables of the loop that a word is judged by. */
export interface Word {
  begin: w.Local;
  /** Its first eight letters by their lowest five bits, a byte each. */
  lanes: w.Local;
  length: w.Local;
  /** Not 0 when all its letters are ASCII. */
  isPlain: w.Value;
}

/** A line has 64 bytes, in sixteen numbers. */
const [LINE_SHIFT, LINE_MASK] = [6, 60];

const number = (name: (typeof NUMBERS)[number]) => numberAt(NUMBERS.indexOf(name));
const bit = (numbers: w.Value, place: w.Value) => w.and(w.shr(numbers, place), 1);
const bitOf = (address: number, place: w.Value) => bit(w.load32(w.shl(w.shr(place, 5), 2), address), place);

/** Whether a key may be in a `KeyFilter`. */
function mayHave(filter: 'sixes' | 'stems' | 'halves', key: w.Local, bits: w.Local): w.Code {
  const place = w.shl(w.shr(key, number(`${filter}Shift`)), 2);
  return w.and(
    w.and(
      w.shr([...w.set(bits, w.load32(w.add(number(filter), place))), ...w.push(bits)], w.shr(key, 3)),
      w.shr(bits, w.shr(key, 8)),
    ),
    1,
  );
}

/** Goes to `closer` when the word may be one of a watch; see `WordGate` and `SlipGate`, which say what is asked and why. */
export function judgeWord(f: WasmFunction, word: Word, numbers: { confirm: number; slips: number }, closer: w.Label): w.Code {
  const [four, next, group, least, first, mayDiffer] = [f.int(), f.int(), f.int(), f.int(), f.int(), f.int()];
  const keys = f.int();
  const inGroup = (which: number) => bit(w.load32(group, which * 4), four);
  const isLong = w.more(word.length, SHORT);
  return w.steps(
    packLetters(f, word.lanes, four, next),
    w.set(group, w.add(w.shl(w.shr(four, 5), Math.log2(GROUP_NUMBERS * 4)), GROUPS)),
    w.set(first, w.load8(word.begin)),
    w.set(mayDiffer, w.atLeast(w.or(w.atLeast(first, 0x80), w.less(w.sub(first, 0x41), 26)), number('need'))),
    w.set(least, 0),
    w.when(inGroup(STARTS), w.when(inGroup(SHORT_STARTS), w.set(least, number('shortest')), w.when(isLong,
      w.when(hasSix(f, four, next), w.set(least, SHORT + 1)),
      w.when(mayDiffer, w.set(least, SHORT + 1)),
    ))),
    w.when(w.and(mayDiffer, isLong), w.when(w.or(inGroup(SLIP_STARTS), goesOn(four, next, word.length)), w.steps(
      w.set(keys, w.call(numbers.slips, four, next, word.length)),
      w.when(keys, perhaps(least, keys, closer)),
    ))),
    w.when(least, w.steps(
      w.when(w.not(word.isPlain), perhaps(least, 0, closer)),
      w.when(w.call(numbers.confirm, word.begin, word.length, least, mayDiffer), perhaps(least, 0, closer)),
    )),
  ); // prettier-ignore
}

/** Leaves what is known of the word, for a closer look. */
function perhaps(least: w.Local, slipKeys: w.Value, closer: w.Label): w.Code {
  return w.steps(w.store32(KNOWN, PERHAPS), w.store32(LEAST, least), w.store32(SLIP_KEYS, slipKeys), w.go(closer));
}

/** Puts the first four letters and the next four into twenty bits each, the first of them highest. */
function packLetters(f: WasmFunction, lanes: w.Local, four: w.Local, next: w.Local): w.Code {
  const [pairs, ones] = [f.long(), w.long(0x00ff00ff00ff00ffn)];
  const twos = w.long(0x0000ffff0000ffffn);
  const together = (odd: w.Code, even: w.Code, bits: bigint) => w.orLong(w.shlLong(odd, w.long(bits)), even);
  return w.steps(
    w.set(pairs, together(w.andLong(lanes, ones), w.andLong(w.shrLong(lanes, w.long(8n)), ones), 5n)),
    w.set(pairs, together(w.andLong(pairs, twos), w.andLong(w.shrLong(pairs, w.long(16n)), twos), 10n)),
    w.set(four, w.toInt(pairs)),
    w.set(next, w.toInt(w.shrLong(pairs, w.long(32n)))),
  );
}

function hasSix(f: WasmFunction, four: w.Local, next: w.Local): w.Code {
  const [key, bits] = [f.int(), f.int()];
  return [...w.set(key, sixKey(four, next)), ...mayHave('sixes', key, bits)];
}

/** As `keyOfSix`. */
function sixKey(four: w.Local, next: w.Local): w.Code {
  const mixed = w.mul(w.or(w.shl(four, 10), w.shr(next, 10)), MULTIPLIER);
  return w.xor(mixed, w.shr(mixed, 15));
}

/** Whether the later letters of a word may be those of a name that forgives slips, as `SlipGate` asks it. */
function goesOn(four: w.Local, next: w.Local, length: w.Local): w.Code {
  const last = w.and(four, 31);
  const initial = w.and(four, 0xf8000);
  const amongFew = bitOf(LATER, w.or(w.shl(last, 15), w.shr(next, 5)));
  const amongMany = w.or(
    w.or(
      bitOf(LATER, w.or(initial, w.or(w.shl(last, 10), w.shr(next, 10)))),
      w.and(w.more(length, 6), bitOf(LATER, w.or(initial, w.shr(next, 5)))),
    ),
    w.and(w.more(length, 7), bitOf(LATER, w.or(initial, w.and(next, 0x7fff)))),
  );
  return w.select(amongMany, amongFew, number('need'));
}

/** `confirm(begin, length, least, mayDiffer)`: whether a word of ASCII letters may begin with a stem of `least` letters, or be half a name. */
export function confirmWord(f: WasmFunction): WasmFunction {
  const [begin, length, least, mayDiffer] = [f.parameter(0), f.parameter(1), f.parameter(2), f.parameter(3)];
  const [k, hash, bits] = [f.int(), f.int(), f.int()];
  const letters = new w.Label();
  f.body = w.steps(
    w.set(hash, STEM_SEED),
    w.set(length, w.select(length, MAX_WORD, w.less(length, MAX_WORD))),
    w.loop(letters,
      w.set(hash, w.mul(w.xor(hash, w.or(w.load8(w.add(begin, k)), 0x20)), MULTIPLIER)),
      w.set(k, w.add(k, 1)),
      w.when(w.atLeast(k, least), w.when(mayHave('stems', hash, bits), w.give(1))),
      w.goIf(letters, w.less(k, length)),
    ),
    w.when(w.not(mayDiffer), w.give(0)),
    w.give(mayHave('halves', hash, bits)),
  ); // prettier-ignore
  return f;
}

/** `slips(four, next, length)`: which keys of a slip a word of these first letters has, as `SlipFilter` says it. */
export function askSlips(f: WasmFunction): WasmFunction {
  const [four, next, length] = [f.parameter(0), f.parameter(1), f.parameter(2)];
  const [key, found, first, later] = [f.int(), f.int(), f.int(), f.int()];
  const letter = (at: number) => w.and(at < 4 ? w.shr(four, 15 - 5 * at) : w.shr(next, 35 - 5 * at), 31);
  const part = (place: number, at: number) => w.load32(w.shl(letter(at), 2), PLACES + place * 32 * 4);
  const last = SLIP_PREFIX - 2;
  const gaps = Array.from({ length: last + 1 }, (_, i) => last - i);
  f.body = w.steps(
    w.set(first, lineOf(four, MULTIPLIER)),
    ...Array.from({ length: last + 1 }, (_, i) => w.set(key, w.add(key, part(i, i)))),
    w.set(found, hasInLine(first, key)),
    w.when(w.less(length, SLIP_PREFIX), w.give(found)),
    w.set(later, lineOf(w.or(w.and(four, 0xf8000), w.shr(next, 5)), LATER_MULTIPLIER)),
    ...gaps.map((gap, i) =>
      w.steps(
        gap === 0
          ? w.steps(w.when(number('need'), w.give(found)), w.set(first, lineOf(withoutFirst(four, next), MULTIPLIER)))
          : [],
        w.set(key, w.sub(w.add(key, part(gap, gap + 1)), part(gap, gap))),
        w.set(found, w.or(found, w.shl(hasInLine(gap > 0 && gap <= LATER_GAPS ? later : first, key), i + 1))),
      ),
    ),
    w.give(found),
  );
  return f;
}

/** The second to the fifth letter. */
const withoutFirst = (four: w.Local, next: w.Local) => w.or(w.and(w.shl(four, 5), 0xfffe0), w.shr(next, 15));

/** Where a line of the filter of slips begins. */
function lineOf(letters: w.Value, multiplier: number): w.Code {
  return w.add(number('slips'), w.shl(w.shr(w.mul(letters, multiplier), number('slipsShift')), LINE_SHIFT));
}

function hasInLine(line: w.Local, key: w.Local): w.Code {
  const bits = (from: number) => w.shr(w.load32(w.add(line, w.and(w.shr(key, from + 3), LINE_MASK))), w.shr(key, from));
  return w.and(w.and(bits(FIRST_BIT), bits(SECOND_BIT)), 1);
}
