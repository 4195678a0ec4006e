import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileWatches, matchPost, type CompiledWatches } from './match-posts.js';
import { parseQuery } from './parse-query.js';
import { prefilterBytes } from './prefilter-bytes.js';

function watching(...queries: string[]): CompiledWatches {
  const watches = queries.map((query) => {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error(`${query}: ${parsed.error.message}`);
    return { id: query, query: parsed.query, options: { kind: 'brand' as const, threshold: 0 } };
  });
  return compileWatches(watches);
}

const event = (text: string) =>
  Buffer.from(JSON.stringify({ did: 'did:plc:x', commit: { record: { text, langs: ['tr'] }, cid: 'b' } }));

const QUERIES = [
  'Migros',
  '"Tatra banka"',
  'Turkcell',
  'Hepsiburada',
  'C&A',
  '#AcmeFail',
  '@acme_help',
  '😡',
  '🇹🇷',
  'mük*',
  'Slovenská',
  '"late flight"~3',
  'H&M',
  'A.C.M.E',
  '"Disney+"',
  'O2',
];

describe('prefilterBytes', () => {
  const watches = watching(...QUERIES);

  it.each([
    ['MİGROS’tan aldım', true],
    ['v Tatra banke', true],
    ['tatrabanka', true],
    ['hepsi burada', true],
    ['turkcel \\ "çekmiyor"\n', true],
    ['C&amp;A', true],
    ['so #acmefail', true],
    ['#OhAcmeFail', true],
    ['ping @Acme_Help', true],
    ['😡', true],
    ['🇹🇷', true],
    ['mükelleften', true],
    ['Асmе', true],
    ['nothing of interest here', false],
    ['https://www.migros.com.tr/x', true],
    ['a.c.m.e', true],
    ['#"MİGROS’MİGROS’', true],
    ['MİGROS’şMİGROS’#', true],
    ['migrosacme://#+@', true],
    ['migrosmigrosmigrosmigros://#m', true],
  ])('%s: %s', (text, expected) => {
    expect(prefilterBytes(watches, event(text))).toBe(expected);
  });

  it('reads only the keys it is told, with any spacing', () => {
    expect(prefilterBytes(watches, Buffer.from('{ "text" : "migros" }'))).toBe(true);
    expect(prefilterBytes(watches, Buffer.from('{"title":"migros","text":1}'))).toBe(false);
    expect(prefilterBytes(watches, Buffer.from('{"content":"migros"}'), { textKeys: ['content'] })).toBe(true);
    expect(prefilterBytes(watches, new Uint8Array(Buffer.from('{"text":"mi\\u0067ros"}')))).toBe(true);
    expect(prefilterBytes(watches, Buffer.from('{"text":"migros'))).toBe(true);
  });

  it('lets everything through that hangs on who wrote it or where', () => {
    expect(prefilterBytes(watching('author:thy'), event('nothing'))).toBe(true);
    expect(prefilterBytes(watching('site:shop.example'), Buffer.from('{"text":"x","uri":"https://shop.example/a"}'))).toBe(true);
    expect(prefilterBytes(watching('site:shop.example'), Buffer.from('{"text":"x","uri":"https://other.example/a"}'))).toBe(
      false,
    );
  });

  it('knows of links that the connector builds', () => {
    const shape = { textKeys: ['text'], builtLinks: ['https://shop.example/profile/'] };
    expect(prefilterBytes(watching('site:shop.example'), event('nothing'), shape)).toBe(true);
    expect(prefilterBytes(watching('site:other.example'), event('nothing'), shape)).toBe(false);
  });

  it('never says no to a post that matches', () => {
    const pieces = [
      'migros',
      'MİGROS’',
      'tan ',
      ' ',
      'Tatra',
      '-',
      'banke',
      'C&amp;',
      'C&A',
      '#',
      '@',
      'acme',
      'Acme',
      'Fail',
      '_help',
      '😡',
      '🇹🇷',
      '🇸🇰',
      "'",
      '.',
      'a',
      'c',
      'm',
      'e',
      '\\',
      '"',
      '\n',
      'ş',
      'Ş',
      'İ',
      'turkcel',
      'hepsi',
      'burada',
      'late',
      'flight',
      '\u200b',
      '\u202e',
      '&',
      ';',
      '+',
      'Disney',
      'O2',
      'о',
      '字',
      'ﬁ',
      '://',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        if (matchPost(watches, { text }).length > 0) expect([text, prefilterBytes(watches, event(text))]).toEqual([text, true]);
      }),
      { numRuns: 5000 },
    );
  });

  it('agrees with itself on the brand cases', () => {
    const lines = readFileSync(new URL('./fixtures/brand-cases.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { term, text } = JSON.parse(line) as { term: string; text: string };
      const one = watching(`"${term}"`);
      if (matchPost(one, { text }).length > 0) expect([text, prefilterBytes(one, event(text))]).toEqual([text, true]);
    }
  });
});
