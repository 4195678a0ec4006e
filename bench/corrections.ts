/**
 * The correction curve through the HTTP API of a running desk: labelled posts are sent to POST /api/v1/corrections, and a part kept aside is
 * scored by POST /api/v1/analyse after 0, 100, 300, 1,000 and 3,000 of them. `npm run bench:corrections -- <file.jsonl>`
 * The file has one `{text, label}` a line, label neg, neu or pos; the same file gives the same split.
 */
import { readFileSync } from 'node:fs';
import { startDesk, startServer } from './support/bench-desk.ts';

const STEPS = [0, 100, 300, 1000, 3000];
/** What issue 3 asks to reach. */
const AIMS = [0.58, 0.65, 0.7, 0.75, 0.78];
const TESTED = 3000;
const BATCH = 500;
const LABELS = { neg: 'negative', neu: 'neutral', pos: 'positive' } as const;

type Example = { text: string; label: keyof typeof LABELS };

const file = process.argv[2] ?? process.env['BENCH_CORRECTIONS'];
if (!file) {
  console.error('Name a file of labelled posts: npm run bench:corrections -- posts.jsonl');
  process.exit(2);
}
const examples = shuffled(distinct(readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Example))); // prettier-ignore
const tested = examples.slice(0, TESTED);
const lessons = examples.slice(TESTED, TESTED + (STEPS.at(-1) ?? 0));

const server = await startServer();
const desk = await startDesk({ DATABASE_URL: server.url });
try {
  await run();
} finally {
  await desk.stop();
  await server.stop();
}

async function run(): Promise<void> {
  const majority = share(tested, () => 'negative');
  console.log(`${tested.length} posts kept aside, ${lessons.length} to correct; always negative: ${majority.toFixed(3)}`);
  console.log('corrections  accuracy   aim  learning took  version');
  let sent = 0;
  for (const [i, step] of STEPS.entries()) {
    const started = performance.now();
    const items = lessons.slice(sent, step).map(({ text, label }) => ({ text, sentiment: LABELS[label] }));
    if (items.length > 0) await desk.call('POST', '/corrections', { items });
    const seconds = (performance.now() - started) / 1000;
    sent = step;
    const { labels, version } = await analyse(tested);
    const accuracy = share(tested, (_, n) => labels[n]);
    console.log(
      `${String(step).padStart(11)}  ${accuracy.toFixed(3).padStart(8)}  ${AIMS[i]?.toFixed(2)}  ${seconds.toFixed(1).padStart(12)}s  ${version}`,
    );
  }
}

async function analyse(posts: Example[]): Promise<{ labels: string[]; version: string }> {
  const labels: string[] = [];
  let version = '';
  for (let at = 0; at < posts.length; at += BATCH) {
    const { results } = await desk.call('POST', '/analyse', { texts: posts.slice(at, at + BATCH).map((post) => post.text) });
    labels.push(...results.map((result: { sentiment: { label: string } }) => result.sentiment.label));
    version = results[0].version;
  }
  return { labels, version };
}

function share(posts: Example[], labelOf: (post: Example, n: number) => string | undefined): number {
  return posts.filter((post, n) => LABELS[post.label] === labelOf(post, n)).length / posts.length;
}

/** A text that stands twice would be on both sides. */
function distinct(all: Example[]): Example[] {
  return [...new Map(all.map((example) => [example.text, example])).values()];
}

/** The same order every time: a small congruential generator (Numerical Recipes). */
function shuffled<T>(all: T[]): T[] {
  let seed = 20_260_101;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let i = all.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
