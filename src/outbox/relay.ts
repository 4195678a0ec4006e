/** Hands events to a handler at least once, in order, each batch in one transaction with the reader's place: what a handler does to the database it does once. */
import type { Database, Tx } from '../database/database.js';
import { PLACES } from './append.js';
import type { DeskEventName, StoredEvent } from './events.js';

/** What a durable reader reads. */
export interface Reading {
  /** Its place survives restarts under this name; it begins with what happens after its first look. */
  name: string;
  /** The others are passed over. */
  kinds: readonly DeskEventName[];
  /** Events at once, at most. */
  most: number;
  /** Called within the transaction that moves the place. */
  handle(tx: Tx, events: StoredEvent[]): Promise<void>;
}

export interface Relayed {
  /** How many events were handled. */
  events: number;
  /** There may be more now: the batch was full, or another process has the place in its hands. */
  more: boolean;
}

/** A place that only passed over other events is written down when it is so far behind: the trimming of old events waits for it. */
const WORTH_WRITING = 1000 * PLACES;

/** The place and what lies after it, below everything that may still be running (docs/decisions/0003). */
const READ = `
  with r as materialized (select seq from outbox_reader where name = $1 for update skip locked),
    h as materialized (select outbox_horizon() as horizon)
  select r.seq as place, h.horizon, e.seq, e.kind, e.at, e.team_ids as "teamIds", e.payload
  from r cross join h left join lateral (
    select * from outbox_event where seq >= r.seq and seq < h.horizon and kind = any($2) order by seq limit $3) e on true
  order by e.seq`;

/** Asked first: most often the place is there, and in another process's hands. */
const BEGIN_HERE = `
  insert into outbox_reader (name, seq) select $1, outbox_horizon() where not exists (select from outbox_reader where name = $1) on conflict do nothing`;

type Row = StoredEvent & { place: string; horizon: string; seq: string | null };

/** Handles one batch for a durable reader; of several processes one does so at a time. */
export function relayBatch(db: Database, { name, kinds, most, handle }: Reading): Promise<Relayed> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<Row>(READ, [name, kinds, most]);
    const [first] = rows;
    if (!first) {
      await tx.query(BEGIN_HERE, [name]);
      return { events: 0, more: true };
    }
    const events = first.seq === null ? [] : rows.map(({ place: _, horizon: __, ...e }) => ({ ...e, seq: Number(e.seq) }));
    const full = events.length === most;
    const next = full ? (events.at(-1)?.seq ?? 0) + 1 : Math.max(Number(first.place), Number(first.horizon));
    if (events.length > 0) await handle(tx, events);
    if (events.length > 0 || next - Number(first.place) > WORTH_WRITING)
      await tx.query(`update outbox_reader set seq = $2 where name = $1`, [name, next]);
    return { events: events.length, more: full };
  });
}
