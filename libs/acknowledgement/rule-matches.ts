/** Whether a rule is for a case: every condition must hold. */
import type { RuleConditions } from '#libs/contracts/http/acknowledgement-rules.js';
import type { Intent, Priority, RiskLevel, Sentiment } from '#libs/contracts/words.js';
import { fold } from '#libs/scoring/text/fold.js';

/** A case as far as rules may ask. */
export interface CaseForRules {
  watchId: string;
  sourceId: string;
  network: string;
  language: string;
  intent: Intent;
  priority: Priority;
  riskLevel: RiskLevel;
  sentiment: Sentiment;
  urgency: number;
  text: string;
  followers: number | null;
  mentionsUs: boolean;
  /** The author had a case before this one. */
  knownAuthor: boolean;
  /** By the rule's calendar; null: it has none. */
  open: boolean | null;
}

/** @returns the first condition that does not hold, or null when the rule is for this case */
export function missedCondition(conditions: RuleConditions, it: CaseForRules): keyof RuleConditions | null {
  const among = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  const tests: [keyof RuleConditions, boolean][] = [
    ['watchIds', among(conditions.watchIds, it.watchId)],
    ['sourceIds', among(conditions.sourceIds, it.sourceId)],
    ['networks', among(conditions.networks, it.network)],
    ['languages', among(conditions.languages, it.language)],
    ['intents', among(conditions.intents, it.intent)],
    ['priorities', among(conditions.priorities, it.priority)],
    ['riskLevels', among(conditions.riskLevels, it.riskLevel)],
    ['sentiments', among(conditions.sentiments, it.sentiment)],
    ['words', conditions.words.length === 0 || hasWord(it.text, conditions.words)],
    ['hours', conditions.hours === 'any' || (it.open !== null && it.open === (conditions.hours === 'open'))],
    ['mentionsUs', conditions.mentionsUs === 'any' || it.mentionsUs === (conditions.mentionsUs === 'yes')],
    ['firstContact', !conditions.firstContact || !it.knownAuthor],
    ['reachAtLeast', conditions.reachAtLeast === null || (it.followers ?? 0) >= conditions.reachAtLeast],
    ['reachAtMost', conditions.reachAtMost === null || (it.followers ?? 0) <= conditions.reachAtMost],
    ['urgencyAtLeast', conditions.urgencyAtLeast === null || it.urgency >= conditions.urgencyAtLeast],
  ];
  return tests.find(([, holds]) => !holds)?.[0] ?? null;
}

/** Words begin at the start of a word of the text, so that "faturam" is found by "fatura". */
function hasWord(text: string, words: readonly string[]): boolean {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return words.some((word) => folded.includes(` ${fold(word)}`));
}
