/** Which matters a post raises that call for special care, by reviewed lists in three languages. */
import type { Reason, Signal } from '../scores.js';
import type { Token } from '../text/tokens.js';
import { ENGLISH_SIGNALS } from './lists-en.js';
import { SLOVAK_SIGNALS } from './lists-sk.js';
import { TURKISH_SIGNALS } from './lists-tr.js';
import { PhraseList } from './phrases.js';

export interface FoundSignal {
  readonly signal: Signal;
  readonly words: string;
}

function compile(lists: Readonly<Record<Signal, string>>): readonly (readonly [Signal, PhraseList])[] {
  return (Object.keys(lists) as Signal[]).map((signal) => [signal, new PhraseList(lists[signal])] as const);
}

const EN = compile(ENGLISH_SIGNALS);
const TR = compile(TURKISH_SIGNALS);
const SK = compile(SLOVAK_SIGNALS);
const BY_LANGUAGE: Readonly<Record<string, readonly (readonly [Signal, PhraseList])[]>> = { en: EN, tr: TR, sk: SK, cs: SK };
const EVERY = [...EN, ...TR, ...SK];

/** The whole post is one word of refusal: "STOP". */
const LONE_STOP = new Set(['stop', 'unsubscribe', 'dur', 'durun', 'prestante', 'odhlasit']);

/** Takes the word tokens of a post and its language (`unknown` tries all lists), returns each signal once with its words. */
export function findSignals(words: readonly Token[], language: string): FoundSignal[] {
  const found = new Map<Signal, FoundSignal>();
  const first = words[0];
  if (first && words.length === 1 && LONE_STOP.has(first.folded)) found.set('stop', { signal: 'stop', words: first.raw });
  for (const [signal, list] of BY_LANGUAGE[language] ?? EVERY) {
    if (found.has(signal)) continue;
    const [hit] = list.find(words);
    if (hit) found.set(signal, { signal, words: hit.words });
  }
  return [...found.values()];
}

/** Takes found signals, returns them as reasons of the given weight each. */
export function signalReasons(found: readonly FoundSignal[], weights: Readonly<Record<Signal, number>>): Reason[] {
  return found
    .map(({ signal, words }) => ({ code: `signal.${signal}`, words, weight: weights[signal] }))
    .filter((reason) => reason.weight !== 0);
}
