/** What the soak tests share: a live rule with two managers, chance that can be repeated, and waiting until every reply has its end. */
import pg from 'pg';
import type { Client } from '../support/desk.js';

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rule for complaints in English, written by one manager and approved by another. @returns its id */
export async function asManagers(admin: Client, limits: Record<string, number>): Promise<string> {
  const person = async (name: string) => {
    const email = `${name}@example.com`;
    await admin.must('POST', '/people', { email, name, roles: ['manager'], password: 'a-long-password' });
    return admin.signIn(email, 'a-long-password');
  };
  const [first, second] = [await person('one'), await person('two')];
  const texts = {
    en: ['{handle} {hi}, we have seen this.', '{handle} {hi}, we look into it.', '{handle} {hi}, we know and are on it.'],
  };
  const definition = { conditions: { intents: ['complaint'] }, texts, limits };
  const { id } = await first.must('POST', '/acknowledgement-rules', { name: 'Complaints', definition });
  await first.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'propose' });
  await second.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'approve' });
  return String(id);
}

export interface Ends {
  sent: number;
  parked: number;
  refused: number;
  open: number;
}

/**
 * @param hurry moves what a killed process has leased forward, which only a network that folds equal keys permits
 * @returns how the replies ended, when `many` have
 */
export async function settledReplies(url: string, many: number, { hurry, ms }: { hurry: boolean; ms: number }): Promise<Ends> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const end = Date.now() + ms; ; await sleep(500)) {
      const ends = await endsOf(client);
      if (ends.sent + ends.parked + ends.refused >= many || Date.now() > end) return ends;
      if (hurry)
        await client.query(
          `update reply set due_at = now() where state = 'sending' and lease_until < now() + interval '57 seconds'`,
        );
    }
  } finally {
    await client.end();
  }
}

async function endsOf(client: pg.Client): Promise<Ends> {
  const { rows } = await client.query<Ends>(
    `select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'parked')::int as parked,
       count(*) filter (where state in ('refused', 'cancelled'))::int as refused, count(*) filter (where due_at is not null)::int as open from reply`,
  );
  return rows[0] ?? { sent: 0, parked: 0, refused: 0, open: 0 };
}
