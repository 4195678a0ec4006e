/** Weighs whether a post that has the words of a watch is really about it: adds up log-odds, each with its reason. */

import type { Answer, Span } from './evaluate-plan.js';
import { judgeName } from './judge-name.js';
import type { Judgement } from './judgement.js';
import type { ReadPost } from './read-post.js';
import type { MatchReason } from './watch-options.js';
import type { WatchContext } from './watch-context.js';

/** Plain words mean what they say. */
const PLAIN_WORDS = 1.4;
const HANDLE_OR_TAG = 2.5;
const FIELD_ONLY = 2;
/** Each further part that a query asks for and finds is context that its writer chose. */
const FURTHER_PART = 1.2;
const NEAR_PART = 1.5;
const MAX_FURTHER_PARTS = 3;
/** Spans of one term that are weighed; the best counts. */
const MAX_WEIGHED = 8;

/** The relevance of an answer as log-odds with reasons. */
export function judge(answer: Answer, read: ReadPost, context: WatchContext): Judgement {
  const { node } = answer;
  switch (node.kind) {
    case 'words':
    case 'named':
      return judgeTerm(answer, read, context);
    case 'or':
      return best(answer.children.map((child) => judge(child, read, context)));
    case 'and':
    case 'near':
      return judgeTogether(answer, read, context, node.kind === 'near' ? NEAR_PART : FURTHER_PART);
    case 'not':
      return { score: FIELD_ONLY, reasons: [] };
  }
}

/** From log-odds to [0, 1]. */
export function relevanceOf(score: number): number {
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, score))));
}

function best(judgements: Judgement[]): Judgement {
  return judgements.reduce((a, b) => (b.score > a.score ? b : a));
}

/** As sure as the least sure part, and surer for every further one. */
function judgeTogether(answer: Answer, read: ReadPost, context: WatchContext, perPart: number): Judgement {
  const asking = answer.children.filter((child) => child.node.kind !== 'not');
  const judged = asking.map((child) => judge(child, read, context));
  const least = judged.reduce((a, b) => (b.score < a.score ? b : a));
  const further = Math.min(MAX_FURTHER_PARTS, asking.length - 1) * perPart;
  if (further === 0) return least;
  return {
    score: least.score + further,
    reasons: [...least.reasons, { code: 'match_parts_together', words: '', weight: further }],
  };
}

function judgeTerm(answer: Answer, read: ReadPost, context: WatchContext): Judgement {
  const { node } = answer;
  if (node.kind === 'named') {
    const code = `match_${node.term.kind}`;
    const weight = node.term.kind === 'field' ? FIELD_ONLY : HANDLE_OR_TAG;
    return { score: weight, reasons: [{ code, words: node.term.term, weight }] };
  }
  return best(answer.spans.slice(0, MAX_WEIGHED).map((span) => judgeSpan(span, read, context)));
}

function judgeSpan(span: Span, read: ReadPost, context: WatchContext): Judgement {
  const { node } = span;
  if (node.kind === 'words' && node.nature.name && !node.term.exact && !node.term.prefix)
    return judgeName(span, node, read, context);
  const { start, end } = read.rangeOf(span.first, span.last);
  const reasons: MatchReason[] = [{ code: 'match_words', words: read.post.text.slice(start, end), weight: PLAIN_WORDS }];
  reasons.push(...context.reasonsAround(span, read));
  return { score: reasons.reduce((sum, reason) => sum + reason.weight, 0), reasons };
}
