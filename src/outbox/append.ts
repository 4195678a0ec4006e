/** Adds events to the running transaction: they exist exactly when it commits. */
import type { Tx } from '../database/database.js';
import type { DeskEventName, DeskEvents } from './events.js';

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
 * @param events in their order; one statement whatever their number
 * @throws Error when one transaction holds more events than it has places
 */
export async function addEvents(tx: Tx, at: Date, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  if (tx.events + events.length > PLACES) throw new Error(`A transaction may hold ${PLACES} events`);
  const rows = events.map((e, i) => ({ place: tx.events + i, kind: e.kind, team_ids: e.teamIds, payload: e.payload }));
  tx.events += events.length;
  await tx.query(
    `insert into outbox_event (seq, kind, at, team_ids, payload)
     select (select outbox_seq(0)) + place, kind, $2, array(select jsonb_array_elements_text(team_ids)::bigint), payload
     from jsonb_to_recordset($1::jsonb) as e(place int, kind text, team_ids jsonb, payload jsonb)`,
    [JSON.stringify(rows), at],
  );
}

/** One event; see addEvents. */
export function addEvent<K extends DeskEventName>(
  tx: Tx,
  at: Date,
  kind: K,
  payload: DeskEvents[K],
  teamIds: string[] = [],
): Promise<void> {
  return addEvents(tx, at, [{ kind, payload, teamIds }]);
}
