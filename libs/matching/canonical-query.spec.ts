import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalQuery, canonicalTerm } from './canonical-query.js';
import { parseQuery } from './parse-query.js';
import type { Query, QueryTerm } from './query.js';

const word = fc.constantFrom(
  'Migros',
  'şok',
  'C&A',
  '7-Eleven',
  'OR',
  'near/3',
  '-x',
  'a:b',
  '#x!',
  "McDonald's",
  'late flight',
  '😡',
  'x',
  'not',
  'AND',
  '12:30',
);
const text = fc
  .record({ text: word, prefix: fc.boolean(), exact: fc.boolean(), slop: fc.constantFrom(0, 0, 5) })
  .map((parts): QueryTerm => ({
    kind: 'text',
    ...parts,
    prefix: parts.prefix && parts.text.length > 2 && parts.text !== '-x',
    options: {},
    term: '',
  }));
const other = fc.constantFrom<QueryTerm>(
  { kind: 'handle', text: 'Acme_Help', term: '' },
  { kind: 'tag', text: 'AcmeFail', term: '' },
  { kind: 'field', field: 'lang', value: 'tr', term: '' },
  { kind: 'field', field: 'author', value: 'Ayşe Yılmaz', term: '' },
  { kind: 'field', field: 'site', value: 'shop.example/x', term: '' },
);
const withTerm = (term: QueryTerm): QueryTerm => ({ ...term, term: canonicalTerm(term) });

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text.map(withTerm),
    other.map(withTerm),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('query') }),
    fc.record({
      kind: fc.constant('near' as const),
      left: text.map(withTerm),
      right: text.map(withTerm),
      distance: fc.integer({ min: 1, max: 100 }),
    }),
  ),
}));

describe('canonicalQuery', () => {
  it('is read back as the same spelling, whatever the query', () => {
    fc.assert(
      fc.property(query, (built) => {
        const parsed = parseQuery(canonicalQuery(built));
        if (!parsed.ok)
          return expect(['query_only_excludes', 'query_too_deep', 'query_prefix_too_short']).toContain(parsed.error.code);
        const again = parseQuery(parsed.canonical);
        expect(again).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });

  it('is read back as the same spelling, whatever was typed', () => {
    const pieces = fc.constantFrom(
      'a',
      'Migros',
      '"',
      '"',
      '(',
      ')',
      '-',
      ' ',
      ' ',
      ' OR ',
      ' AND ',
      'NOT ',
      ' NEAR/3 ',
      '*',
      '~4',
      '[',
      'plain',
      ']',
      'lang:tr',
      '@x',
      '#y',
      'exact:',
      '=',
      ':',
      '“',
      '😡',
      '|',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const parsed = parseQuery(parts.join(''));
        if (parsed.ok) expect(parseQuery(parsed.canonical)).toEqual(parsed);
      }),
      { numRuns: 8000 },
    );
  });
});
