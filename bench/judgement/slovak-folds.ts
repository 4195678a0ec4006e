/** Slovak reviews are also trained on, so they are measured in five parts: each by a model that has not seen it. */
import { logits } from '#libs/scoring/model/linear-model.js';
import { readPost } from '#libs/scoring/read-post.js';
import { bareSentiment } from './bare-packages.js';
import { majority, measure } from './measures.js';
import type { TableRow } from './table.js';
import { trainSentiment } from './train.js';
import { readSets, sentimentExamples } from './training-examples.js';

const FOLDER = 'libs/scoring/training';
const PARTS = 5;
const LABELS = ['neg', 'neu', 'pos'];

interface Said {
  readonly set: string;
  readonly truth: string;
  readonly ours: string;
  readonly bare: string;
}

function partSaid(part: number): Said[] {
  const slovak = (set: string): boolean => set.startsWith('sk_');
  const model = trainSentiment(sentimentExamples(FOLDER, (set, at) => !slovak(set) || at % PARTS !== part));
  return readSets(FOLDER, (set, at) => slovak(set) && at % PARTS === part).flatMap(({ name, rows }) =>
    rows.map((row) => {
      const reading = readPost(row.text);
      const values = logits(model, reading.features, reading.dense, reading.hashed);
      return {
        set: name,
        truth: row.sentiment,
        ours: LABELS[values.indexOf(Math.max(...values))] ?? 'neu',
        bare: bareSentiment(row.text),
      };
    }),
  );
}

/** Returns accuracy and F1 of the Slovak sets, each row said by a model trained without it. */
export function slovakFoldRows(): TableRow[] {
  const said = Array.from({ length: PARTS }, (_, part) => partSaid(part)).flat();
  const note = 'five parts, each by a model trained without it';
  return ['sk_kinit_dev', 'sk_stress_dev'].flatMap((set): TableRow[] => {
    const mine = said.filter((row) => row.set === set);
    const truth = mine.map((row) => row.truth);
    const ours = measure(truth, mine.map((row) => row.ours)); // prettier-ignore
    const bare = measure(truth, mine.map((row) => row.bare)); // prettier-ignore
    const base = majority(truth);
    const common = { set, n: mine.length, note };
    const accuracy = { ...common, measure: 'accuracy', majority: base.accuracy, bare: bare.accuracy, ours: ours.accuracy };
    if (set === 'sk_stress_dev') return [{ ...accuracy, measure: 'accuracy (negation)', floor: 0.75 }];
    return [
      { ...accuracy, floor: 0.62 },
      { ...common, measure: 'macro-F1', majority: base.macroF1, bare: bare.macroF1, ours: ours.macroF1, floor: 0.55 },
    ];
  });
}
