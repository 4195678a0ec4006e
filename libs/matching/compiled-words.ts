/** Numbers every distinct word of the watches once and lays its stems into the table. */

import { GrowingList } from './growing-list.js';
import { soundOf, type Sound } from './turkish-suffix.js';
import { IN_HALVES, wordStems, type WordForms } from './word-stems.js';
import { MANY_NAMES } from './slip-gate.js';
import { WordTableBuilder, type WordTable } from './word-table.js';
import { MAX_WORD } from './unit-hash.js';

/** Names shorter than this are too near to other words for any slip to be forgiven. */
export const SHORTEST_MISSPELT = 7;
/** From here on two slips are forgiven. */
export const SHORTEST_TWICE_MISSPELT = 11;
/** A name written as one word is looked for in two only when it is this long, each part having at least three letters. */
const SHORTEST_SPLIT = 7;
export const SHORTEST_PART = 3;

export interface WordToAdd extends WordForms {
  misspelt: boolean;
  split: boolean;
}

export class CompiledWords {
  constructor(
    readonly table: WordTable,
    /** How each word sounds at its end. */
    readonly sounds: Uint8Array,
    /** What may follow each whole word: bits of word-stems. */
    readonly follows: Uint16Array,
    /** Slips forgiven in each word. */
    readonly slips: Uint8Array,
  ) {}

  /** Names that forgive slips. */
  private readonly forgiving: number = countForgiving(this.slips);

  /** Among so many names a slip must leave the first letter as it is. */
  readonly hasMany: boolean = this.forgiving > MANY_NAMES;

  /**
   * Whether a token is worth asking about for slips and for names written in two words. Among very many names nearly
   * every word is a slip of one; then only capitals are asked about.
   */
  isWorthAsking(capital: boolean): boolean {
    return this.forgiving > 0 && (capital || !this.hasMany);
  }
}

function countForgiving(slips: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < slips.length; i++) if (slips[i] !== 0) count += 1;
  return count;
}

interface WordFacts {
  follows: number;
  slips: number;
  sound: Sound;
  traits: number;
  before: number;
}

const NONE = -1;
const PLAIN = /^[a-z]/;

export class WordCollector {
  /** By its letters the last word that was added with them; `before` leads to those with other traits. */
  private readonly last = new Map<string, number>();
  private readonly before = new GrowingList(Int32Array);
  private readonly traits = new GrowingList(Uint32Array);
  private readonly manners = new Map<string, number>();
  /** The languages of the last word and their names in a row: nearly all words share one list. */
  private languages: readonly string[] = [];
  private joined = '';
  private readonly named = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly builder = new WordTableBuilder();
  private readonly sounds = new GrowingList(Uint8Array);
  private readonly follows = new GrowingList(Uint16Array);
  private readonly slips = new GrowingList(Uint8Array);

  /** The number of a word with these forms, adding it when it is new. */
  add(word: WordToAdd): number {
    const traits = this.traitsOf(word);
    const last = this.last.get(word.word) ?? NONE;
    for (let known = last; known !== NONE; known = this.before.at(known)) if (this.traits.at(known) === traits) return known;
    this.last.set(word.word, this.words.length);
    return this.fill(word, traits, last);
  }

  /** The number of something that is looked up by name and not in texts: a handle, a tag, a site. */
  addNamed(name: string): number {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    this.named.set(name, this.words.length);
    return this.reserve(name, { follows: 0, slips: 0, sound: 0, traits: 0, before: NONE });
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
    return this.words.length;
  }

  finish(): CompiledWords {
    return new CompiledWords(this.builder.finish(), this.sounds.finish(), this.follows.finish(), this.slips.finish());
  }

  private reserve(word: string, facts: WordFacts): number {
    this.words.push(word);
    this.traits.push(facts.traits);
    this.before.push(facts.before);
    this.follows.push(facts.follows);
    this.slips.push(facts.slips);
    this.sounds.push(facts.sound);
    return this.words.length - 1;
  }

  private fill(word: WordToAdd, traits: number, before: number): number {
    const number = this.words.length;
    const isPlain = !word.prefix && word.word.length <= MAX_WORD && PLAIN.test(word.word);
    const isSplit = isPlain && word.split && word.word.length >= SHORTEST_SPLIT;
    let [own, ownFollows] = [0, 0];
    for (const { stem, follows } of wordStems(word)) {
      const isOwn = stem === word.word;
      const entry = this.builder.addStem(stem, number, isOwn && isSplit ? follows | IN_HALVES : follows);
      if (isOwn) [own, ownFollows] = [entry, follows];
    }
    if (isSplit) this.builder.addHalves(word.word, SHORTEST_PART);
    const slips = isPlain && word.misspelt ? slipsOf(word.word) : 0;
    if (slips > 0) this.builder.addSlips(word.word, own, slips);
    const sound = word.languages.includes('tr') ? soundOf(word.spelling) : 0;
    return this.reserve(word.word, { follows: ownFollows, slips, sound, traits, before });
  }

  /** What makes the same letters another word: the help it gets and how its spelling ends (Nováková is not Novakova). */
  private traitsOf({ prefix, suffixes, misspelt, split, languages, spelling }: WordToAdd): number {
    const help = Number(prefix) + 2 * Number(suffixes) + 4 * Number(misspelt) + 8 * Number(split);
    if (!suffixes) return help;
    if (languages !== this.languages) [this.languages, this.joined] = [languages, languages.join('')];
    const manner = this.joined + spelling.slice(-2).toLowerCase();
    let number = this.manners.get(manner);
    if (number === undefined) this.manners.set(manner, (number = this.manners.size + 1));
    return help + 16 * number;
  }
}

function slipsOf(word: string): number {
  return word.length < SHORTEST_MISSPELT ? 0 : word.length < SHORTEST_TWICE_MISSPELT ? 1 : 2;
}
