/**
 * (a) A post accepted, scored, committed, and its frame in a connected client, against the floor of a bare INSERT and a bare websocket
 * frame in the same run: rounds alternate, so that both have the same weather. `npm run bench:live`
 */
import { fork } from 'node:child_process';
import path from 'node:path';
import { io } from 'socket.io-client';
import { Agent, request } from 'undici';
import WebSocket from 'ws';
import { aPost, freePort, quantile, sign, startDesk, startServer } from './support/bench-desk.ts';
import { costs } from './support/processor-time.ts';

const RATE = 100;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 4);
const IN_FLIGHT = 32;
const CLOSED_SECONDS = 4;

interface Closed {
  perSecond: number;
  /** Milliseconds of processor time a post. */
  each: { program: number; database: number; client: number };
}

interface Side {
  name: string;
  pid: number | undefined;
  send(post: Record<string, unknown>): Promise<void>;
  /** Resolves with the arrival of the frame that carries this external id. */
  arrivals: Map<string, (at: number) => void>;
}

const agent = new Agent({ connections: 64, pipelining: 1 });
const server = await startServer();
const desk = await startDesk({ DATABASE_URL: server.url });
const floorPort = await freePort();
const floorProcess = fork(path.join(import.meta.dirname, 'support/floor-server.ts'), {
  env: { ...process.env, DATABASE_URL: server.url, PORT: String(floorPort) },
});
await new Promise((done) => floorProcess.once('message', done));

const sides = [await floorSide(), await deskSide()] as const;
const latency: Record<string, number[]> = { floor: [], desk: [] };
const rates: Record<string, Closed[]> = { floor: [], desk: [] };
for (const side of sides) await openLoop(side, RATE, 2); // warm
for (let round = 0; round < ROUNDS; round++) {
  for (const side of round % 2 ? [...sides].reverse() : sides) latency[side.name]?.push(...(await openLoop(side, RATE, SECONDS)));
  for (const side of round % 2 ? [...sides].reverse() : sides) rates[side.name]?.push(await closedLoop(side, CLOSED_SECONDS));
}

const show = (name: string, share: number) => quantile(latency[name] ?? [], share);
const middle = (name: string, of: (one: Closed) => number) => quantile((rates[name] ?? []).map(of), 0.5);
const rate = (name: string) => middle(name, ({ perSecond }) => perSecond);
console.log(`open loop, ${RATE} posts/s, ${latency['desk']?.length} posts each`);
for (const share of [0.5, 0.9, 0.99]) console.log(`  p${share * 100}: floor ${show('floor', share).toFixed(2)} ms, desk ${show('desk', share).toFixed(2)} ms, ratio ${(show('desk', share) / show('floor', share)).toFixed(2)}`); // prettier-ignore
console.log(
  `closed loop, ${IN_FLIGHT} in flight: floor ${rate('floor').toFixed(0)}/s, desk ${rate('desk').toFixed(0)}/s, ratio ${(rate('desk') / rate('floor')).toFixed(2)}`,
);
for (const name of ['floor', 'desk']) {
  const ms = (['program', 'database', 'client'] as const).map((what) => middle(name, ({ each }) => each[what]).toFixed(2));
  console.log(
    `  processor time a post, ${name}: ${ms[0]} ms in the program, ${ms[1]} ms in PostgreSQL, ${ms[2]} ms in the client`,
  );
}
floorProcess.kill();
await desk.stop();
await server.stop();
await agent.close();
process.exit(0);

async function floorSide(): Promise<Side> {
  const arrivals = new Map<string, (at: number) => void>();
  const socket = new WebSocket(`ws://127.0.0.1:${floorPort}`);
  await new Promise((done) => socket.once('open', done));
  socket.on('message', (data) => arrive(arrivals, (JSON.parse(String(data)) as { externalId: string }).externalId));
  const send = (post: Record<string, unknown>) => post_(`http://127.0.0.1:${floorPort}/`, JSON.stringify(post), {});
  return { name: 'floor', pid: floorProcess.pid, arrivals, send };
}

async function deskSide(): Promise<Side> {
  const arrivals = new Map<string, (at: number) => void>();
  const secret = 'a-secret-of-the-benchmark';
  await desk.call('POST', '/watches', { name: 'Lumen Air', kind: 'brand', query: '"Lumen Air" OR @lumenair' });
  const source = await desk.call('POST', '/sources', { kind: 'webhook', name: 'bench', settings: { secret } });
  const socket = io(`${desk.url}/live`, { transports: ['websocket'], extraHeaders: { cookie: desk.cookie } });
  await new Promise((done) => socket.once('hello', done));
  socket.on('mention.heard', (m: { mention: { externalId: string } }) => arrive(arrivals, m.mention.externalId));
  const send = (post: Record<string, unknown>) => {
    const body = JSON.stringify([post]);
    return post_(`${desk.url}/api/v1/sources/${source.id}/posts`, body, { 'x-earshot-signature': sign(secret, body) });
  };
  return { name: 'desk', pid: desk.process.pid, arrivals, send };
}

async function post_(url: string, body: string, headers: Record<string, string>): Promise<void> {
  const answer = await request(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    dispatcher: agent,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || !text.includes('"accepted":1')) throw new Error(`answered ${answer.statusCode}: ${text}`);
}

function arrive(arrivals: Map<string, (at: number) => void>, id: string): void {
  arrivals.get(id)?.(performance.now());
  arrivals.delete(id);
}

/** @returns milliseconds from sending to the frame, for posts sent at a fixed rate whatever the answers do */
async function openLoop(side: Side, perSecond: number, seconds: number): Promise<number[]> {
  const started = performance.now();
  const all: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = started + (n * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    all.push(one(side, n));
  }
  return Promise.all(all);
}

async function one(side: Side, n: number): Promise<number> {
  const post = aPost(n);
  const sent = performance.now();
  const arrived = new Promise<number>((done) => side.arrivals.set(String(post['externalId']), done));
  await side.send(post);
  return (await arrived) - sent;
}

/** @returns posts per second whose frame arrived, with a fixed number in flight, and what one cost in milliseconds of processor time */
async function closedLoop(side: Side, seconds: number): Promise<Closed> {
  const ends = performance.now() + seconds * 1000;
  let n = 0;
  const before = spent(side);
  const worker = async () => {
    while (performance.now() < ends) await one(side, n++);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const perSecond = n / ((performance.now() - started) / 1000);
  const now = spent(side);
  const each = (what: keyof Closed['each']) => (now[what] - before[what]) / n;
  return { perSecond, each: { program: each('program'), database: each('database'), client: each('client') } };
}

function spent({ pid }: Side): Closed['each'] {
  const { desk: program, database } = costs(pid);
  const { user, system } = process.cpuUsage();
  return { program: program * 1000, database: database * 1000, client: (user + system) / 1000 };
}
