/** Emergency words of standards in a post: whole words, compared as watches compare them. */
import { fold } from '#libs/matching/fold.js';

/**
 * @param words as people wrote them, several words in one are a phrase
 * @param folded the post's text from fold
 * @returns those that stand in the text
 */
export function emergencyWordsIn(words: readonly string[], folded: string): string[] {
  return words.filter((word) => stands(fold(word).trim(), folded));
}

function stands(word: string, text: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  return false;
}

const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
