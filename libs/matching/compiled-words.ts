/** Numbers every distinct word of the watches once and lays its stems into the table. */

import { wordStems, type WordForms } from './word-stems.js';
import { WordTableBuilder, type WordTable } from './word-table.js';
import { MISSPELT_PREFIX } from './unit-hash.js';

/** Names shorter than this are too near to other words for any slip to be forgiven. */
export const SHORTEST_MISSPELT = 7;
/** From here on two slips are forgiven. */
export const SHORTEST_TWICE_MISSPELT = 11;
/** A name written as one word is looked for in two only when it is this long, each part having at least three letters. */
const SHORTEST_SPLIT = 8;
const SHORTEST_PART = 3;

export interface WordToAdd extends WordForms {
  misspelt: boolean;
  split: boolean;
}

export class CompiledWords {
  constructor(
    readonly table: WordTable,
    /** Each word in its own spelling, for sounds and capitals. */
    readonly spelling: readonly string[],
    /** What may follow each whole word: bits of word-stems. */
    readonly follows: Uint16Array,
    /** Slips forgiven in each word. */
    readonly slips: Uint8Array,
    /** The entry that holds each word's own letters. */
    private readonly ownEntry: Uint32Array,
  ) {}

  /** The folded letters of a word. */
  stemOf(number: number): Uint16Array {
    const { pool, stemStart, stemLength } = this.table.entries;
    const entry = this.ownEntry[number] as number;
    const start = stemStart[entry] as number;
    return pool.subarray(start, start + (stemLength[entry] as number));
  }
}

export class WordCollector {
  private readonly numbers = new Map<string, number>();
  private readonly named = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly builder = new WordTableBuilder();
  private readonly spelling: string[] = [];
  private readonly follows: number[] = [];
  private readonly slips: number[] = [];
  private readonly ownEntry: number[] = [];

  /** The number of a word with these forms, adding it when it is new. */
  add(word: WordToAdd): number {
    const key = `${word.word} ${Number(word.prefix)}${Number(word.suffixes)}${Number(word.misspelt)}${Number(word.split)}${word.suffixes ? word.languages.join() + lastLetter(word.spelling) : ''}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.reserve(word.word, word.spelling);
    this.numbers.set(key, number);
    this.fill(number, word);
    return number;
  }

  /** The number of something that is looked up by name and not in texts: a handle, a tag, a site. */
  addNamed(name: string): number {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    const number = this.reserve(name, name);
    this.named.set(name, number);
    return number;
  }

  /** The numbers of everything added by name. */
  names(): ReadonlyMap<string, number> {
    return this.named;
  }

  /** The folded letters of a word. */
  wordOf(number: number): string {
    return this.words[number] as string;
  }

  get count(): number {
    return this.spelling.length;
  }

  finish(): CompiledWords {
    const [follows, slips, own] = [Uint16Array.from(this.follows), Uint8Array.from(this.slips), Uint32Array.from(this.ownEntry)];
    return new CompiledWords(this.builder.finish(), this.spelling, follows, slips, own);
  }

  private reserve(word: string, spelling: string): number {
    const number = this.spelling.length;
    this.words.push(word);
    this.spelling.push(spelling);
    this.follows.push(0);
    this.slips.push(0);
    this.ownEntry.push(0);
    return number;
  }

  private fill(number: number, word: WordToAdd): void {
    for (const { stem, follows } of wordStems(word)) {
      const entry = this.builder.addStem(stem, number, follows);
      if (stem !== word.word) continue;
      this.follows[number] = follows;
      this.ownEntry[number] = entry;
    }
    if (word.split && word.word.length >= SHORTEST_SPLIT) this.addSplits(number, word.word);
    if (!word.misspelt || word.prefix || word.word.length < SHORTEST_MISSPELT || !/^[a-z]/.test(word.word)) return;
    this.slips[number] = word.word.length >= SHORTEST_TWICE_MISSPELT ? 2 : 1;
    if (word.word.length >= MISSPELT_PREFIX) this.builder.addMisspelt(word.word, number);
  }

  private addSplits(number: number, word: string): void {
    for (let end = SHORTEST_PART; end <= word.length - SHORTEST_PART; end++) this.builder.addSplit(word.slice(0, end), number);
  }
}

/** Sounds and patterns depend on the spelling's end: Nováková is not Novakova. */
function lastLetter(spelling: string): string {
  return spelling.slice(-2).toLowerCase();
}
