/** Takes a hashtag apart into the words it was glued from, by its capitals, digits and underscores. */

const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu;
const MAX_PARTS = 12;

/** Takes a tag without its `#`, returns its words: `WorstServiceEver` gives Worst, Service, Ever. */
export function splitTag(tag: string): string[] {
  const parts = tag.match(PARTS) ?? [];
  return parts.slice(0, MAX_PARTS);
}
