/** Chooses for a watch the fewest, rarest words without which it can not match; only a post with one of them wakes it. */

import type { WordCollector } from './compiled-words.js';
import { isOrdinary } from './ordinary-words.js';
import { bareLink } from './post-names.js';
import { type NamedNode, type PlanNode, type WordsNode } from './watch-plan.js';
import { wordsOf } from './tokenise.js';

export interface Anchors {
  /** Words, handles, tags and fields that wake the watch. */
  numbers: number[];
  /** Those of them that can be seen in a post's raw bytes. */
  telling: number[];
  /** One of them can not be seen in the bytes (who wrote it, which source, which language). */
  everyPost: boolean;
  /** How rare the commonest of them is: its letters, fewer for an ordinary word. */
  rarity: number;
}

const FIELD_RARITY = { author: 50, site: 20, from: 2, lang: 1 };

/** The anchors of a plan. A node that only excludes has none and is never asked: the parser refuses such queries. */
export function anchorsOf(node: PlanNode, collector: WordCollector): Anchors {
  return anchorsOrNone(node, collector) ?? { numbers: [], telling: [], everyPost: true, rarity: 0 };
}

function anchorsOrNone(node: PlanNode, collector: WordCollector): Anchors | undefined {
  switch (node.kind) {
    case 'not':
      return undefined;
    case 'and':
      return rarest(node.parts.map((part) => anchorsOrNone(part, collector)));
    case 'near':
      return rarest([anchorsOrNone(node.left, collector), anchorsOrNone(node.right, collector)]);
    case 'or':
      return either(node.parts.map((part) => anchorsOf(part, collector)));
    case 'words':
      return wordAnchors(node, collector);
    case 'named':
      return namedAnchors(node, collector);
  }
}

function rarest(choices: (Anchors | undefined)[]): Anchors | undefined {
  let best: Anchors | undefined;
  for (const choice of choices) if (choice && (best === undefined || choice.rarity > best.rarity)) best = choice;
  return best;
}

function either(choices: Anchors[]): Anchors {
  const [only] = choices;
  if (only && choices.length === 1) return only;
  return {
    numbers: [...new Set(choices.flatMap((choice) => choice.numbers))],
    telling: choices.flatMap((choice) => choice.telling),
    everyPost: choices.some((choice) => choice.everyPost),
    rarity: Math.min(...choices.map((choice) => choice.rarity)),
  };
}

/** Of each spelling its rarest word. */
function wordAnchors(node: WordsNode, collector: WordCollector): Anchors {
  const numbers: number[] = [];
  let rarity = Infinity;
  for (const { words } of node.spellings) {
    let [best, rarest] = [words[0] as number, -1];
    for (const word of words) {
      const own = rarityOf(word, collector);
      if (own > rarest) [best, rarest] = [word, own];
    }
    if (!numbers.includes(best)) numbers.push(best);
    if (rarest < rarity) rarity = rarest;
  }
  return { numbers, telling: numbers, everyPost: false, rarity };
}

function rarityOf(word: number, collector: WordCollector): number {
  const letters = collector.wordOf(word);
  return isOrdinary(letters) ? letters.length / 4 : letters.length;
}

/** What a handle, tag or site looks like in raw bytes: its longest part as a word. */
function namedAnchors({ term, number }: NamedNode, collector: WordCollector): Anchors {
  if (term.kind === 'field' && term.field !== 'site')
    return { numbers: [number], telling: [], everyPost: true, rarity: FIELD_RARITY[term.field] };
  const parts = wordsOf(term.kind === 'field' ? ownLabels(term.value) : term.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest === '') return { numbers: [number], telling: [], everyPost: true, rarity: FIELD_RARITY.site };
  const seen = collector.add({
    word: longest,
    spelling: longest,
    prefix: true,
    suffixes: false,
    misspelt: false,
    split: false,
    languages: [],
  });
  return { numbers: [number], telling: [seen], everyPost: false, rarity: FIELD_RARITY.site };
}

/** The labels of a site's host that are its own: without what it shares with all others, such as `com`. */
function ownLabels(site: string): string {
  const labels = bareLink(site)
    .replace(/[/:].*$/s, '')
    .split('.');
  return (labels.length > 1 ? labels.slice(0, -1) : labels).join(' ');
}
