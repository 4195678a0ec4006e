/** The first three letters of a word as one number: what a list has no word for is turned away by it, without a look-up by letters. */

const BITS = 5;
const LETTER = 31;
/** Numbers there are. */
export const FIRST_LETTERS = 1 << (3 * BITS);

/** Takes a folded word or its beginning of at least three letters, returns its number: the lowest five bits of each letter, 0 where there is none. */
export function firstLetters(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  let code = (word.charCodeAt(0) & LETTER) << (2 * BITS);
  if (length > 1) code |= (word.charCodeAt(1) & LETTER) << BITS;
  return length > 2 ? code | (word.charCodeAt(2) & LETTER) : code;
}
