/** What corrections change: learning curves, and complaints of a trade that was never corrected. */
import { trainLayer, type Correction, type LearnedLayer } from '#libs/scoring/learn.js';
import { scorePost } from '#libs/scoring/score-post.js';
import type { SentimentLabel } from '#libs/scoring/scores.js';
import { readSet, shuffled, type Row } from './data-sets.js';
import { majority, measure, type Measures } from './measures.js';
import type { TableRow } from './table.js';

const LONG: Readonly<Record<string, SentimentLabel>> = { neg: 'negative', neu: 'neutral', pos: 'positive' };
const SEEDS = [3, 17, 29];
const AIRLINE_FLOORS: readonly (readonly [number, number])[] = [
  [0, 0.6],
  [100, 0.65],
  [300, 0.7],
  [1_000, 0.75],
  [3_000, 0.78],
];
const AIRLINE_TEST = 2_000;

const toneOf = (row: Row): string => LONG[row.label] ?? 'neutral';
const correction = (row: Row): Correction => ({ text: row.text, sentiment: LONG[row.label] ?? 'neutral' });

function sentimentWith(rows: readonly Row[], layer: LearnedLayer | undefined): Measures {
  return measure(rows.map(toneOf), rows.map((row) => scorePost({ text: row.text }, layer).sentiment.label)); // prettier-ignore
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function airlineRows(folder: string): TableRow[] {
  const rows = readSet(folder, 'sentiment/en_airline_train');
  if (!rows) return [];
  const base = majority(rows.map(toneOf)).accuracy;
  return AIRLINE_FLOORS.map(([count, floor]) => {
    const accuracies = SEEDS.map((seed) => {
      const order = shuffled(rows, seed);
      const layer = count > 0 ? trainLayer(order.slice(AIRLINE_TEST, AIRLINE_TEST + count).map(correction)) : undefined;
      return sentimentWith(order.slice(0, AIRLINE_TEST), layer).accuracy;
    });
    const note = `mean of ${SEEDS.length} draws, tested on ${AIRLINE_TEST} others`;
    return {
      set: `en_airline, ${count} corrections`,
      n: AIRLINE_TEST,
      measure: 'accuracy',
      majority: base,
      ours: mean(accuracies),
      floor,
      note,
    };
  });
}

function turkishRows(folder: string): TableRow[] {
  const rows = readSet(folder, 'sentiment/tr_boun_train');
  if (!rows) return [];
  const order = shuffled(rows, SEEDS[0] as number);
  const parts = [0, 1, 2, 3, 4].map((part) => {
    const test = order.filter((_, at) => at % 5 === part);
    return sentimentWith(test, trainLayer(order.filter((_, at) => at % 5 !== part).map(correction))).macroF1;
  });
  const note = 'four fifths fed as corrections, tested on the fifth; mean of five';
  return [
    {
      set: 'tr_boun, corrected',
      n: rows.length,
      measure: 'macro-F1',
      majority: majority(rows.map(toneOf)).macroF1,
      ours: mean(parts),
      floor: 0.65,
      note,
    },
  ];
}

const TRADES = ['services', 'software', 'electronics', 'apparel', 'retail', 'food', 'other'];

function complaintsOf(rows: readonly Row[], layer: LearnedLayer | undefined): { truth: string[]; said: string[] } {
  const said = rows.map((row) => (scorePost({ text: row.text }, layer).intent.label === 'complaint' ? 'complaint' : 'not'));
  return { truth: rows.map((row) => row.label), said };
}

function tradeRows(folder: string): TableRow[] {
  const rows = readSet(folder, 'support/en_complaints');
  if (!rows) return [];
  const all = { truth: [] as string[], said: [] as string[] };
  const each = TRADES.map((trade): TableRow => {
    const others = rows.filter((row) => row.domain !== trade);
    const layer = trainLayer(
      others.map((row) => ({ text: row.text, intent: row.label === 'complaint' ? 'complaint' : 'other' })),
    );
    const mine = rows.filter((row) => row.domain === trade);
    const { truth, said } = complaintsOf(mine, layer);
    all.truth.push(...truth);
    all.said.push(...said);
    const shipped = complaintsOf(mine, undefined);
    const note = `${measure(shipped.truth, shipped.said).macroF1.toFixed(3)} as shipped`;
    return {
      set: `complaints, ${trade} kept aside`,
      n: mine.length,
      measure: 'macro-F1',
      majority: majority(truth).macroF1,
      ours: measure(truth, said).macroF1,
      note,
    };
  });
  const together = measure(all.truth, all.said).macroF1;
  return [
    ...each,
    {
      set: 'complaints, every trade when kept aside',
      n: all.truth.length,
      measure: 'macro-F1',
      majority: majority(all.truth).macroF1,
      ours: together,
      floor: 0.75,
    },
  ];
}

/** Takes the folder of the sets, returns the rows of what corrections change. */
export function learningRows(folder: string): TableRow[] {
  return [...airlineRows(folder), ...turkishRows(folder), ...tradeRows(folder)];
}
