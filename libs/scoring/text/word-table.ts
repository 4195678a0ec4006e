/**
 * Words with what is known of each, found by the hash that every token carries. Most words stand on no list: they cost one look at a
 * small table that stays near the processor, and their letters are not read again.
 */

const LEAST_PLACES = 16;

/** Not 0, which marks a place that is free. */
function printOf(hash: number): number {
  return (hash >>> 16) | 1;
}

function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function placesFor(words: number): number {
  let places = LEAST_PLACES;
  while (places < 1.5 * words) places *= 2;
  return places;
}

/** FNV-1a without a final mix: takes a word, returns its hash as a whole number of 32 bits. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

export class WordTable<Value> {
  /** A part of the hash of the word at each place. */
  private readonly prints: Uint16Array;
  private readonly words: string[];
  private readonly values: (Value | undefined)[];

  /** Takes words with what is known of each. */
  constructor(known: ReadonlyMap<string, Value>) {
    const places = placesFor(known.size);
    this.prints = new Uint16Array(places);
    this.words = new Array<string>(places).fill('');
    this.values = new Array<Value | undefined>(places).fill(undefined);
    for (const [word, value] of known) {
      const hash = wordHash(word);
      let at = placeOf(hash) & (places - 1);
      while (this.prints[at] !== 0) at = (at + 1) & (places - 1);
      this.prints[at] = printOf(hash);
      this.words[at] = word;
      this.values[at] = value;
    }
  }

  /** Takes a word and its `wordHash`, returns what is known of it. */
  get(word: string, hash: number): Value | undefined {
    const { prints } = this;
    const last = prints.length - 1;
    const print = printOf(hash);
    for (let at = placeOf(hash) & last; prints[at] !== 0; at = (at + 1) & last)
      if (prints[at] === print && this.words[at] === word) return this.values[at];
    return undefined;
  }
}
