/** What the author wants: complain, ask, request, praise, tell news, advertise, or none of these. */
import type { FoundSignal } from '../signals/find-signals.js';
import { INTENTS, type Intent, type Reason, type Scores } from '../scores.js';
import type { Token } from '../text/tokens.js';
import { INTENT_CUES } from './cues.js';
import { PhraseList } from '../signals/phrases.js';

const LISTS = Object.entries(INTENT_CUES).map(([intent, cues]) => [intent as Intent, new PhraseList(cues)] as const);
const MAX_REASONS = 5;
const BY_SIGNAL: Readonly<Partial<Record<FoundSignal['signal'], number>>> = {
  'broken-promise': 1,
  legal: 0.7,
  'data-protection': 0.4,
  safety: 0.6,
};

function cueReasons(words: readonly Token[]): [Intent, Reason][] {
  return LISTS.flatMap(([intent, list]) =>
    list.find(words).map((hit): [Intent, Reason] => [intent, { code: `cue.${intent}`, words: hit.words, weight: 1 }]),
  );
}

/** Takes tokens, the sentiment and the signals found, returns the likeliest intent with a confidence and its reasons. */
export function judgeIntent(
  tokens: readonly Token[],
  sentiment: Scores['sentiment'],
  signals: readonly FoundSignal[],
): Scores['intent'] {
  const words = tokens.filter((token) => token.kind === 'word');
  const reasons = cueReasons(words);
  for (const { signal, words: found } of signals) {
    const weight = BY_SIGNAL[signal];
    if (weight) reasons.push(['complaint', { code: `signal.${signal}`, words: found, weight }]);
  }
  const asked = tokens.find((token) => token.kind === 'mark' && token.raw.includes('?'));
  if (asked) reasons.push(['question', { code: 'question-mark', words: asked.raw, weight: 0.9 }]);
  const tone = sentiment.reasons[0]?.words ?? '';
  if (sentiment.score < -0.2) reasons.push(['complaint', { code: 'negative-tone', words: tone, weight: -1.5 * sentiment.score }]);
  if (sentiment.score > 0.2) reasons.push(['praise', { code: 'positive-tone', words: tone, weight: 1.5 * sentiment.score }]);
  const sums = new Map<Intent, number>(INTENTS.map((intent) => [intent, intent === 'other' ? 0.6 : 0]));
  for (const [intent, reason] of reasons) sums.set(intent, (sums.get(intent) ?? 0) + reason.weight);
  const total = [...sums.values()].reduce((sum, value) => sum + Math.exp(value), 0);
  const [label, value] = [...sums].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const own = reasons.filter(([intent]) => intent === label).map(([, reason]) => reason);
  return { label, confidence: Math.exp(value) / total, reasons: own.slice(0, MAX_REASONS) };
}
