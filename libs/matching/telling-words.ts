/** Finds the words that tell posts about us from posts that only have our name in them. */
import { wordsOf } from './tokenise.js';

export interface TellingWord {
  word: string;
  /** Posts of each kind that have the word. */
  ours: number;
  notOurs: number;
  /** Log-odds of the word among ours against the others; above zero it speaks for us. */
  weight: number;
}

/** What fewer posts have may be chance. */
const FEWEST_POSTS = 3;
/** Standard deviations from "tells nothing" (as Monroe, Colaresi and Quinn 2008, without their prior); a person looks at every suggestion. */
const SURE = 1.64;
/** Longer words are counted by this many letters, so that siparişim and siparişler are one. */
const BEGINNING = 6;
const SHORTEST = 3;
const LONGEST = 40;
const SMOOTHING = 0.5;
const MOST_WORDS = 12;

/**
 * @param ours texts about us @param notOurs texts that are not @param leaveOut folded words that say nothing new, such as the name itself
 * @returns words for and against — none while only one kind is known —, the surest first; folded, as context words are compared
 */
export function tellingWords(
  ours: readonly string[],
  notOurs: readonly string[],
  leaveOut: ReadonlySet<string>,
): { for: TellingWord[]; against: TellingWord[] } {
  if (Math.min(ours.length, notOurs.length) < FEWEST_POSTS) return { for: [], against: [] };
  const shared = new Map<string, string>();
  const [a, b] = [countPosts(ours, shared), countPosts(notOurs, shared)];
  const known = new Set([...leaveOut].map(beginningOf));
  const found = [...shared.keys()]
    .filter((beginning) => !known.has(beginning))
    .map((word) => weigh(word, [a.get(word) ?? 0, ours.length], [b.get(word) ?? 0, notOurs.length]))
    .map((weighed) => ({ ...weighed, word: shared.get(weighed.word) as string }))
    .filter(({ sure, ours: n, notOurs: m }) => sure >= SURE && Math.max(n, m) >= FEWEST_POSTS)
    .sort((x, y) => y.sure - x.sure || (x.word < y.word ? -1 : 1))
    .map(({ sure: _, ...word }): TellingWord => word);
  return {
    for: found.filter((word) => word.weight > 0).slice(0, MOST_WORDS),
    against: found.filter((word) => word.weight < 0).slice(0, MOST_WORDS),
  };
}

const tells = (word: string) => word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word);

/** In how many posts each beginning stands; `shared` learns what the words that begin so have in common. */
function countPosts(texts: readonly string[], shared: Map<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = wordsOf(text).filter(tells);
    for (const word of words) shared.set(beginningOf(word), inCommon(word, shared.get(beginningOf(word)) ?? word));
    for (const beginning of new Set(words.map(beginningOf))) counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  }
  return counts;
}

const beginningOf = (word: string) => word.slice(0, BEGINNING);

function inCommon(word: string, other: string): string {
  let length = 0;
  while (length < word.length && word[length] === other[length]) length += 1;
  return word.slice(0, length);
}

function weigh(word: string, [n, ofN]: [number, number], [m, ofM]: [number, number]): TellingWord & { sure: number } {
  const odds = (has: number, of: number) => (has + SMOOTHING) / (of - has + SMOOTHING);
  const weight = Math.log(odds(n, ofN) / odds(m, ofM));
  const spread = Math.sqrt(1 / (n + SMOOTHING) + 1 / (ofN - n + SMOOTHING) + 1 / (m + SMOOTHING) + 1 / (ofM - m + SMOOTHING));
  return { word, ours: n, notOurs: m, weight, sure: Math.abs(weight) / spread };
}
