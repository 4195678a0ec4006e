/** Tells what a denial near a rated word does to its rating: turns it, drops it, or leaves it, within one clause. */
import type { Token } from '../text/token.js';
import type { Grammar } from './grammar.js';

/** How far a denial reaches, in words; short ones between (sa, to, je) do not count. */
const REACH = 3;
const REACH_AHEAD = 2;
const SHORT = 2;
/** "Not good" is bad, and a little less than "bad"; "not bad" is only half of "good"; "no problems" is good. */
const TURNED_POSITIVE = -0.85;
const TURNED_NEGATIVE = -0.5;
const ABSENT_NEGATIVE = -1;
/** "Never better" is better than "better". */
const COMPARED = 1.3;

/** The words of a post and where a clause begins among them. */
export interface Clauses {
  readonly words: readonly Token[];
  readonly begins: readonly boolean[];
}

interface Denial {
  readonly word: string;
  /** Goes along with a denied verb instead of cancelling it. */
  readonly goesAlong: boolean;
}

/** Takes tokens, returns their words with the clauses that marks cut them into. */
export function clausesOf(tokens: readonly Token[]): Clauses {
  const words: Token[] = [];
  const begins: boolean[] = [];
  let cut = true;
  for (const token of tokens) {
    if (token.kind === 'mark') cut = true;
    if (token.kind !== 'word') continue;
    words.push(token);
    begins.push(cut);
    cut = false;
  }
  return { words, begins };
}

function denies(word: string, grammar: Grammar): boolean {
  return grammar.negatesAfter.has(word) || (grammar.negatesBefore.size === 0 && grammar.deniedVerb?.test(word) === true);
}

function denialBefore({ words, begins }: Clauses, at: number, grammar: Grammar): Denial | undefined {
  let along: Denial | undefined;
  let passed = 0;
  for (let back = 1; passed < REACH && at - back >= 0 && begins[at - back + 1] !== true; back += 1) {
    const word = (words[at - back] as Token).folded;
    if (word.length > SHORT) passed += 1;
    if (grammar.turns.has(word)) break;
    const next = words[at - back + 1]?.folded ?? '';
    if (grammar.pairs?.has(`${words[at - back - 1]?.folded ?? ''} ${word}`)) return { word, goesAlong: false };
    if (!denies(word, grammar) || grammar.harmless?.has(`${word} ${next}`)) continue;
    if (grammar.concord?.has(word) !== true) return { word, goesAlong: false };
    along = { word, goesAlong: true };
  }
  return along;
}

function denialAhead({ words, begins }: Clauses, at: number, grammar: Grammar): Denial | undefined {
  for (let ahead = 1; ahead <= REACH_AHEAD && begins[at + ahead] === false; ahead += 1) {
    const word = (words[at + ahead] as Token).folded;
    if (grammar.turns.has(word)) break;
    if (grammar.negatesBefore.has(word)) return { word, goesAlong: false };
    if (grammar.deniedVerb?.test(word) && (ahead === 1 || grammar.negatesBefore.size > 0)) return { word, goesAlong: false };
  }
  return undefined;
}

/** Turkish "ne hızlı ne ucuz" denies both; "ne güzel" alone admires. */
function neitherNor({ words }: Clauses, at: number, grammar: Grammar): boolean {
  if (grammar.negatesBefore.size === 0 || words[at - 1]?.folded !== 'ne') return false;
  return [at - 4, at - 3, at + 1, at + 2].some((other) => words[other]?.folded === 'ne');
}

/** Takes a rated word by its place, its rating and whether its own form denies it; returns what to multiply the rating by. */
export function denialFactor(clauses: Clauses, at: number, value: number, own: boolean, grammar: Grammar): number {
  const found = denialBefore(clauses, at, grammar) ?? denialAhead(clauses, at, grammar);
  if (found && !own && grammar.compares?.test((clauses.words[at] as Token).folded)) {
    if (
      (grammar.concord !== undefined && found.word !== 'nie') ||
      grammar.absent?.has(found.word) ||
      /^c(?:ould|an)/.test(found.word)
    )
      return COMPARED;
  }
  const denied = found !== undefined && !(own && found.goesAlong);
  const turned = own !== denied || (!own && neitherNor(clauses, at, grammar));
  if (!turned) return own && denied ? 0.8 : 1;
  if (value > 0) return TURNED_POSITIVE;
  return own || (found && grammar.absent?.has(found.word)) ? ABSENT_NEGATIVE : TURNED_NEGATIVE;
}
