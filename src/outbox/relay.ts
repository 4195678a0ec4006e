/** Hands events to handlers at least once, in order, each batch in one transaction with the reader's place: what a handler does to the database it does once. */
import type { Database, Tx } from '../database/database.js';
import type { StoredEvent } from './events.js';

export type EventHandler = (tx: Tx, event: StoredEvent) => Promise<void>;

const BATCH = 100;

/**
 * Handles one batch for a durable reader; of several processes one does so at a time.
 * @param reader name of the reader; its place survives restarts
 * @param handle called for each event in order, within the transaction that moves the place
 * @returns how many events were handled
 */
export function relayOnce(db: Database, reader: string, handle: EventHandler): Promise<number> {
  return relayBatch(db, reader, BATCH, async (tx, events) => {
    for (const event of events) await handle(tx, event);
  });
}

/**
 * Like relayOnce, for handlers that do many events in a few statements.
 * @param most events at once
 */
export function relayBatch(
  db: Database,
  reader: string,
  most: number,
  handle: (tx: Tx, events: StoredEvent[]) => Promise<void>,
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query(`insert into outbox_reader (name, seq) values ($1, outbox_horizon()) on conflict do nothing`, [reader]);
    const place = await tx.one<{ seq: string }>(`select seq from outbox_reader where name = $1 for update skip locked`, [reader]);
    if (!place) return 0;
    const events = await tx.query<StoredEvent & { seq: string }>(
      `select seq, kind, at, team_ids as "teamIds", payload from outbox_event
       where seq >= $1 and seq < (select outbox_horizon()) order by seq limit $2`,
      [place.seq, most],
    );
    const last = events.at(-1);
    if (!last) return 0;
    await handle(
      tx,
      events.map((event) => ({ ...event, seq: Number(event.seq) })),
    );
    await tx.query(`update outbox_reader set seq = $2 where name = $1`, [reader, Number(last.seq) + 1]);
    return events.length;
  });
}
