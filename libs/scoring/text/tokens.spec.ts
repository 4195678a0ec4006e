import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokenize } from './tokens.js';

const rawsOf = (text: string): readonly string[] => tokenize(text).map(({ raw }) => raw);
const kindsOf = (text: string): readonly string[] => tokenize(text).map(({ kind }) => kind);

/** Words, marks and numbers as the patterns describe them, of texts that have nothing else. */
const PATTERN = /\p{L}[\p{L}\p{M}\p{N}_]{0,200}(?:['’][\p{L}\p{M}]{1,20})?|[?!]{1,20}|\.{1,20}|…|[,;"]|\p{N}{1,40}/gu;
const SIGNS = [...'abzßçğışžÉİʰёж日\u0301 0789²٣_\'’?!.,;"…/*+~\u00ad\n'];

describe('tokenize', () => {
  it('cuts by its table of Latin letters as by the patterns, also where the table does not reach', () => {
    const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (some) => expect(rawsOf(some)).toEqual(some.match(PATTERN) ?? [])),
      { numRuns: 2_000 },
    );
  });

  it.each([11, 20, 21, 40, 41, 200, 201, 202, 403])('cuts runs of %i as the patterns do', (length) => {
    for (const text of ['a', 'é', 'ж', '7', '!', '.', 'a_'].map((unit) => unit.repeat(length)))
      expect(rawsOf(text)).toEqual(text.match(PATTERN));
    for (const text of [`don'${'t'.repeat(length)}`, `${'a'.repeat(length)}'s`, `${'a'.repeat(length)}’s`])
      expect(rawsOf(text)).toEqual(text.match(PATTERN));
  });

  it('tells every kind', () => {
    expect(kindsOf('@acme #WorstService 3 days :( 😡 https://a.example/x … no!')).toEqual(
      ['handle', 'tag', 'word', 'word', 'number', 'word', 'emoticon', 'emoji', 'link', 'mark', 'word', 'mark'], // prettier-ignore
    );
  });
});
