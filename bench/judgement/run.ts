/** Prints every figure of judgement beside the majority class, the bare packages and the floor each must reach. */
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

function section(title: string, rows: readonly TableRow[]): void {
  process.stdout.write(`\n## ${title}\n\n${rows.length > 0 ? asTable(rows) : 'The sets are not here: nothing measured.'}\n`);
}

function main(): void {
  const folder = folderOf(process.argv.slice(2));
  process.stdout.write(`Judgement, measured on the sets in ${folder} (another place: -- --data FOLDER)\n`);
  const near = examplesNearMeasured(folder);
  process.stdout.write(`Own training examples that are a measured post or nearly one: ${near.length}\n`);
  for (const { example, measured } of near) process.stdout.write(`- ${example} | ${measured}\n`);
  section('Sentiment, three classes, as shipped', [...sentimentRows(folder), ...slovakFoldRows()]);
  section('Denial and litotes, own sentences', negationRows());
  section('Complaints, as shipped', complaintRows(folder));
  section('After corrections', learningRows(folder));
  section('Language', languageRows(folder));
  section('Brand names', brandRows(folder));
  section('Speed, processor time of one core', speedRows(folder));
}

main();
