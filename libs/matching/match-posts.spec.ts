import { describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost, type MatchablePost } from './match-posts.js';
import { parseQuery } from './parse-query.js';

function matches(query: string, post: string | MatchablePost) {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const compiled = compileWatches([{ id: 'w', query: parsed.query, options: { kind: 'topic' } }]);
  return matchPost(compiled, typeof post === 'string' ? { text: post } : post)[0];
}

describe('matchPost', () => {
  it.each([
    ['migros', 'MİGROS kapalı', true],
    ['MIGROS', 'mıgros kapalı', true],
    ['migros', 'Migros’tan aldım', true],
    ['kasiyer migros', 'migros kasiyeri ve kasiyer', true],
    ['kasiyer migros', 'migros', false],
    ['migros OR kasiyer', 'bir kasiyer', true],
    ['migros -kasiyer', 'bir kasiyer migros', false],
    ['migros -kasiyer', 'bir migros', true],
    ['"late flight"', 'a late flight', true],
    ['"late flight"', 'flight late', false],
    ['"late flight"~2', 'late again the flight', true],
    ['"late flight"~1', 'late again the flight', false],
    ['(late OR delayed) NEAR/2 flight', 'flight was delayed', true],
    ['(late OR delayed) NEAR/2 flight', 'flight was once more delayed', false],
    ['@acme_help', 'hey @Acme_Help pls', true],
    ['@acme', 'hey @Acme_Help pls', false],
    ['#AcmeFail', 'so #acmefail', true],
    ['#AcmeFail', 'so acmefail', false],
    ['acme', 'Ac\u200bme is Ａｃｍｅ', true],
    ['acme', 'Асmе support', true],
    ['😡', 'servis 😡😡', true],
    ['🇹🇷', '🇸🇰🇹🇷', true],
    ['C&A', 'C&amp;A jacket', true],
  ])('%s on "%s": %s', (query, text, expected) => {
    expect(matches(query, text) !== undefined).toBe(expected);
  });

  it('knows author, source, language and links', () => {
    const post = { text: 'late', authorHandle: '@THY', network: 'x', lang: 'tr', links: ['https://shop.example/help?x=1'] };
    expect(matches('late author:thy from:x lang:tr site:shop.example', post)).toBeDefined();
    expect(matches('late lang:sk', post)).toBeUndefined();
    expect(matches('late site:other.example', post)).toBeUndefined();
  });

  it('points into the original text', () => {
    const text = 'Bugün MİGROS’ta  C&amp;A';
    const found = matches('migros "c&a"', text);
    expect(found?.ranges.map((range) => [text.slice(range.start, range.end), range.term])).toEqual([
      ['MİGROS’ta', 'migros'],
      ['C&amp;A', 'c&a'],
    ]);
  });
});
