/** Slots that were left unfilled: {name}, [DATE], <order>, ___, XXX. */
import type { ToneHint } from '#libs/contracts/http/tone.js';

const SLOT = new RegExp(
  [
    String.raw`\{\{?[\p{L}_ .\-]{0,40}\}?\}`,
    String.raw`\[(?!\d)[\p{L}\p{N}_ ./#\-]{2,40}\](?!\()`,
    String.raw`<(?!\/?(?:b|i|a|br|p)>)[\p{L}_ ]{2,40}>`,
    String.raw`%[\p{L}_]{2,30}%`,
    String.raw`\$\{?[A-Z_]{3,30}\}?`,
    String.raw`_{3,}|\.{5,}`,
    String.raw`(?<![\p{L}\p{N}])(?:X{3,}|x{4,}|TODO|TBD|lorem ipsum)(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
);

/** @returns a hint for each slot that stands in the text as it was in the template */
export function findSlots(text: string): ToneHint[] {
  return [...text.matchAll(SLOT)].map(({ 0: words, index }) => ({
    rule: 'unfilled-slot',
    start: index,
    end: index + words.length,
    words,
  }));
}
