import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { kindAt } from './beyond-ascii.js';
import { isLetter, lengthAt } from './byte-kinds.js';
import { compileWatches, matchPost, type CompiledWatches } from './match-posts.js';
import { parseQuery } from './parse-query.js';
import { prefilterBytes } from './prefilter-bytes.js';
import { Engine } from './wasm/engine.js';
import { UNASKED } from './wasm/layout.js';

const SYLLABLES = [
  'mi',
  'gros',
  'ta',
  'tra',
  'ban',
  'ka',
  'hep',
  'si',
  'Bu',
  'ra',
  'da',
  'xe',
  'ro',
  'çı',
  'ľa',
  'Šti',
  '2',
  'ё',
];
const SIGNS = [
  "'",
  '.',
  '. ',
  '#',
  '@',
  '’',
  '…',
  ' ',
  ' ',
  ' ',
  '-',
  '\n',
  '"',
  '\\',
  '😡',
  '字',
  '://',
  '&',
  '\u200b',
  'İ',
  'T',
];
const name = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const query = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 2, arbitrary: fc.tuple(name, name).map(([a, b]) => `"${a} ${b}"`) },
  { weight: 1, arbitrary: name.map((word) => `${word}*`) },
  { weight: 1, arbitrary: fc.constantFrom('😡', '字', '#migros', '@tatra', 'C&A', 'a.b.c') },
);

function watching(queries: string[], many: number): CompiledWatches {
  const all = [...queries, ...Array.from({ length: many }, (_, i) => `Qy${i.toString(36)}volakex`)];
  const watches = all.flatMap((text, i) => {
    const parsed = parseQuery(text);
    return parsed.ok ? [{ id: String(i), query: parsed.query, options: { kind: 'brand' as const, threshold: 0 } }] : [];
  });
  return compileWatches(watches);
}

/** Texts that speak of the names, cut, joined, slipped and beside other things. */
const textAbout = (queries: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...queries, ...SYLLABLES, ...SIGNS), fc.constantFrom('', ...SIGNS), fc.nat({ max: 24 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) =>
      parts.map(([piece, sign, cut]) => (cut < 9 ? piece.slice(0, cut) + piece.slice(cut + 1) : piece) + sign).join(''),
    );

/** As `skip`, without leaving anything out: every word and every sign is looked at. */
function plainSkip(this: Engine, from: number, begin: number): number {
  let i = from;
  while (isLetter(this.bytes[i]) || ((this.bytes[i] as number) >= 0x80 && kindAt(this.bytes, i) > 0))
    i += lengthAt(this.bytes, i);
  left.set(this, begin);
  return i;
}
const left = new WeakMap<Engine, number>();

function lookingAtAll<T>(look: () => T): T {
  const spies = [
    jest.spyOn(Engine.prototype, 'skip').mockImplementation(plainSkip),
    jest.spyOn(Engine.prototype, 'begin', 'get').mockImplementation(function (this: Engine) {
      return left.get(this) as number;
    }),
    jest.spyOn(Engine.prototype, 'known', 'get').mockReturnValue(UNASKED),
  ];
  try {
    return look();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('the first pass', () => {
  it.each([
    ['few', 0, 120],
    ['many', 2100, 12],
  ])('passes over nothing that a look at every word would find, among %s random names', (_, many, numRuns) => {
    const cases = fc
      .array(query, { minLength: 1, maxLength: 6 })
      .chain((queries) => fc.tuple(fc.constant(queries), fc.array(textAbout(queries), { minLength: 30, maxLength: 30 })));
    let found = 0;
    fc.assert(
      fc.property(cases, ([queries, texts]) => {
        const compiled = watching(queries, many);
        for (const text of texts) {
          const bytes = Buffer.from(JSON.stringify({ cid: 'x', text, langs: ['tr'] }));
          const isTold = lookingAtAll(() => prefilterBytes(compiled, bytes)) || matchPost(compiled, { text }).length > 0;
          if (isTold) expect([queries, text, prefilterBytes(compiled, bytes)]).toEqual([queries, text, true]);
          found += Number(isTold);
        }
      }),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns);
  });
});
