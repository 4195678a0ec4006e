/** A list of rated words; an entry with a star covers every word that begins with it. */
import { FIRST_LETTERS, firstLetters } from '../text/first-letters.js';
import { wordHash, WordTable } from '../text/word-table.js';

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

/** What is listed, as it is asked for. */
class Layout {
  readonly exact: WordTable<number>;
  /** Stems by their first letters, longest first. */
  private readonly stems = new Map<number, Stem[]>();
  /** A bit for first letters that stems have. */
  private readonly begins = new Uint32Array(FIRST_LETTERS / 32);

  constructor(exact: ReadonlyMap<string, number>, stems: ReadonlyMap<string, number>) {
    this.exact = new WordTable(exact);
    const longestFirst = [...stems].filter(([stem]) => stem.length >= MIN_STEM).sort(([a], [b]) => b.length - a.length);
    for (const [stem, value] of longestFirst) this.addStem(stem, value);
  }

  private addStem(stem: string, value: number): void {
    const letters = firstLetters(stem);
    this.begins[letters >>> 5] = (this.begins[letters >>> 5] as number) | (1 << (letters & 31));
    const others = this.stems.get(letters);
    if (others) others.push({ stem, value });
    else this.stems.set(letters, [{ stem, value }]);
  }

  stemOf(word: string): Stem | undefined {
    const letters = firstLetters(word);
    if (((this.begins[letters >>> 5] as number) & (1 << (letters & 31))) === 0) return undefined;
    return this.stems.get(letters)?.find(({ stem }) => word.startsWith(stem));
  }
}

export class Lexicon {
  private readonly exact = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  /** Made when first asked. */
  private layout: Layout | undefined;

  private addLine(line: string): void {
    const [value, ...words] = line.split(/\s+/);
    for (const word of words) this.add(word, Number(value));
  }

  /** Adds one word, or a stem when it ends in a star. */
  add(word: string, value: number): void {
    this.layout = undefined;
    if (!word.endsWith('*')) {
      this.exact.set(word, value);
      return;
    }
    const stem = word.slice(0, -1);
    if (value === 0) this.forget(stem);
    this.stems.set(stem, value);
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
        this.add(word, Number(value) * scale);
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

  /** Takes a folded word and its hash, returns its rating by the whole word or its longest listed stem. */
  rate(word: string, hash = wordHash(word)): Rated | undefined {
    this.layout ??= new Layout(this.exact, this.stems);
    const exact = this.layout.exact.get(word, hash);
    if (exact !== undefined) return { value: exact, rest: '' };
    const found = this.layout.stemOf(word);
    return found && { value: found.value, rest: word.slice(found.stem.length) };
  }

  get size(): number {
    return this.exact.size + this.stems.size;
  }
}
