/** Which mentions need an answer, and how soon. */
import type { Intent, Priority, RiskLevel, Sentiment, WatchKind } from '#libs/contracts/words.js';

export interface Judged {
  sentiment: Sentiment;
  intent: Intent;
  /** [0, 1] */
  urgency: number;
  riskLevel: RiskLevel;
}

/** Posts about others are worth hearing but are nobody's to answer. */
const WATCHES_WE_ANSWER: readonly WatchKind[] = ['company', 'brand', 'product', 'person'];
const ASKS: readonly Intent[] = ['complaint', 'question', 'request', 'praise'];

/**
 * @param judged the mention's scores
 * @param watchKind what it matched
 * @returns whether it opens a case; thanks are answered too, news only when it is harmful
 */
export function needsAnswer(judged: Judged, watchKind: WatchKind): boolean {
  if (!WATCHES_WE_ANSWER.includes(watchKind) || judged.intent === 'spam') return false;
  return ASKS.includes(judged.intent) || judged.sentiment === 'negative' || judged.riskLevel !== 'low';
}

/** From this urgency on a case goes before all others. */
const URGENT = 0.75;
const PRESSING = 0.5;

/** @returns the priority, from which the first promises follow */
export function priorityOf(judged: Judged): Priority {
  if (judged.riskLevel === 'high' || judged.urgency >= URGENT) return 'urgent';
  if (judged.intent === 'complaint' || judged.riskLevel === 'medium')
    return judged.urgency >= PRESSING || judged.riskLevel === 'medium' ? 'high' : 'normal';
  return judged.intent === 'question' || judged.intent === 'request' || judged.sentiment === 'negative' ? 'normal' : 'low';
}
