/** How long a text is in a network's own counting: the desk refuses with it, the page counts down with it. */

/** The counting rules that connectors may name. */
export const LENGTH_RULES = ['characters', 'x-weighted', 'graphemes', 'mastodon', 'utf-16'] as const;
export type LengthRule = (typeof LENGTH_RULES)[number];

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
const WITH_SCHEME_ONLY = new RegExp(WITH_SCHEME, 'gi');
/** A name with its server, as `@deniz@social.example`. */
const REMOTE_NAME = /(?<![\p{L}\p{N}_/])(@\w{1,60})@[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}[\p{L}\p{N}](?::\d{1,5})?/gu;
/** Sequences such as a family or a flag are one emoji. The two signs are emoji only for X. Made when first asked: it takes some hundredths of a second. */
let emoji: RegExp | undefined;
const anyEmoji = () => (emoji ??= new RegExp('\\p{RGI_Emoji}|[\\u00a9\\u00ae]', 'gv'));
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
  rest = rest.replace(anyEmoji(), () => {
    length += EMOJI_WEIGHT;
    return '';
  });
  for (const letter of rest) length += weightOf(letter.codePointAt(0) ?? 0);
  return length;
}

/**
 * @returns the length of a text by a named rule; `characters` counts code points, `graphemes` what a reader takes for one sign,
 *   `utf-16` code units, of which an emoji has two or more
 */
export function lengthBy(rule: LengthRule, text: string): number {
  if (rule === 'x-weighted') return weightedLength(text);
  if (rule === 'graphemes') return graphemes(text);
  if (rule === 'mastodon') return graphemes(asMastodonCounts(text));
  if (rule === 'utf-16') return text.length;
  return [...text].length;
}

/** As well. */
let segments: Intl.Segmenter | undefined;

/** Bluesky counts these. Source: lexicon app.bsky.feed.post, `maxGraphemes`. */
function graphemes(text: string): number {
  segments ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segments.segment(text)) count += 1;
  return count;
}

/**
 * Mastodon counts every link as 23 and leaves the server out of a name. Sources: Mastodon documentation, "Posting to your profile", and
 * `configuration.statuses.characters_reserved_per_url` of /api/v2/instance, which is 23 unless an instance changed its program.
 */
function asMastodonCounts(text: string): string {
  const shortLinks = text.replace(WITH_SCHEME_ONLY, (found) => 'x'.repeat(LINK_WEIGHT) + (AFTER_LINK.exec(found)?.[0] ?? ''));
  return shortLinks.replace(REMOTE_NAME, '$1');
}

function weightOf(code: number): number {
  return LIGHT_RANGES.some(([from, to]) => code >= from && code <= to) ? 1 : HEAVY_WEIGHT;
}
