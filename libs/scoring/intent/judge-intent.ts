/** What the author wants: complain, ask, request, praise, tell news, advertise, or none of these. */
import { learnedMoves, withLayer } from '../learning/apply-layer.js';
import type { LearnedLayer } from '../learning/layer.js';
import { contributions, logits, softmax } from '../model/linear-model.js';
import { INTENT_MODEL } from '../model/shipped-models.js';
import type { Reading } from '../read-post.js';
import { INTENTS, type Intent, type Reason, type Scores } from '../scores.js';
import { tells } from '../telling-words.js';

const MAX_REASONS = 5;
const NOTABLE = 0.15;
const SURELY_SPAM = 0.6;
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

function movedBy(reading: Reading, moves: readonly number[], code: string): Reason[] {
  const reasons: Reason[] = [];
  for (let at = 0; at < moves.length; at += 1) {
    const weight = moves[at] as number;
    const token = reading.tokens[at];
    if (token && weight >= NOTABLE && tells(reading.tokens, at, reading.language.code))
      reasons.push({ code, words: token.raw, weight });
  }
  return reasons.sort((a, b) => b.weight - a.weight);
}

function intentReasons(reading: Reading, intent: Intent, layer: LearnedLayer | undefined): Reason[] {
  const first = INTENTS.indexOf(intent);
  const second = intent === 'other' ? 0 : INTENTS.indexOf('other');
  const taught = movedBy(reading, learnedMoves(reading, layer, 'intent', first, second), `corrected.${intent}`);
  const shipped = reading.hashed
    ? movedBy(reading, contributions(INTENT_MODEL, reading.features, first, second), `learned.${intent}`)
    : [];
  return [...listedReasons(reading, intent), ...taught, ...shipped].slice(0, MAX_REASONS);
}

/** Spam opens no case, so a customer taken for spam is lost: who is not surely spam is taken for the next likeliest. */
function likeliest(shares: readonly number[]): number {
  const sure = (i: number) => INTENTS[i] !== 'spam' || (shares[i] as number) >= SURELY_SPAM;
  return INTENTS.reduce(
    (best, _, i) => (sure(i) && (!sure(best) || (shares[i] as number) > (shares[best] as number)) ? i : best),
    0,
  );
}

/** Takes a reading and the workspace's layer, returns the likeliest intent with its share and reasons. */
export function judgeIntent(reading: Reading, layer?: LearnedLayer): Scores['intent'] {
  const shipped = logits(INTENT_MODEL, reading.features, reading.dense, reading.hashed);
  const shares = softmax(withLayer(shipped, reading, layer, 'intent'));
  const at = likeliest(shares);
  const label = INTENTS[at] ?? 'other';
  return { label, confidence: shares[at] as number, reasons: intentReasons(reading, label, layer) };
}
