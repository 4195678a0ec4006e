/** Finds the phrases of a post that speak for an intent. */
import { PhraseList } from '../signals/phrases.js';
import type { Token } from '../text/tokens.js';
import { INTENT_CUES } from './cues.js';

export interface FoundCue {
  readonly intent: string;
  readonly words: string;
}

const LISTS = Object.entries(INTENT_CUES).map(([intent, cues]) => [intent, new PhraseList(cues)] as const);

/** Takes the words of a post and its language, returns every cue found. */
export function findCues(words: readonly Token[], _language: string): FoundCue[] {
  return LISTS.flatMap(([intent, list]) => list.find(words).map((hit) => ({ intent, words: hit.words })));
}
