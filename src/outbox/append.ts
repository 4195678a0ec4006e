/** Adds events to the running transaction: they are appended together when it ends, and exist exactly when it commits. */
import type { DeskEventName, DeskEvents, StoredEvent } from './events.js';

/** A running transaction, as far as the outbox needs it: `Tx` of src/database/database.ts. */
export interface EventHolder {
  readonly events: Omit<StoredEvent, 'seq'>[];
  one<T>(sql: string, params: unknown[]): Promise<T | undefined>;
}

/** An event about to be stored. */
export interface NewEvent<K extends DeskEventName = DeskEventName> {
  kind: K;
  teamIds: string[];
  payload: DeskEvents[K];
}

/** A transaction has 65,536 places for events: see the function outbox_seq in the schema. */
export const PLACES = 65_536;

/**
 * @param tx the running transaction
 * @param at when it happened
 * @param events in their order
 * @throws Error when one transaction holds more events than it has places
 */
export function addEvents(tx: EventHolder, at: Date, events: NewEvent[]): Promise<void> {
  if (tx.events.length + events.length > PLACES) return Promise.reject(new Error(`A transaction may hold ${PLACES} events`));
  for (const { kind, teamIds, payload } of events) tx.events.push({ at, kind, teamIds, payload });
  return Promise.resolve();
}

/** One event; see addEvents. */
export function addEvent<K extends DeskEventName>(
  tx: EventHolder,
  at: Date,
  kind: K,
  payload: DeskEvents[K],
  teamIds: string[] = [],
): Promise<void> {
  return addEvents(tx, at, [{ kind, payload, teamIds }]);
}

/** Events of a transaction as they were appended. */
export interface Appended {
  events: StoredEvent[];
  /** The place below which this process had told everything when they were appended. */
  told: number;
  /** Everything before them had ended by then, and nothing lay between `told` and them: they may be told as soon as they are committed. */
  next: boolean;
}

/**
 * The last statement of a transaction: appends its events.
 * @param told the place below which this process has told everything
 */
export async function appendEvents(tx: EventHolder, told: number): Promise<Appended> {
  const rows = JSON.stringify(tx.events.map(({ teamIds, ...e }, place) => ({ ...e, place, team_ids: teamIds })));
  const answer = await tx.one<{ first: string; next: boolean }>(
    `with mine as (
       insert into outbox_event (seq, kind, at, team_ids, payload)
       select (select outbox_seq(0)) + place, kind, at, array(select jsonb_array_elements_text(team_ids)::bigint), payload
       from jsonb_to_recordset($1::jsonb) as e(place int, kind text, at timestamptz, team_ids jsonb, payload jsonb) returning seq)
     select min(seq) as first, pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()
       and not exists (select from outbox_event where seq >= $2 and seq < (select outbox_seq(0))) as next from mine`,
    [rows, told],
  );
  const first = Number(answer?.first);
  return { events: tx.events.map((e, place) => ({ ...e, seq: first + place })), told, next: answer?.next === true };
}
