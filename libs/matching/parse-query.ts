/** Reads a query as people write it, and says exactly where it can not be read. */

import { canonicalQuery } from './canonical-query.js';
import { QueryProblem, type Query, type QueryError } from './query.js';
import { problem, readLexemes, type Lexeme } from './query-lexer.js';
import { DEFAULT_NEAR_DISTANCE, MAX_DISTANCE, MAX_QUERY_DEPTH, MAX_QUERY_LENGTH, MAX_QUERY_TERMS } from './query-limits.js';
import { readTerm } from './query-term.js';

export type ParsedQuery = { ok: true; query: Query; canonical: string } | { ok: false; error: QueryError };

const TERM_EXPECTED = ['a word', 'a "phrase"', '(', '@handle', '#tag', 'a field such as author:'];

/**
 * Parses a query. `canonical` is its one formatted spelling: parsing it again gives the same query and the same
 * spelling. Errors carry a 1-based column, a length and what was expected there. Never throws.
 */
export function parseQuery(query: string): ParsedQuery {
  try {
    const parsed = new QueryParser(query).parse();
    return { ok: true, query: parsed, canonical: canonicalQuery(parsed) };
  } catch (error) {
    if (error instanceof QueryProblem) return { ok: false, error: error.detail };
    throw error;
  }
}

class QueryParser {
  private next = 0;
  private depth = 0;
  private terms = 0;
  private readonly lexemes: Lexeme[];

  constructor(query: string) {
    const whole = { start: 0, end: query.length };
    if (query.length > MAX_QUERY_LENGTH) {
      throw problem(
        'query_too_long',
        `A query may have ${MAX_QUERY_LENGTH} characters, this one has ${query.length}.`,
        whole,
        [],
      );
    }
    this.lexemes = readLexemes(query);
    if (this.lexemes.length === 1) throw problem('query_empty', 'Write what to listen for.', whole, TERM_EXPECTED);
  }

  parse(): Query {
    const query = this.parseOr();
    if (this.at(')')) {
      throw problem('query_parenthesis_unexpected', 'This parenthesis closes nothing.', this.here, [
        'a word',
        'the end of the query',
      ]);
    }
    const whole = { start: 0, end: this.here.end };
    if (!looksForSomething(query)) {
      throw problem(
        'query_only_excludes',
        'This query only says what to leave out. Add what to listen for.',
        whole,
        TERM_EXPECTED,
      );
    }
    return query;
  }

  private get here(): Lexeme {
    return this.lexemes[this.next] as Lexeme;
  }

  private at(kind: Lexeme['kind']): boolean {
    return this.here.kind === kind;
  }

  private parseOr(): Query {
    const parts = [this.parseAnd()];
    while (this.here.kind === 'or') {
      this.next += 1;
      parts.push(this.parseAnd());
    }
    return joined('or', parts);
  }

  private parseAnd(): Query {
    const parts = [this.parseNot()];
    while (!['or', ')', 'end'].includes(this.here.kind)) {
      if (this.here.kind === 'and') this.next += 1;
      parts.push(this.parseNot());
    }
    return joined('and', parts);
  }

  private parseNear(): Query {
    let left = this.parsePrimary();
    while (this.here.kind === 'near') {
      const sign = this.here;
      this.next += 1;
      const right = this.parsePrimary();
      if (!hasWordsOnly(left) || !hasWordsOnly(right)) {
        throw problem('query_near_needs_words', 'NEAR joins words, phrases or groups of them with OR.', sign, [
          'words on both sides of NEAR',
        ]);
      }
      left = { kind: 'near', left, right, distance: readDistance(sign) };
    }
    return left;
  }

  private parseNot(): Query {
    if (this.here.kind !== 'not') return this.parseNear();
    return this.deeper(() => {
      this.next += 1;
      const part = this.parseNot();
      return part.kind === 'not' ? part.part : { kind: 'not', part };
    });
  }

  private parsePrimary(): Query {
    const lexeme = this.here;
    this.next += 1;
    if (lexeme.kind === '(') return this.deeper(() => this.parseGroup(lexeme));
    if (lexeme.kind !== 'word' && lexeme.kind !== 'phrase') throw this.missingTerm(lexeme);
    this.terms += 1;
    if (this.terms > MAX_QUERY_TERMS) {
      throw problem('query_too_many_terms', `A query may have ${MAX_QUERY_TERMS} terms; this is one more.`, lexeme, []);
    }
    return readTerm(lexeme);
  }

  private parseGroup(open: Lexeme): Query {
    if (this.at(')')) throw problem('query_term_missing', 'There is nothing in these parentheses.', this.here, TERM_EXPECTED);
    const group = this.parseOr();
    if (!this.at(')')) throw problem('query_parenthesis_open', 'This parenthesis is never closed.', open, [')']);
    this.next += 1;
    return group;
  }

  private deeper(read: () => Query): Query {
    this.depth += 1;
    if (this.depth > MAX_QUERY_DEPTH) {
      throw problem('query_too_deep', `Groups may lie ${MAX_QUERY_DEPTH} deep; this is one more.`, this.here, []);
    }
    const query = read();
    this.depth -= 1;
    return query;
  }

  private missingTerm(found: Lexeme): QueryProblem {
    const before = this.lexemes[this.next - 2];
    const after = before === undefined ? 'at the start' : `after "${before.text}"`;
    const message =
      found.kind === 'end' ? `Something is missing ${after}.` : `A term is missing ${after}: found "${found.text}".`;
    return problem('query_term_missing', message, found, TERM_EXPECTED);
  }
}

function readDistance(sign: Lexeme): number {
  if (sign.tilde === undefined) return DEFAULT_NEAR_DISTANCE;
  const distance = Number(sign.tilde);
  if (sign.tilde === '' || distance < 1 || distance > MAX_DISTANCE) {
    throw problem('query_distance_invalid', `NEAR/ takes 1 to ${MAX_DISTANCE} words.`, sign, [`NEAR/1 to NEAR/${MAX_DISTANCE}`]);
  }
  return distance;
}

/** Flattens groups of the same kind and unwraps a group of one. */
function joined(kind: 'and' | 'or', parts: Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] as Query) : { kind, parts: flat };
}

function hasWordsOnly(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.every(hasWordsOnly);
  if (query.kind === 'near') return hasWordsOnly(query.left) && hasWordsOnly(query.right);
  return query.kind !== 'not' && query.kind !== 'field';
}

/** Whether every way to satisfy the query needs something to be there, so that the first pass can look for it. */
function looksForSomething(query: Query): boolean {
  if (query.kind === 'and') return query.parts.some(looksForSomething);
  if (query.kind === 'or') return query.parts.every(looksForSomething);
  return query.kind !== 'not';
}
