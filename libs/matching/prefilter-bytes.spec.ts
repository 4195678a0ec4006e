import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileWatches, matchPost, type CompiledWatches } from './match-posts.js';
import { parseQuery } from './parse-query.js';
import { prefilterBytes } from './prefilter-bytes.js';
import { wordsInFull } from './words-in-full.js';

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

const PIECES = [
  ...['migros', 'MİGROS’', 'tan ', ' ', 'Tatra', '-', 'banke', 'C&amp;', 'C&A', '#', '@', 'acme', 'Acme', 'Fail', '_help', '😡', '🇹🇷', '🇸🇰'],
  ...["'", '.', 'a', 'c', 'm', 'e', '\\', '"', '\n', 'ş', 'Ş', 'İ', 'turkcel', 'Turkcel', 'hepsi', 'burada', 'late', 'flight', '\u200b'],
  ...['\u202e', '&', ' & ', ';', '+', 'Disney', 'O2', 'о', '字', 'ﬁ', '://', '：', '／', '＃', '＠', '…', '🏽', '<', '\u0301', '2', '.5', '한'],
  ...['Xbacedizo', 'Xbacediz', 'Xbace Dizo', '❤️', '_', '🇹'],
]; // prettier-ignore
const escapes = (text: string, which: RegExp) =>
  text.replace(which, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** JSON as JavaScript writes it, as Go does, and as PHP does. */
const WRITERS = [
  (text: string) => JSON.stringify(text),
  (text: string) => escapes(JSON.stringify(text), /[<>&]/g),
  (text: string) => escapes(JSON.stringify(text).replace(/\//g, '\\/'), /[^\x00-\x7f]/g),
];

describe('prefilterBytes', () => {
  /** More names than are forgiven slips everywhere. */
  const amongMany = watching(...QUERIES, 'Xbacedizo', ...Array.from({ length: 2100 }, (_, i) => `Zyq${i.toString(36)}ovalek`));
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

  it('never says no to a post that has a word of a watch, however it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), fc.constantFrom(...WRITERS), (parts, write) => {
        const text = parts.join('');
        const bytes = Buffer.from(`{"cid":"b","text":${write(text)}}`);
        for (const compiled of [watches, amongMany]) {
          const told = wordsInFull(compiled.words, Buffer.from(text), 0, Buffer.byteLength(text), false);
          if (told.some((word) => compiled.telling[word] === 1))
            expect([text, prefilterBytes(compiled, bytes)]).toEqual([text, true]);
        }
      }),
      { numRuns: 6000 },
    );
  });

  it('nor to a long name with slips in it, among few names and among many', () => {
    const long = ['Xbacedizo', 'Turkcell', 'Hepsiburada', 'Slovenská', 'Zyq7ovalek'];
    const edit = fc.tuple(fc.nat({ max: 11 }), fc.constantFrom('', 'a', 'ş', 'Č', "'", '.', '한', '9'), fc.nat({ max: 1 }));
    const slipped = fc.tuple(fc.constantFrom(...long), fc.array(edit, { maxLength: 2 })).map(([name, edits]) => {
      const letters = [...name];
      for (const [at, put, cut] of edits) letters.splice(at, cut, put);
      return letters.join('');
    });
    const around = fc.constantFrom('', ' ', '#', '@', '"', '-', 'şu ', "'dan", 'om', '’ın', '_x', '. ', '字');
    fc.assert(
      fc.property(around, slipped, around, fc.constantFrom(...WRITERS), (before, name, after, write) => {
        const text = `${before}${name}${after}`;
        const bytes = Buffer.from(`{"text":${write(text)}}`);
        for (const compiled of [watches, amongMany]) {
          if (matchPost(compiled, { text }).length === 0) {
            const told = wordsInFull(compiled.words, Buffer.from(text), 0, Buffer.byteLength(text), false);
            if (!told.some((word) => compiled.telling[word] === 1)) continue;
          }
          expect([text, prefilterBytes(compiled, bytes)]).toEqual([text, true]);
        }
      }),
      { numRuns: 1200 },
    );
  });

  it('nor to bytes that are no UTF-8', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PIECES).map((text) => Buffer.from(text.replace(/["\\\n]/g, ' '))),
      fc.integer({ min: 0x80, max: 0xff }).map((byte) => Buffer.of(byte)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const bytes = Buffer.concat([Buffer.from('{"text":"'), ...parts, Buffer.from('"}')]);
        const { text } = JSON.parse(bytes.toString()) as { text: string };
        if (matchPost(watches, { text }).length > 0) expect([text, prefilterBytes(watches, bytes)]).toEqual([text, true]);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with itself on the brand cases', () => {
    const lines = readFileSync(new URL('./fixtures/brand-cases.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const cases = lines.map((line) => JSON.parse(line) as { term: string; text: string });
    const terms = [...new Set(cases.map(({ term }) => term))];
    for (let from = 0; from < terms.length; from += 10) {
      const some = terms.slice(from, from + 10);
      const ten = watching(...some.map((term) => `"${term}"`));
      const found = cases.filter(({ term, text }) => some.includes(term) && matchPost(ten, { text }).length > 0);
      for (const { text } of found) expect([text, prefilterBytes(ten, event(text))]).toEqual([text, true]);
    }
  });
});
