/** Finds listed phrases in a post: words in a row, each exact or, with a star, the beginning of a word. */
import { FIRST_LETTERS, firstLetters } from '../text/first-letters.js';
import { fold } from '../text/fold.js';
import type { Token } from '../text/token.js';

interface Phrase<Name> {
  readonly parts: readonly { readonly text: string; readonly open: boolean }[];
  readonly name: Name;
}

export interface PhraseHit<Name> {
  /** What the phrase was listed under. */
  readonly name: Name;
  /** The words of the post that matched it. */
  readonly words: string;
  /** The place of its first word and how many there are. */
  readonly at: number;
  readonly length: number;
}

/** The phrases that begin alike, in the order they were listed. */
interface Beginning<Name> {
  readonly phrases: Phrase<Name>[];
  /** The first letter of the second word of each, or ANY: most phrases are turned away by it, without being looked at. */
  readonly seconds: number[];
}

/** Open first words are found by this many letters, so they must have as many. */
const KEY_LENGTH = 3;
/** The phrase has no second word, or one of which nothing is given. */
const ANY = -1;

/** Whether a phrase begins with an exact or an open word of these first letters. */
const [EXACT, OPEN] = [1, 2];

/** All lists of a language in one index: a word costs at most two look-ups and most words none, however many phrases there are. */
export class PhraseIndex<Name> {
  private readonly exact = new Map<string, Beginning<Name>>();
  private readonly open = new Map<string, Beginning<Name>>();
  private readonly begins = new Uint8Array(FIRST_LETTERS);

  /** Takes phrases, one a line or comma-separated, and the name to report them by. */
  add(name: Name, list: string): this {
    for (const entry of fold(list).split(/[\n,]/)) {
      if (entry.trim() !== '') this.addPhrase(name, entry.trim());
    }
    return this;
  }

  private addPhrase(name: Name, entry: string): void {
    const parts = entry.split(/\s+/).map((part) => ({ text: part.replace(/\*$/, ''), open: part.endsWith('*') }));
    const first = parts[0];
    if (!first) return;
    if (first.open && first.text.length < KEY_LENGTH) throw new RangeError(`too short to be left open: ${entry}`);
    const [index, key] = first.open ? [this.open, first.text.slice(0, KEY_LENGTH)] : [this.exact, first.text];
    const beginning = index.get(key) ?? { phrases: [], seconds: [] };
    beginning.phrases.push({ parts, name });
    beginning.seconds.push(firstLetterOf(parts[1]?.text));
    index.set(key, beginning);
    const letters = firstLetters(key);
    this.begins[letters] = (this.begins[letters] as number) | (first.open ? OPEN : EXACT);
  }

  /** Takes the words of a post in order, returns every listed phrase found in them. */
  find(words: readonly Token[]): PhraseHit<Name>[] {
    const hits: PhraseHit<Name>[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = (words[at] as Token).folded;
      const begins = this.begins[firstLetters(word)] as number;
      if ((begins & EXACT) !== 0) this.collect(this.exact.get(word), words, at, hits);
      if ((begins & OPEN) !== 0 && word.length >= KEY_LENGTH)
        this.collect(this.open.get(word.slice(0, KEY_LENGTH)), words, at, hits);
    }
    return hits;
  }

  private collect(beginning: Beginning<Name> | undefined, words: readonly Token[], at: number, hits: PhraseHit<Name>[]): void {
    if (!beginning) return;
    const { phrases, seconds } = beginning;
    const next = firstLetterOf(words[at + 1]?.folded);
    for (let i = 0; i < seconds.length; i += 1) {
      if (seconds[i] !== next && seconds[i] !== ANY) continue;
      const { parts, name } = phrases[i] as Phrase<Name>;
      let length = 0;
      while (length < parts.length && partMatches(parts[length], words[at + length])) length += 1;
      if (length < parts.length) continue;
      hits.push({ name, at, length, words: length === 1 ? (words[at] as Token).raw : joined(words, at, length) });
    }
  }
}

function firstLetterOf(word: string | undefined): number {
  return word === undefined || word === '' ? ANY : word.charCodeAt(0);
}

function partMatches(part: { readonly text: string; readonly open: boolean } | undefined, word: Token | undefined): boolean {
  if (!part || !word) return false;
  return part.open ? word.folded.startsWith(part.text) : word.folded === part.text;
}

function joined(words: readonly Token[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map((token) => token.raw)
    .join(' ');
}
