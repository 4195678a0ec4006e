/**
 * A stream in the shape of Bluesky's Jetstream through the real way in, in one process: first look at the bytes, decode, match
 * against 10,000 watches, score, and store in PostgreSQL. One post in 1,000 names a watch. Prints events a second of processor time of
 * this process (PostgreSQL has its own), of the clock, and the heap at the start, the middle and the end. `npm run bench:jetstream`
 */
import { BATCH, DIFFERENT, memoryNow, onStreamDesk, type StreamDesk } from './support/stream-desk.ts';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const WATCHES = Number(process.env['BENCH_WATCHES'] ?? 10_000);

await onStreamDesk('api', WATCHES, 1000, measure);

async function measure(desk: StreamDesk, events: Buffer[]): Promise<void> {
  await replay(desk, events, DIFFERENT, 'warm');
  const heap: number[] = [memoryNow().heap];
  const cpu = process.cpuUsage();
  const started = performance.now();
  const first = await replay(desk, events, EVENTS / 2, 'a');
  heap.push(memoryNow().heap);
  const passed = first + (await replay(desk, events, EVENTS / 2, 'b'));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  heap.push(memoryNow().heap);
  const stored = await desk.mentions(`external_id like 'at://a/%' or external_id like 'at://b/%'`);
  const processor = (user + system) / 1e6;
  console.log(`${EVENTS} events, ${WATCHES} watches: ${passed} passed the first look, ${stored} became mentions`);
  console.log(
    `  ${Math.round(EVENTS / processor)} events/s of this process's processor time, ${Math.round(EVENTS / seconds)} by the clock`,
  );
  console.log(`  heap at start, middle, end: ${heap.map((mb) => `${mb.toFixed(0)} MB`).join(', ')}`);
}

/** Sends so many events through, storing while the next are looked at, as the stream does. */
async function replay({ watches, ingest }: StreamDesk, events: Buffer[], count: number, round: string): Promise<number> {
  let passed = 0;
  let posts: object[] = [];
  let storing: Promise<unknown> = Promise.resolve();
  for (let n = 0; n < count; n++) {
    const bytes = events[n % events.length]!;
    if (watches.mayConcern(bytes)) {
      passed++;
      const post = toPost(JSON.parse(bytes.toString()), `${round}/${n}`);
      if (post) posts.push(post);
    }
    const isFull = posts.length >= BATCH;
    if (!isFull && n % 5000 !== 4999) continue;
    // Others get their turn, as between the messages of a socket.
    await new Promise((done) => setImmediate(done));
    if (posts.length === 0) continue;
    await storing;
    storing = ingest.run({ source: { id: '1', kind: 'bluesky' }, posts, refused: [], fetchedAt: new Date() });
    posts = [];
  }
  await storing;
  if (posts.length > 0) await ingest.run({ source: { id: '1', kind: 'bluesky' }, posts, refused: [], fetchedAt: new Date() });
  return passed;
}

function toPost(event: Record<string, any>, key: string): object | null {
  const record = event['commit']?.record;
  if (!record) return null;
  const author = { key: `did:plc:${key}`, handle: null, name: null, followers: null, url: null };
  return {
    externalId: `at://${key}`,
    text: record.text,
    postedAt: new Date(record.createdAt),
    author,
    url: `https://bsky.example/profile/${key}`,
    lang: record.langs?.[0] ?? null,
    inReplyTo: null,
    thread: `bluesky:${key}`,
    network: 'bluesky',
  };
}
