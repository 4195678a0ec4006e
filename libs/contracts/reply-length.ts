/** How long a text is in a network's own counting: the desk refuses with it, the page counts down with it. */

/** The counting rules that connectors may name. */
export type LengthRule = 'characters' | 'x-weighted';

/** X shortens every link to an address of this length. */
const LINK_WEIGHT = 23;
const EMOJI_WEIGHT = 2;
const HEAVY_WEIGHT = 2;

/**
 * Code points that weigh one; all others weigh two.
 * Source: X developer documentation, "Counting characters", configuration version 3 (weights 100 and 200 at scale 100).
 */
const LIGHT_RANGES: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const WITH_SCHEME = 'https?://[^\\s<>"]+';
/** X also links bare names under a known top-level domain; every two-letter one is taken as known, which errs to the long side. */
const TOP_LEVEL = 'com|org|net|edu|gov|info|biz|app|dev|shop|store|online|site|blog|cloud|tech|news|mobi|name|[a-z]{2}';
const BARE = `(?<![\\p{L}\\p{N}@#$_.\\-/])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\-]*[\\p{L}\\p{N}])?\\.)+(?:${TOP_LEVEL})(?![\\p{L}\\p{N}@_\\-])(?:/[^\\s<>"]*)?`;
const LINK = new RegExp(`${WITH_SCHEME}|${BARE}`, 'gu');
/** Sequences such as a family or a flag are one emoji. The two signs are emoji only for X. */
const EMOJI = new RegExp('\\p{RGI_Emoji}|[\\u00a9\\u00ae]', 'gv');
/** Punctuation that ends a sentence rather than a link. */
const AFTER_LINK = /[.,;:!?'")\]}…]+$/u;

/**
 * @returns what X counts for this text: links 23, emoji 2, most letters of Latin, Greek, Cyrillic, Arabic 1, others 2;
 *   counted on the composed form (NFC), as X does
 */
export function weightedLength(text: string): number {
  let rest = text.normalize('NFC');
  let length = 0;
  rest = rest.replace(LINK, (found) => {
    length += LINK_WEIGHT;
    return AFTER_LINK.exec(found)?.[0] ?? '';
  });
  rest = rest.replace(EMOJI, () => {
    length += EMOJI_WEIGHT;
    return '';
  });
  for (const letter of rest) length += weightOf(letter.codePointAt(0) ?? 0);
  return length;
}

/** @returns the length of a text by a named rule; `characters` counts code points */
export function lengthBy(rule: LengthRule, text: string): number {
  return rule === 'x-weighted' ? weightedLength(text) : [...text].length;
}

function weightOf(code: number): number {
  return LIGHT_RANGES.some(([from, to]) => code >= from && code <= to) ? 1 : HEAVY_WEIGHT;
}
