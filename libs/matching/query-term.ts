/** Turns one word, phrase or field of a query into a term, with its options. */

import { canonicalTerm } from './canonical-query.js';
import type { Query, QueryField, QueryTerm, TermOptions, TextTerm } from './query.js';
import { problem, type Lexeme } from './query-lexer.js';
import { MAX_DISTANCE, MAX_PHRASE_WORDS, MIN_PREFIX_LENGTH } from './query-limits.js';
import { wordsOf } from './tokenise.js';

const FIELDS: Record<string, QueryField> = {
  author: 'author',
  from: 'from',
  lang: 'lang',
  site: 'site',
  link: 'site',
  url: 'site',
};
const FIELDS_EXPECTED = ['author:', 'from:', 'lang:', 'site:', 'link:', 'exact:'];
const OPTIONS: (keyof TermOptions)[] = ['joined', 'misspelt', 'name', 'suffixes'];
const OPTIONS_EXPECTED = ['plain', ...OPTIONS.flatMap((name) => [name, `no-${name}`])];
const PLAIN: TermOptions = { joined: false, misspelt: false, name: false, suffixes: false };

/** Reads a word, phrase, handle, tag or field. Throws `QueryProblem` at its column. */
export function readTerm(lexeme: Lexeme): Query {
  const isText = lexeme.field === '' || lexeme.field === 'exact';
  const term = isText ? readText(lexeme) : readField(lexeme);
  return { ...term, term: canonicalTerm(term) };
}

function readField(lexeme: Lexeme): QueryTerm {
  const field = FIELDS[lexeme.field];
  const name = { start: lexeme.start, end: lexeme.start + lexeme.field.length + 1 };
  if (field === undefined || !Object.hasOwn(FIELDS, lexeme.field)) {
    const hint = `There is no field "${lexeme.field}:". Put the text in quotes to look for it as it stands.`;
    throw problem('query_field_unknown', hint, name, FIELDS_EXPECTED);
  }
  const value = field === 'lang' || field === 'from' ? lexeme.text.toLowerCase() : lexeme.text;
  if (value.trim() === '')
    throw problem('query_field_empty', `"${lexeme.field}:" needs a value right after the colon.`, name, ['a value']);
  if (field === 'lang' && !/^[a-z]{2,3}$/.test(value)) {
    throw problem('query_language_invalid', 'lang: takes a language code of two or three letters.', lexeme, ['tr', 'sk', 'en']);
  }
  refuseTail(lexeme);
  return { kind: 'field', field, value: field === 'author' ? value.replace(/^@/, '') : value, term: '' };
}

function refuseTail(lexeme: Lexeme): void {
  const tail = lexeme.star ? '*' : lexeme.tilde !== undefined ? '~' : lexeme.options !== undefined ? '[' : '';
  if (tail !== '') throw problem('query_option_unknown', `"${tail}" can not follow a field, handle or tag.`, lexeme, ['a space']);
}

function readText(lexeme: Lexeme): QueryTerm {
  const words = wordsOf(lexeme.text);
  if (words.length === 0) {
    throw problem('query_term_without_letters', 'This has no letters, digits or emoji to look for.', lexeme, [
      'a word',
      'an emoji',
    ]);
  }
  if (words.length > MAX_PHRASE_WORDS) {
    throw problem('query_too_long', `A phrase may have ${MAX_PHRASE_WORDS} words.`, lexeme, ['a shorter phrase']);
  }
  const named =
    lexeme.kind === 'word' && lexeme.field === ''
      ? /^([@#])([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*(?:@[\p{L}\p{N}.-]+)?)$/u.exec(lexeme.text)
      : null;
  if (named) {
    refuseTail(lexeme);
    return { kind: named[1] === '@' ? 'handle' : 'tag', text: (named[2] as string).replace(/[.-]+$/, ''), term: '' };
  }
  return readWords(lexeme, words);
}

function readWords(lexeme: Lexeme, words: string[]): TextTerm {
  if (lexeme.star && (words.at(-1) as string).length < MIN_PREFIX_LENGTH) {
    throw problem('query_prefix_too_short', `At least ${MIN_PREFIX_LENGTH} letters must stand before "*".`, lexeme, [
      'a longer beginning',
    ]);
  }
  return {
    kind: 'text',
    text: lexeme.text.trim().replace(/\s+/gu, ' '),
    prefix: lexeme.star,
    exact: lexeme.field === 'exact',
    slop: readSlop(lexeme),
    options: readOptions(lexeme),
    term: '',
  };
}

function readSlop(lexeme: Lexeme): number {
  if (lexeme.tilde === undefined) return 0;
  const slop = Number(lexeme.tilde);
  if (lexeme.kind !== 'phrase' || lexeme.tilde === '' || slop > MAX_DISTANCE) {
    const message = `"~" gives a "phrase" the number of other words, up to ${MAX_DISTANCE}, that may stand between its own.`;
    throw problem('query_distance_invalid', message, lexeme, [`"two words"~5`]);
  }
  return slop;
}

function readOptions(lexeme: Lexeme): TermOptions {
  let options: TermOptions = {};
  for (const name of lexeme.options?.split(/[\s,]+/u).filter(Boolean) ?? []) {
    const known = OPTIONS.find((option) => name === option || name === `no-${option}`);
    if (name === 'plain') options = { ...options, ...PLAIN };
    else if (known) options = { ...options, [known]: !name.startsWith('no-') };
    else throw problem('query_option_unknown', `There is no option "${name}".`, lexeme, OPTIONS_EXPECTED);
  }
  return options;
}
