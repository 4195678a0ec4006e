/** Writes a query in its one formatted spelling. */

import type { Query, QueryTerm, TermOptions, TextTerm } from './query.js';

/** A word that needs no quotes: it can not be read as a sign, a field, an operator, a handle or a tag. */
const BARE = /^(?![-@#=])(?![\p{L}]+:)(?!(?:AND|OR|NOT|&&|NEAR|(?:NEAR|near)\/\d*)$)[^\s\u200b\u2060\ufeff()[\]*|~"“”„«»]+$/u;

/** The canonical spelling: operators written out, groups in parentheses only where they are needed. */
export function canonicalQuery(query: Query): string {
  switch (query.kind) {
    case 'or':
      return query.parts.map(canonicalQuery).join(' OR ');
    case 'and':
      return query.parts.map((part) => inParentheses(part, part.kind === 'or')).join(' AND ');
    case 'not':
      return `NOT ${inParentheses(query.part, ['or', 'and', 'near'].includes(query.part.kind))}`;
    case 'near':
      return `${inParentheses(query.left, isLoose(query.left))} NEAR/${query.distance} ${inParentheses(query.right, query.right.kind === 'near' || isLoose(query.right))}`;
    default:
      return canonicalTerm(query);
  }
}

function isLoose(query: Query): boolean {
  return query.kind === 'or' || query.kind === 'and';
}

function inParentheses(query: Query, needed: boolean): string {
  return needed ? `(${canonicalQuery(query)})` : canonicalQuery(query);
}

/** The canonical spelling of one term. */
export function canonicalTerm(term: QueryTerm): string {
  if (term.kind === 'handle') return `@${term.text}`;
  if (term.kind === 'tag') return `#${term.text}`;
  if (term.kind === 'field') return `${term.field}:${quotedWhereNeeded(term.value, false)}`;
  return canonicalText(term);
}

function canonicalText(term: TextTerm): string {
  const star = term.prefix ? '*' : '';
  const slop = term.slop > 0 ? `~${term.slop}` : '';
  return `${term.exact ? 'exact:' : ''}${quotedWhereNeeded(term.text, term.slop > 0)}${star}${slop}${canonicalOptions(term.options)}`;
}

function quotedWhereNeeded(text: string, always: boolean): string {
  return always || !BARE.test(text) ? `"${text.trim().replace(/["“”„«»]/gu, '')}"` : text;
}

function canonicalOptions(options: TermOptions): string {
  const names = Object.entries(options)
    .filter(([, on]) => on !== undefined)
    .map(([name, on]) => (on ? name : `no-${name}`))
    .sort();
  return names.length === 0 ? '' : `[${names.join(' ')}]`;
}
