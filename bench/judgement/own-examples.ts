/** Looks whether an example written for training is a measured post, or nearly one: such an example may not stay. */
import { tokenize } from '#libs/scoring/text/tokens.js';
import { readSet } from './data-sets.js';
import { negationSentences } from './negation-rows.js';
import { readOwn } from './training-examples.js';

const FOLDER = 'libs/scoring/training';
const MEASURED = [
  ...['en_airline_train', 'en_semeval17_val', 'tr_boun_train', 'tr_magaza_train', 'sk_kinit_dev', 'sk_stress_dev'],
  ...['en', 'de', 'fr', 'es', 'it', 'pt'].map((language) => `${language}_umsab_train`),
].map((name) => `sentiment/${name}`);
/** This share of word pairs in common makes two posts nearly the same. */
const NEARLY = 0.6;

export interface NearPair {
  readonly example: string;
  readonly measured: string;
}

function wordsOf(text: string): string[] {
  const words = tokenize(text).filter(({ kind }) => kind === 'word');
  return words.map(({ folded }) => folded).filter((word) => word !== 'rt');
}

const pairsOf = (words: readonly string[]): Set<string> =>
  new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`));

/** Measured posts by what they say and by each word pair. */
class Measured {
  private readonly whole = new Map<string, number>();
  private readonly byPair = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  constructor(readonly texts: readonly string[]) {
    texts.forEach((text, at) => {
      const words = wordsOf(text);
      const pairs = pairsOf(words);
      this.whole.set(words.join(' '), at);
      this.sizes.push(pairs.size);
      for (const pair of pairs) this.byPair.set(pair, [...(this.byPair.get(pair) ?? []), at]);
    });
  }

  near(example: string): string | undefined {
    const words = wordsOf(example);
    const same = this.whole.get(words.join(' '));
    if (same !== undefined) return this.texts[same];
    const pairs = pairsOf(words);
    const shared = new Map<number, number>();
    if (pairs.size > 1)
      for (const pair of pairs) for (const at of this.byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const found = [...shared].find(([at, both]) => both / (pairs.size + (this.sizes[at] as number) - both) >= NEARLY);
    return found && this.texts[found[0]];
  }
}

/** Takes the folder of the sets, returns every own example that says what a measured post or negation sentence says, with that post. */
export function examplesNearMeasured(folder: string): NearPair[] {
  const sets = [...MEASURED, 'support/en_complaints'].flatMap((name) => readSet(folder, name) ?? []).map(({ text }) => text);
  const sentences = ['en', 'tr', 'sk'].flatMap((language) => negationSentences(language).map(({ text }) => text));
  const measured = new Measured([...sets, ...sentences]);
  return readOwn(FOLDER).flatMap(({ text }) => {
    const near = measured.near(text);
    return near === undefined ? [] : [{ example: text, measured: near }];
  });
}
