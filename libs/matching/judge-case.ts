/** Weighs capitals: a brand written as its owner writes it, in the middle of a sentence, is hardly the ordinary word. */

import type { Span } from './evaluate-plan.js';
import type { Ordinariness } from './judgement.js';
import type { ReadPost } from './read-post.js';
import { IN_HANDLE, IN_TAG, IN_URL } from './token-list.js';
import type { MatchReason } from './watch-options.js';

const WEIGHTS: Record<Ordinariness, Record<'asNamed' | 'atStart' | 'capitals' | 'lower', number>> = {
  ordinary: { asNamed: 2.2, atStart: 0.7, capitals: 0.4, lower: -1.5 },
  foreign: { asNamed: 2.2, atStart: 1, capitals: 0.4, lower: -0.7 },
  distinctive: { asNamed: 1, atStart: 0.6, capitals: 0.3, lower: -0.5 },
};
/** Short names in capitals (BİM, THY, O2): only the capitals tell them from syllables. */
const ACRONYM = { same: 2.4, capitalised: 0.2, lower: -1 };
const LONGEST_ACRONYM = 5;

const SENTENCE_END = /[.!?…:;\n\r•*–—|>"“”«»([{]\s*$/u;

/** At most one reason. */
export function judgeCase(span: Span, spelling: string, ordinariness: Ordinariness, read: ReadPost): MatchReason[] {
  const inName = ((read.tokens.flags[span.first] as number) & (IN_HANDLE | IN_TAG | IN_URL)) !== 0;
  if (!/\p{Lu}/u.test(spelling) || inName) return [];
  const { start, end } = read.rangeOf(span.first, span.last);
  const words = read.post.text.slice(start, end);
  const reason = (code: string, weight: number): MatchReason[] => [{ code, words, weight }];
  if (read.isShouted) return [];
  if (isAcronym(spelling)) return judgeAcronym(words, spelling, reason);
  const weights = WEIGHTS[ordinariness];
  const { text } = read.post;
  if (!/\p{Lu}/u.test(words)) return reason('match_lower_case', weights.lower);
  if (isAllCapitals(words, spelling)) return reason('match_all_capitals', weights.capitals);
  if (start === 0 || SENTENCE_END.test(text.slice(Math.max(0, start - 8), start)))
    return reason('match_capital_at_start', weights.atStart);
  return reason('match_written_as_name', weights.asNamed);
}

function isAcronym(spelling: string): boolean {
  return spelling.length <= LONGEST_ACRONYM && spelling.length > 1 && !/\p{Ll}/u.test(spelling);
}

function judgeAcronym(words: string, spelling: string, reason: (code: string, weight: number) => MatchReason[]): MatchReason[] {
  const letters = words.slice(0, spelling.length);
  if (!/\p{Ll}/u.test(letters)) return reason('match_written_as_name', ACRONYM.same);
  return /^\p{Lu}/u.test(letters)
    ? reason('match_capital_at_start', ACRONYM.capitalised)
    : reason('match_lower_case', ACRONYM.lower);
}

function isAllCapitals(words: string, spelling: string): boolean {
  const letters = words.slice(0, spelling.length);
  return letters.length > 1 && !/\p{Ll}/u.test(letters) && /\p{Ll}/u.test(spelling);
}
