/** Reads the permitted sets and the examples written for this project into training examples for both classifiers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '#libs/scoring/model/trainer.js';
import { readPost } from '#libs/scoring/read-post.js';
import { INTENTS, SENTIMENT_LABELS, type Intent, type SentimentLabel } from '#libs/scoring/scores.js';

interface SetRow {
  readonly text: string;
  readonly lang: string;
  readonly sentiment: 'neg' | 'neu' | 'pos';
  /** Mean of twenty raters, -4 to 4. */
  readonly valence?: number;
}

interface OwnRow {
  readonly text: string;
  readonly lang: string;
  readonly sentiment: SentimentLabel;
  readonly intent: Intent;
}

/** How much one row of a set counts; posts like those on networks most, newspaper sentences least. */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  en_vader_tweets: 1,
  en_vader_amazon: 0.4,
  en_vader_nyt: 0.3,
  en_uci_amazon: 0.4,
  en_uci_imdb: 0.3,
  sk_kinit_dev: 1,
  sk_stress_dev: 1,
};
const OWN_WEIGHT = 1.2;
/** Raters' means around this far from 0 are as likely neutral as not; the border is soft over about twice the width. */
const NEUTRAL_VALENCE = 0.75;
const BORDER_WIDTH = 0.3;
/** How much each label weighs in total: negative, neutral, positive. */
const SENTIMENT_SHARES = [0.97, 0.93, 1.1];
const LABELS = ['neg', 'neu', 'pos'] as const;

function lines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

const oneHot = (size: number, at: number): number[] => Array.from({ length: size }, (_, i) => (i === at ? 1 : 0));

const rise = (value: number): number => 1 / (1 + Math.exp(-value / BORDER_WIDTH));

function sentimentTarget(row: SetRow): number[] {
  if (row.valence === undefined) return oneHot(3, LABELS.indexOf(row.sentiment));
  const positive = rise(row.valence - NEUTRAL_VALENCE);
  const negative = rise(-row.valence - NEUTRAL_VALENCE);
  return [negative, 1 - negative - positive, positive];
}

function example(text: string, lang: string, target: number[], weight: number): Example {
  const { features, dense } = readPost(text, lang);
  return { features, dense, target, weight, hashed: true };
}

/** Which rows take part; rows left out are for measuring. */
export type Keep = (set: string, at: number) => boolean;
const KEEP_ALL: Keep = () => true;

/** Takes the folder of training files, returns the rows of the sets with their names. */
export function readSets(folder: string, keep: Keep = KEEP_ALL): { name: string; rows: SetRow[] }[] {
  return Object.keys(SET_WEIGHTS).map((name) => ({
    name,
    rows: lines<SetRow>(join(folder, 'sets', `${name}.jsonl`)).filter((_, at) => keep(name, at)),
  }));
}

/** How many posts of an intent end with a link on networks, to a picture most often; what is written for training has hardly any. */
const LINKED: Readonly<Record<Intent, number>> = {
  complaint: 0.15,
  question: 0.1,
  request: 0.1,
  praise: 0.2,
  news: 0.5,
  spam: 0.5,
  other: 0.25,
};
/** Spreads the linked ones evenly over the examples, the same ones at every training. */
const GOLDEN = 0.618033988749895;

/** Takes examples as they were written, returns them as they would be posted: some with a link at the end. */
function asPosted(rows: readonly OwnRow[]): OwnRow[] {
  return rows.map((row, at) => ((at * GOLDEN) % 1 < LINKED[row.intent] ? { ...row, text: `${row.text} https://t.co/x` } : row));
}

/** Takes the folder of training files, returns the examples written for this project. */
export function readOwn(folder: string): OwnRow[] {
  const examples = join(folder, 'examples');
  return readdirSync(examples)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => lines<OwnRow>(join(examples, file)));
}

/** Makes every class weigh the same in total, times `share`. */
function balance(examples: readonly Example[], share: readonly number[]): Example[] {
  const totals = share.map((_, c) => examples.reduce((sum, item) => sum + (item.target[c] ?? 0) * item.weight, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  return examples.map((item) => {
    const factor = item.target.reduce(
      (sum, part, c) => sum + (part * (share[c] as number) * all) / (share.length * (totals[c] || 1)),
      0,
    );
    return { ...item, weight: item.weight * factor };
  });
}

/** Takes the training folder and the rows to keep, returns balanced sentiment examples (negative, neutral, positive). */
export function sentimentExamples(folder: string, keep: Keep = KEEP_ALL): Example[] {
  const sets = readSets(folder, keep).flatMap(({ name, rows }) =>
    rows.map((row) => example(row.text, row.lang, sentimentTarget(row), SET_WEIGHTS[name] ?? 1)),
  );
  const own = asPosted(readOwn(folder)).map((row) =>
    example(row.text, row.lang, oneHot(3, SENTIMENT_LABELS.indexOf(row.sentiment)), OWN_WEIGHT),
  );
  return balance([...sets, ...own], SENTIMENT_SHARES);
}

/** What a row of a set most likely wants: general posts and newspaper sentences seldom speak to a company. */
function weakIntent(name: string, row: SetRow): { intent: Intent; weight: number } {
  const review = name.includes('amazon') || name.includes('kinit');
  if (review && row.sentiment === 'neg') return { intent: 'complaint', weight: 0.15 };
  if (review && row.sentiment === 'pos') return { intent: 'praise', weight: 0.1 };
  return { intent: 'other', weight: name.includes('tweets') ? 0.2 : 0.05 };
}

/** How much each intent weighs in training, in the order of INTENTS: a missed complaint costs most. */
const INTENT_SHARES = [1.6, 1, 1, 1, 0.7, 0.6, 1.6];

/** Takes the training folder and the rows to keep, returns balanced intent examples in the order of INTENTS. */
export function intentExamples(folder: string, keep: Keep = KEEP_ALL): Example[] {
  const sets = readSets(folder, keep).flatMap(({ name, rows }) =>
    rows.map((row) => {
      const weak = weakIntent(name, row);
      return example(row.text, row.lang, oneHot(INTENTS.length, INTENTS.indexOf(weak.intent)), weak.weight);
    }),
  );
  const own = asPosted(readOwn(folder)).map((row) =>
    example(row.text, row.lang, oneHot(INTENTS.length, INTENTS.indexOf(row.intent)), OWN_WEIGHT),
  );
  return balance([...sets, ...own], INTENT_SHARES);
}
