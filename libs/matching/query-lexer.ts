/** Cuts a query into its signs and terms, each with its column. */

import { QueryProblem, type QueryErrorCode } from './query.js';

export interface Lexeme {
  kind: 'word' | 'phrase' | '(' | ')' | 'or' | 'and' | 'not' | 'near' | 'end';
  /** A word's letters, a phrase's content, or the sign itself. */
  text: string;
  /** `author` in `author:x`; empty for none. */
  field: string;
  /** What follows without a space: `*`, `~5`, `[options]`. */
  star: boolean;
  tilde: string | undefined;
  options: string | undefined;
  start: number;
  end: number;
}

const SPACE = /[\s\u200b\u2060\ufeff]/u;
const QUOTES = '"“”„«»';
/** What ends a word besides space. */
const ENDS_WORD = `()[]*|~${QUOTES}`;
const FIELD = /^([\p{L}]+):/u;
const NEAR = /^(?:NEAR(?:\/(\d*))?|near\/(\d*))$/;

/** Makes the error that points at `start`..`end` of the query. */
export function problem(
  code: QueryErrorCode,
  message: string,
  place: { start: number; end: number },
  expected: string[],
): QueryProblem {
  return new QueryProblem({ code, message, column: place.start + 1, length: Math.max(1, place.end - place.start), expected });
}

/** All lexemes of a query, closed by one of kind `end`. Throws `QueryProblem`. */
export function readLexemes(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let i = skipSpace(query, 0);
  while (i < query.length) {
    const lexeme = readLexeme(query, i);
    lexemes.push(lexeme);
    i = skipSpace(query, lexeme.end);
  }
  lexemes.push(sign('end', '', query.length, query.length));
  return lexemes;
}

function skipSpace(query: string, from: number): number {
  let i = from;
  while (i < query.length && SPACE.test(query[i] as string)) i++;
  return i;
}

function sign(kind: Lexeme['kind'], text: string, start: number, end: number): Lexeme {
  return { kind, text, field: '', star: false, tilde: undefined, options: undefined, start, end };
}

function readLexeme(query: string, start: number): Lexeme {
  const first = query[start] as string;
  if (first === '(' || first === ')') return sign(first, first, start, start + 1);
  if (first === '|') return sign('or', '|', start, query[start + 1] === '|' ? start + 2 : start + 1);
  if (isMinus(query, start)) return sign('not', '-', start, start + 1);
  if (QUOTES.includes(first)) return withTail(query, readPhrase(query, start));
  const wordEnd = endOfWord(query, start);
  if (wordEnd === start) {
    throw problem('query_term_missing', `"${first}" must follow a word or phrase.`, { start, end: start + 1 }, [
      'a word',
      'a "phrase"',
      '(',
    ]);
  }
  return readWord(query, start, wordEnd);
}

function isMinus(query: string, start: number): boolean {
  const next = query[start + 1];
  return query[start] === '-' && next !== undefined && !SPACE.test(next) && next !== ')' && next !== '-';
}

function endOfWord(query: string, start: number): number {
  let i = start;
  while (i < query.length && !SPACE.test(query[i] as string) && !ENDS_WORD.includes(query[i] as string)) i++;
  return i;
}

function readWord(query: string, start: number, end: number): Lexeme {
  const text = query.slice(start, end);
  const near = NEAR.exec(text);
  if (near) return { ...sign('near', text, start, end), tilde: near[1] ?? near[2] };
  if (text === 'AND' || text === '&&') return sign('and', text, start, end);
  if (text === 'OR') return sign('or', text, start, end);
  if (text === 'NOT') return sign('not', text, start, end);
  const field = FIELD.exec(text)?.[1];
  if (field !== undefined) return readField(query, field, start, end);
  if (text.startsWith('=')) return readField(query, '', start, end);
  return withTail(query, sign('word', text, start, end));
}

/** Reads `field:value`, `field:"a value"` and `=Value` (short for `exact:Value`). */
function readField(query: string, name: string, start: number, end: number): Lexeme {
  const valueStart = start + name.length + 1;
  const field = name === '' ? 'exact' : name.toLowerCase();
  const next = query[valueStart];
  if (valueStart === end && next !== undefined && QUOTES.includes(next)) {
    return withTail(query, { ...readPhrase(query, valueStart), field, start });
  }
  return withTail(query, { ...sign('word', query.slice(valueStart, end), start, end), field });
}

function readPhrase(query: string, start: number): Lexeme {
  for (let i = start + 1; i < query.length; i++) {
    if (QUOTES.includes(query[i] as string)) return sign('phrase', query.slice(start + 1, i).trim(), start, i + 1);
  }
  throw problem('query_quote_open', 'This quote is never closed.', { start, end: query.length }, ['"']);
}

function withTail(query: string, lexeme: Lexeme): Lexeme {
  let { star, tilde, options, end } = lexeme;
  if (query[end] === '*') {
    star = true;
    end += 1;
  }
  if (query[end] === '~') {
    tilde = /^\d*/.exec(query.slice(end + 1, end + 8))?.[0] ?? '';
    end += 1 + tilde.length;
  }
  if (query[end] === '[') {
    const close = query.indexOf(']', end);
    if (close < 0)
      throw problem('query_option_unknown', 'These options are never closed.', { start: end, end: query.length }, [']']);
    options = query.slice(end + 1, close);
    end = close + 1;
  }
  return { ...lexeme, star, tilde, options, end };
}
