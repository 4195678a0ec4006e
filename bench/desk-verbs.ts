/**
 * (d) Claiming, replying and resolving through the HTTP API while the desk holds a million cases. Some responders work at once, each takes
 * one case after the other from claim to resolve, as the page would, and is answered with the whole case each time. `npm run bench:desk`
 */
import pg from 'pg';
import { Agent, request } from 'undici';
import { quantile, startDesk, startServer } from './support/bench-desk.ts';
import { seedCases } from './support/seed-cases.ts';

const CASES = Number(process.env['BENCH_CASES'] ?? 1_000_000);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 15);
const RESPONDERS = Number(process.env['BENCH_RESPONDERS'] ?? 8);
const VERBS = ['claim', 'reply', 'resolve'] as const;

const server = await startServer();
const desk = await startDesk({ DATABASE_URL: server.url });
await desk.call('POST', '/watches', { name: 'Lumen Air', kind: 'brand', query: '"Lumen Air"' });
await desk.call('POST', '/sources', { kind: 'webhook', name: 'bench', settings: { secret: 'a-secret-of-the-benchmark' } });
const db = new pg.Client({ connectionString: server.url });
await db.connect();
const seeding = performance.now();
const open = await seedCases(db, CASES);
console.log(`${CASES} cases, ${open.length} of them open, seeded in ${((performance.now() - seeding) / 1000).toFixed(0)} s`);

const agent = new Agent({ connections: RESPONDERS, pipelining: 1 });
const teamIds = (await db.query<{ id: string }>('select id from team')).rows.map((r) => r.id);
const cookies = await Promise.all(Array.from({ length: RESPONDERS }, (_, n) => aResponder(n)));
const times: Record<(typeof VERBS)[number], number[]> = { claim: [], reply: [], resolve: [] };
await work(3);
for (const verb of VERBS) times[verb].length = 0;
const started = performance.now();
await work(SECONDS);
const seconds = (performance.now() - started) / 1000;

for (const verb of VERBS) {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times[verb], share).toFixed(1));
  console.log(`  ${verb.padEnd(8)} p50 ${p50} ms, p99 ${p99} ms`);
}
console.log(`  ${(times.resolve.length / seconds).toFixed(0)} cases/s from claim to resolve, ${RESPONDERS} responders at once`);
await db.end();
await desk.stop();
await agent.close();
await server.stop();
process.exit(0);

/** @returns the cookie of a signed-in responder who works for the same team as everybody */
async function aResponder(n: number): Promise<string> {
  const email = `responder${n}@example.com`;
  const password = 'a-long-password';
  await desk.call('POST', '/people', { email, password, name: `Responder ${n}`, roles: ['responder'], teamIds });
  const answer = await request(`${desk.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await answer.body.dump();
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

async function work(forSeconds: number): Promise<void> {
  const ends = performance.now() + forSeconds * 1000;
  const bodies = {
    claim: {},
    reply: { text: 'We are sorry, and look into it at once.', delivery: 'by-hand' },
    resolve: { outcome: 'solved' },
  };
  const one = async (cookie: string) => {
    while (performance.now() < ends) {
      const id = open.pop();
      if (id === undefined) throw new Error('no case is left: seed more of them');
      for (const verb of VERBS) times[verb].push(await act(id, verb, bodies[verb], cookie));
    }
  };
  await Promise.all(cookies.map(one));
}

async function act(id: string, verb: string, body: object, cookie: string): Promise<number> {
  const sent = performance.now();
  const answer = await request(`${desk.url}/api/v1/cases/${id}/${verb}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    dispatcher: agent,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${verb} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
  return performance.now() - sent;
}
