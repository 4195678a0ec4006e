import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SlipIndexBuilder, type SlipIndex } from './slip-index.js';
import { endsWithSlips } from './slips.js';
import { TokenWord } from './token-word.js';
import { firstSlipKey, nextSlipKey, SLIP_PREFIX } from './unit-hash.js';

const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));
const ENTRY = 215_780;

function tokenOf(text: string): TokenWord {
  const word = new TokenWord();
  word.read(units(text), 0, text.length);
  word.noteLetters();
  return word;
}

function indexOf(name: string, slips: number): SlipIndex {
  const names = new SlipIndexBuilder();
  names.add(ENTRY, name, slips);
  return names.finish(false);
}

/** The keys by which slips of a word are looked up, that of its first letters first. */
function keysOf(letters: Uint16Array, length: number): number[] {
  const keys = [firstSlipKey(letters)];
  for (let gap = SLIP_PREFIX - 2; gap >= 0 && length >= SLIP_PREFIX; gap--)
    keys.push(nextSlipKey(keys.at(-1) as number, letters, gap));
  return keys;
}

/** Entries of the names that a token may be, by all its keys. */
function found(index: SlipIndex, token: TokenWord): number[] {
  const entries: number[] = [];
  keysOf(token.letters, token.length).forEach((key, i) => {
    for (let place = index.begin(key); place < index.end(key); place = index.after(place))
      if (index.mayBe(place, key, token, i === 0)) entries.push(index.entryOf(place));
  });
  return entries;
}

describe('SlipIndex', () => {
  it('turns away no token that the name is in with its slips, whatever follows', () => {
    const letters = (constraints: fc.StringConstraints) => fc.string({ unit: fc.constantFrom(...'abcd9'), ...constraints });
    const edit = fc.tuple(fc.nat({ max: 15 }), fc.constantFrom('', 'a', 'e', 'bc'), fc.nat({ max: 2 }));
    const cases = fc.tuple(letters({ minLength: 7, maxLength: 16 }), fc.array(edit, { maxLength: 2 }), letters({ maxLength: 4 }));
    let within = 0;
    fc.assert(
      fc.property(cases, ([name, edits, tail]) => {
        const spelt = [...name];
        for (const [at, put, cut] of edits) spelt.splice(at, cut, put);
        const token = tokenOf(spelt.join('') + tail);
        const slips = name.length < 11 ? 1 : 2;
        if (token.length < SLIP_PREFIX - 1 || !endsWithSlips(units(name), token.letters, token.length, slips, () => true)) return;
        const own = keysOf(units(name), name.length);
        // Of two slips only one may be among the first letters.
        if (slips === 2 && !keysOf(token.letters, token.length).some((key) => own.includes(key))) return;
        within += 1;
        expect([name, token.tail(0), found(indexOf(name, slips), token)[0]]).toEqual([name, token.tail(0), ENTRY]);
      }),
      { numRuns: 4000 },
    );
    expect(within).toBeGreaterThan(1000);
  });

  it('turns away most that only begin like it', () => {
    const index = indexOf('brasotumel', 1);
    const isFound = (token: string) => found(index, tokenOf(token)).length > 0;
    expect(['brasotumel', 'brastoumel', 'brasotumell', 'basotumel'].map(isFound)).toEqual([true, true, true, true]);
    expect(['brasilia', 'brasotu', 'brasitelum', 'brastotmuel'].map(isFound)).toEqual([false, false, false, false]);
  });

  it('finds each of many names by its own key', () => {
    const names = new SlipIndexBuilder();
    const word = (i: number) => `name${String.fromCharCode(97 + (i % 26), 97 + (((i / 26) | 0) % 26), 97 + ((i / 676) | 0))}ten`;
    for (let i = 0; i < 3000; i++) names.add(i, word(i), 1);
    const index = names.finish(false);
    const missed = Array.from({ length: 3000 }, (_, i) => i).filter((i) => !found(index, tokenOf(word(i))).includes(i));
    expect(missed).toEqual([]);
  });
});
