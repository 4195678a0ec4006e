/**
 * Memory over a million posts: events in the shape of Bluesky's Jetstream through the first look, decoding, matching, scoring and storing,
 * in one process with a PostgreSQL of its own. Prints heap and resident memory after every tenth. `npm run bench:memory`
 */
import { BATCH, memoryNow, onStreamDesk, type StreamDesk } from './support/stream-desk.ts';

const POSTS = Number(process.env['BENCH_POSTS'] ?? 1_000_000);
const WATCHES = Number(process.env['BENCH_WATCHES'] ?? 1000);
/** One post in so many names a watch and becomes a mention. */
const ONE_IN = Number(process.env['BENCH_ONE_IN'] ?? 20);

await onStreamDesk('api,worker', WATCHES, ONE_IN, measure);

async function measure(desk: StreamDesk, events: Buffer[]): Promise<void> {
  const tenth = POSTS / 10;
  const lines: { posts: number; heap: number; rss: number }[] = [];
  const cpu = process.cpuUsage();
  for (let part = 0; part <= 10; part++) {
    // The first tenth warms up: what comes after it is compared.
    if (part > 0) await replay(desk, events, tenth, (part - 1) * tenth);
    lines.push({ posts: part * tenth, ...memoryNow() });
    const { posts, heap, rss } = lines.at(-1)!;
    console.log(`${posts} posts: heap ${heap.toFixed(0)} MB, resident ${rss.toFixed(0)} MB`);
  }
  const { user, system } = process.cpuUsage(cpu);
  const stored = await desk.mentions();
  const later = lines.slice(1);
  const spread = (of: 'heap' | 'rss') => Math.max(...later.map((l) => l[of])) - later[0]![of];
  console.log(
    `${POSTS} posts, ${WATCHES} watches, ${stored} mentions, ${((user + system) / 1e6).toFixed(0)} s of this process's processor`,
  );
  console.log(`  most above the first tenth: heap ${spread('heap').toFixed(0)} MB, resident ${spread('rss').toFixed(0)} MB`);
}

/** Sends so many posts through, storing while the next are looked at, as a stream does. */
async function replay({ watches, ingest }: StreamDesk, events: Buffer[], count: number, from: number): Promise<void> {
  let posts: object[] = [];
  let storing: Promise<unknown> = Promise.resolve();
  const store = (some: object[]) =>
    ingest.run({ source: { id: '1', kind: 'bluesky' }, posts: some, refused: [], fetchedAt: new Date() });
  for (let n = from; n < from + count; n++) {
    const bytes = events[n % events.length]!;
    if (watches.mayConcern(bytes)) posts.push(...toPost(JSON.parse(bytes.toString()), n));
    if (posts.length < BATCH && n % 5000 !== 4999) continue;
    await new Promise((done) => setImmediate(done));
    await storing;
    storing = store(posts);
    posts = [];
  }
  await storing;
  await store(posts);
}

/** @param n makes a post of its own of it, by one of many thousand authors */
function toPost(event: Record<string, any>, n: number): object[] {
  const record = event['commit']?.record;
  if (!record) return [];
  const author = { key: `did:plc:${n % 50_000}`, handle: `user${n % 50_000}.example`, name: null, followers: 10, url: null };
  const externalId = `at://did:plc:${n % 50_000}/app.bsky.feed.post/${n}`;
  const said = { text: record.text, postedAt: new Date(record.createdAt), lang: record.langs?.[0] ?? null };
  return [{ externalId, ...said, author, url: null, inReplyTo: null, thread: `bluesky:${externalId}`, network: 'bluesky' }];
}
