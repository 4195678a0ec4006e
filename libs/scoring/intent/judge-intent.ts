/** What the author wants: complain, ask, request, praise, tell news, advertise, or none of these. */
import { contributions, softmax } from '../model/linear-model.js';
import { INTENT_MODEL } from '../model/shipped-models.js';
import type { Reading } from '../read-post.js';
import { INTENTS, type Intent, type Reason, type Scores } from '../scores.js';

const MAX_REASONS = 5;
const NOTABLE = 0.15;
const COMPLAINT_SIGNALS = new Set(['broken-promise', 'legal', 'safety', 'data-protection']);

function listedReasons(reading: Reading, intent: Intent): Reason[] {
  const cues = reading.cues
    .filter((cue) => cue.intent === intent)
    .map((cue) => ({ code: `cue.${intent}`, words: cue.words, weight: 1 }));
  if (intent === 'question') {
    const mark = reading.tokens.find((token) => token.kind === 'mark' && token.raw.includes('?'));
    if (mark) cues.push({ code: 'question-mark', words: mark.raw, weight: 1 });
  }
  if (intent !== 'complaint') return cues;
  const signals = reading.signals.filter(({ signal }) => COMPLAINT_SIGNALS.has(signal));
  return [...cues, ...signals.map(({ signal, words }) => ({ code: `signal.${signal}`, words, weight: 1 }))];
}

function learnedReasons(reading: Reading, intent: Intent): Reason[] {
  if (!reading.hashed) return [];
  const other = INTENTS.indexOf('other');
  const first = INTENTS.indexOf(intent);
  return [...contributions(INTENT_MODEL, reading.features, first, first === other ? 0 : other)]
    .filter(([at, weight]) => weight >= NOTABLE && reading.tokens[at]?.kind === 'word')
    .sort((a, b) => b[1] - a[1])
    .map(([at, weight]) => ({ code: `learned.${intent}`, words: reading.tokens[at]?.raw ?? '', weight }));
}

/** Takes a reading and one logit an intent, returns the likeliest intent with its share and reasons. */
export function judgeIntent(reading: Reading, logits: readonly number[]): Scores['intent'] {
  const shares = softmax(logits);
  const at = shares.reduce((best, share, i) => (share > (shares[best] as number) ? i : best), 0);
  const label = INTENTS[at] ?? 'other';
  const reasons = [...listedReasons(reading, label), ...learnedReasons(reading, label)].slice(0, MAX_REASONS);
  return { label, confidence: shares[at] as number, reasons };
}
