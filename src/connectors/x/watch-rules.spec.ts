import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { notesInEnglish } from '#libs/contracts/notes.js';
import { fold } from '#libs/matching/fold.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import type { Query } from '#libs/matching/query.js';
import { compileQuery } from '../../../test/support/x-server/query.js';
import type { XPost } from '../../../test/support/x-server/world.js';
import { XSettings } from './settings.js';
import { tellWatches } from './watch-rules.js';
import { watchSearches } from './watch-searches.js';

function watched(query: string, id = '1') {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { id, name: `Watch ${id}`, query: parsed.query };
}
const told = (query: string) => {
  const { watches, said } = tellWatches([watched(query)]);
  return [watches[0]?.alternatives.join(' OR ') ?? null, said.length === 0 ? null : notesInEnglish(said)];
};
const settings = (more: object = {}) => XSettings.parse({ bearerToken: 'token', fromWatches: true, ...more });

describe('a watch in the language of X', () => {
  it.each([
    ['Migros', 'migros'],
    ['Şok OR "Tatra banka"', 'şok OR sok OR "tatra banka"'],
    ['(late OR delayed) NEAR/5 (flight OR plane)', '(late OR delayed) (flight OR plane)'],
    ['"late flight"~5', 'late flight'],
    ['Migros -indirim', 'migros -indirim'],
    ['exact:Apple @acme_help', 'Apple @acme_help'],
    ['#AcmeFail OR author:thy', '#AcmeFail OR from:thy'],
    ['Migros from:x lang:tr site:shop.example/help', 'migros url:"shop.example/help"'],
    ['Migros mük*', 'migros'],
    ['Migros NOT (a OR b)', 'migros'],
    ['7-eleven', '"7-eleven"'],
  ])('%s is asked for as %s', (query, words) => {
    expect(told(query)).toEqual([words, null]);
  });

  it('says what it has no words for, and leaves out what is not on X at all', () => {
    expect(told('mük*')).toEqual([null, 'X cannot be asked for all of what is watched: “Watch 1” (mük*).']);
    expect(told('Migros OR mük*')).toEqual(['migros', 'X cannot be asked for all of what is watched: “Watch 1” (mük*).']);
    expect(told('(Migros OR mük*) kasiyer')[1]).toContain('mük*');
    expect(told('from:rss Migros')).toEqual([null, null]);
    expect(told('lang:tr')[1]).toContain('these watches have none: “Watch 1”');
    const many = tellWatches(['a*', 'be*', 'ce*', 'de*', 'ef*'].slice(1).map((query, i) => watched(query, String(i))));
    expect(notesInEnglish(many.said)).toContain('; +1');
  });

  it('finds at least what the watch asks for, whatever the query', () => {
    const word = fc.constantFrom('kargo', 'Şok', 'fatura', 'iade', 'geç');
    const { query: any } = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
        fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} ${b})`),
        fc.tuple(word, tie('query')).map(([a, b]) => `(${a} NOT ${b})`),
      ),
    }));
    fc.assert(
      fc.property(any, fc.array(word, { maxLength: 5 }), (query, words) => {
        const [rule] = told(query);
        const post = { text: words.join(' '), note: null, references: [], links: [], author: { username: 'a', id: '1' } } as unknown as XPost;
        if (holds(watched(query).query, words.map(fold))) expect(rule !== null && compileQuery(String(rule))(post)).toBe(true);
      }),
      { numRuns: 500 },
    ); // prettier-ignore
  });
});

function holds(query: Query, words: readonly string[]): boolean {
  if (query.kind === 'or') return query.parts.some((part) => holds(part, words));
  if (query.kind === 'and') return query.parts.every((part) => holds(part, words));
  if (query.kind === 'not') return !holds(query.part, words);
  return query.kind === 'text' && words.includes(fold(query.text));
}

describe('rules and searches of the watches', () => {
  it('are within what X takes: a rule and a search for each watch, in parts where it is long', () => {
    const long = Array.from({ length: 150 }, (_, i) => `urun${i}`).join(' OR ');
    const { rules, searches, said } = watchSearches(settings(), [watched(long, '7'), watched('Migros', '8')]);
    expect(said).toEqual([]);
    expect(rules.map(({ tag }) => tag)).toEqual(['earshot: watch 7', 'earshot: watch 7, part 2', 'earshot: watch 8']);
    expect(Math.max(...rules.map(({ value }) => value.length))).toBeLessThanOrEqual(1024);
    expect(Math.max(...searches.map((query) => query.length))).toBeLessThanOrEqual(512);
    const all = Array.from({ length: 150 }, (_, i) => `urun${i}`);
    for (const words of [rules.map(({ value }) => value), searches]) expect(all.filter((word) => !words.some((one) => new RegExp(`\\b${word}\\b`).test(one)))).toEqual([]); // prettier-ignore
    expect(searches.some((query) => query.includes('migros'))).toBe(true);
    expect(searches.every((query) => query.endsWith(') -is:retweet'))).toBe(true);
  });

  it('say what is too long, and how many searches are too many', () => {
    const monster = Array.from({ length: 90 }, (_, i) => `kelime${i}sonu`).join(' ');
    const some = watchSearches(settings(), [watched(monster)]);
    expect([some.rules.length, some.searches.length]).toEqual([0, 0]);
    expect(notesInEnglish(some.said)).toMatch(/not heard by its stream: kelime0sonu.*…\. Longer than X takes for a search/);
    const crowd = Array.from({ length: 2000 }, (_, i) => watched(`markanin${i}adi`, String(i)));
    const many = watchSearches(settings(), crowd);
    expect([many.rules.length, many.searches.length]).toEqual([2000, 40]);
    expect(many.said).toMatchObject([{ code: 'x-many-searches', params: { most: 40 } }]);
  });

  it('are none unless the settings say so', () => {
    expect(watchSearches(settings({ fromWatches: false, query: 'a' }), [watched('Migros')])).toEqual({
      rules: [],
      searches: [],
      said: [],
    });
  });
});
