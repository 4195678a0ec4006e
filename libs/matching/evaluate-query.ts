/** Answers one query on one post: the spans of tokens that satisfied it, or nothing. */

import { fold } from './fold.js';
import type { FieldTerm, Query, TextTerm } from './query.js';
import type { ReadPost } from './read-post.js';
import { wordsOf } from './tokenise.js';

/** Tokens `first` to `last` (inclusive) that matched the part `term` of the query. */
export interface Span {
  first: number;
  last: number;
  term: string;
}

/** The spans that satisfied the query, or undefined when the post does not. */
export function evaluateQuery(query: Query, read: ReadPost): Span[] | undefined {
  switch (query.kind) {
    case 'and':
      return evaluateAll(query.parts, read);
    case 'or':
      return evaluateAny(query.parts, read);
    case 'not':
      return evaluateQuery(query.part, read) ? undefined : [];
    case 'near':
      return evaluateNear(query, read);
    case 'text':
      return someOf(spansOfText(query, read));
    case 'handle':
      return someOf(read.handle(query.text).map((t) => ({ first: t, last: t, term: query.term })));
    case 'tag':
      return someOf(read.tag(query.text).map((t) => ({ first: t, last: t, term: query.term })));
    case 'field':
      return holdsField(query, read) ? [] : undefined;
  }
}

function someOf(spans: Span[]): Span[] | undefined {
  return spans.length > 0 ? spans : undefined;
}

function evaluateAll(parts: Query[], read: ReadPost): Span[] | undefined {
  const all: Span[] = [];
  for (const part of parts) {
    const spans = evaluateQuery(part, read);
    if (!spans) return undefined;
    all.push(...spans);
  }
  return all;
}

function evaluateAny(parts: Query[], read: ReadPost): Span[] | undefined {
  const found = parts.map((part) => evaluateQuery(part, read)).filter((spans) => spans !== undefined);
  return found.length > 0 ? found.flat() : undefined;
}

function evaluateNear(near: Query & { kind: 'near' }, read: ReadPost): Span[] | undefined {
  const left = evaluateQuery(near.left, read) ?? [];
  const right = evaluateQuery(near.right, read) ?? [];
  const isNear = (a: Span, b: Span) => Math.max(a.first - b.last, b.first - a.last) <= near.distance;
  const close = [...left.filter((a) => right.some((b) => isNear(a, b))), ...right.filter((b) => left.some((a) => isNear(a, b)))];
  return someOf(close);
}

function spansOfText(term: TextTerm, read: ReadPost): Span[] {
  const words = wordsOf(term.text);
  const spans: Span[] = [];
  for (const first of read.word(words[0] as string)) {
    let last = first;
    let left = term.slop;
    const fits = words.slice(1).every((word) => {
      const next = read.word(word).find((t) => t > last && t - last - 1 <= left);
      if (next === undefined) return false;
      left -= next - last - 1;
      last = next;
      return true;
    });
    if (fits) spans.push({ first, last, term: term.term });
  }
  return spans;
}

function holdsField(term: FieldTerm, read: ReadPost): boolean {
  const { post } = read;
  const value = fold(term.value);
  const is = (text: string | undefined) => text !== undefined && fold(text) === value;
  if (term.field === 'author') return is(post.authorHandle?.replace(/^@/, '')) || is(post.authorName);
  if (term.field === 'from') return is(post.sourceKind) || is(post.sourceId) || is(post.network);
  if (term.field === 'lang') return is(post.lang);
  return [post.url ?? '', ...(post.links ?? [])].some((link) => fold(link).includes(value));
}
