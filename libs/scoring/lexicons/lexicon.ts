/** A list of rated words; an entry with a star covers every word that begins with it. */
import { firstLetters } from '../text/first-letters.js';

export interface Rated {
  /** In [-5, 5]. */
  readonly value: number;
  /** Letters of the word beyond the entry, for suffix rules. */
  readonly rest: string;
}

const MIN_STEM = 3;
const MIN_OPEN_STEM = 4;

interface Stem {
  readonly stem: string;
  readonly value: number;
}

const NONE: readonly Stem[] = [];

function layOut(stems: ReadonlyMap<string, number>): Map<number, Stem[]> {
  const laid = new Map<number, Stem[]>();
  const longestFirst = [...stems].filter(([stem]) => stem.length >= MIN_STEM).sort(([a], [b]) => b.length - a.length);
  for (const [stem, value] of longestFirst) {
    const letters = firstLetters(stem);
    const others = laid.get(letters);
    if (others) others.push({ stem, value });
    else laid.set(letters, [{ stem, value }]);
  }
  return laid;
}

export class Lexicon {
  private readonly exact = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  /** Stems by their first letters, longest first; laid out when first asked. */
  private byLetters: Map<number, Stem[]> | undefined;

  private addLine(line: string): void {
    const [value, ...words] = line.split(/\s+/);
    for (const word of words) this.add(word, Number(value));
  }

  /** Adds one word, or a stem when it ends in a star. */
  add(word: string, value: number): void {
    if (!word.endsWith('*')) {
      this.exact.set(word, value);
      return;
    }
    const stem = word.slice(0, -1);
    if (value === 0) this.forget(stem);
    this.stems.set(stem, value);
    this.byLetters = undefined;
  }

  /** Drops what earlier lists said of words that begin with a stem: an entry of 0 says they carry no tone. */
  private forget(stem: string): void {
    for (const ratings of [this.exact, this.stems])
      for (const word of ratings.keys()) if (word.startsWith(stem)) ratings.delete(word);
  }

  /** Adds a list of full words whose endings are left open by `stemOf`; `scale` weighs the whole list. */
  addStemmed(list: string, stemOf: (word: string) => string, scale = 1): this {
    for (const line of list.trim().split('\n')) {
      const [value, ...words] = line.trim().split(/\s+/);
      for (const word of words) {
        this.exact.set(word, Number(value) * scale);
        const stem = stemOf(word);
        if (stem.length >= MIN_OPEN_STEM) this.add(`${stem}*`, Number(value) * scale);
      }
    }
    return this;
  }

  /** Adds lines of `<value> word word stem*`; what is listed later wins. */
  addList(list: string): this {
    for (const line of list.split('\n')) this.addLine(line.trim());
    return this;
  }

  /** Takes a folded word, returns its rating by the whole word or its longest listed stem. */
  rate(word: string): Rated | undefined {
    const exact = this.exact.get(word);
    if (exact !== undefined) return { value: exact, rest: '' };
    this.byLetters ??= layOut(this.stems);
    for (const { stem, value } of this.byLetters.get(firstLetters(word)) ?? NONE)
      if (word.startsWith(stem)) return { value, rest: word.slice(stem.length) };
    return undefined;
  }

  get size(): number {
    return this.exact.size + this.stems.size;
  }
}
