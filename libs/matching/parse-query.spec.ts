import { describe, expect, it } from '@jest/globals';
import { parseQuery } from './parse-query.js';

function canonical(query: string): string {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(`${parsed.error.code} at ${parsed.error.column}: ${parsed.error.message}`);
  return parsed.canonical;
}

function errorOf(query: string) {
  const parsed = parseQuery(query);
  if (parsed.ok) throw new Error(`parsed as ${parsed.canonical}`);
  return parsed.error;
}

describe('parseQuery', () => {
  it.each([
    ['Migros', 'Migros'],
    ['Migros  kasiyer', 'Migros AND kasiyer'],
    ['Migros | Şok -indirim', 'Migros OR Şok AND NOT indirim'],
    ['(Migros OR Şok) kasiyer', '(Migros OR Şok) AND kasiyer'],
    ['((a))', 'a'],
    ['a AND (b AND c)', 'a AND b AND c'],
    ['“Tatra  banka”', '"Tatra banka"'],
    ['"late flight"~5', '"late flight"~5'],
    ['(late OR delayed) near/5 (flight OR plane)', '(late OR delayed) NEAR/5 (flight OR plane)'],
    ['late NEAR flight', 'late NEAR/10 flight'],
    ['mük*', 'mük*'],
    ['=Apple', 'exact:Apple'],
    ['exact:"Apple Pay"', 'exact:"Apple Pay"'],
    ['author:@thy uçuş', 'author:thy AND uçuş'],
    ['from:RSS x lang:TR link:shop.example/help', 'from:rss AND x AND lang:tr AND site:shop.example/help'],
    ['@Acme_Help OR #AcmeFail', '@Acme_Help OR #AcmeFail'],
    ['C&A AT&T 7-Eleven Yahoo! McDonald’s', 'C&A AND AT&T AND 7-Eleven AND Yahoo! AND McDonald’s'],
    ['Getir[name no-misspelt]', 'Getir[name no-misspelt]'],
    ['😡 servis', '😡 AND servis'],
    ['"OR" x', '"OR" AND x'],
    ['NOT NOT a', 'a'],
    ['a NOT (b OR c)', 'a AND NOT (b OR c)'],
  ])('writes %s as %s', (query, expected) => {
    expect(canonical(query)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });

  it.each([
    ['', 'query_empty', 1],
    ['   ', 'query_empty', 1],
    ['Migros (Şok', 'query_parenthesis_open', 8],
    ['Migros )', 'query_parenthesis_unexpected', 8],
    ['Migros "Tatra', 'query_quote_open', 8],
    ['Migros OR', 'query_term_missing', 10],
    ['OR Migros', 'query_term_missing', 1],
    ['Migros ()', 'query_term_missing', 9],
    ['-Migros', 'query_only_excludes', 1],
    ['a OR -b', 'query_only_excludes', 1],
    ['foo:bar', 'query_field_unknown', 1],
    ['x author:', 'query_field_empty', 3],
    ['x lang:turkish', 'query_language_invalid', 3],
    ['x !!!', 'query_term_without_letters', 3],
    ['x a*', 'query_prefix_too_short', 3],
    ['x NEAR/0 y', 'query_distance_invalid', 3],
    ['x late~5', 'query_distance_invalid', 3],
    ['x late[loud]', 'query_option_unknown', 3],
    ['x NEAR lang:tr', 'query_near_needs_words', 3],
    ['x *', 'query_term_missing', 3],
  ])('refuses %s with %s at column %i', (query, code, column) => {
    const error = errorOf(query);
    expect(error).toMatchObject({ code, column });
    expect(error.length).toBeGreaterThan(0);
    expect(error.message).not.toBe('');
  });

  it('refuses monstrous queries with their reason', () => {
    expect(errorOf('a '.repeat(10_001)).code).toBe('query_too_long');
    expect(errorOf('ab '.repeat(1_001)).code).toBe('query_too_many_terms');
    expect(errorOf(`${'('.repeat(41)}a${')'.repeat(41)}`).code).toBe('query_too_deep');
    expect(errorOf('NOT '.repeat(50) + 'a').code).toBe('query_too_deep');
  });
});
