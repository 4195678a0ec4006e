/** Own sentences with denials, litotes and double negation in three languages: made to work on the grammar, never trained on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareSentiment } from './bare-packages.js';
import { majority, measure } from './measures.js';
import { ourSentiment } from './sentiment-rows.js';
import type { TableRow } from './table.js';

const FOLDER = 'bench/judgement/negation';
const LANGUAGES = ['en', 'tr', 'sk'];
/** Every second sentence was looked at while the rules were made; the others were only counted. */
const HALVES = ['worked on', 'kept aside'];

/** Takes a language, returns its sentences with their label, in their order. */
export function negationSentences(language: string): { label: string; text: string }[] {
  return readFileSync(join(FOLDER, `${language}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ label: line.slice(0, 3), text: line.slice(4) }));
}

/** Returns a row for each language and half. */
export function negationRows(): TableRow[] {
  return LANGUAGES.flatMap((language) =>
    HALVES.map((half, part): TableRow => {
      const rows = negationSentences(language).filter((_, at) => at % HALVES.length === part);
      const truth = rows.map((row) => row.label);
      const accuracyOf = (said: string[]): number => measure(truth, said).accuracy;
      return {
        set: `negation_${language}, ${half}`,
        n: rows.length,
        measure: 'accuracy',
        majority: majority(truth).accuracy,
        bare: accuracyOf(rows.map((row) => bareSentiment(row.text))),
        ours: accuracyOf(rows.map((row) => ourSentiment(row.text))),
        note: 'written for this project by the hand that made the rules',
      };
    }),
  );
}
