/** How many texts a second one core scores, beside JSON.parse and a bare lexicon loop over the same posts. */
import { trainLayer } from '#libs/scoring/learn.js';
import type { SentimentLabel } from '#libs/scoring/scores.js';
import { scorePost } from '#libs/scoring/score-post.js';
import { bareSentiment } from './bare-packages.js';
import { readSet, type Row } from './data-sets.js';
import type { TableRow } from './table.js';

const ROUNDS = 3;
const POSTS = 10_000;
/** As many as the longest learning curve has. */
const CORRECTIONS = 3_000;
/** Posts of each set of the mixed row. */
const EACH = 1_000;
const LONG: Readonly<Record<string, SentimentLabel>> = { neg: 'negative', neu: 'neutral', pos: 'positive' };

/** Least processor seconds of a few rounds: what else the machine does counts little. */
function seconds(work: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...rounds);
}

/** English posts about one trade; other sets only where they are too few. */
function posts(folder: string): Row[] {
  return ['en_airline_train', 'tr_boun_train', 'en_semeval17_val']
    .flatMap((name) => readSet(folder, `sentiment/${name}`) ?? [])
    .slice(0, POSTS);
}

/** Posts in eight languages about anything, one of each in turn: hardly a word is met again soon. */
function mixedPosts(folder: string): Row[] {
  const sets = ['tr_boun', 'en_umsab', 'de_umsab', 'fr_umsab', 'es_umsab', 'it_umsab', 'pt_umsab', 'tr_magaza']
    .map((name) => readSet(folder, `sentiment/${name}_train`) ?? [])
    .concat([readSet(folder, 'sentiment/sk_kinit_dev') ?? []]);
  const most = Math.min(EACH, Math.max(...sets.map((rows) => rows.length)));
  return Array.from({ length: most }, (_, i) => sets.flatMap((rows) => rows[i] ?? [])).flat();
}

/** Takes the folder of the sets, returns speeds in texts a second and the time of learning. */
export function speedRows(folder: string): TableRow[] {
  const rows = posts(folder);
  if (rows.length === 0) return [];
  const json = rows.map((row) => JSON.stringify(row));
  const parse = rows.length / seconds(() => json.forEach((line) => JSON.parse(line)));
  const bare = rows.length / seconds(() => rows.forEach((row) => bareSentiment(row.text)));
  const ours = rows.length / seconds(() => rows.forEach((row) => scorePost({ text: row.text })));
  const mixed = mixedPosts(folder);
  const inTurns = mixed.length / seconds(() => mixed.forEach((row) => scorePost({ text: row.text })));
  const corrections = rows.slice(0, CORRECTIONS).map((row) => ({ text: row.text, sentiment: LONG[row.label] ?? 'neutral' }));
  const learning = seconds(() => trainLayer(corrections));
  return [
    {
      set: 'scorePost',
      n: rows.length,
      measure: 'texts a second',
      bare,
      ours,
      floor: 10_000,
      note: `JSON.parse of the same posts: ${Math.round(parse).toLocaleString('en-US')} a second`,
    },
    {
      set: 'scorePost, eight languages in turn',
      n: mixed.length,
      measure: 'texts a second',
      ours: inTurns,
      note: 'posts about anything',
    },
    {
      set: 'trainLayer',
      n: corrections.length,
      measure: 'corrections a second',
      ours: corrections.length / learning,
      floor: CORRECTIONS,
      note: 'who corrects waits for one training of all corrections: a second at most',
    },
  ];
}
