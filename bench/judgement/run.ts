/**
 * Prints every figure of judgement beside the majority class, the bare packages and the floor each must reach.
 * BENCH_ONLY=speed (or sentiment, negation, complaints, corrections, language, brands) prints one section only.
 */
import { brandRows } from './brand-rows.js';
import { complaintRows } from './complaint-rows.js';
import { languageRows } from './language-rows.js';
import { learningRows } from './learning-rows.js';
import { negationRows } from './negation-rows.js';
import { examplesNearMeasured } from './own-examples.js';
import { sentimentRows } from './sentiment-rows.js';
import { slovakFoldRows } from './slovak-folds.js';
import { speedRows } from './speed-rows.js';
import { asTable, type TableRow } from './table.js';

const DEFAULT_FOLDER = '../shared/data';

function folderOf(args: readonly string[]): string {
  const at = args.indexOf('--data');
  return args[at + 1] !== undefined && at >= 0 ? (args[at + 1] as string) : DEFAULT_FOLDER;
}

interface Section {
  readonly name: string;
  readonly title: string;
  readonly rows: (folder: string) => TableRow[];
}

const SECTIONS: readonly Section[] = [
  {
    name: 'sentiment',
    title: 'Sentiment, three classes, as shipped',
    rows: (folder) => [...sentimentRows(folder), ...slovakFoldRows()],
  },
  { name: 'negation', title: 'Denial and litotes, own sentences', rows: negationRows },
  { name: 'complaints', title: 'Complaints, as shipped', rows: complaintRows },
  { name: 'corrections', title: 'After corrections', rows: learningRows },
  { name: 'language', title: 'Language', rows: languageRows },
  { name: 'brands', title: 'Brand names', rows: brandRows },
  { name: 'speed', title: 'Speed, processor time of one core', rows: speedRows },
];

function print({ title, rows }: Section, folder: string): void {
  const measured = rows(folder);
  process.stdout.write(
    `\n## ${title}\n\n${measured.length > 0 ? asTable(measured) : 'The sets are not here: nothing measured.'}\n`,
  );
}

function printNear(folder: string): void {
  const near = examplesNearMeasured(folder);
  process.stdout.write(`Own training examples that are a measured post or nearly one: ${near.length}\n`);
  for (const { example, measured } of near) process.stdout.write(`- ${example} | ${measured}\n`);
}

function main(): void {
  const folder = folderOf(process.argv.slice(2));
  const only = process.env.BENCH_ONLY;
  const asked = SECTIONS.filter(({ name }) => only === undefined || name === only);
  if (asked.length === 0) throw new RangeError(`BENCH_ONLY=${only} names none of ${SECTIONS.map(({ name }) => name).join(', ')}`);
  process.stdout.write(`Judgement, measured on the sets in ${folder} (another place: -- --data FOLDER)\n`);
  if (only === undefined) printNear(folder);
  for (const section of asked) print(section, folder);
}

main();
