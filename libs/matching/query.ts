/** A parsed query: what a watch listens for, as a tree of groups and terms. */

/** Which help a term gets beyond its letters; what is left out follows the watch and the language. */
export interface TermOptions {
  /** Also its inflected forms: `Turkcell'den`, `Slovenskej sporiteľne`. */
  suffixes?: boolean;
  /** Also written together, apart or with hyphens: `TatraBanka`, `tatra-banka`. */
  joined?: boolean;
  /** Also with one or two letters wrong, when the name is long enough. */
  misspelt?: boolean;
  /** It is a name: where it may be an ordinary word, it needs evidence. */
  name?: boolean;
}

/** A word, phrase or emoji. `slop` is how many other words may stand between those of a phrase. */
export interface TextTerm {
  kind: 'text';
  text: string;
  prefix: boolean;
  exact: boolean;
  slop: number;
  options: TermOptions;
  /** The canonical spelling of this part of the query. */
  term: string;
}

export interface HandleTerm {
  kind: 'handle';
  text: string;
  term: string;
}

export interface TagTerm {
  kind: 'tag';
  text: string;
  term: string;
}

export type QueryField = 'author' | 'from' | 'lang' | 'site';

export interface FieldTerm {
  kind: 'field';
  field: QueryField;
  value: string;
  term: string;
}

export type QueryTerm = TextTerm | HandleTerm | TagTerm | FieldTerm;

export type Query =
  | { kind: 'and'; parts: Query[] }
  | { kind: 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  | { kind: 'near'; left: Query; right: Query; distance: number }
  | QueryTerm;

/** Where a query can not be read. Columns count UTF-16 units from 1. */
export interface QueryError {
  message: string;
  column: number;
  length: number;
  expected: string[];
  code: QueryErrorCode;
}

export type QueryErrorCode =
  | 'query_empty'
  | 'query_too_long'
  | 'query_too_many_terms'
  | 'query_too_deep'
  | 'query_quote_open'
  | 'query_parenthesis_open'
  | 'query_parenthesis_unexpected'
  | 'query_term_missing'
  | 'query_term_without_letters'
  | 'query_prefix_too_short'
  | 'query_distance_invalid'
  | 'query_field_unknown'
  | 'query_field_empty'
  | 'query_language_invalid'
  | 'query_option_unknown'
  | 'query_near_needs_words'
  | 'query_only_excludes';

/** Thrown inside the parser only; `parseQuery` turns it into an answer. */
export class QueryProblem extends Error {
  constructor(readonly detail: QueryError) {
    super(detail.message);
  }
}
