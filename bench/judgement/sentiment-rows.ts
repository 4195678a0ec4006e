/** Three-class sentiment of the shipped scorer on sets it was not trained on. */
import { scorePost } from '#libs/scoring/score-post.js';
import { bareSentiment } from './bare-packages.js';
import { readSet, type Row } from './data-sets.js';
import { majority, measure, type Measures } from './measures.js';
import type { TableRow } from './table.js';

interface Wanted {
  readonly set: string;
  readonly measure: 'macro-F1' | 'accuracy' | 'precision of negative';
  readonly floor?: number;
}

const WANTED: readonly Wanted[] = [
  { set: 'sentiment/en_semeval17_val', measure: 'macro-F1', floor: 0.6 },
  { set: 'sentiment/en_umsab_train', measure: 'macro-F1' },
  { set: 'sentiment/en_airline_train', measure: 'accuracy', floor: 0.6 },
  { set: 'sentiment/en_airline_train', measure: 'precision of negative', floor: 0.88 },
  { set: 'sentiment/de_umsab_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/fr_umsab_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/es_umsab_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/it_umsab_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/pt_umsab_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/tr_boun_train', measure: 'macro-F1', floor: 0.5 },
  { set: 'sentiment/tr_magaza_train', measure: 'macro-F1' },
];

const SHORT: Readonly<Record<string, string>> = { negative: 'neg', neutral: 'neu', positive: 'pos' };

/** Takes a text, returns our label in the words of the sets. */
export function ourSentiment(text: string): string {
  return SHORT[scorePost({ text }).sentiment.label] ?? 'neu';
}

function pick(measures: Measures, name: Wanted['measure']): number {
  if (name === 'accuracy') return measures.accuracy;
  return name === 'macro-F1' ? measures.macroF1 : (measures.precision['neg'] ?? 0);
}

function rowOf(wanted: Wanted, rows: readonly Row[]): TableRow {
  const truth = rows.map((row) => row.label);
  const bare = measure(
    truth,
    rows.map((row) => bareSentiment(row.text)),
  );
  const ours = measure(
    truth,
    rows.map((row) => ourSentiment(row.text)),
  );
  return {
    set: wanted.set.replace('sentiment/', ''),
    n: rows.length,
    measure: wanted.measure,
    majority: pick(majority(truth), wanted.measure),
    bare: pick(bare, wanted.measure),
    ours: pick(ours, wanted.measure),
    ...(wanted.floor !== undefined && { floor: wanted.floor }),
  };
}

/** Takes the folder of the sets, returns a row for each that is there. */
export function sentimentRows(folder: string): TableRow[] {
  return WANTED.flatMap((wanted) => {
    const rows = readSet(folder, wanted.set);
    return rows ? [rowOf(wanted, rows)] : [];
  });
}
