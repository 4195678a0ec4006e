import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SlipIndexBuilder } from './slip-index.js';
import { endsWithSlips } from './slips.js';
import { TokenWord } from './token-word.js';
import { firstSlipKey, nextSlipKey, SLIP_PREFIX } from './unit-hash.js';

const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

function tokenOf(text: string): TokenWord {
  const word = new TokenWord();
  word.read(units(text), 0, text.length);
  return word;
}

function keysOf(letters: Uint16Array): number[] {
  const keys = [firstSlipKey(letters)];
  for (let gap = SLIP_PREFIX - 2; gap >= 0; gap--) keys.push(nextSlipKey(keys.at(-1) as number, letters, gap));
  return keys;
}

describe('SlipFilter', () => {
  const letters = (constraints: fc.StringConstraints) => fc.string({ unit: fc.constantFrom(...'abcde'), ...constraints });
  const edit = fc.tuple(fc.nat({ max: 8 }), fc.constantFrom('', 'a', 'e', 'bc'), fc.nat({ max: 2 }));
  const cases = fc.tuple(letters({ minLength: 7, maxLength: 10 }), edit, letters({ maxLength: 3 }), fc.boolean());

  it('lets every slip of a name through by a key that both have', () => {
    let within = 0;
    fc.assert(
      fc.property(cases, ([name, [at, put, cut], tail, sameFirst]) => {
        const spelt = [...name];
        spelt.splice(at, cut, put);
        const token = tokenOf(spelt.join('') + tail);
        if (token.length < SLIP_PREFIX || !endsWithSlips(units(name), token.letters, token.length, 1, () => true)) return;
        if (sameFirst && token.letters[0] !== name.charCodeAt(0)) return;
        const names = new SlipIndexBuilder();
        names.add(1, name, 1);
        const said = names.finish(sameFirst).filter.keysOf(token);
        const own = new Set(keysOf(units(name)));
        const shared = keysOf(token.letters).reduce((bits, key, i) => bits | (Number(own.has(key)) << i), 0);
        within += 1;
        expect([name, token.tail(0), (said & shared) !== 0]).toEqual([name, token.tail(0), true]);
      }),
      { numRuns: 6000 },
    );
    expect(within).toBeGreaterThan(1000);
  });

  it('turns nearly all other words away', () => {
    const names = new SlipIndexBuilder();
    const letter = (i: number) =>
      String.fromCharCode(97 + (((Math.imul(i, 0x9e3779b1) ^ (Math.imul(i, 0x85ebca6b) >>> 13)) >>> 8) % 26));
    const word = (i: number) => Array.from({ length: 8 }, (_, k) => letter(i * 8 + k)).join('');
    for (let i = 1; i <= 3000; i++) names.add(i, word(i), 1);
    const { filter } = names.finish(true);
    const others = Array.from({ length: 3000 }, (_, i) => tokenOf(word(i + 50_000)));
    expect(others.filter((token) => filter.keysOf(token) !== 0).length).toBeLessThan(450);
    expect(Array.from({ length: 3000 }, (_, i) => filter.keysOf(tokenOf(word(i + 1))) & 1).filter((bit) => bit === 0)).toEqual(
      [],
    );
  });
});
