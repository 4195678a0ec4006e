/** Brings lexicon tone and learned weights to one score in [-1, 1], its label and its reasons. */
import { learnedMoves, withLayer } from '../learning/apply-layer.js';
import type { LearnedLayer } from '../learning/layer.js';
import { contributions, logits, softmax } from '../model/linear-model.js';
import { SENTIMENT_MODEL } from '../model/shipped-models.js';
import type { Reading } from '../read-post.js';
import { SENTIMENT_LABELS, type Reason, type Scores } from '../scores.js';
import { tells } from '../telling-words.js';
import type { Token } from '../text/token.js';

const [NEGATIVE, POSITIVE] = [0, 2];
const MAX_REASONS = 6;
/** A word moves the score noticeably from here on. */
const NOTABLE = 0.12;

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] as number) ? at : best), 0);
}

/** Adds the words that move the score noticeably, unless they are named already. */
function addMoved(reasons: Reason[], reading: Reading, moves: readonly number[], code: string, named: Set<string>): void {
  for (let at = 0; at < moves.length; at += 1) {
    const weight = moves[at] as number;
    if (weight < NOTABLE && weight > -NOTABLE) continue;
    const token = reading.tokens[at] as Token;
    if (named.has(token.raw) || !tells(reading.tokens, at, reading.language.code)) continue;
    named.add(token.raw);
    reasons.push({ code, words: token.raw, weight });
  }
}

/** Words the lexicon rates, then words the workspace taught, then words the shipped weights lean on; each once. */
function toneReasons(reading: Reading, layer: LearnedLayer | undefined): Reason[] {
  const reasons: Reason[] = [];
  const named = new Set<string>();
  for (const { kind, words, weight } of reading.tone.hits) {
    reasons.push({ code: kind === 'word' ? 'tone.word' : 'tone.emoji', words, weight: weight / 4 });
    if (words.includes(' ')) for (const word of words.split(' ')) named.add(word);
    else named.add(words);
  }
  addMoved(reasons, reading, learnedMoves(reading, layer, 'sentiment', POSITIVE, NEGATIVE), 'tone.corrected', named);
  if (reading.hashed)
    addMoved(reasons, reading, contributions(SENTIMENT_MODEL, reading.features, POSITIVE, NEGATIVE), 'tone.learned', named);
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_REASONS);
}

/** Takes a reading and the workspace's layer, returns the sentiment, strongest reasons first. */
export function judgeSentiment(reading: Reading, layer?: LearnedLayer): Scores['sentiment'] {
  const shipped = logits(SENTIMENT_MODEL, reading.features, reading.dense, reading.hashed);
  const shares = softmax(withLayer(shipped, reading, layer, 'sentiment'));
  const label = SENTIMENT_LABELS[indexOfLargest(shares)] ?? 'neutral';
  return { score: (shares[POSITIVE] as number) - (shares[NEGATIVE] as number), label, reasons: toneReasons(reading, layer) };
}
