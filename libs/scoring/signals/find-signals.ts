/** Which matters a post raises that call for special care, and which intents its phrases speak for. */
import { INTENT_CUES } from '../intent/cues.js';
import type { Intent, Signal } from '../scores.js';
import type { Token } from '../text/token.js';
import { ENGLISH_SIGNALS } from './lists-en.js';
import { SLOVAK_SIGNALS } from './lists-sk.js';
import { TURKISH_SIGNALS } from './lists-tr.js';
import { PhraseIndex } from './phrases.js';
import { whenAsked } from '../when-asked.js';

export interface FoundSignal {
  readonly signal: Signal;
  readonly words: string;
}

export interface FoundCue {
  readonly intent: Intent;
  readonly words: string;
}

type Name = { readonly signal: Signal } | { readonly intent: Intent };

function indexOf(lists: readonly Readonly<Record<Signal, string>>[]): PhraseIndex<Name> {
  const index = new PhraseIndex<Name>();
  for (const list of lists)
    for (const [signal, phrases] of Object.entries(list)) index.add({ signal: signal as Signal }, phrases);
  for (const [intent, cues] of Object.entries(INTENT_CUES)) index.add({ intent: intent as Intent }, cues);
  return index;
}

const SLOVAK = whenAsked(() => indexOf([SLOVAK_SIGNALS]));
const BY_LANGUAGE: Readonly<Record<string, () => PhraseIndex<Name>>> = {
  en: whenAsked(() => indexOf([ENGLISH_SIGNALS])),
  tr: whenAsked(() => indexOf([TURKISH_SIGNALS])),
  sk: SLOVAK,
  cs: SLOVAK,
};
const EVERY = whenAsked(() => indexOf([ENGLISH_SIGNALS, TURKISH_SIGNALS, SLOVAK_SIGNALS]));

/** The whole post is one word of refusal: "STOP". */
const LONE_STOP = new Set(['stop', 'unsubscribe', 'dur', 'durun', 'prestante', 'odhlasit']);

/** Takes the word tokens of a post and its language (`unknown` tries all lists); returns each signal once with its longest words, and every cue. */
export function findPhrases(words: readonly Token[], language: string): { signals: FoundSignal[]; cues: FoundCue[] } {
  const signals = new Map<Signal, FoundSignal>();
  const cues: FoundCue[] = [];
  const first = words[0];
  if (first && words.length === 1 && LONE_STOP.has(first.folded)) signals.set('stop', { signal: 'stop', words: first.raw });
  for (const { name, words: found } of (BY_LANGUAGE[language] ?? EVERY)().find(words)) {
    if ('intent' in name) cues.push({ intent: name.intent, words: found });
    else if (found.length > (signals.get(name.signal)?.words.length ?? 0))
      signals.set(name.signal, { signal: name.signal, words: found });
  }
  return { signals: [...signals.values()], cues };
}
