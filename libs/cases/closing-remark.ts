/** Whether a post only closes the talk ("thanks, works now"): it asks for nothing, so no wait begins with it. */
import { fold } from '#libs/matching/fold.js';
import type { Judged } from './triage.js';
import { BESIDE, CLOSING } from './lists/closing-words.js';

/** A longer text says something more. */
const MOST_WORDS = 14;

/**
 * Careful on purpose: a word that is not on the list makes it a post to be answered.
 * @param judged the post's scores; what complains, asks or is harmful closes nothing, whatever its words
 */
export function isClosingRemark(text: string, judged: Judged): boolean {
  if (judged.sentiment === 'negative' || judged.riskLevel !== 'low') return false;
  if (judged.intent === 'complaint' || judged.intent === 'question' || text.includes('?') || text.length > 300) return false;
  const words = fold(text.replace(/https?:\S+|[@#][\p{L}\p{N}_.]+/gu, ' ')).match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return words.some((w) => CLOSING.has(w)) && words.every((w) => CLOSING.has(w) || BESIDE.has(w));
}
