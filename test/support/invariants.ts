/** What must hold after every fault, counted in the database and at the network: the invariants I1 to I3 and I5. */
import { expect } from '@jest/globals';
import type pg from 'pg';
import type { XServer } from './x-server.js';

export interface Expected {
  /** External ids of every post that was accepted and concerns us. */
  heard: string[];
  x?: XServer;
}

type Rows = Record<string, unknown>[];

/** @param db a connection of the test's own, so that a desk in another process can be looked at */
export async function checkInvariants(db: pg.Client, { heard, x }: Expected): Promise<void> {
  const rows = async (sql: string): Promise<Rows> => (await db.query(sql)).rows as Rows;
  // I1, I5: each accepted post is exactly one mention, and the ledgers agree with what is stored.
  const mentions = await rows(`select external_id as id, count(*)::int as n from mention group by 1`);
  const counted = new Map(mentions.map((m) => [m['id'], m['n']]));
  expect(heard.filter((id) => counted.get(id) !== 1)).toEqual([]);
  expect(counted.size).toBe(new Set(heard).size);
  expect(await rows(`select s.id from source s where accepted <> (select count(*) from seen_post p where p.source_id = s.id)
    or matched <> (select count(*) from mention m where m.source_id = s.id)
    or refused <> (select count(*) from refused_post r where r.source_id = s.id)`)).toEqual([]); // prettier-ignore
  expect(
    await rows(`select id from desk_case c where mention_count <> (select count(*) from mention m where m.case_id = c.id)`),
  ).toEqual([]);
  expect(await rows(`select id from desk_case c where not exists (select from clock k where k.case_id = c.id)
    or not exists (select from activity a where a.case_id = c.id and a.kind = 'opened')`)).toEqual([]); // prettier-ignore
  // I3: each breach once, at its due time, told once, raised once, and never early. (One found kept after all had been told in good faith.)
  expect(await rows(`select id from clock where breached_at is not null and breached_at <> due_at`)).toEqual([]);
  expect(await rows(`select k.id from clock k where not coalesce(k.stopped_at <= k.due_at, false) and (k.breached_at is not null) <> (1 = (
    select count(*) from outbox_event e where e.kind = 'clock.breached' and e.payload ->> 'clockId' = k.id::text))`)).toEqual([]); // prettier-ignore
  expect(await rows(`select k.id from clock k where not coalesce(k.stopped_at <= k.due_at, false) and (k.breached_at is not null) <> (1 = (select count(*) from escalation e where e.clock_id = k.id))`)).toEqual([]); // prettier-ignore
  expect(await rows(`select k.id from clock k where k.breached_at is not null and 1 <> (select count(*) from activity a
    where a.case_id = k.case_id and a.kind = 'clock-breached' and a.data ->> 'clock' = k.kind and (a.data ->> 'dueAt')::timestamptz = k.due_at)`)).toEqual([]); // prettier-ignore
  expect(
    await rows(`select seq from outbox_event where kind = 'clock.breached' and at < (payload ->> 'dueAt')::timestamptz`),
  ).toEqual([]);
  expect(await rows(`select id from clock where fires_at < now() - interval '1 second'`)).toEqual([]);
  if (x) await checkReplies(rows, x);
}

/** I2: at most one of each reply at the network, and sent + refused + parked + taken back = all that were asked for. */
async function checkReplies(rows: (sql: string) => Promise<Rows>, x: XServer): Promise<void> {
  const replies = await rows(
    `select r.text, r.state, r.external_id as id from reply r join source s on s.id = r.source_id where s.kind = 'x'`,
  );
  const posted = x.ourPosts().map((p) => p.text.replace(/^(@\w+\s+)+/, ''));
  const times = (text: unknown) => posted.filter((t) => t === text).length;
  expect(replies.filter((r) => times(r['text']) > 1)).toEqual([]);
  expect(replies.filter((r) => (r['state'] === 'sent') !== (times(r['text']) === 1))).toEqual([]);
  expect(replies.filter((r) => !['sent', 'refused', 'parked', 'cancelled', 'by-hand'].includes(String(r['state'])))).toEqual([]);
}
