/** Weighs the words around a name: customers' words for it, other senses and persons against it. */

import { CONTEXT } from './context-words.js';
import type { Span } from './evaluate-plan.js';
import type { Ordinariness } from './judgement.js';
import type { ReadPost } from './read-post.js';
import type { MatchReason } from './watch-options.js';

/** Words to either side that still say something about the name. */
const REACH = 15;
const COMPANY_BESIDE = 2;
const PERSON_BESIDE = -3;
/** A capital right before an ordinary word makes it part of a longer name: European Union. */
const LONGER_NAME = -1.2;
/** The first of a kind weighs most; more of the same says little more. */
const STRONG = [1.5, 1, 0.6];
const WEAK = [0.7, 0.5, 0.3];
const OTHER_STRONG = [-2.6, -1.5];
const OTHER_WEAK = [-1.3, -0.9, -0.6];

/** All reasons from the neighbourhood. */
export function judgeSurroundings(span: Span, ordinariness: Ordinariness, read: ReadPost): MatchReason[] {
  return [...judgeBeside(span, ordinariness, read), ...judgeAround(span, ordinariness, read)];
}

function judgeBeside(span: Span, ordinariness: Ordinariness, read: ReadPost): MatchReason[] {
  const reasons: MatchReason[] = [];
  const add = (code: string, t: number, weight: number) => reasons.push({ code, words: read.original(t), weight });
  const [before, after] = [span.first - 1, span.last + 1];
  /** A first name alone may be anybody's; first and last name together are the person we look for. */
  const isOneWord = span.first === span.last;
  const company = [after, before].find((t) => speaks(t, CONTEXT.companyBeside, read));
  if (company !== undefined) add('match_company_beside', company, COMPANY_BESIDE);
  const person = [after, before].find((t) => speaks(t, CONTEXT.personBeside, read));
  if (person !== undefined && company === undefined && isOneWord) add('match_person_beside', person, PERSON_BESIDE);
  if (company === undefined && ordinariness === 'ordinary' && isPartOfLongerName(before, read))
    add('match_longer_name', before, LONGER_NAME);
  return reasons;
}

function speaks(t: number, bit: number, read: ReadPost): boolean {
  return t >= 0 && t < read.tokens.count && (read.context(t) & bit) !== 0;
}

/** Capitalised, not at the start of the text, not an acronym such as COOP, and nothing but a space between. */
function isPartOfLongerName(before: number, read: ReadPost): boolean {
  if (before < 1 || read.isShouted) return false;
  const { end } = read.rangeOf(before, before);
  return /^\p{Lu}\p{Ll}/u.test(read.original(before)) && /^\s\p{L}/u.test(read.post.text.slice(end, end + 2));
}

function judgeAround(span: Span, ordinariness: Ordinariness, read: ReadPost): MatchReason[] {
  const found = { strong: [] as string[], weak: [] as string[], otherStrong: [] as string[], otherWeak: [] as string[] };
  const end = Math.min(read.tokens.count, span.last + REACH + 1);
  for (let t = Math.max(0, span.first - REACH); t < end; t++) {
    if (t >= span.first && t <= span.last) continue;
    const bits = read.context(t);
    if (bits === 0) continue;
    if (bits & CONTEXT.customerStrong) found.strong.push(read.original(t));
    else if (bits & CONTEXT.customerWeak) found.weak.push(read.original(t));
    if (bits & CONTEXT.otherSenseStrong) found.otherStrong.push(read.original(t));
    else if (bits & CONTEXT.otherSenseWeak) found.otherWeak.push(read.original(t));
  }
  const against = ordinariness === 'distinctive' ? [] : weighed('match_other_sense', found.otherWeak, OTHER_WEAK);
  return [
    ...weighed('match_customer_words', found.strong, STRONG),
    ...weighed('match_customer_words', found.weak, WEAK),
    ...weighed('match_other_sense', found.otherStrong, OTHER_STRONG),
    ...against,
  ];
}

function weighed(code: string, words: string[], weights: readonly number[]): MatchReason[] {
  if (words.length === 0) return [];
  const different = [...new Set(words)].slice(0, weights.length);
  const weight = different.reduce((sum, _, i) => sum + (weights[i] as number), 0);
  return [{ code, words: different.join(', '), weight }];
}
