/** Reads everything the classifiers need from a post, once. */
import { detectLanguage, type Language } from './language/detect-language.js';
import { denseInputs } from './model/dense-inputs.js';
import { extractFeatures, type Features } from './model/features.js';
import { lexiconTone, type Tone } from './sentiment/lexicon-tone.js';
import { findPhrases, type FoundCue, type FoundSignal } from './signals/find-signals.js';
import type { Token } from './text/token.js';
import { tokenize } from './text/tokens.js';

export interface Reading {
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly tone: Tone;
  readonly cues: readonly FoundCue[];
  readonly signals: readonly FoundSignal[];
  readonly features: Features;
  readonly dense: readonly number[];
  /** The hashed weights were trained on this language. */
  readonly hashed: boolean;
}

const TRAINED = new Set(['en', 'tr', 'sk', 'unknown']);

/** Takes a text and the language claimed for it, returns its reading. */
export function readPost(text: string, langHint?: string): Reading {
  const tokens = tokenize(text);
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'number');
  const language = detectLanguage(tokens, langHint);
  const tone = lexiconTone(tokens, language.code);
  const { signals, cues } = findPhrases(words, language.code);
  const dense = denseInputs(tokens, tone, cues, signals);
  return { tokens, language, tone, cues, signals, features: extractFeatures(tokens), dense, hashed: TRAINED.has(language.code) };
}
