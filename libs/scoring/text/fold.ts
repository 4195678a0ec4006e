/** Brings a word to the form lexicons are written in: lower case, no diacritics, Latin look-alikes of fonts undone. */

const SINGLE: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  '’': "'",
  '‘': "'",
};
const NOT_ASCII = /[^\x00-\x7f]/;
const MARKS = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe0f]/g;
const LETTERS = /[ıßłđøæœ’‘]/g;

/** Takes any text, returns it lower-cased and folded to plain letters; Turkish ı, I, İ and i all become i. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(LETTERS, (letter) => SINGLE[letter] ?? letter)
    .toLowerCase();
}

/** Takes a folded word, returns it with runs of three or more equal letters cut to `keep` letters. */
export function squeeze(word: string, keep: 1 | 2): string {
  return word.replace(/(\p{L})\1{2,}/gu, keep === 1 ? '$1' : '$1$1');
}
