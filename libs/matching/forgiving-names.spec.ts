import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ForgivingNames } from './forgiving-names.js';
import { endsWithSlips } from './slips.js';
import { TokenWord } from './token-word.js';

const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

function tokenOf(text: string): TokenWord {
  const word = new TokenWord();
  word.read(units(text), 0, text.length);
  word.noteLetters();
  return word;
}

describe('ForgivingNames', () => {
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
        if (!endsWithSlips(units(name), token.letters, token.length, slips, () => true)) return;
        within += 1;
        const names = new ForgivingNames();
        const number = names.add(3, name, slips);
        expect([name, token.tail(0), names.finish().mayBe(number, token)]).toEqual([name, token.tail(0), true]);
      }),
      { numRuns: 4000 },
    );
    expect(within).toBeGreaterThan(1000);
  });

  it('turns away most that only begin like it', () => {
    const names = new ForgivingNames();
    names.add(7, 'brasotumel', 1);
    names.finish();
    expect(names.entryOf(0)).toBe(7);
    expect(['brasotumel', 'brastoumel', 'brasotumell', 'basotumel'].map((token) => names.mayBe(0, tokenOf(token)))).toEqual(
      [true, true, true, true], // prettier-ignore
    );
    expect(['brasilia', 'brasotu', 'brasitelum', 'brastotmuel'].map((token) => names.mayBe(0, tokenOf(token)))).toEqual(
      [false, false, false, false], // prettier-ignore
    );
  });
});
