/** Answers a watch's query on one post from the words found in it: the spans that satisfied it, or nothing. */

import type { ReadPost } from './read-post.js';
import type { SpellingForm } from './name-variants.js';
import type { WordHit, WordHits } from './scan-tokens.js';
import type { TokenRange } from './token-range.js';
import type { NamedNode, PlanNode, PlannedSpelling, WordsNode } from './watch-plan.js';
import type { WordForm } from './word-forms.js';

/** Tokens `first` to `last` that matched a part of the query, and how they were written. */
export interface Span extends TokenRange {
  node: WordsNode | NamedNode;
  spelling: SpellingForm;
  forms: WordForm[];
}

/** A satisfied node with what it rests on; `children` of groups hold only the satisfied ones. */
export interface Answer {
  node: PlanNode;
  spans: Span[];
  children: Answer[];
}

export interface PostFacts {
  read: ReadPost;
  hits: WordHits;
  /** Numbers of handles, tags and fields that the post has, with their tokens, if any. */
  named: ReadonlyMap<number, number[]>;
}

/** More spans of one term are not looked at. */
const MAX_SPANS = 64;

/** The answer of a post to a planned query, or undefined. */
export function evaluatePlan(node: PlanNode, facts: PostFacts): Answer | undefined {
  switch (node.kind) {
    case 'and':
      return evaluateAll(node, facts);
    case 'or':
      return evaluateAny(node, facts);
    case 'not':
      return evaluatePlan(node.part, facts) ? undefined : { node, spans: [], children: [] };
    case 'near':
      return evaluateNear(node, facts);
    case 'words':
      return evaluateWords(node, facts);
    case 'named':
      return evaluateNamed(node, facts);
  }
}

function evaluateAll(node: PlanNode & { kind: 'and' | 'or' }, facts: PostFacts): Answer | undefined {
  const children: Answer[] = [];
  for (const part of node.parts) {
    const answer = evaluatePlan(part, facts);
    if (!answer) return undefined;
    children.push(answer);
  }
  return { node, spans: children.flatMap((child) => child.spans), children };
}

function evaluateAny(node: PlanNode & { kind: 'and' | 'or' }, facts: PostFacts): Answer | undefined {
  const children = node.parts.map((part) => evaluatePlan(part, facts)).filter((answer) => answer !== undefined);
  return children.length > 0 ? { node, spans: children.flatMap((child) => child.spans), children } : undefined;
}

function evaluateNear(node: PlanNode & { kind: 'near' }, facts: PostFacts): Answer | undefined {
  const left = evaluatePlan(node.left, facts);
  const right = left && evaluatePlan(node.right, facts);
  if (!right) return undefined;
  const { position } = facts.read.tokens;
  const at = (t: number) => position[t] as number;
  const isNear = (a: Span, b: Span) => Math.max(at(a.first) - at(b.last), at(b.first) - at(a.last)) <= node.distance;
  const nearLeft = left.spans.filter((a) => right.spans.some((b) => isNear(a, b)));
  if (nearLeft.length === 0) return undefined;
  const nearRight = right.spans.filter((b) => nearLeft.some((a) => isNear(a, b)));
  const children = [
    { ...left, spans: nearLeft },
    { ...right, spans: nearRight },
  ];
  return { node, spans: [...nearLeft, ...nearRight], children };
}

function evaluateNamed(node: NamedNode, facts: PostFacts): Answer | undefined {
  const tokens = facts.named.get(node.number);
  if (!tokens) return undefined;
  const spans = tokens.map((t): Span => ({ first: t, last: t, node, spelling: 'as-written', forms: [] }));
  return { node, spans, children: [] };
}

function evaluateWords(node: WordsNode, facts: PostFacts): Answer | undefined {
  const spans: Span[] = [];
  for (const spelling of node.spellings) {
    for (const span of spansOf(spelling, node, facts)) {
      if (spans.length >= MAX_SPANS) break;
      const isNew = !spans.some((other) => other.first <= span.last && span.first <= other.last);
      if (isNew && isUnbroken(span, node, facts.read) && (!node.term.exact || isExact(span, node, facts.read))) spans.push(span);
    }
  }
  return spans.length > 0 ? { node, spans, children: [] } : undefined;
}

/** A name does not run across a comma or the end of a sentence: `pay, pal` is not PayPal. */
function isUnbroken(span: Span, node: WordsNode, read: ReadPost): boolean {
  if (span.first === span.last || !node.nature.name || node.term.slop > 0) return true;
  const { start, end } = read.rangeOf(span.first, span.last);
  return !/[,;:!?()\n]/.test(read.post.text.slice(start, end).replace(/&#?\w+;/g, ''));
}

function isExact(span: Span, node: WordsNode, read: ReadPost): boolean {
  const { start } = read.rangeOf(span.first, span.last);
  const wanted = node.term.text.normalize('NFC');
  return read.post.text
    .slice(start, start + wanted.length * 2)
    .normalize('NFC')
    .startsWith(wanted);
}

function* spansOf(spelling: PlannedSpelling, node: WordsNode, facts: PostFacts): Iterable<Span> {
  const lists = spelling.words.map((word) => facts.hits.get(word) ?? []);
  if (lists.some((list) => list.length === 0)) return;
  const starts = spelling.slop > 0 ? lists.flat() : (lists[0] as WordHit[]);
  for (const start of starts) {
    const found = spelling.slop > 0 ? within(start, lists, spelling.slop, facts) : inOrder(start, lists, facts);
    if (!found) continue;
    const first = Math.min(...found.map((hit) => hit.first));
    const last = Math.max(...found.map((hit) => hit.last));
    yield { first, last, node, spelling: spelling.form, forms: found.map((hit) => hit.form) };
  }
}

/** The words one right after the other, from `start` on. */
function inOrder(start: WordHit, lists: WordHit[][], facts: PostFacts): WordHit[] | undefined {
  const found = [start];
  for (let i = 1; i < lists.length; i++) {
    const wanted = positionOf((found.at(-1) as WordHit).last, facts) + 1;
    const next = firstFrom(lists[i] as WordHit[], wanted, facts);
    if (!next || positionOf(next.first, facts) !== wanted) return undefined;
    found.push(next);
  }
  return found;
}

/** All words, in any order, with at most `slop` others between them, `start` being the first of them. */
function within(start: WordHit, lists: WordHit[][], slop: number, facts: PostFacts): WordHit[] | undefined {
  const from = positionOf(start.first, facts);
  const to = from + lists.length - 1 + slop;
  const found: WordHit[] = [];
  for (const list of lists) {
    const hit = list.includes(start) && !found.includes(start) ? start : firstFrom(list, from, facts);
    if (!hit || found.includes(hit) || positionOf(hit.last, facts) > to) return undefined;
    found.push(hit);
  }
  return found.includes(start) ? found : undefined;
}

function positionOf(t: number, facts: PostFacts): number {
  return facts.read.tokens.position[t] as number;
}

/** The first hit at or after a position, by halving. */
function firstFrom(list: WordHit[], position: number, facts: PostFacts): WordHit | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positionOf((list[middle] as WordHit).first, facts) < position) low = middle + 1;
    else high = middle;
  }
  return list[low];
}
