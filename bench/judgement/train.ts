/** Trains the shipped classifiers from the files under libs/scoring/training and writes libs/scoring/model/weights.ts. */
import { writeFileSync } from 'node:fs';
import { DENSE_NAMES } from '#libs/scoring/model/dense-inputs.js';
import type { LinearModel } from '#libs/scoring/model/linear-model.js';
import { packWeights } from '#libs/scoring/model/packed-weights.js';
import { trainModel, type Example } from '#libs/scoring/model/trainer.js';
import { INTENTS, SENTIMENT_LABELS } from '#libs/scoring/scores.js';
import { seeded } from './data-sets.js';
import { intentExamples, sentimentExamples } from './training-examples.js';

const FOLDER = 'libs/scoring/training';
const OUTPUT = 'libs/scoring/model/weights.ts';
const SEED = 7;
const SENTIMENT_BITS = 16;
const INTENT_BITS = 15;

const COMMON = { inputs: DENSE_NAMES.length, epochs: 12 };

/** Takes sentiment examples, returns the sentiment model. */
export function trainSentiment(examples: readonly Example[]): LinearModel {
  const size = { classes: SENTIMENT_LABELS.length, bits: SENTIMENT_BITS };
  return trainModel(examples, { ...COMMON, ...size, rate: 0.05, decay: 2e-3, denseDecay: 1e-3, random: seeded(SEED) });
}

/** Takes intent examples, returns the intent model. */
export function trainIntent(examples: readonly Example[]): LinearModel {
  const size = { classes: INTENTS.length, bits: INTENT_BITS };
  return trainModel(examples, { ...COMMON, ...size, rate: 0.1, decay: 1e-3, denseDecay: 1e-4, random: seeded(SEED) });
}

function written(name: string, model: LinearModel): string {
  const { weights, ...rest } = model;
  const fields = Object.entries(rest).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  return [`export const ${name} = {`, ...fields, `  weights: '${packWeights(weights)}',`, '};', ''].join('\n');
}

function main(): void {
  const sentiment = trainSentiment(sentimentExamples(FOLDER));
  const intent = trainIntent(intentExamples(FOLDER));
  const head = '/** Weights of the shipped classifiers, written by `npm run train:scoring`; never edited by hand. */\n';
  const text = `${head}${written('SENTIMENT_WEIGHTS', sentiment)}${written('INTENT_WEIGHTS', intent)}`;
  writeFileSync(OUTPUT, text);
  process.stdout.write(`${OUTPUT}: ${text.length} bytes\n`);
}

if (process.argv[1]?.endsWith('train.js')) main();
