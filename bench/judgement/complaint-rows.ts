/** Complaint or not, by the shipped scorer and by "negative means complaint". */
import { scorePost } from '#libs/scoring/score-post.js';
import { bareSentiment } from './bare-packages.js';
import { readSet } from './data-sets.js';
import { majority, measure } from './measures.js';
import type { TableRow } from './table.js';

/** Takes the folder of the sets, returns the row of complaints. */
export function complaintRows(folder: string): TableRow[] {
  const rows = readSet(folder, 'support/en_complaints');
  if (!rows) return [];
  const truth = rows.map((row) => row.label);
  const ours = measure(truth, rows.map((row) => (scorePost({ text: row.text }).intent.label === 'complaint' ? 'complaint' : 'not'))); // prettier-ignore
  const bare = measure(truth, rows.map((row) => (bareSentiment(row.text) === 'neg' ? 'complaint' : 'not'))); // prettier-ignore
  const common = { set: 'en_complaints', n: rows.length };
  return [
    { ...common, measure: 'macro-F1', majority: majority(truth).macroF1, bare: bare.macroF1, ours: ours.macroF1, floor: 0.65 },
    {
      ...common,
      measure: 'precision of complaint',
      bare: bare.precision['complaint'] ?? 0,
      ours: ours.precision['complaint'] ?? 0,
    },
    { ...common, measure: 'recall of complaint', bare: bare.recall['complaint'] ?? 0, ours: ours.recall['complaint'] ?? 0 },
  ];
}
