/** Whether a text that stands on a network is one that we wrote: networks put names in front, shorten links, and change signs. */
import { fold } from '#libs/matching/fold.js';

/** @returns what is left of a text when all is taken off that a network may change */
export function essenceOf(text: string): string {
  const words = text.replace(/https?:\/\/\S+/g, '').replace(/^(?:\s*@[\w.@-]+)+/, '');
  return fold(words).replace(/[^\p{L}\p{N}]/gu, '');
}

/** @returns whether both say the same */
export function sameWords(a: string, b: string): boolean {
  const [one, other] = [essenceOf(a), essenceOf(b)];
  return one !== '' && one === other;
}
