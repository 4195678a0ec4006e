/** The outbox's tail under many writers at once: no event is skipped, none comes twice, and order is kept, whoever commits first. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { addEvent } from '../../src/outbox/append.js';
import type { StoredEvent } from '../../src/outbox/events.js';
import { relayBatch } from '../../src/outbox/relay.js';
import { OutboxTail } from '../../src/outbox/tail.js';
import { OutboxWake } from '../../src/outbox/wake.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const WRITERS = 16;
const ROUNDS = 30;
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));

let database: TestDatabase;
let dataSource: DataSource;
const wake = new OutboxWake();
let db: Database;

beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = await new DataSource(dataSourceOptions(database.url, 24)).initialize();
  db = new Database(dataSource, wake);
}, 30_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Reads along as a process does; `bell` false: as another process whose notifications are lost. */
async function follow(bell: boolean): Promise<{ heard: StoredEvent[]; tail: OutboxTail }> {
  const tail = new OutboxTail(db, bell ? wake : new OutboxWake());
  const heard: StoredEvent[] = [];
  tail.onEvents(async (events) => {
    if (Math.random() < 0.1) await sleep(5); // a listener that takes its time
    heard.push(...events);
  });
  await tail.onApplicationBootstrap();
  return { heard, tail };
}

/** Transactions of varying length: most short, some slow, some rolled back, with one or several events at several moments. */
async function write(writer: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const slow = Math.random() < 0.08;
    const thrown = new Error('rolled back');
    await db
      .transaction(async (tx) => {
        const count = 1 + Math.floor(Math.random() * 4);
        for (let i = 0; i < count; i++) {
          await addEvent(tx, new Date(), 'settings.changed', { what: `${writer}:${round}:${i}` });
          await sleep(slow ? 60 + Math.random() * 150 : Math.random() * 4);
        }
        if (round % 11 === 10) throw thrown;
      })
      .catch((error: unknown) => {
        if (error !== thrown) throw error;
      });
  }
}

/** As src/ingest does: stores, asks whether its events are the next ones, and offers them to the tail of its own process. */
async function writeAndOffer(writer: number): Promise<number> {
  let atOnce = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { told } = wake;
    let events: StoredEvent[] = [];
    let next = false;
    await db.transaction(async (tx) => {
      const what = `${writer}:${round}`;
      const row = await tx.one<{ seq: string }>(
        `insert into outbox_event (seq, kind, at, payload)
         select outbox_seq(0) + place, 'settings.changed', now(), jsonb_build_object('what', $1 || ':' || place) from generate_series(0, 1) as place
         returning seq`,
        [what],
      );
      await sleep(Math.random() * 3);
      const asked = await tx.one<{ next: boolean }>(
        `select pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()
           and not exists (select from outbox_event where seq >= $1 and seq < $2) as next`,
        [told, row?.seq],
      );
      next = asked?.next === true;
      events = [0, 1].map((place) => ({
        seq: Number(row?.seq) + place,
        kind: 'settings.changed' as const,
        at: new Date(),
        teamIds: [],
        payload: { what: `${what}:${place}` },
      }));
    });
    if (next) atOnce++;
    wake.offer({ events, told, next });
    await sleep(Math.random() * 12);
  }
  return atOnce;
}

/** Waits until the followers have heard all that is stored. @returns its places in order */
async function heardAll(followers: readonly { heard: readonly unknown[] }[]): Promise<number[]> {
  const stored = await db.query<{ seq: string }>(`select seq from outbox_event order by seq`);
  for (const end = Date.now() + 30_000; followers.some((f) => f.heard.length < stored.length) && Date.now() < end;)
    await sleep(10);
  return stored.map((r) => Number(r.seq));
}

describe('the tail of the outbox', () => {
  it('hears every committed event once and in order, with slow transactions committing behind quick ones', async () => {
    const followers = [await follow(true), await follow(false)];
    await Promise.all(Array.from({ length: WRITERS }, (_, w) => write(w)));
    const stored = await db.query<{ seq: string; what: string }>(
      `select seq, payload ->> 'what' as what from outbox_event order by seq`,
    );
    const seqs = await heardAll(followers);
    expect(seqs.length).toBeGreaterThan(WRITERS * ROUNDS);
    for (const { tail } of followers) tail.onModuleDestroy();
    for (const { heard } of followers) expect(heard.map((e) => e.seq)).toEqual(seqs);
    // A writer's own events keep the order in which it wrote them.
    for (let w = 0; w < WRITERS; w++) {
      const own = stored.flatMap((r) => (r.what.startsWith(`${w}:`) ? [r.what.split(':').map(Number)] : []));
      const sorted = [...own].sort((a, b) => a[1]! - b[1]! || a[2]! - b[2]!);
      expect(own).toEqual(sorted);
    }
  }, 60_000);

  it('is read by a durable reader exactly once, though two processes read at the same time', async () => {
    const reading = (handle: (events: { payload: unknown }[]) => void) =>
      relayBatch(db, {
        name: 'test',
        kinds: ['settings.changed'],
        most: 100,
        handle: (_, events) => Promise.resolve(handle(events)),
      });
    await reading(() => undefined);
    const writing = Promise.all(Array.from({ length: 6 }, (_, w) => write(100 + w)));
    let done = false;
    void writing.finally(() => (done = true));
    const handled: string[] = [];
    const committed = async () =>
      (await db.one<{ n: number }>(`select count(*)::int as n from outbox_event where payload ->> 'what' ~ '^10[0-9]:'`))?.n ?? 0;
    const read = async () => {
      for (const end = Date.now() + 40_000; Date.now() < end && (!done || handled.length < (await committed()));) {
        const batch: string[] = [];
        const { events } = await reading((some) => batch.push(...some.map((e) => (e.payload as { what: string }).what)));
        handled.push(...batch);
        if (events === 0) await sleep(15);
      }
    };
    await Promise.all([read(), read(), writing]);
    const stored = await db.query<{ what: string }>(
      `select payload ->> 'what' as what from outbox_event where payload ->> 'what' ~ '^10[0-9]:' order by seq`,
    );
    expect(handled).toEqual(stored.map((r) => r.what));
  }, 60_000);

  it('hears events that a writer of its own process offers once and in order, among writers who do not', async () => {
    await db.query('delete from outbox_event');
    const followers = [await follow(true), await follow(false)];
    const offering = [writeAndOffer(200), writeAndOffer(201), writeAndOffer(202)];
    await Promise.all([...offering, ...Array.from({ length: 3 }, (_, w) => write(w))]);
    // Alone, and after all before has been heard, most of them are the next ones, unless other databases of this server write all the time.
    let atOnce = 0;
    for (const end = Date.now() + 20_000; atOnce === 0 && Date.now() < end;) {
      await heardAll(followers);
      atOnce = await writeAndOffer(203);
    }
    const seqs = await heardAll(followers);
    for (const { tail } of followers) tail.onModuleDestroy();
    for (const { heard } of followers) expect(heard.map((e) => e.seq)).toEqual(seqs);
    expect(atOnce).toBeGreaterThan(0);
  }, 60_000);
});
